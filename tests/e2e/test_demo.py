"""The demonstration, whole: once for all tests here, and once more in the same folder."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from limitedtimes import export, settings, wiring
from limitedtimes.demo import show
from limitedtimes.demo.press.content import expected, load_press
from limitedtimes.demo.press.server import serving
from limitedtimes.model.article import ArticleState, BlockKind
from limitedtimes.settings import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from limitedtimes.demo.press.content import Press, SampleArticle
    from limitedtimes.demo.press.server import PressServer
    from limitedtimes.store.database import Row

PRESS = load_press()
PRINTED = PRESS.corrected()  # as it stands after its correction
READ = [article for article in PRINTED.articles if article.robots and article.accessible]
EACH = pytest.mark.parametrize("article", READ, ids=lambda article: f"{article.outlet.slug}/{article.slug}")
REFERENCE = "gazeta-do-cais/putin-fala-em-milhares-de-mortos"


@dataclass
class Demo:
    """What a run of the demonstration left behind."""

    status: int
    folder: Path
    requests: Mapping[str, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    bodies: list[Row] = field(default_factory=list)
    memory: list[Row] = field(default_factory=list)

    def of(self, article: SampleArticle) -> dict[str, Any]:
        """The article as it is exported."""
        (row,) = (row for row in self.rows if address(row) == article.outlet.host + article.path)
        return row

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


def reference() -> SampleArticle:
    """The article that reports the facts of the mission's page."""
    article = PRINTED.find(REFERENCE)
    assert article is not None
    return article


def look(demo: Demo) -> Demo:
    """Read what stands in the demonstration's database."""
    with wiring.house(settings.load(data_dir=demo.folder)) as building, building.database.transaction() as connection:
        demo.rows = list(export.articles(connection))
        demo.bodies = connection.execute("select * from article_body order by article_id, revision").fetchall()
        demo.memory = connection.execute("select made_at from translation_memory").fetchall()
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
