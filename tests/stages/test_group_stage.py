from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes import jobs
from limitedtimes.model.article import ArticleState, Reason
from limitedtimes.stages import live
from limitedtimes.stages.group import profile_of
from limitedtimes.store import articles, grouping, profiles, sources, stories
from stages.figure_grouper import BREAKS, DRIFTS, FigureGrouper
from stages.stagehand import SENTENCES, Item, html_page, rss
from stages.storyroom import NOON, coherent, paper, placed, show, together

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from stages.stagehand import Newsroom


@pytest.fixture
def foretold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles belong together that give the same figures."""
    monkeypatch.setattr(live, "Grouper", FigureGrouper)


@pytest.mark.usefixtures("foretold")
async def test_articles_find_their_stories_and_a_card_says_what_they_are_together(newsroom: Newsroom) -> None:
    folha, brasil = paper(newsroom), paper(newsroom, "O Brasil", country="BR")
    later = show(newsroom, brasil, 5217, hours=2, topic="politics")
    first = show(newsroom, folha, 5217, topic="politics")
    other = show(newsroom, folha, 999)
    await newsroom.run("group", "news")
    assert together(newsroom) == [{later, first}, {other}]
    with newsroom.database.connection() as connection:
        number = stories.story_of(connection, first)
        assert number is not None
        story = stories.story(connection, number)
    assert story is not None
    assert [member.listing.id for member in story.members] == [first, later]
    assert [member.reason for member in story.members] == [None, "shares: 5217"]
    card = story.card
    assert (card.articles, card.outlets, card.independent) == (2, 2, 2)
    assert (card.languages, card.countries, card.topic) == (("pt",), ("PT", "BR"), "politics")
    assert (card.first_at, card.last_at) == (NOON, NOON + timedelta(hours=2))
    assert card.headline.id in {first, later}
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_grouping_twice_changes_nothing(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    for hours in range(3):
        show(newsroom, folha, 5217, hours=hours)
    await newsroom.run("group", "news")
    once = newsroom.rows("select * from story order by id"), newsroom.rows("select * from page_version order by page")
    await newsroom.run("group", "news")
    again = newsroom.rows("select * from story order by id"), newsroom.rows("select * from page_version order by page")
    assert again == once
    assert newsroom.waiting() == []


@pytest.mark.usefixtures("foretold")
async def test_every_worker_knows_what_the_others_grouped(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    desks = [newsroom.new_desk("one"), newsroom.new_desk("two")]
    for place in range(6):
        show(newsroom, folha, 5217, place % 2 + 100, hours=place)
        await newsroom.run("group", "news", desk=desks[place % 2])
    assert len(together(newsroom)) == 1
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_workers_that_race_for_the_same_articles_give_one_answer(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    for place in range(12):
        show(newsroom, folha, place % 4 + 100, hours=place / 10)
    desks = [newsroom.new_desk(f"worker {number}") for number in range(3)]
    await asyncio.gather(*(newsroom.run("group", "news", desk=desk) for desk in desks))
    assert together(newsroom) == [{1, 5, 9}, {2, 6, 10}, {3, 7, 11}, {4, 8, 12}]
    assert newsroom.row("select count(*) as number from story")["number"] == 4
    coherent(newsroom)


@pytest.mark.parametrize("died_in", ["limitedtimes.stages.group.close_empty", "limitedtimes.jobs.queue.enqueue"])
@pytest.mark.usefixtures("foretold")
async def test_what_was_not_committed_never_happened(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, died_in: str
) -> None:
    folha = paper(newsroom)
    first = show(newsroom, folha, 5217)
    await newsroom.run("group", "news")
    second = show(newsroom, folha, 5217, 300, hours=1)

    def killed(*_: object) -> int:
        raise ConnectionResetError

    with monkeypatch.context() as dying:
        # When the cache has seen it all: before it has noted so, and at the very end of the transaction.
        dying.setattr(died_in, killed)
        with pytest.raises(ConnectionResetError):
            await newsroom.run("group", "news")
    assert placed(newsroom)[second] is None
    with newsroom.database.transaction() as connection:
        articles.exclude(connection, second, Reason("noai", "reserved"))
    third = show(newsroom, folha, 300, hours=2)
    other = show(newsroom, folha, 5217, hours=3)
    await newsroom.run("group", "news")
    assert together(newsroom) == [{first, other}, {third}]
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_stories_that_turn_out_to_be_one_merge_and_the_address_of_the_other_leads_there(
    newsroom: Newsroom,
) -> None:
    folha = paper(newsroom)
    one, other = show(newsroom, folha, 100), show(newsroom, folha, 200, hours=1)
    await newsroom.run("group", "news")
    into, gone = (placed(newsroom)[number] for number in (one, other))
    assert into is not None
    assert gone is not None
    show(newsroom, folha, 100, 200, hours=2)
    await newsroom.run("group", "news")
    assert len(together(newsroom)) == 1
    with newsroom.database.connection() as connection:
        assert stories.resolve(connection, gone) == into
        assert stories.story(connection, gone) is None
        assert stories.cards(connection, [gone, into])[0].id == into
        (change,) = stories.changes(connection, gone)
    assert (change.story_id, change.other_id, change.articles, change.by_owner) == (into, gone, (other,), False)
    assert newsroom.article(other)["story_reason"] == "they are one"
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_a_story_that_drifts_is_split_on_record(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    first = show(newsroom, folha, 100)
    drifted = show(newsroom, folha, 100, DRIFTS, hours=1)
    await newsroom.run("group", "news")
    assert together(newsroom) == [{first}, {drifted}]
    (change,) = newsroom.rows("select * from story_change")
    assert (change["kind"], change["articles"], change["reason"]) == ("split", [first], "it drifted")
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_merges_of_merged_stories_are_followed_in_one_step(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    first, second, third = (show(newsroom, folha, 100 * place, hours=place) for place in (1, 2, 3))
    await newsroom.run("group", "news")
    gone = placed(newsroom)
    for pair in ((200, 300), (100, 200)):
        show(newsroom, folha, *pair, hours=4)
        await newsroom.run("group", "news")
    with newsroom.database.connection() as connection:
        assert {stories.resolve(connection, gone[number] or 0) for number in (first, second, third)} == {gone[first]}
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_a_text_that_changed_a_little_stays_and_one_that_was_rewritten_moves(newsroom: Newsroom) -> None:
    newsroom.follow()
    newsroom.fetcher.at("https://news.example/feed", rss(Item()))
    newsroom.fetcher.at(Item().url, html_page())
    await newsroom.poll()
    before = placed(newsroom)[1]
    assert before is not None
    await read_again(newsroom, (*SENTENCES[:3], "Os pescadores esperam uma decisão até ao fim do mês."))
    assert (newsroom.article()["printed_revision"], newsroom.article()["grouped_revision"]) == (2, 2)
    assert placed(newsroom)[1] == before
    newsroom.translator.english = {
        sentence: (f"Completely {place} other words about volcanoes, lava and ash over Iceland.",)
        for place, sentence in enumerate(OTHER)
    }
    await read_again(newsroom, OTHER)
    after = placed(newsroom)[1]
    assert after != before
    with newsroom.database.connection() as connection:
        assert stories.resolve(connection, before) == after
    coherent(newsroom)


OTHER = (
    "Um vulcão entrou em erupção na Islândia durante a noite.",
    "A lava corre para o mar e as cinzas cobrem as aldeias.",
    "Os geólogos falam da maior erupção dos últimos anos.",
    "Três aeroportos fecharam e os voos foram desviados.",
)


async def read_again(newsroom: Newsroom, sentences: tuple[str, ...]) -> None:
    """Let the outlet print another text, and read it."""
    newsroom.fetcher.at(Item().url, html_page(sentences))
    await newsroom.run("read", 1)
    await newsroom.settle()


@pytest.mark.usefixtures("foretold")
async def test_an_article_without_a_translation_gets_a_story_and_another_look_when_it_has_one(
    newsroom: Newsroom,
) -> None:
    folha = paper(newsroom)
    reason = Reason("no_model", "no model")
    state: dict[str, Any] = {"state": ArticleState.UNTRANSLATED, "reason": reason, "language": "de", "engine": None}
    number = show(newsroom, folha, 100, english=False, **state)
    await newsroom.run("group", "news")
    assert newsroom.row("select embedding from article_profile")["embedding"] is None
    assert placed(newsroom)[number] is not None
    newsroom.rows("update article set grouped_revision = 0")
    assert newsroom.row("select count(*) as n from article where grouped_revision < printed_revision")["n"] == 1
    await newsroom.run("group", "news")
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_an_article_of_which_no_profile_can_be_made_stands_alone(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, logged: list[MutableMapping[str, Any]]
) -> None:
    folha = paper(newsroom)
    broken, whole, same = show(newsroom, folha, 7), show(newsroom, folha, 100), show(newsroom, folha, 100, hours=1)

    def breaking(embedder: Any, article: grouping.Ungrouped) -> Any:
        if article.id == broken:
            raise ValueError
        return profile_of(embedder, article)

    monkeypatch.setattr("limitedtimes.stages.group.profile_of", breaking)
    await newsroom.run("group", "news")
    assert together(newsroom) == [{broken}, {whole, same}]
    assert any(entry.get("article") == broken for entry in logged)
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_articles_that_can_never_be_grouped_end_up_alone_and_the_others_go_on(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    broken = show(newsroom, folha, BREAKS)
    for attempt in range(5):
        with pytest.raises(RuntimeError):
            await newsroom.run("group", "news", attempts=attempt)
    await newsroom.run("group", "news", attempts=5)
    assert placed(newsroom)[broken] is not None
    show(newsroom, folha, 100)
    await newsroom.run("group", "news")
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_more_than_a_batch_is_grouped_in_several_and_in_the_order_of_time(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("limitedtimes.stages.group._BATCH", 3)
    folha = paper(newsroom)
    numbers = [show(newsroom, folha, 100, hours=-place) for place in range(8)]
    newsroom.enqueue(grouping.JOB)
    await newsroom.settle()
    assert len(together(newsroom)) == 1
    assert newsroom.article(numbers[-1])["story_reason"] is None
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_an_archive_that_waits_does_not_keep_the_news_waiting(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    old = show(newsroom, folha, 100, hours=-24 * 300)
    older = show(newsroom, folha, 100, hours=-24 * 600)
    news = show(newsroom, folha, 100)
    for first in (news, old, older):
        waiting = {number for number, story in placed(newsroom).items() if story is None}
        await newsroom.run("group", "news")
        assert waiting - {number for number, story in placed(newsroom).items() if story is None} == {first}
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_articles_of_long_ago_are_grouped_among_those_of_their_time(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    old = show(newsroom, folha, 100, hours=-24 * 300)
    now = show(newsroom, folha, 100)
    newsroom.enqueue(grouping.JOB)
    await newsroom.settle()
    late = show(newsroom, folha, 100, hours=-24 * 300 + 5)
    present = show(newsroom, folha, 100, hours=1)
    newsroom.enqueue(grouping.JOB)
    await newsroom.settle()
    assert together(newsroom) == [{old, late}, {now, present}]
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_what_is_no_longer_shown_leaves_its_story(newsroom: Newsroom) -> None:
    folha, brasil = paper(newsroom), paper(newsroom, "O Brasil", country="BR")
    first, second = show(newsroom, folha, 100), show(newsroom, brasil, 100, hours=1)
    alone = show(newsroom, folha, 300)
    await newsroom.run("group", "news")
    lonely = placed(newsroom)[alone]
    with newsroom.database.transaction() as connection:
        articles.exclude(connection, first, Reason("noai", "reserved"))
        articles.exclude(connection, alone, Reason("noai", "reserved"))
    assert [job for job in due(newsroom) if job.task == "group"]
    await newsroom.run("group", "news")
    assert together(newsroom) == [{second}]
    with newsroom.database.connection() as connection:
        assert stories.resolve(connection, lonely or 0) is None
    coherent(newsroom)
    with newsroom.database.transaction() as connection:
        sources.remove(connection, brasil.id)
    await newsroom.run("group", "news")
    assert placed(newsroom) == {}
    coherent(newsroom)


def due(newsroom: Newsroom) -> list[Any]:
    """What the schedule would start now."""
    with newsroom.database.transaction() as connection:
        return jobs.due_jobs(connection, newsroom.time)


@pytest.mark.usefixtures("foretold")
async def test_what_is_shown_and_not_grouped_is_found_without_a_job(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    assert not [job for job in due(newsroom) if job.task == "group"]
    show(newsroom, folha, 100)
    assert [job for job in due(newsroom) if job.task == "group"] == [grouping.JOB]
    await newsroom.run("group", "news")
    assert not [job for job in due(newsroom) if job.task == "group"]


@pytest.mark.usefixtures("foretold")
async def test_pages_that_show_a_story_change_with_it(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    first = show(newsroom, folha, 100)
    await newsroom.run("group", "news")
    number = placed(newsroom)[first]
    pages = [f"story:{number}", f"article:{first}", "front", "trends", "brief"]
    before = versions(newsroom, pages)
    show(newsroom, folha, 100, hours=1)
    await newsroom.run("group", "news")
    after = versions(newsroom, pages)
    assert all(after[page] > before[page] for page in pages)


def versions(newsroom: Newsroom, pages: list[str]) -> dict[str, int]:
    """Versions of pages."""
    rows = newsroom.rows("select page, version from page_version where page = any(%s)", pages)
    return {row["page"]: row["version"] for row in rows}


@pytest.mark.usefixtures("foretold")
async def test_a_copy_counts_as_one_independent_outlet_with_its_original(newsroom: Newsroom) -> None:
    folha, brasil = paper(newsroom), paper(newsroom, "O Brasil", country="BR")
    first, copy = show(newsroom, folha, 100), show(newsroom, brasil, 100, hours=1)
    newsroom.rows("update article set near_duplicate_of = %s where id = %s", first, copy)
    await newsroom.run("group", "news")
    with newsroom.database.connection() as connection:
        (card,) = stories.newest(connection, limit=5)
        members = stories.members(connection, card.id)
    assert (card.articles, card.outlets, card.independent, card.headline.id) == (2, 2, 1, first)
    assert [member.copy_of for member in members] == [None, first]


@pytest.mark.usefixtures("foretold")
async def test_profiles_go_after_a_while_and_embeddings_stay(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    show(newsroom, folha, 100)
    await newsroom.run("group", "news")
    with newsroom.database.transaction() as connection:
        assert profiles.let_go(connection, datetime.now(UTC) - timedelta(days=1)) == 0
        assert profiles.let_go(connection, datetime.now(UTC) + timedelta(days=1)) == 1
    row = newsroom.row("select content, embedding is not null as there from article_profile")
    assert row == {"content": None, "there": True}
    show(newsroom, folha, 100, hours=1)
    await newsroom.run("group", "news")
    coherent(newsroom)


@pytest.mark.usefixtures("foretold")
async def test_profiles_of_another_version_of_the_program_are_passed_over(newsroom: Newsroom) -> None:
    folha = paper(newsroom)
    show(newsroom, folha, 100)
    await newsroom.run("group", "news")
    newsroom.rows("update article_profile set content = 'another format'")
    show(newsroom, folha, 100, hours=1)
    await newsroom.run("group", "news", desk=newsroom.new_desk("newer"))
    coherent(newsroom)


async def test_the_stage_works_with_the_grouper_that_ships(newsroom: Newsroom) -> None:
    folha, brasil = paper(newsroom), paper(newsroom, "O Brasil", country="BR")
    for hours, source in ((0, folha), (1, brasil), (2, folha)):
        show(newsroom, source, 5217, hours=hours)
    await newsroom.run("group", "news")
    await newsroom.run("group", "news", desk=newsroom.new_desk("another"))
    coherent(newsroom)
