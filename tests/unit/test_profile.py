from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import numpy as np
import pytest

from limitedtimes.errors import StoreError
from limitedtimes.semantics.embed import StaticEmbedder
from limitedtimes.semantics.profile import load_profile, make_profile
from limitedtimes.semantics.terms import terms

if TYPE_CHECKING:
    from limitedtimes.semantics.profile import Profile

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = (
    "Azerbaijan and Armenia agreed to a ceasefire in Nagorno-Karabakh, Russian President Vladimir Putin said on Friday. "
    "Almost 5,000 people have died, Putin told the Valdai forum. The fighting began on September 27."
)
EMBEDDER = StaticEmbedder()


def profile(text: str = TEXT, language: str = "en", *, title: str = "", article_id: int = 7) -> Profile:
    return make_profile(
        EMBEDDER,
        article_id=article_id,
        title=title,
        lead=None,
        text=text,
        language=language,
        at=AT,
        source_id=3,
        copy_of=5,
    )


def test_a_profile_is_the_same_after_it_was_stored() -> None:
    made = profile(title="Putin: 5,000 dead in Karabakh")
    read = load_profile(made.dump())
    assert read.dump() == made.dump()
    assert (read.article_id, read.at, read.source_id, read.copy_of, read.language) == (7, AT, 3, 5, "en")
    assert (read.names, read.figures, read.words) == (made.names, made.figures, made.words)
    for one, other in ((read.slots, made.slots), (read.weights, made.weights)):
        assert np.array_equal(one, other)
    assert read.dense is not None
    assert made.dense is not None
    assert np.array_equal(read.dense, made.dense)


def test_a_long_article_takes_a_few_kilobytes() -> None:
    words = " ".join(f"Word{number} thing{number} {number * 37}" for number in range(3_000))
    assert len(profile(words).dump()) < 4_000


@pytest.mark.parametrize("content", [b"", b"\x01", b"\xff" * 40, b"\x01" + b"\xff" * 12])
def test_bytes_that_are_no_profile_are_an_error(content: bytes) -> None:
    with pytest.raises(StoreError, match="made anew"):
        load_profile(content)


def test_a_cut_profile_is_an_error() -> None:
    with pytest.raises(StoreError, match="made anew"):
        load_profile(profile().dump()[:-3])


def test_times_are_kept_in_utc() -> None:
    at = datetime(2026, 3, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    made = make_profile(EMBEDDER, article_id=1, title="A", lead=None, text="b", language="en", at=at, source_id=None)
    assert made.at == AT
    assert load_profile(made.dump()).at.utcoffset() == timedelta(0)


def test_names_are_found_whole_and_a_word_that_begins_a_sentence_is_none() -> None:
    names = set(profile().names.values())
    assert {"Nagorno-Karabakh", "Vladimir Putin", "Armenia", "Valdai"} <= {
        name.removeprefix("Russian President ") for name in names
    }
    assert not names & {"Almost", "The", "Friday"}


def test_a_name_is_the_same_in_several_spellings() -> None:
    english, german = (
        make_profile(EMBEDDER, article_id=1, title="", lead=None, text=text, language=language, at=AT, source_id=None)
        for text, language in (
            ("The doctors of Alexei Navalny spoke.", "en"),
            ("Die Ärzte von Alexej Nawalny sprachen.", "de"),
        )
    )
    assert set(english.names) & set(german.names)


def test_a_headline_in_capitals_gives_no_names() -> None:
    assert profile("He went home.", title="Markets Fall Sharply After Long Holiday").names == {}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Almost 5,000 people and 12.5 percent", ("5000", "12.5")),
        ("It cost 3 million, or 1.5 billion", ("1.5e9",)),
        ("In 2020 there were 37", ("2020", "37")),
        ("٥٠٠ people", ("500",)),
    ],
)
def test_figures_are_read_with_their_magnitude(text: str, figures: tuple[str, ...]) -> None:
    assert terms(text, "en").figures == figures


def test_plural_and_singular_are_one_term_and_empty_words_are_none() -> None:
    found = terms("The strikes and the strike", "en").weights
    assert set(found) == {"strike"}


@pytest.mark.parametrize(
    ("text", "language"), [("東京で地震が発生した", "ja"), ("แผ่นดินไหวในโตเกียว", "th"), ("在東京發生地震", "zh-Hant")]
)
def test_scripts_without_spaces_give_pairs_of_letters(text: str, language: str) -> None:
    made = profile(text, language)
    assert made.dense is None
    assert len(made.slots) > 5


@pytest.mark.parametrize("text", ["", " \n", "!!! ---", "7", "🙂🙂"])
def test_a_text_without_words_has_a_profile(text: str) -> None:
    made = profile(text)
    assert load_profile(made.dump()).dump() == made.dump()
