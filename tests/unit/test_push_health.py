from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from limitedtimes import settings
from limitedtimes.cli import cli
from limitedtimes.doctor import Finding, examine
from limitedtimes.rules.websub import Hub
from limitedtimes.settings import PREFIX
from limitedtimes.store import hubs, sources

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.store.database import Database

PUBLIC = "https://paper.example"
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def chosen(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PREFIX + "DATABASE_URL", dsn)
    monkeypatch.setenv(PREFIX + "DATA_DIR", str(tmp_path))


def followed(database: Database, public_url: str, change: str = "") -> None:
    """Follow a feed with a hub and one without; ``change`` is what became of the subscription."""
    with database.transaction() as connection:
        for number, hub in enumerate([Hub("https://hub.example/", "https://a.example/0"), None]):
            _, feed, _ = sources.subscribe(connection, url=f"https://a.example/{number}", name=f"Outlet {number}")
            hubs.announce(connection, feed.id, hub)
        hubs.reconcile(connection, NOW, public_url)
        if change:
            values = {"ends": NOW + timedelta(days=2)}
            connection.execute(f"update subscription set {change}".encode(), values)


def listed() -> list[dict[str, Any]]:
    said = CliRunner().invoke(cli, ["sources", "list", "--json"])
    return [json.loads(line) for line in said.stdout.splitlines()]


def findings() -> dict[str, Finding]:
    return {one.what: one for one in examine(settings.load())}


def test_a_feed_that_is_pushed_says_until_when(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    followed(database, PUBLIC, "state = 'active', lease_ends = %(ends)s")
    pushed, other = listed()
    ends = NOW + timedelta(days=2)
    assert pushed["push"] == "active"
    assert datetime.fromisoformat(pushed["push_until"]) == ends
    assert (other["push"], other["push_until"]) == (None, None)
    assert f"pushed until {ends:%Y-%m-%d %H:%M} UTC" in CliRunner().invoke(cli, ["sources", "list"]).stdout
    monkeypatch.setenv(PREFIX + "PUBLIC_URL", PUBLIC)
    push = findings()["push"]
    assert push.level == "ok"
    assert "on for 1 of the 1" in push.text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("failures = 5, last_error = 'hub.example answered 500'", "answered 500"),
        ("failures = 3, state = 'denied', last_error = 'The hub denied it.'", "denied"),
    ],
)
def test_a_hub_that_does_not_push_is_worth_a_look(
    database: Database, monkeypatch: pytest.MonkeyPatch, change: str, said: str
) -> None:
    followed(database, PUBLIC, change)
    monkeypatch.setenv(PREFIX + "PUBLIC_URL", PUBLIC)
    found = findings()
    assert "on for 0 of the 1" in found["push"].text
    assert found["hub of Outlet 0"].level == "look"
    assert said in found["hub of Outlet 0"].text
    text = CliRunner().invoke(cli, ["sources", "list"]).stdout
    assert said in text
    assert "polled as usual" in text


def test_a_silent_hub_is_said_to_be_one(database: Database) -> None:
    followed(database, PUBLIC, "state = 'active', lease_ends = %(ends)s, missed = 3")
    assert "its hub did not push" in CliRunner().invoke(cli, ["sources", "list"]).stdout


def test_without_a_public_address_push_is_off_and_that_is_no_fault(database: Database) -> None:
    followed(database, "")
    push = findings()["push"]
    assert (push.level, "off: 1 feed" in push.text, "PUBLIC_URL" in push.text) == ("ok", True, True)
    assert [row["push"] for row in listed()] == [None, None]


def test_without_a_hub_nothing_is_said(database: Database) -> None:
    with database.transaction() as connection:
        sources.subscribe(connection, url="https://a.example/", name="Outlet")
    assert "push" not in findings()
