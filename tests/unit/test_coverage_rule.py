from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from limitedtimes.model.article import ArticleState
from limitedtimes.rules.coverage import Print, cover, headline_candidates, own_texts

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def article(
    number: int,
    source: int = 1,
    *,
    hours: float = 0,
    state: ArticleState = ArticleState.COMPLETE,
    language: str | None = "pt",
    country: str | None = "PT",
    topic: str | None = None,
    copy_of: int | None = None,
) -> Print:
    return Print(number, source, NOON + timedelta(hours=hours), state, language, country, topic, copy_of)


def test_languages_and_countries_come_in_the_order_of_their_articles_then_of_the_first() -> None:
    found = cover(
        [
            article(1, hours=3, language="de", country="AT"),
            article(2, hours=1, language="fr", country="FR"),
            article(3, hours=2, language="de", country="DE"),
            article(4, hours=4, language=None, country=None),
        ]
    )
    assert found.languages == ("de", "fr")
    assert found.countries == ("FR", "DE", "AT")
    assert (found.first_at, found.last_at) == (NOON + timedelta(hours=1), NOON + timedelta(hours=4))


def test_a_story_has_the_topic_of_most_of_its_articles() -> None:
    topics = ["sport", "politics", None, "politics", None, None]
    assert cover([article(place, topic=topic) for place, topic in enumerate(topics)]).topic == "politics"
    assert cover([article(1)]).topic is None


@pytest.mark.parametrize(
    ("articles", "independent"),
    [
        pytest.param([article(1, 1), article(2, 2)], 2, id="two outlets"),
        pytest.param([article(1, 1), article(2, 1)], 1, id="one outlet twice"),
        pytest.param([article(1, 1), article(2, 2, copy_of=1)], 1, id="a copy and its original"),
        pytest.param([article(1, 1), article(2, 2, copy_of=9), article(3, 3, copy_of=9)], 2, id="copies without it"),
        pytest.param([article(1, 1), article(2, 2, copy_of=1), article(3, 2)], 2, id="a copy and a text of its own"),
    ],
)
def test_an_agencys_report_counts_once_however_many_print_it(articles: list[Print], independent: int) -> None:
    assert cover(articles).independent == independent
    assert cover(articles[::-1]).independent == independent


def test_the_original_stands_for_a_text_even_where_a_copy_came_first() -> None:
    copy, original = article(1, 1, copy_of=2), article(2, 2, hours=1)
    assert own_texts([copy, original]) == [original]
    other = article(3, 3, copy_of=9, hours=2)
    assert own_texts([copy, other, original]) == [original, other]


def test_the_headline_is_of_a_text_of_its_own_and_of_a_complete_translation_where_there_is_one() -> None:
    untranslated = article(1, 1, state=ArticleState.UNTRANSLATED)
    partial = article(2, 2, hours=1, state=ArticleState.PARTIAL)
    complete = article(3, 3, hours=2)
    copy = article(4, 4, hours=3, copy_of=3)
    assert headline_candidates([untranslated]) == [untranslated]
    assert headline_candidates([untranslated, partial]) == [partial]
    assert headline_candidates([untranslated, partial, copy, complete]) == [complete]
