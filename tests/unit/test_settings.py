from __future__ import annotations

import os
from pathlib import Path

import pytest

from limitedtimes import settings
from limitedtimes.errors import SettingsError

PREFIX = "LIMITEDTIMES_"


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An environment with nothing of this program but a data folder."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv(PREFIX + "DATA_DIR", str(tmp_path))


def test_defaults(tmp_path: Path) -> None:
    chosen = settings.load()
    assert (chosen.host, chosen.port, chosen.workers, chosen.host_pause) == ("127.0.0.1", 8450, 0, 1.0)
    assert chosen.data_dir == tmp_path
    assert chosen.models == tmp_path / "models"
    assert chosen.database_url is None
    assert chosen.allow_hosts == ()


def test_the_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "limitedtimes.toml").write_text('port = 1111\nworkers = 3\nallow_hosts = ["A.example:80", "b"]\n')
    monkeypatch.setenv(PREFIX + "PORT", "2222")
    chosen = settings.load()
    assert (chosen.port, chosen.workers) == (2222, 3)
    assert settings.load(port=3333).port == 3333


def test_hosts_are_a_list_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "ALLOW_HOSTS", " Localhost:8000, b.example ,, ")
    assert settings.load().allow_hosts == ("localhost:8000", "b.example")


def test_secrets_may_come_from_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "url"
    secret.write_text("postgresql://u:p@db/x\n")
    monkeypatch.setenv(PREFIX + "DATABASE_URL_FILE", str(secret))
    url = settings.load().database_url
    assert url is not None
    assert url.get_secret_value() == "postgresql://u:p@db/x"
    assert "u:p" not in repr(settings.load())
    monkeypatch.setenv(PREFIX + "DATABASE_URL", "postgresql://other/x")
    url = settings.load().database_url
    assert url is not None
    assert url.get_secret_value() == "postgresql://other/x"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_loopback_addresses_may_be_listened_on(host: str) -> None:
    assert settings.load(host=host).host in (host, "127.0.0.1")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HOST", "0.0.0.0", "loopback"),
        ("HOST", "192.168.1.5", "until sign-in exists"),
        ("HOST", "news.example", "not a loopback address"),
        ("PORT", "many", "PORT"),
        ("PORT", "70000", "PORT"),
        ("WORKERS", "-1", "WORKERS"),
        ("HOST_PAUSE", "-1", "HOST_PAUSE"),
        ("MODE", "public", "does not exist yet"),
        ("MODE", "open", "MODE"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert said in str(caught.value)
    assert str(caught.value).startswith(PREFIX + name)
    assert "\n" not in str(caught.value)


def test_an_unknown_name_in_the_file_is_a_mistake_worth_hearing_of(tmp_path: Path) -> None:
    (tmp_path / "limitedtimes.toml").write_text("prot = 1111\n")
    with pytest.raises(SettingsError, match="PROT"):
        settings.load()


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "limitedtimes.toml").write_text("port = = 1\n")
    with pytest.raises(SettingsError, match=r"limitedtimes\.toml"):
        settings.load()


def test_a_secret_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "DATABASE_URL_FILE", "/does/not/exist")
    with pytest.raises(SettingsError, match="/does/not/exist"):
        settings.load()


def test_root_keeps_its_data_where_services_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert settings.default_data_dir() == Path("/var/lib/limitedtimes")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert settings.default_data_dir().name == "limitedtimes"
    assert settings.default_data_dir() != Path("/var/lib/limitedtimes")
