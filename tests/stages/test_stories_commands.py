"""`stories`, over a database of its own."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from limitedtimes.cli import cli
from limitedtimes.errors import LimitedTimesError, UsageError
from limitedtimes.settings import PREFIX
from limitedtimes.stages import live, regroup
from limitedtimes.store import stories
from stages.figure_grouper import FigureGrouper
from stages.storyroom import coherent, paper, placed, show, together

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stages.stagehand import Newsroom

    Run = Callable[..., str]


@pytest.fixture(autouse=True)
def _foretold(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (live, regroup):
        monkeypatch.setattr(module, "Grouper", FigureGrouper)


@pytest.fixture
def run(newsroom: Newsroom, tmp_path: Path) -> Run:
    """Runs `stories` over the newsroom's database; returns what it prints, or raises what it raises."""
    environment = {PREFIX + "DATABASE_URL": newsroom.database.dsn, PREFIX + "DATA_DIR": str(tmp_path)}

    def invoke(*arguments: object) -> str:
        done = CliRunner().invoke(cli, ["stories", *map(str, arguments)], env=environment)
        if isinstance(done.exception, LimitedTimesError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.stdout

    return invoke


def group(newsroom: Newsroom) -> None:
    """Let everything find its story."""
    asyncio.run(newsroom.run("group", "news"))


def story_of(newsroom: Newsroom, article_id: int) -> int:
    """The story of an article."""
    found = placed(newsroom)[article_id]
    assert found is not None
    return found


def two_stories(newsroom: Newsroom) -> tuple[int, int]:
    """Articles 1 and 2, in Portugal and Brazil, tell one story; article 3 another. Their numbers."""
    folha, brasil = paper(newsroom), paper(newsroom, "O Brasil", country="BR")
    show(newsroom, folha, 100)
    show(newsroom, brasil, 100, hours=1)
    show(newsroom, folha, 300, hours=2)
    group(newsroom)
    return story_of(newsroom, 1), story_of(newsroom, 3)


def test_the_newest_stories_are_listed_first(newsroom: Newsroom, run: Run) -> None:
    one, other = two_stories(newsroom)
    lines = run().splitlines()
    assert [line.split()[0] for line in lines] == [str(other), str(one)]
    assert "2 outlets, 2 articles, pt" in lines[1]
    assert [json.loads(line)["id"] for line in run("--json").splitlines()] == [other, one]
    assert [json.loads(line)["id"] for line in run("list", "--since", "2026-03-02T13:30", "--json").splitlines()] == [
        other
    ]
    assert run("list", "--since", "1h") == ""


@pytest.mark.parametrize("when", ["yesterday", "9999999999999d", "2026-13-01", "-1d"])
def test_what_is_no_moment_is_wrong_use(run: Run, when: str) -> None:
    with pytest.raises(UsageError, match="neither a date"):
        run("list", f"--since={when}")


def test_a_story_is_shown_with_all_that_is_known_of_it(newsroom: Newsroom, run: Run) -> None:
    number, other = two_stories(newsroom)
    run("merge", number, other)
    text = run("show", number)
    assert "3 articles of 2 outlets, 2 with a text of their own; Portuguese" in text
    assert "First: A Folha, 2026-03-02 12:00 UTC" in text
    assert "shares: 100" in text
    assert "  Portugal: Houses (100,)  (A Folha)" in text
    assert "  Brazil: Houses (100,)  (O Brasil)" in text
    assert f"story {other} went into it (articles 3): put together by the owner" in text


def test_a_story_as_json(newsroom: Newsroom, run: Run) -> None:
    number, other = two_stories(newsroom)
    run("merge", number, other)
    shown = json.loads(run("show", other, "--json"))
    assert shown["id"] == number
    assert [one["article"] for one in shown["timeline"]] == [1, 2, 3]
    assert [one["reason"] for one in shown["timeline"]] == [None, "shares: 100", "put together by the owner"]
    assert [one["country"] for one in shown["voices"]] == ["PT", "BR"]
    assert [(one["kind"], one["story"], one["other"], one["by_owner"]) for one in shown["changes"]] == [
        ("merge", number, other, True)
    ]
    assert (shown["articles"], shown["outlets"], shown["independent"], shown["claims"]) == (3, 2, 2, [])


def test_merged_stories_stay_together_and_new_articles_join_them(newsroom: Newsroom, run: Run) -> None:
    number, other = two_stories(newsroom)
    assert f"One story now: {number}." in run("merge", number, other)
    folha = paper(newsroom)
    show(newsroom, folha, 300, hours=3)
    group(newsroom)
    assert together(newsroom) == [{1, 2, 3, 4}]
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1, 2, 3, 4}]
    assert story_of(newsroom, 1) == number
    coherent(newsroom)


def test_what_was_taken_apart_stays_apart(newsroom: Newsroom, run: Run) -> None:
    number, _ = two_stories(newsroom)
    said = run("split", number, 2)
    new = story_of(newsroom, 2)
    assert f"A story of their own: {new}." in said
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1}, {2}, {3}]
    assert (story_of(newsroom, 1), story_of(newsroom, 2)) == (number, new)
    coherent(newsroom)


def test_the_newest_word_holds(newsroom: Newsroom, run: Run) -> None:
    number, _ = two_stories(newsroom)
    run("split", number, 2)
    run("merge", number, story_of(newsroom, 2))
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1, 2}, {3}]
    run("split", number, 1)
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1}, {2}, {3}]
    coherent(newsroom)


def test_what_was_merged_through_an_article_stays_together_when_that_is_taken_out(newsroom: Newsroom, run: Run) -> None:
    folha = paper(newsroom)
    numbers = [show(newsroom, folha, 100 * place, hours=place) for place in (1, 2, 3)]
    group(newsroom)
    first, second, third = (story_of(newsroom, number) for number in numbers)
    run("merge", first, second, third)
    run("split", first, numbers[0])
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{numbers[0]}, {numbers[1], numbers[2]}]
    coherent(newsroom)


def test_regrouping_keeps_addresses_and_says_what_changed(newsroom: Newsroom, run: Run) -> None:
    number, other = two_stories(newsroom)
    before = newsroom.rows("select id, story_id, story_reason from article order by id")
    assert "3 articles looked at: 2 stories before, 2 now; 0 articles stand in another one." in run(
        "regroup", "--since", "2026-01-01"
    )
    assert newsroom.rows("select id, story_id, story_reason from article order by id") == before
    newsroom.rows("update article set story_id = %s where id = 2", other)
    newsroom.rows("update article set story_id = %s where id = 1", other)
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1, 2}, {3}]
    assert story_of(newsroom, 1) == other
    (change,) = newsroom.rows("select kind, story_id, articles, reason from story_change")
    assert change == {"kind": "split", "story_id": other, "articles": [3], "reason": "grouped anew"}
    assert number != story_of(newsroom, 3)


def test_a_story_that_regrouping_empties_leads_to_where_its_articles_went(newsroom: Newsroom, run: Run) -> None:
    folha = paper(newsroom)
    show(newsroom, folha, 100)
    show(newsroom, folha, 200, hours=1)
    group(newsroom)
    one, gone = story_of(newsroom, 1), story_of(newsroom, 2)
    newsroom.rows(
        "update article_body set translation = (select translation from article_body where article_id = 1) where article_id = 2"
    )
    run("regroup", "--since", "2026-01-01")
    assert together(newsroom) == [{1, 2}]
    with newsroom.database.connection() as connection:
        assert stories.resolve(connection, gone) == one
    coherent(newsroom)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        (("show", 99), LimitedTimesError, "There is no story 99"),
        (("merge", "ONE", 99), LimitedTimesError, "There is no story 99"),
        (("merge", "ONE", "ONE"), UsageError, "all one story"),
        (("split", 99, 1), LimitedTimesError, "There is no story 99"),
        (("split", "ONE", 3), LimitedTimesError, "article 3; .limitedtimes stories show"),
        (("split", "ONE", 1, 2), UsageError, "Nothing would stay"),
    ],
)
def test_errors_say_what_to_do(
    newsroom: Newsroom, run: Run, arguments: tuple[Any, ...], error: type[LimitedTimesError], says: str
) -> None:
    number, _ = two_stories(newsroom)
    with pytest.raises(error, match=says):
        run(*(number if one == "ONE" else one for one in arguments))
    assert together(newsroom) == [{1, 2}, {3}]


def test_a_worker_learns_what_the_owner_did(newsroom: Newsroom, run: Run) -> None:
    number, _ = two_stories(newsroom)
    run("split", number, 2)
    folha = paper(newsroom)
    show(newsroom, folha, 100, hours=3)
    group(newsroom)
    assert together(newsroom) == [{1, 4}, {2}, {3}]
    coherent(newsroom)
