"""The figures that articles give, and who says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.story import Claim, Counted
from limitedtimes.store.database import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.store.database import Connection, Row

_COLUMNS = (
    "c.article_id, counted, figure, low, high, unit, hedge, scope, speaker, sentence, span, original, original_span"
)


def save(connection: Connection, article_id: int, claims: Sequence[Claim]) -> None:
    """Store an article's claims in the place of those of an earlier revision."""
    connection.execute("delete from claim where article_id = %s", [article_id])
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into claim (article_id, position, counted, figure, low, high, unit, hedge, scope, speaker, sentence, span,"
            " original, original_span) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            [(article_id, position, *_values(claim)) for position, claim in enumerate(claims)],
        )


def _values(claim: Claim) -> tuple[object, ...]:
    texts = (claim.unit, claim.hedge, claim.scope, claim.speaker)
    return (
        claim.counted.value,
        plain(claim.figure),
        claim.low,
        claim.high,
        *(plain(text) if text else None for text in texts),
        plain(claim.sentence),
        list(claim.span),
        plain(claim.original),
        list(claim.original_span),
    )


def of_story(connection: Connection, story_id: int) -> tuple[Claim, ...]:
    """Return the claims of a story's articles, in the order of their time; those of copies of another member are left out."""
    rows = connection.execute(
        f"""select {_COLUMNS} from claim c join article a on a.id = c.article_id
        where a.story_id = %(story)s and a.visible_at is not null and not exists (
            select from article o where o.id = a.near_duplicate_of and o.story_id = a.story_id and o.visible_at is not null)
        order by a.listed_at, a.id, c.position""",
        {"story": story_id},
    )
    return tuple(map(_claim, rows))


def _claim(row: Row) -> Claim:
    start, end = row["span"]
    first, last = row["original_span"]
    values = {**row, "counted": Counted(row["counted"]), "span": (start, end), "original_span": (first, last)}
    return Claim(**values)
