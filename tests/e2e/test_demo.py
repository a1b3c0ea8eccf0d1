"""The demonstration, whole: once for all tests here, and once more in the same folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from limitedtimes import export, settings, wiring
from limitedtimes.demo import show
from limitedtimes.demo.press.content import expected, load_press
from limitedtimes.demo.press.server import serving
from limitedtimes.model.article import ArticleState, BlockKind
from limitedtimes.model.story import Counted, Kinship
from limitedtimes.rules.claims import figures_table
from limitedtimes.settings import PREFIX
from limitedtimes.store import briefing, related, stories, trends
from newsdesk import get

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from limitedtimes.demo.press.content import Press, SampleArticle
    from limitedtimes.demo.press.server import PressServer
    from limitedtimes.model.story import BriefItem, Related, Rising, Story, Trend
    from limitedtimes.store.database import Row

PRESS = load_press()
PRINTED = PRESS.corrected()  # as it stands after its correction
READ = [article for article in PRINTED.articles if article.robots and article.accessible]
EACH = pytest.mark.parametrize("article", READ, ids=lambda article: f"{article.outlet.slug}/{article.slug}")
STORIES = ("karabakh", "flood", "port-strike", "wreck")  # told by several outlets in their own words
AGENCY = "agencia-atlantica"  # one text, printed by two
REFERENCE = "gazeta-do-cais/putin-fala-em-milhares-de-mortos"


# Who says how many died, of whom, in how many outlets: read out of the three originals by a person.
PUTIN = "Russian President Vladimir Putin"
AUTHORITIES = "Nagorno-Karabakh separatist authorities"
WAR = {
    (PUTIN, "almost 2,000", "on each side", 1),
    (PUTIN, "about 2,000", "on each side", 1),
    (PUTIN, "more than 2,000", "on each side", 1),
    (PUTIN, "already 5,000", "in total", 1),
    (PUTIN, "approaches the 5,000", None, 1),
    (AUTHORITIES, "874", "military personnel", 3),
    (AUTHORITIES, "more than 30", "civilians", 1),
    (AUTHORITIES, "37", "civilians", 1),
    ("Azerbaijan", "63", "civilians", 3),
    ("the Attorney General's Office of Azerbaijan", "63", "civilians", 1),
}


@dataclass
class Demo:
    """What a run of the demonstration left behind."""

    status: int
    folder: Path
    requests: Mapping[str, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    bodies: list[Row] = field(default_factory=list)
    memory: list[Row] = field(default_factory=list)
    news: list[Story] = field(default_factory=list)
    growing: list[Trend] = field(default_factory=list)
    names: list[Rising] = field(default_factory=list)
    briefing: tuple[BriefItem, ...] = ()
    offered: dict[int, list[Related]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def of(self, article: SampleArticle) -> dict[str, Any]:
        """The article as it is exported."""
        (row,) = (row for row in self.rows if address(row) == article.outlet.host + article.path)
        return row

    def story(self, slug: str) -> Story:
        """The story of the first of the press's articles about something."""
        number = self.of(of_story(slug)[0])["id"]
        (story,) = (one for one in self.news if number in {member.listing.id for member in one.members})
        return story

    def revisions(self, article: SampleArticle) -> list[Row]:
        """The article's revisions as they are stored."""
        return [body for body in self.bodies if body["article_id"] == self.of(article)["id"]]


def address(row: Mapping[str, Any]) -> str:
    """Host and path of an exported article."""
    parts = urlsplit(row["url"])
    return f"{parts.hostname}{parts.path}"


def only(chosen: Callable[[SampleArticle], bool]) -> SampleArticle:
    """The one article of the press of which this holds."""
    (article,) = (article for article in PRINTED.articles if chosen(article))
    return article


def of_story(slug: str) -> list[SampleArticle]:
    """The press's articles of a story that the demonstration can read in English."""
    return [one for one in PRINTED.articles if one.story == slug and one.expect is ArticleState.COMPLETE]


def reference() -> SampleArticle:
    """The article that reports the facts of the mission's page."""
    article = PRINTED.find(REFERENCE)
    assert article is not None
    return article


class NoFetcher:
    """Fetches nothing: pages are asked for, and no pictures."""

    async def fetch(self, url: str, **_: Any) -> Any:
        raise AssertionError(url)


def look(demo: Demo) -> Demo:
    """Read what stands in the demonstration's database."""
    with wiring.house(settings.load(data_dir=demo.folder)) as building, building.database.transaction() as connection:
        demo.rows = list(export.articles(connection))
        demo.bodies = connection.execute("select * from article_body order by article_id, revision").fetchall()
        demo.memory = connection.execute("select made_at from translation_memory").fetchall()
        found = (stories.story(connection, card.id) for card in stories.newest(connection, limit=100))
        demo.news = [story for story in found if story]
        demo.growing = trends.trends(connection, now=wiring.now())
        demo.names = trends.rising(connection, now=wiring.now())
        demo.briefing = briefing.brief(connection, now=wiring.now())
        demo.offered = {row["id"]: related.related(connection, row["id"]) for row in demo.rows}
        site = wiring.web_app(building, NoFetcher())
        demo.pages = {path: get(site, path).text for path in ("/", "/latest", "/trends", "/brief")}
    return demo


@pytest.fixture(scope="session")
def demo(make_data_dir: Callable[[], Path]) -> Demo:
    """The first run, in a fresh folder; what the press was asked is counted."""
    folder = make_data_dir()
    servers: list[PressServer] = []

    @contextmanager
    def watched(press: Press, port: int = 0, edition: int = 1) -> Iterator[PressServer]:
        with serving(press, port=port, edition=edition) as server:
            servers.append(server)
            yield server

    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(PREFIX)]:
            patch.delenv(name)
        patch.setenv(PREFIX + "DATA_DIR", str(folder))
        patch.setattr(show, "serving", watched)
        made = Demo(show.run(once=True, port=0), folder)
        (server,) = servers
        made.requests = dict(server.requests)
        return look(made)


@pytest.fixture(scope="session")
def again(demo: Demo) -> Demo:
    """The second run in the same folder, by the command line."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    done = subprocess.run(
        [sys.executable, "-m", "limitedtimes", "demo", "--once", "--port", "0"],
        env={**environment, PREFIX + "DATA_DIR": str(demo.folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert "Traceback" not in done.stderr
    assert "58 articles of 6 outlets" in done.stdout
    return look(Demo(done.returncode, demo.folder))


def test_it_ends_well(demo: Demo) -> None:
    assert demo.status == 0


def test_every_article_is_there_once_in_the_state_that_the_press_expects(demo: Demo) -> None:
    manifest = {where: (one.state.value, one.reason) for where, one in expected(PRESS).items()}
    made = {address(row): (row["state"], (row["reason"] or {}).get("code")) for row in demo.rows}
    assert len(made) == len(demo.rows)
    assert made.keys() == manifest.keys()
    for where, (state, reason) in manifest.items():
        assert made[where][0] == state
        assert reason in (None, made[where][1])


def test_a_second_run_gives_the_same_articles(demo: Demo, again: Demo) -> None:
    assert again.status == 0
    names = ("id", "url", "state", "revision", "title", "visible_at", "blocks")
    assert [[row[name] for name in names] for row in again.rows] == [[row[name] for name in names] for row in demo.rows]


def test_a_second_run_translates_nothing_again(demo: Demo, again: Demo) -> None:
    assert len(again.memory) == len(demo.memory)


@EACH
def test_the_text_is_the_outlets_and_nothing_else(article: SampleArticle, demo: Demo) -> None:
    row = demo.of(article)
    assert [(one["kind"], one["text"]) for one in row["blocks"] if one["text"]] == [
        (one.kind.value, one.text) for one in article.blocks if one.text
    ]
    assert row["title"]["source"] == article.title
    assert row["lead"] is not None
    assert row["lead"]["source"] == article.lead


@EACH
def test_every_sentence_stands_once_and_in_order_with_its_translation(article: SampleArticle, demo: Demo) -> None:
    row = demo.of(article)
    done = {"untranslated"} if row["state"] == "untranslated" else {"translated", "kept"}
    for block in row["blocks"]:
        end = 0
        for sentence in block["sentences"]:
            start, stop = sentence["span"]
            assert block["text"][start:stop] == sentence["source"]
            assert block["text"][end:start].strip() == ""
            assert sentence["state"] in done
            assert (sentence["translation"] is None) == (row["state"] == "untranslated")
            end = stop
        assert block["text"][end:].strip() == ""
    units = [row["title"], row["lead"], *(image["caption"] for image in row["images"])]
    assert {unit["state"] for unit in units if unit} <= done


@EACH
def test_dates_are_the_outlets_in_utc(article: SampleArticle, demo: Demo) -> None:
    row = demo.of(article)
    if article.published is None:
        assert row["published"] is None
    else:
        assert row["published"] == article.published.astimezone(wiring.now().tzinfo).isoformat().replace("+00:00", "Z")


@EACH
def test_links_and_emphasis_stand_on_their_words(article: SampleArticle, demo: Demo) -> None:
    blocks = {block["text"]: block for block in demo.of(article)["blocks"]}
    for block in article.blocks:
        wanted = [(mark.kind.value, block.text[slice(*mark.span)]) for mark in block.marks]
        made = blocks.get(block.text, {"marks": []})["marks"]
        assert [(mark["kind"], block.text[slice(*mark["source"])]) for mark in made] == wanted


@EACH
def test_pictures_have_captions(article: SampleArticle, demo: Demo) -> None:
    captions = [image["caption"]["source"] for image in demo.of(article)["images"] if image["caption"]]
    for photo in article.pictures:
        assert photo.caption in captions


@EACH
def test_agencies_and_authors_are_named(article: SampleArticle, demo: Demo) -> None:
    row = demo.of(article)
    assert set(article.agencies) <= set(row["agencies"])
    assert set(article.authors) <= set(row["authors"])


def test_the_reference_article_has_every_element(demo: Demo) -> None:
    row = demo.of(reference())
    assert row["kicker"] == "Guerra no Cáucaso"
    assert row["title"]["source"] == "Putin conta vários milhares de mortos em Nagorno-Karabakh"
    assert row["published"] == "2020-10-22T18:45:52Z"
    assert row["agencies"] == ["dpa", "AFP"]
    assert row["authors"] == ["mes"]
    assert row["section"] == "Mundo"
    assert (row["language"], row["state"], row["revision"]) == ("pt", "complete", 1)
    assert row["source"]["name"] == "Gazeta do Cais"
    (image,) = row["images"]
    (photo,) = reference().pictures
    assert image["caption"]["source"] == photo.caption
    assert image["caption"]["translation"]
    assert image["credit"] in (photo.credit, photo.credit.partition(": ")[2])
    assert [block["text"] for block in row["blocks"] if block["kind"] == "heading"] == [
        block.text for block in reference().blocks if block.kind is BlockKind.HEADING
    ]
    assert "2,000" in str(row["blocks"][0]["sentences"]) + str(row["blocks"][1]["sentences"])


def test_the_corrected_article_is_at_its_second_revision(demo: Demo) -> None:
    article = only(lambda one: one.correction is not None)
    row = demo.of(article)
    assert (row["state"], row["revision"]) == ("complete", 2)
    assert [body["revision"] for body in demo.revisions(article)] == [1, 2]
    others = {one["revision"] for one in demo.rows if one["id"] != row["id"]}
    assert others == {1}


def test_only_the_changed_sentences_are_translated_again(demo: Demo) -> None:
    article = only(lambda one: one.correction is not None)
    assert article.correction is not None
    _, second = demo.revisions(article)
    later = [row for row in demo.memory if row["made_at"] > second["read_at"]]
    assert len(later) == len(article.correction.replace)


def test_the_corrected_sentences_are_the_new_ones(demo: Demo) -> None:
    article = only(lambda one: one.correction is not None)
    assert article.correction is not None
    text = "\n".join(block["text"] for block in demo.of(article)["blocks"])
    for old, new in article.correction.replace:
        assert old not in text
        assert new in text


def test_what_robots_txt_disallows_was_never_fetched(demo: Demo) -> None:
    article = only(lambda one: not one.robots)
    assert article.outlet.host + article.path not in demo.requests
    assert demo.requests[article.outlet.host + "/robots.txt"] >= 1
    row = demo.of(article)
    assert (row["state"], row["reason"]["code"], row["visible_at"], row["blocks"]) == ("excluded", "robots", None, [])


def test_everything_else_was_fetched(demo: Demo) -> None:
    for article in PRESS.articles:
        if article.robots:
            assert demo.requests[article.outlet.host + article.path] >= 1


def test_what_is_behind_the_paywall_is_what_the_feed_gives(demo: Demo) -> None:
    article = only(lambda one: not one.accessible)
    row = demo.of(article)
    assert (row["state"], row["reason"]["code"], row["accessible"]) == ("partial", "paywall", False)
    assert not any(block.text in str(row["blocks"]) for block in article.blocks if len(block.text) > 80)


def test_accents_of_an_old_encoding_are_right(demo: Demo) -> None:
    article = only(lambda one: one.encoding == "windows-1252")
    text = "\n".join(block["text"] for block in demo.of(article)["blocks"])
    assert "\ufffd" not in text
    assert sum(text.count(letter) for letter in "áéíóúãõçâê") > 50
    assert all(block.text in text for block in article.blocks)


def test_the_undated_article_has_no_date(demo: Demo) -> None:
    row = demo.of(only(lambda one: one.published is None))
    assert row["published"] is None
    assert row["visible_at"] is not None


def test_what_two_outlets_print_alike_is_translated_alike(demo: Demo) -> None:
    one, other = (article for article in PRINTED.articles if article.slug == "cimeira-das-pescas")
    known = [
        {s["source"]: s["translation"] for block in demo.of(article)["blocks"] for s in block["sentences"]}
        for article in (one, other)
    ]
    same = known[0].keys() & known[1].keys()
    assert len(same) >= 5
    assert all(known[0][source] == known[1][source] for source in same)


def test_a_language_without_a_model_is_shown_in_the_original_and_says_what_to_do(demo: Demo) -> None:
    rows = [row for row in demo.rows if row["language"] == "de"]
    assert len(rows) == sum(1 for article in PRESS.articles if article.expect is ArticleState.UNTRANSLATED)
    for row in rows:
        assert row["reason"]["message"] == "no model for German, `limitedtimes models add de`"
        assert row["visible_at"] is not None
        assert row["engine"] is None


@pytest.mark.parametrize("slug", [*STORIES, AGENCY])
def test_every_translated_article_of_a_story_stands_in_it_and_nothing_else(slug: str, demo: Demo) -> None:
    members = {member.listing.id for member in demo.story(slug).members}
    assert members == {demo.of(article)["id"] for article in of_story(slug)}


def test_what_one_outlet_tells_stands_alone(demo: Demo) -> None:
    assert sum(story.card.articles > 1 for story in demo.news) == len(STORIES) + 1


@pytest.mark.parametrize("slug", STORIES)
def test_why_an_article_stands_in_its_story_is_said_in_names_of_one_sentence(slug: str, demo: Demo) -> None:
    first, *others = (member.reason for member in demo.story(slug).members)
    assert first is None
    for reason in others:
        assert reason is not None
        assert not re.search(r"[^\W\d_]{3,}\. ", reason)
        assert re.search(r"shares: |keywords: ", reason)


def test_the_agencys_text_is_one_story_of_one_voice(demo: Demo) -> None:
    story = demo.story(AGENCY)
    assert (story.card.articles, story.card.outlets, story.card.independent) == (2, 2, 1)
    assert [member.copy_of for member in story.members] == [None, story.members[0].listing.id]


@pytest.mark.parametrize("path", ["/latest", "/"])
def test_what_two_outlets_print_stands_once_and_names_the_other(path: str, demo: Demo) -> None:
    first, second = (member.listing.id for member in demo.story(AGENCY).members)
    headings = re.findall(r'<h\d><a href="/a/(\d+)/', demo.pages[path])
    assert (headings.count(str(first)), headings.count(str(second))) == (1, 0)
    assert re.search(rf'Also in: <a href="/a/{second}/', demo.pages[path])


def test_the_war_is_counted_as_each_side_counts(demo: Demo) -> None:
    story = demo.story("karabakh")
    (dead,) = (group for group in figures_table(story.claims, story.members) if group.counted is Counted.DEAD)
    rows = {(row.speaker, row.figure, row.scope, len(row.reports)) for row in dead.rows}
    assert rows == WAR
    for row in dead.rows:
        for report in row.reports:
            start, end = report.claim.original_span
            assert any(character.isdigit() for character in report.claim.original[start:end])


def test_trends_and_rising_names_are_filled(demo: Demo) -> None:
    grown = {trend.story.id for trend in demo.growing}
    assert {demo.story(slug).card.id for slug in ("karabakh", "flood", "port-strike")} <= grown
    assert all(trend.story.independent > 1 and sum(trend.hourly) for trend in demo.growing)
    assert {"Nagorno-Karabakh", "Azerbaijan"} <= {name.name for name in demo.names}
    assert "Nagorno-Karabakh" in demo.pages["/trends"]


@EACH
def test_every_article_has_others_to_read_for_a_reason_and_none_prints_its_text(
    article: SampleArticle, demo: Demo
) -> None:
    found = demo.offered[demo.of(article)["id"]]
    assert len(found) >= 3
    assert all(one.reason for one in found)
    if article.story == AGENCY:
        texts = {demo.of(one)["id"] for one in of_story(AGENCY)}
        assert texts.isdisjoint(one.listing.id for one in found)
    if article.story in STORIES and article.expect is ArticleState.COMPLETE:
        told = [one.listing.id for one in found if one.kinship is Kinship.SAME_STORY]
        assert told == [one.listing.id for one in found[: len(told)]]
        assert {*told, demo.of(article)["id"]} == {demo.of(one)["id"] for one in of_story(article.story)}


def test_the_briefing_has_ten_stories_in_sentences_that_outlets_wrote(demo: Demo) -> None:
    assert len(demo.briefing) == 10
    for item in demo.briefing:
        assert item.sentences
        for quoted in item.sentences:
            (row,) = (row for row in demo.rows if row["id"] == quoted.listing.id)
            assert quoted.original in [row["lead"]["source"], *_sentences(row)]
        assert item.story.headline.headline in unescape(demo.pages["/brief"])


def _sentences(row: Mapping[str, Any]) -> list[str]:
    return [sentence["source"] for block in row["blocks"] for sentence in block["sentences"]]
