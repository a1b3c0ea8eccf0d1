from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from lxml import etree

from limitedtimes.cli import cli
from limitedtimes.errors import UsageError
from limitedtimes.ingest.language import normal_code
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.identity import canonical_url
from limitedtimes.rules.languages import COUNTRIES, LANGUAGES, base
from limitedtimes.store import sources
from limitedtimes.subscriptions import Found, follow, read_opml, starter_list, write_opml
from limitedtimes.subscriptions.opml import starter_data

if TYPE_CHECKING:
    from limitedtimes.store.database import Database


def test_the_list_is_wide() -> None:
    outlets = starter_list()
    assert len(outlets) >= 120
    assert len({one.language for one in outlets}) >= 30
    assert len({one.country for one in outlets}) >= 50


def test_every_outlet_has_what_is_needed() -> None:
    outlets = starter_list()
    for one in outlets:
        assert one.language == normal_code(one.language)
        assert base(one.language or "") in LANGUAGES
        assert base(one.language or "") != "en"
        assert one.country in COUNTRIES
        assert one.topic is None or one.topic in TOPICS
        assert one.name == one.name.strip() != ""
        for address in (one.url, one.home):
            parts = urlsplit(address or "")
            assert (parts.scheme, parts.username, parts.port) == ("https", None, None)
            assert "." in (parts.hostname or "")
            assert address == (address or "").strip()
    assert len({canonical_url(one.url) for one in outlets}) == len(outlets)
    assert len({(one.name, one.country) for one in outlets}) == len(outlets)


def test_the_list_says_when_it_was_made_and_that_nothing_was_reachable() -> None:
    text = starter_data().decode()
    assert "2026-11-23" in text
    assert "No address could be reached" in text
    assert all(one.get("topic") for one in etree.fromstring(starter_data()).iter("outline") if one.get("xmlUrl"))


def test_the_documentation_counts_right() -> None:
    outlets = starter_list()
    languages, countries = {one.language for one in outlets}, {one.country for one in outlets}
    docs = Path(__file__).parents[2] / "docs"
    counted = f"{len(outlets)} outlets in {len(languages)} languages and {len(countries)} countries"
    assert counted in (docs / "outlets.md").read_text(encoding="utf-8")
    assert counted.partition(" and")[0].replace(" outlets", "") in (docs / "commands.md").read_text(encoding="utf-8")


def test_languages_and_countries_choose() -> None:
    assert {one.language for one in starter_list(["de", "FR"])} == {"de", "fr"}
    assert {(one.language, one.country) for one in starter_list(["de"], ["ch", "at"])} == {("de", "CH"), ("de", "AT")}
    with pytest.raises(UsageError, match="no such outlet"):
        starter_list(["tlh"])


def test_the_command_shows_what_there_is() -> None:
    done = CliRunner().invoke(cli, ["sources", "starter", "--language", "is", "--list"])
    assert done.exit_code == 0
    assert "RÚV" in done.stdout
    assert "Icelandic, Iceland" in done.stdout
    assert "2 outlets" in done.stderr


# -- OPML --------------------------------------------------------------------------------------------------------------


def opml(body: str) -> bytes:
    return f"<opml version='2.0'><head/><body>{body}</body></opml>".encode()


def feed(attributes: str = "", url: str = "https://a.example/f") -> str:
    return f"<outline text='A' xmlUrl='{url}' {attributes}/>"


def test_folders_give_language_country_and_topic() -> None:
    spanish = feed("country='ES' topic='economy'", "https://b.example/f")
    data = opml(
        f"<outline text='Iberia' language='pt-PT' country='pt'><outline text='Sport'>{feed()}</outline>"
        f"{spanish}</outline>{feed(url='https://c.example/f')}"
    )
    assert read_opml(data) == [
        Found("https://a.example/f", "A", language="pt", country="PT", topic="sport"),
        Found("https://b.example/f", "A", language="pt", country="ES", topic="economy"),
        Found("https://c.example/f", "A"),
    ]


def test_words_that_mean_nothing_are_left_out() -> None:
    (found,) = read_opml(opml(feed("language='Deutsch, bitte' country='Germany' topic='general'")))
    assert (found.language, found.country, found.topic) == (None, None, None)


def test_an_address_comes_once() -> None:
    assert len(read_opml(opml(feed() + feed(" title='B'") + feed(url="https://b.example/f")))) == 2


def test_old_ways_of_writing_addresses_are_read() -> None:
    data = opml("<outline text='A' xmlurl=' feed://a.example/f '/>")
    assert read_opml(data) == [Found("https://a.example/f", "A")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (opml(feed(url="file:///etc/passwd")), "no http or https address"),
        (b"<rss><channel/></rss>", "its root is <rss>"),
        (b"<opml>" + b" " * 10_000_001, "larger than"),
        (b"<opml>" + b"<outline>" * 100_000, "not OPML"),
        ("<opml>ação".encode("utf-16"), "not OPML"),
    ],
)
def test_what_is_wrong_with_a_list_is_said(data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said) as caught:
        read_opml(data)
    assert "\n" not in str(caught.value)


def test_the_starter_list_comes_back_from_an_export(database: Database) -> None:
    wanted = starter_list(["pt", "zh-hant"])
    with database.transaction() as connection:
        for one in wanted:
            follow(connection, one)
        written = read_opml(write_opml(sources.feeds(connection)))
    assert sorted(written, key=lambda one: one.url) == sorted(wanted, key=lambda one: one.url)
