"""Who says how many: the table of the sample press's war, row by row, and how right the 150 annotated sentences are read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from limitedtimes.bench.claims import Line, press_lines, read_annotations, score, stream_lines, translated
from limitedtimes.demo.press.content import load_press
from limitedtimes.engines import Engines
from limitedtimes.model.article import ArticleState
from limitedtimes.model.edition import Listing
from limitedtimes.model.source import Source
from limitedtimes.model.story import Counted, FigureGroup, Member
from limitedtimes.rules.claims import claims_of, figures_table

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.demo.press.content import SampleArticle
    from limitedtimes.ports import Translator

GAZETA, FAROL, SERRA = "gazeta-do-cais", "farol-do-norte", "serra-azul"

PUTIN = "Russian President Vladimir Putin"
AUTHORITIES = "Nagorno-Karabakh separatist authorities"
PROSECUTORS = "the Attorney General's Office of Azerbaijan"
# Who, how many, with which hedge, of whom, in which outlets: the table as a person reads it out of the three originals.
WAR = {
    (PUTIN, 2000, "almost", "on each side", (GAZETA,)),
    (PUTIN, 2000, "about", "on each side", (FAROL,)),
    (PUTIN, 2000, "more than", "on each side", (SERRA,)),
    (PUTIN, 5000, "already", "In total", (GAZETA,)),
    (PUTIN, 5000, "approaches", None, (SERRA,)),
    (AUTHORITIES, 874, None, "military personnel", (FAROL, GAZETA, SERRA)),
    (AUTHORITIES, 30, "more than", "civilians", (GAZETA,)),
    (AUTHORITIES, 37, None, "civilians", (SERRA,)),
    ("Azerbaijan", 63, None, "civilians", (FAROL, GAZETA, SERRA)),
    (PROSECUTORS, 63, None, "civilians", (SERRA,)),
}


@pytest.fixture(scope="module")
def portuguese(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    return Engines(tmp_path_factory.mktemp("models")).get("pt")


@pytest.fixture(scope="module")
def war(portuguese: Translator) -> tuple[FigureGroup, ...]:
    samples = [one for one in load_press().corrected().articles if one.story == "karabakh"]
    readable = [(number, one) for number, one in enumerate(samples) if one.expect is ArticleState.COMPLETE]
    claims = [
        claim
        for number, one in readable
        for claim in claims_of(number, one.article, translated(one.article, portuguese))
    ]
    return figures_table(claims, [_member(number, one) for number, one in readable])


def _member(number: int, sample: SampleArticle) -> Member:
    outlet = sample.outlet
    source = Source(number, outlet.name, outlet.slug, "", outlet.language, outlet.country, None)
    moment = sample.published or datetime(2020, 10, 22, tzinfo=UTC)
    listing = Listing(
        number, source, "", ArticleState.COMPLETE, None, "pt", "", None, None, None, moment, moment, moment, moment
    )
    return Member(listing, None, None)


def test_every_row_of_the_dead_is_right(war: tuple[FigureGroup, ...]) -> None:
    (dead,) = [group for group in war if group.counted is Counted.DEAD]
    rows = {
        (
            row.speaker,
            row.claim.low,
            row.claim.hedge,
            row.claim.scope,
            tuple(sorted({one.listing.source.slug for one in row.reports})),
        )
        for row in dead.rows
    }
    assert rows == WAR
    assert len(dead.rows) == len(WAR)


def test_the_injured_are_those_of_the_prosecutors_and_nothing_else_is_counted(war: tuple[FigureGroup, ...]) -> None:
    assert [group.counted for group in war] == [Counted.DEAD, Counted.INJURED]
    (row,) = war[1].rows
    assert (row.speaker, row.claim.figure) == ("The Azerbaijani Prosecutor's Office", "292")


def test_every_figure_stands_marked_in_both_languages(war: tuple[FigureGroup, ...]) -> None:
    for claim in (one.claim for group in war for row in group.rows for one in row.reports):
        assert claim.sentence[slice(*claim.span)] == claim.figure
        marked = claim.original[slice(*claim.original_span)]
        assert marked.replace(".", "") in {f"{claim.low:.0f}", "5 mil"}


# -- the annotated sentences -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def press(portuguese: Translator) -> list[Line]:
    articles = {f"{one.outlet.slug}/{one.slug}": one.article for one in load_press().corrected().articles}
    return list(press_lines(read_annotations(), articles, portuguese))


def test_150_sentences_are_annotated_and_50_of_them_set_aside() -> None:
    rows = read_annotations()
    assert (len(rows), sum(row["aside"] for row in rows)) == (150, 50)
    assert not [row for row in rows if set(row) - {"source", "id", "place", "crc32", "claims", "aside"}]


# A ratchet: these may be raised, never lowered, and precision never stands below .9.
def test_the_sample_press_is_read_as_right_as_it_was(press: list[Line]) -> None:
    tuned = score(press, aside=False)
    assert tuned["changed"] == 0
    assert tuned["precision"] >= 0.98
    assert tuned["recall"] >= 0.9


@pytest.mark.shared
def test_the_sentences_are_read_as_right_as_they_were(press: list[Line], shared: Path) -> None:
    lines = [*press, *stream_lines(read_annotations(), shared / "data" / "stories" / "stream.jsonl.gz")]
    tuned, aside = score(lines, aside=False), score(lines, aside=True)
    assert (tuned["sentences"], aside["sentences"]) == (100, 50)
    assert tuned["precision"] >= 0.98
    assert tuned["recall"] >= 0.92
    assert aside["precision"] >= 0.9
