"""The owner has the last word: corrections and the glossary on their way into articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.model.article import ArticleState
from limitedtimes.rules.glossary import Term
from limitedtimes.rules.translation import placed
from limitedtimes.store import articles, corrections, glossary, press, sources
from limitedtimes.store.queue import Next
from stages.stagehand import EVERYTHING, FEED, Item, asked_of, html_page, rss

if TYPE_CHECKING:
    from stages.stagehand import Newsroom

SHARED = "O governo anunciou ontem um acordo com os sindicatos."
OWNED = "Yesterday the government announced a deal with the unions."
OTHERS = (
    "Os ministros chegaram a Lisboa na quinta-feira.",
    "A reunião durou mais de seis horas e terminou sem acordo.",
    "Os pescadores esperam uma decisão até ao fim do ano.",
)
ITEMS = [Item(url=f"https://news.example/{n}", title=f"Caso número {n}") for n in (1, 2)]


async def read_two(newsroom: Newsroom) -> None:
    """Take in and read two articles that share a sentence; nothing is translated yet."""
    newsroom.follow()
    newsroom.fetcher.at(FEED, rss(*ITEMS))
    for number, item in enumerate(ITEMS):
        text = [*(f"{one[:-1]} pela {number + 1}.ª vez." for one in OTHERS), SHARED]
        newsroom.fetcher.at(item.url, html_page(text, title=item.title))
    await newsroom.run("poll", 1)
    for number in (1, 2):
        await newsroom.run("read", number)


async def print_two(newsroom: Newsroom) -> None:
    await read_two(newsroom)
    await newsroom.settle()
    asked_of(newsroom)


def own(newsroom: Newsroom, sentence: str, text: str) -> None:
    """Have a correction from before."""
    with newsroom.database.transaction() as connection:
        corrections.store(connection, "pt", sentence, text)


def correct(newsroom: Newsroom, place: str, text: str | None, article_id: int = 1) -> list[int]:
    """Correct a sentence of an article, or take that back."""
    with newsroom.database.transaction() as connection:
        work = press.to_print(connection, article_id)
        assert work is not None
        sentence = dict(placed(work.translation))[place]
        if text is None:
            return corrections.withdraw(connection, work, sentence)
        return corrections.correct(connection, work, sentence, text)


def shown(newsroom: Newsroom, article_id: int = 1, block: int = 3) -> dict[str, Any]:
    """A block's sentence as it is stored."""
    found: dict[str, Any] = newsroom.article(article_id)["translation"]["blocks"][block][0]
    return found


# -- corrections -------------------------------------------------------------------------------------------------------


async def test_a_correction_is_asked_before_the_engine(newsroom: Newsroom) -> None:
    own(newsroom, SHARED, OWNED)
    await print_two(newsroom)
    assert SHARED not in newsroom.translator.asked
    for article_id in (1, 2):
        one = shown(newsroom, article_id)
        assert (one["source"], one["translation"], one["state"]) == (SHARED, OWNED, "translated")
        assert "confidence" not in one
        assert "flags" not in one


async def test_a_correction_is_asked_before_the_memory(newsroom: Newsroom) -> None:
    await print_two(newsroom)
    own(newsroom, SHARED, OWNED)
    with newsroom.database.transaction() as connection:
        articles.translate_again(connection, 2)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    assert asked_of(newsroom) == []
    assert shown(newsroom, 2)["translation"] == OWNED


async def test_a_correction_is_aligned_where_the_engine_can(newsroom: Newsroom) -> None:
    newsroom.translator.capabilities = EVERYTHING
    own(newsroom, SHARED, OWNED)
    await print_two(newsroom)
    assert newsroom.translator.forced == [(SHARED, OWNED)]
    assert shown(newsroom)["alignment"]
    assert "confidence" not in shown(newsroom)


async def test_a_correction_that_the_engine_cannot_align_is_printed_all_the_same(newsroom: Newsroom) -> None:
    newsroom.translator.capabilities = EVERYTHING
    newsroom.translator.refuses = {SHARED}
    own(newsroom, SHARED, OWNED)
    await print_two(newsroom)
    assert shown(newsroom)["translation"] == OWNED
    assert "alignment" not in shown(newsroom)
    assert newsroom.article()["state"] == "complete"


async def test_a_correction_needs_no_model(newsroom: Newsroom) -> None:
    newsroom.translators.here.clear()
    own(newsroom, SHARED, OWNED)
    await print_two(newsroom)
    assert shown(newsroom)["translation"] == OWNED
    assert newsroom.article()["state"] == "untranslated"


async def test_correcting_shows_this_article_at_once_and_the_others_when_they_are_translated_again(
    newsroom: Newsroom,
) -> None:
    newsroom.translator.capabilities = EVERYTHING
    await print_two(newsroom)
    assert correct(newsroom, "3.0", OWNED) == [1, 2]
    assert newsroom.waiting() == [("press", "1"), ("translate", "pt")]
    await newsroom.run("press", 1)
    assert shown(newsroom, 1)["translation"] == OWNED
    assert shown(newsroom, 2)["translation"] != OWNED
    await newsroom.settle()
    assert shown(newsroom, 2)["translation"] == OWNED
    assert shown(newsroom, 1)["alignment"] == shown(newsroom, 2)["alignment"]
    assert asked_of(newsroom) == [], "the memory knows the rest"
    assert newsroom.waiting() == []


async def test_what_readers_search_and_see_in_lists_follows_a_correction(newsroom: Newsroom) -> None:
    await print_two(newsroom)
    version = newsroom.row("select version from page_version where page = 'article:1'")["version"]
    correct(newsroom, "title", "Case number one")
    await newsroom.settle()
    assert newsroom.article()["title_en"] == "Case number one"
    assert newsroom.row("select version from page_version where page = 'article:1'")["version"] > version
    assert newsroom.rows(
        "select 1 as found from search_document where tsv_en @@ plainto_tsquery('english', 'case number one')"
    )


async def test_a_correction_of_a_failed_sentence_completes_the_article(newsroom: Newsroom) -> None:
    newsroom.translator.refuses = {SHARED}
    await print_two(newsroom)
    assert newsroom.article()["state"] == "partial"
    correct(newsroom, "3.0", OWNED)
    await newsroom.settle()
    assert [newsroom.article(n)["state"] for n in (1, 2)] == [ArticleState.COMPLETE] * 2
    assert newsroom.article()["reason_code"] is None


async def test_a_correction_taken_back_gives_way_to_the_engines_words(newsroom: Newsroom) -> None:
    await print_two(newsroom)
    before = shown(newsroom)
    correct(newsroom, "3.0", OWNED)
    await newsroom.settle()
    assert correct(newsroom, "3.0", None) == [1, 2]
    await newsroom.settle()
    assert shown(newsroom) == shown(newsroom, 2) == before
    assert correct(newsroom, "3.0", None) == []
    assert newsroom.waiting() == []


async def test_a_second_correction_takes_the_place_of_the_first(newsroom: Newsroom) -> None:
    await print_two(newsroom)
    for text in ("First.", "Second."):
        correct(newsroom, "3.0", text)
        await newsroom.settle()
    assert {shown(newsroom, n)["translation"] for n in (1, 2)} == {"Second."}


def test_corrections_are_found_by_sentence_and_language_whatever_the_region(newsroom: Newsroom) -> None:
    odd = "a\0b 😀 " + "muito " * 3000
    with newsroom.database.transaction() as connection:
        corrections.store(connection, "pt-BR", SHARED, OWNED)
        corrections.store(connection, "pt", odd, "x\0y")
        assert corrections.recall(connection, "pt-PT", [SHARED, odd]) == {SHARED: OWNED, odd: "xy"}
        assert corrections.recall(connection, "es", [SHARED]) == {}
        assert corrections.recall(connection, "pt", []) == {}


# -- glossary ----------------------------------------------------------------------------------------------------------


async def translate_with(newsroom: Newsroom, *terms: tuple[str, str, int | None]) -> None:
    """Print two articles by an engine that aligns, with these terms in the glossary."""
    newsroom.translator.capabilities = EVERYTHING
    newsroom.translator.english = {SHARED: ("The cabinet announced yesterday an agreement with the unions .",)}
    await read_two(newsroom)
    with newsroom.database.transaction() as connection:
        for source, english, outlet in terms:
            glossary.add(connection, "pt", Term(source, english), outlet)
    await newsroom.settle()


async def test_the_glossarys_term_is_written_and_marked(newsroom: Newsroom) -> None:
    await translate_with(newsroom, ("governo", "government", None))
    one = shown(newsroom)
    assert one["translation"].startswith("The government announced")
    (flag,) = [flag for flag in one["flags"] if flag["kind"] == "glossary"]
    assert flag["repaired"]
    assert one["source"][slice(*flag["source"])] == "governo"
    assert one["translation"][slice(*flag["target"])] == "government"


async def test_an_outlets_own_term_takes_the_place_of_the_one_for_all(newsroom: Newsroom) -> None:
    outlet = newsroom.follow().source_id
    with newsroom.database.transaction() as connection:
        other, _, _ = sources.subscribe(connection, url="https://other.example/feed", name="Outra Folha")
    terms = [("governo", "government", None), ("governo", "ministry", outlet), ("governo", "junta", other.id)]
    await translate_with(newsroom, *terms)
    assert shown(newsroom)["translation"].startswith("The ministry announced")


async def test_a_term_without_a_place_is_remarked_on(newsroom: Newsroom) -> None:
    await translate_with(newsroom, ("governo", "government", None))
    newsroom.translator.capabilities = EVERYTHING
    with newsroom.database.transaction() as connection:
        glossary.add(connection, "pt", Term("sindicatos", "syndicates"))
        newsroom.rows("delete from translation_memory")
        articles.translate_again(connection, 1)
    newsroom.translator.english[SHARED] = ("The government announced it.",)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    flags = [flag for flag in shown(newsroom)["flags"] if flag["kind"] == "glossary"]
    assert [flag.get("repaired", False) for flag in flags] == [False]


async def test_a_new_term_costs_no_engine(newsroom: Newsroom) -> None:
    await translate_with(newsroom)
    asked_of(newsroom)
    newsroom.translator.asked_again.clear()
    with newsroom.database.transaction() as connection:
        glossary.add(connection, "pt", Term("governo", "government"))
        articles.start_over(connection, [1])
    newsroom.enqueue(Next("read", 1))
    await newsroom.settle()
    assert asked_of(newsroom) == []
    assert shown(newsroom)["translation"].startswith("The government announced")


@pytest.mark.parametrize("capable", [True, False])
async def test_an_alternative_that_has_the_term_is_preferred(newsroom: Newsroom, *, capable: bool) -> None:
    other = "The government announced yesterday a deal with unions today."
    await translate_with(newsroom)
    newsroom.rows("delete from translation_memory")
    newsroom.translator.english[SHARED] = ("The cabinet announced a deal.", other)
    if not capable:
        newsroom.translator.capabilities = type(EVERYTHING)(alignment=True)
    with newsroom.database.transaction() as connection:
        glossary.add(connection, "pt", Term("governo", "government"))
        articles.translate_again(connection, 1)
    newsroom.enqueue(Next("translate", "pt"))
    await newsroom.settle()
    assert shown(newsroom)["translation"] == (other if capable else "The government announced a deal.")
