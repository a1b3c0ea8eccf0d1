"""Settings: from the environment (``LIMITEDTIMES_*``), then ``limitedtimes.toml`` in the data folder."""

from __future__ import annotations

import os
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import platformdirs
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from limitedtimes.errors import SettingsError

PREFIX = "LIMITEDTIMES_"


class Mode(StrEnum):
    """Who the site is for."""

    PRIVATE = "private"
    PUBLIC = "public"


def default_data_dir() -> Path:
    """Return the platform's folder for a program's data; for root, a folder that a system service would have."""
    if os.name == "posix" and os.geteuid() == 0:
        return Path("/var/lib/limitedtimes")
    return Path(platformdirs.user_data_dir("limitedtimes"))


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class Settings(BaseSettings):
    """What the owner decides. Every name is an environment variable with the prefix ``LIMITEDTIMES_``."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data_dir: Path = Field(
        default_factory=default_data_dir, description="folder of the database, the models and the log"
    )
    database_url: SecretStr | None = Field(
        default=None, description="another PostgreSQL server (15 or newer with pgvector, pg_trgm, unaccent)"
    )
    models_dir: Path | None = Field(
        default=None, description="folder of translation models; default: `models` in the data folder"
    )
    models_registry: str = Field(
        default="https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records",
        description="address of the list of models that could be had; empty: none is asked",
    )
    models_mirror: str = Field(
        default="https://firefox-settings-attachments.cdn.mozilla.net",
        description="address below which the files of models lie",
    )
    models_scores: str = Field(
        default="https://storage.googleapis.com/moz-fx-translations-data--303e-prod-translations-data/db/models.json",
        description="address of the models' published quality; empty: none is asked",
    )
    execution_provider: str | None = Field(
        default=None,
        description="what ONNX Runtime translates on, such as `CUDAExecutionProvider`; default: the processor",
    )
    host: str = Field(default="127.0.0.1", description="address that the site listens on; loopback only")
    port: int = Field(default=8450, ge=0, le=65535, description="port of the site")
    workers: int = Field(
        default=0, ge=0, le=256, description="worker processes of `up`; 0: one for each core, at most 4"
    )
    contact: str | None = Field(
        default=None, description="mail or web address in the user agent, for outlets that want to ask"
    )
    host_pause: float = Field(default=1.0, ge=0, le=3600, description="seconds between two requests to one host")
    allow_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), description="`host[:port]`, comma separated, that may be fetched although private or loopback"
    )
    public_url: str | None = Field(
        default=None, description="address under which the world reaches this site, for hubs that push news"
    )
    mode: Mode = Field(default=Mode.PRIVATE, description="`private` or `public`")

    @field_validator("allow_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip().lower() for part in value.split(",") if part.strip())
        return value

    @field_validator("public_url")
    @classmethod
    def _reachable_and_safe(cls, value: str | None, info: ValidationInfo) -> str | None:
        address = (value or "").strip().rstrip("/")
        if not address:
            return None
        try:
            parts = urlsplit(address)
            host, place = parts.hostname or "", f"{parts.hostname}:{parts.port}"
        except ValueError:
            host = ""
        if not host or parts.scheme not in ("http", "https") or any(mark in address for mark in "@?# "):
            message = f"{value!r} is not an address like https://news.example, without a query or a user name"
            raise ValueError(message)
        own = host == "localhost" or _is_loopback(host) or {host, place} & set(info.data.get("allow_hosts", ()))
        if parts.scheme == "http" and not own:
            message = f"{value} has to begin with https://; what hubs and this site tell each other is a secret"
            raise ValueError(message)
        return address

    @field_validator("host")
    @classmethod
    def _loopback_only(cls, value: str) -> str:
        if value == "localhost":
            return "127.0.0.1"
        if not _is_loopback(value):
            message = (
                f"{value} is not a loopback address; until sign-in exists the site listens on 127.0.0.1 or ::1 only"
            )
            raise ValueError(message)
        return value

    @field_validator("mode")
    @classmethod
    def _private_only(cls, value: Mode) -> Mode:
        if value is Mode.PUBLIC:
            message = "public mode does not exist yet; use private"
            raise ValueError(message)
        return value

    @property
    def models(self) -> Path:
        """The folder of translation models."""
        return self.models_dir or self.data_dir / "models"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the file in the data folder."""
        del dotenv_settings, file_secret_settings
        folder = os.environ.get(PREFIX + "DATA_DIR")
        file = (Path(folder) if folder else default_data_dir()) / "limitedtimes.toml"
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, toml_file=file)


def load(**overrides: object) -> Settings:
    """Read the settings. ``*_FILE`` names a file that holds a secret. Raises SettingsError in one sentence."""
    values = dict(overrides)
    if (file := os.environ.get(PREFIX + "DATABASE_URL_FILE")) and PREFIX + "DATABASE_URL" not in os.environ:
        try:
            values.setdefault("database_url", Path(file).read_text(encoding="utf-8").strip())
        except OSError as error:
            message = f"{PREFIX}DATABASE_URL_FILE names {file}, which cannot be read: {error.strerror}."
            raise SettingsError(message) from error
    try:
        return Settings(**values)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        text = str(first.get("ctx", {}).get("error", first["msg"]))
        message = f"{PREFIX}{name.upper()}: {text}."
        raise SettingsError(message) from error
    except ValueError as error:  # a TOML file that is not TOML
        message = f"The file limitedtimes.toml in the data folder cannot be read: {error}."
        raise SettingsError(message) from error
