"""``model.json`` in a model's folder: what is known of the model, and the SHA-256 of each of its files."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from limitedtimes.nmt.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

NAME = "model.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was known of a model when it was installed.

    ``channel`` is who it was published for (``release``, ``android``, ``beta``, ``nightly``, ``other``; None: not known).
    ``files`` has the SHA-256 of each file by name; ``quality`` the publisher's own scores by metric (``bleu``, ``chrf``,
    ``comet``). ``installed_at`` is ISO 8601, UTC.
    """

    source: str
    target: str
    files: dict[str, str]
    origin: str
    installed_at: str
    version: str | None = None
    channel: str | None = None
    architecture: str | None = None
    licence: str | None = None
    quality: dict[str, float] = field(default_factory=dict)


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into a folder."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest | None:
    """Return a folder's manifest, None where it has none. Raises ModelError when it is none of ours."""
    path = folder / NAME
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read: {error}."
        raise ModelError(message) from error
    try:
        return _manifest(data)
    except (KeyError, TypeError) as error:
        message = f"{path} is not a model's manifest: {error}."
        raise ModelError(message) from error


def _manifest(data: Any) -> Manifest:
    if not isinstance(data, dict):
        message = "it holds no object"
        raise TypeError(message)
    optional = {name: text(data, name) for name in ("version", "channel", "architecture", "licence") if data.get(name)}
    return Manifest(
        source=text(data, "source"),
        target=text(data, "target"),
        files={name: text(data["files"], name) for name in mapping(data, "files")},
        origin=text(data, "origin"),
        installed_at=text(data, "installed_at"),
        quality=numbers(data.get("quality") or {}),
        **optional,
    )


def text(data: dict[str, Any], name: str) -> str:
    """Return a text field. Raises KeyError or TypeError."""
    if not isinstance(value := data[name], str) or not value:
        message = f"`{name}` is no text"
        raise TypeError(message)
    return value


def mapping(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a field that is an object. Raises KeyError or TypeError."""
    if not isinstance(value := data[name], dict):
        message = f"`{name}` is no object"
        raise TypeError(message)
    return value


def numbers(data: dict[str, Any]) -> dict[str, float]:
    """Return what is a number; a publisher's further remarks are left out."""
    return {name: float(value) for name, value in data.items() if type(value) in (int, float)}


def sha256_of(path: Path) -> str:
    """SHA-256 of a file. Raises ModelError when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"The model file {path} cannot be read: {error.strerror}."
        raise ModelError(message) from error
