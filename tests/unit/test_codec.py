"""The codec loses nothing, and what it writes is plain JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, Block, BlockKind, Entry, Mark, MarkKind, Picture, Reason
from limitedtimes.model.translation import (
    ArticleTranslation,
    Candidate,
    Engine,
    Flag,
    SentenceState,
    TranslatedSentence,
)
from limitedtimes.store import codec

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
MOMENT = st.datetimes(timezones=st.just(UTC))
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
LOG_PROBABILITY = st.integers(-1_000_000, 0).map(lambda tenthousandths: tenthousandths / 10_000)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
PICTURE = st.builds(
    Picture,
    url=TEXT,
    caption=st.none() | TEXT,
    credit=st.none() | TEXT,
    alt=st.none() | TEXT,
    width=st.none() | st.integers(0),
)
REASON = st.builds(Reason, code=TEXT, message=TEXT)
MARK = st.builds(Mark, kind=st.sampled_from(MarkKind), span=SPAN, href=st.none() | TEXT)
BLOCK = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=TEXT,
    marks=st.lists(MARK, max_size=2).map(tuple),
    level=st.none() | st.integers(2, 6),
    image=st.none() | st.integers(0, 9),
)
ARTICLE = st.builds(
    Article,
    url=TEXT,
    title=TEXT,
    blocks=st.lists(BLOCK, max_size=3).map(tuple),
    canonical_url=st.none() | TEXT,
    kicker=st.none() | TEXT,
    lead=st.none() | TEXT,
    language=st.none() | TEXT,
    published=st.none() | MOMENT,
    modified=st.none() | MOMENT,
    authors=WORDS,
    agencies=WORDS,
    section=st.none() | TEXT,
    keywords=WORDS,
    pictures=st.lists(PICTURE, max_size=2).map(tuple),
    accessible=st.booleans(),
    rights=WORDS,
    partial=st.none() | REASON,
)
ENTRY = st.builds(
    Entry,
    guid=TEXT,
    url=TEXT,
    title=TEXT,
    summary_html=TEXT,
    content_html=TEXT,
    published=st.none() | MOMENT,
    updated=st.none() | MOMENT,
    authors=WORDS,
    language=st.none() | TEXT,
    keywords=WORDS,
    image=st.none() | TEXT,
)
ALIGNMENT = st.none() | st.lists(st.tuples(SPAN, SPAN), max_size=3).map(tuple)
FLAG = st.builds(
    Flag, kind=TEXT, message=TEXT, source=st.none() | SPAN, target=st.none() | SPAN, repaired=st.booleans()
)
SENTENCE = st.builds(
    TranslatedSentence,
    source=TEXT,
    span=SPAN,
    translation=st.none() | TEXT,
    state=st.sampled_from(SentenceState),
    confidence=st.none() | NUMBER,
    flags=st.lists(FLAG, max_size=2).map(tuple),
    alignment=ALIGNMENT,
)
TRANSLATION = st.builds(
    ArticleTranslation,
    title=SENTENCE,
    blocks=st.lists(st.lists(SENTENCE, max_size=2).map(tuple), max_size=3).map(tuple),
    captions=st.lists(st.none() | SENTENCE, max_size=2).map(tuple),
    kicker=st.none() | SENTENCE,
    lead=st.none() | SENTENCE,
    engine=st.none() | st.builds(Engine, name=TEXT, model=TEXT, model_sha256=TEXT),
)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        text=TEXT,
        alignment=ALIGNMENT,
        log_probabilities=st.none() | st.lists(LOG_PROBABILITY, max_size=3).map(tuple),
        tokens=st.none() | st.lists(SPAN, max_size=3).map(tuple),
        confidence=st.none() | st.floats(0, 1),
        notes=WORDS,
    ),
    max_size=3,
).map(tuple)


def through(value: T, to_json: Callable[[T], Any], from_json: Callable[[Any], T]) -> T:
    return from_json(json.loads(json.dumps(to_json(value), allow_nan=False)))


@given(ARTICLE)
def test_an_article_comes_back_as_it_went(article: Article) -> None:
    assert through(article, codec.article_to_json, codec.article_from_json) == article


@given(ENTRY)
def test_an_entry_comes_back_as_it_went(entry: Entry) -> None:
    assert through(entry, codec.entry_to_json, codec.entry_from_json) == entry


@given(PICTURE)
def test_a_picture_comes_back_as_it_went(picture: Picture) -> None:
    assert through(picture, codec.picture_to_json, codec.picture_from_json) == picture


@given(TRANSLATION)
def test_a_translation_comes_back_as_it_went(translation: ArticleTranslation) -> None:
    assert through(translation, codec.translation_to_json, codec.translation_from_json) == translation


@given(CANDIDATES)
def test_candidates_come_back_as_they_went(candidates: tuple[Candidate, ...]) -> None:
    assert through(candidates, codec.candidates_to_json, codec.candidates_from_json) == candidates


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2020, 10, 22, 18, 45, 52, tzinfo=UTC), "2020-10-22T18:45:52Z"),
        (datetime(2020, 10, 22, 20, 45, tzinfo=timezone(timedelta(hours=2))), "2020-10-22T18:45:00Z"),
        (datetime(2020, 10, 22, 18, 45, 52, 26000, tzinfo=UTC), "2020-10-22T18:45:52.026000Z"),
    ],
)
def test_times_are_written_in_utc_with_z(moment: datetime, text: str) -> None:
    assert codec.time_to_json(moment) == text
    assert codec.time_from_json(text) == moment


def test_what_is_default_is_left_out() -> None:
    article = Article(url="https://a.example/1", title="Título", blocks=(Block(BlockKind.PARAGRAPH, "Olá."),))
    assert codec.article_to_json(article) == {
        "url": "https://a.example/1",
        "title": "Título",
        "blocks": [{"kind": "paragraph", "text": "Olá."}],
    }


def test_a_candidate_is_stored_in_few_characters() -> None:
    candidate = Candidate(
        text="two words",
        alignment=(((0, 4), (0, 3)), ((5, 13), (4, 9))),
        log_probabilities=(-0.123456789, -1.0, 0.0),
        tokens=((0, 3), (4, 9), (9, 9)),
        confidence=0.75,
    )
    assert codec.candidates_to_json([candidate]) == [
        {
            "text": "two words",
            "confidence": 0.75,
            "log_probabilities": [-0.1235, -1.0, 0.0],
            "tokens": [0, 3, 4, 9, 9, 9],
            "alignment": [0, 4, 0, 3, 5, 13, 4, 9],
        }
    ]


@pytest.mark.parametrize("nothing", [None, ()])
def test_no_alignment_and_an_empty_one_stay_apart(nothing: tuple[()] | None) -> None:
    candidates: tuple[Candidate, ...] = (Candidate("a", nothing, nothing, nothing),)
    assert through(candidates, codec.candidates_to_json, codec.candidates_from_json) == candidates
