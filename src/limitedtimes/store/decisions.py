"""The owner's decisions on stories: which articles belong together, and which do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.rules.decisions import Decision, bounds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from limitedtimes.rules.decisions import Bound
    from limitedtimes.store.database import Connection


def bound(connection: Connection) -> Mapping[int, Bound]:
    """Return what all of the owner's decisions mean, for each article that one touches. They are few: made by hand."""
    rows = connection.execute(
        "select article_id, other_id, together from story_decision order by decided_at, article_id, other_id"
    )
    return bounds([Decision(row["article_id"], row["other_id"], row["together"]) for row in rows])


def decide(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Note decisions; the newest word on a pair of articles holds."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into story_decision (article_id, other_id, together) values (%s, %s, %s) on conflict (article_id, other_id)"
            " do update set together = excluded.together, decided_at = excluded.decided_at",
            [(one.article_id, one.other_id, one.together) for one in decisions],
        )


def forget(connection: Connection, these: Collection[int], those: Collection[int], *, together: bool) -> int:
    """Forget what was decided between two sets of articles in one direction; return how many decisions went."""
    cursor = connection.execute(
        "delete from story_decision where together = %(together)s and ((article_id = any(%(these)s) and other_id = any(%(those)s))"
        " or (article_id = any(%(those)s) and other_id = any(%(these)s)))",
        {"these": list(these), "those": list(those), "together": together},
    )
    return cursor.rowcount
