"""Both languages on one page: marks on each side, words that light each other up, remarks in words."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind
from limitedtimes.model.translation import Alignment, Flag, SentenceState, TranslatedSentence
from limitedtimes.web.app import create_app
from limitedtimes.web.inline import WORDS, Line, Tag, word_tags
from limitedtimes.web.rendering import assets
from newsdesk import PictureDesk, Story, get, outlet, printed

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

    from limitedtimes.store.database import Database

SOURCE = "Até agora 2.000 mortos, disse Putin em Moscovo."
ENGLISH = "So far 200 dead, Putin said in Moscow."
OUT = 'rel="noopener noreferrer nofollow" referrerpolicy="no-referrer"'


def aligned(source: str, english: str, links: str) -> Alignment:
    """Pairs of word numbers, as aligners print them."""
    words = [[match.span() for match in re.finditer(r"[\w.]*\w", text)] for text in (source, english)]
    pairs = [tuple(map(int, link.split("-"))) for link in links.split()]
    return tuple((words[0][one], words[1][other]) for one, other in sorted(pairs, key=lambda pair: pair[1]))


PAIRS = aligned(SOURCE, ENGLISH, "0-0 1-0 1-1 2-2 3-3 5-4 4-5 6-6 7-7")
WRONG = Flag("number", "The original says 2.000; this number is not in the translation.", (10, 15), (7, 10))
MENDED = Flag("number", "The number was put right from the original.", (10, 15), (7, 10), repaired=True)


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Starlette:
    return create_app(database, PictureDesk(), version="1", pictures=tmp_path)


def page(site: Starlette, database: Database, *flags: Flag, view: str = "both", confidence: float | None = None) -> str:
    one = TranslatedSentence(
        SOURCE, (0, len(SOURCE)), ENGLISH, SentenceState.TRANSLATED, confidence, flags, alignment=PAIRS
    )
    marks = (
        Mark(MarkKind.LINK, (24, 35), "https://example.org/said"),
        Mark(MarkKind.STRONG, (30, 35)),
        Mark(MarkKind.LINK, (39, 46), "javascript:alert(1)"),
    )
    block = Block(BlockKind.PARAGRAPH, SOURCE, marks)
    heading = Block(BlockKind.HEADING, "Fim", level=2)
    end = TranslatedSentence(
        "Fim", (0, 3), "End", SentenceState.TRANSLATED, flags=(MENDED,), alignment=(((0, 3), (0, 3)),)
    )
    with database.connection() as connection:
        number = printed(
            connection,
            outlet(connection, "O Mirante"),
            Story(title=("Título", "Title"), body=[(block, (one,)), (heading, (replace(end, flags=()),))]),
        )
    return get(site, f"/a/{number}/title?view={view}").text


def test_links_and_emphasis_stand_on_the_right_words_of_the_translation(site: Starlette, database: Database) -> None:
    html = page(site, database, view="translation")
    assert (
        f'So far 200 dead, <a href="https://example.org/said" {OUT}><strong>Putin</strong> said</a> in Moscow.' in html
    )
    assert "javascript:" not in html
    assert 'class="w1' not in html
    assert "<script src" not in html


def test_beside_the_original_words_are_numbered_by_their_partners(site: Starlette, database: Database) -> None:
    html = page(site, database)
    english, original = re.findall(r'<span class="s">(.*?)</span></p>', html.partition('class="text"')[2])[:2]
    assert english.startswith('<span class="w1">So</span> <span class="w2">far</span> <span class="w3">200</span>')
    assert original.startswith('<span class="w1">Até</span> <span class="w1 w2">agora</span> <span class="w3">2.000<')
    assert (
        f'<a href="https://example.org/said" {OUT}><strong><span class="w5">Putin</span></strong> <span class="w6">said</span></a>'
        in english
    )
    assert '<span class="w6">disse</span> <strong><span class="w5">Putin</span></strong></a>' in original
    assert re.search(r'<script src="/static/[0-9a-f]{12}/pairs.js" defer></script>', html)


def test_a_remark_is_said_in_words_and_shown_on_both_sides(site: Starlette, database: Database) -> None:
    html = page(site, database, WRONG)
    assert f'</span><span class="remark">{WRONG.message}</span>' in html
    assert '<span class="flag"><span class="w3">200</span></span>' in html
    assert '<span class="flag"><span class="w3">2.000</span></span>' in html
    assert "1 sentence carries a remark." in html


@pytest.mark.parametrize(
    ("flag", "label"),
    [
        (MENDED, "number corrected"),
        (replace(MENDED, kind="negation"), "wording corrected"),
        (Flag("split", "It was translated in parts."), "translated in parts"),
    ],
)
def test_what_was_done_is_said_aside_and_is_no_remark(
    site: Starlette, database: Database, flag: Flag, label: str
) -> None:
    html = page(site, database, flag, flag, view="translation")
    assert html.count(f' <span class="note aside">{label}</span>') == 1
    assert flag.message not in html
    beside = get(site, "/a/1/title?view=both").text
    assert beside.count(f'<span class="remark aside">{flag.message}</span>') == 1
    assert "carries a remark" not in html + beside


def test_a_sentence_has_two_remarks_and_the_number_of_the_others(site: Starlette, database: Database) -> None:
    html = page(site, database, *(replace(WRONG, message=f"Remark {number}.") for number in (1, 2, 2, 3, 4)))
    assert re.findall(r'<span class="remark">(.*?)</span>', html) == [
        "Remark 1.",
        "Remark 2.",
        "And 2 more remarks: better read the original.",
    ]


@pytest.mark.parametrize(
    ("confidence", "flags", "said"),
    [(0.1, (), True), (0.1, (WRONG,), False), (0.9, (), False), (None, (), False), (0.1, (MENDED,), True)],
)
def test_an_unsure_engine_says_so_where_nothing_worse_is_said(
    site: Starlette, database: Database, confidence: float | None, flags: tuple[Flag, ...], said: bool
) -> None:
    html = page(site, database, *flags, confidence=confidence, view="translation")
    assert ("The engine is unsure of this sentence." in html) is said


def test_the_original_alone_carries_no_remarks(site: Starlette, database: Database) -> None:
    html = page(site, database, WRONG, MENDED, confidence=0.1, view="original")
    assert "remark" not in html.partition('class="text"')[2]
    assert 'class="flag' not in html


def test_a_heading_lights_up_with_its_original(site: Starlette, database: Database) -> None:
    html = page(site, database)
    assert '<h2><span class="s"><span class="w1">End</span></span></h2>' in html
    assert '<span class="s"><span class="w1">Fim</span></span></p>' in html


def test_every_number_of_a_word_has_its_rule_and_scripts_and_styles_are_small() -> None:
    files = assets()
    style = files["paper.css"].body.decode()
    assert [number for number in range(1, WORDS + 1) if f".pair:has(.w{number}:hover) .w{number}" not in style] == []
    assert len(gzip.compress(files["paper.css"].body)) < 12_000
    assert len(gzip.compress(files["pairs.js"].body)) < 5_000


def test_words_beyond_the_last_rule_have_no_number() -> None:
    spans = [(2 * place, 2 * place + 1) for place in range(WORDS + 5)]
    source, english = word_tags(tuple(zip(spans, spans, strict=True)))
    assert len(source) == len(english) == WORDS


class Nesting(HTMLParser):
    """Reads a line of HTML: its text, and every element with the text in it. Fails where elements cross."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.path: list[tuple[str, int]] = []
        self.found: list[tuple[str, str]] = []
        self.feed(str(html))
        self.close()
        assert self.path == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        assert tag not in [one for one, _ in self.path]
        self.path.append((tag, len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        opened, start = self.path.pop()
        assert opened == tag
        self.found.append((tag, self.text[start:]))

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = "One <b>& two, 'three' \"four\""
SPAN = st.tuples(st.integers(-3, 35), st.integers(-3, 35)).filter(lambda span: span[0] < span[1])
KINDS = {"emphasis": "em", "strong": "strong", "flag": "span"}


def layer(*kinds: str) -> st.SearchStrategy[tuple[Tag, ...]]:
    tag = st.builds(lambda kind, span: Tag(kind, span, f"<{KINDS[kind]}>"), st.sampled_from(kinds), SPAN)
    return st.lists(tag, max_size=5).map(tuple)


@given(layer("emphasis", "strong"), layer("flag"))
def test_a_line_is_well_formed_and_keeps_its_text_whatever_stands_in_it(
    marks: tuple[Tag, ...], flags: tuple[Tag, ...]
) -> None:
    line = Line(TEXT, marks, flags)
    assert Nesting(line.remarked).text == TEXT
    covered = {kind: set[int]() for kind in KINDS}
    for tag in (*marks, *flags):
        covered[tag.kind] |= set(range(max(0, tag.span[0]), min(len(TEXT), tag.span[1])))
    read = Nesting(line.remarked)
    for kind, name in KINDS.items():
        assert sum(len(text) for tag, text in read.found if tag == name) == len(covered[kind])


def test_a_remark_across_the_end_of_a_link_does_not_cut_the_link() -> None:
    link = Tag("link", (4, 13), '<a href="x">')
    line = Line("One, two, three", (link,), (Tag("flag", (10, 15), "<span>"),))
    assert line.remarked == 'One,<a href="x"> two, <span>thr</span></a><span>ee</span>'
    assert Line("<", (), ()).plain == escape("<")
