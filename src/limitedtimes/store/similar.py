"""Articles like a text: nearest by what they mean, put in order by the words that they share, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.store.hits import Hit, hits
from limitedtimes.store.lexemes import normal
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.store.database import Connection

_CANDIDATES = 100  # nearest articles among which the words decide
_MEANING = 0.7  # of an article's place; the rest is the share of words


def like(connection: Connection, embedding: Sequence[float], text: str, *, limit: int) -> list[Hit]:
    """Return the articles that are most like an English text, best first; those that print the same text stand once.

    ``embedding`` is the text's, of length 1. Runs in the caller's transaction.
    """
    connection.execute(f"set local hnsw.ef_search = {_CANDIDATES}")
    rows = connection.execute(
        f"""with near as materialized (select p.article_id, p.embedding <=> %(vector)s::halfvec as distance from article_profile p
            where p.embedding is not null order by p.embedding <=> %(vector)s::halfvec limit {_CANDIDATES}),
        asked as (select tsvector_to_array(to_tsvector('english', unaccent(%(text)s))) as words),
        judged as (select near.article_id, coalesce(a.near_duplicate_of, a.id) as first, {_MEANING} * (1 - near.distance)
            + {1 - _MEANING:.1f} * shared.number / sqrt(greatest(1, cardinality(asked.words) * length(d.tsv_en))) as score
            from asked, near join article a on a.id = near.article_id and a.visible_at is not null
            join search_document d on d.article_id = a.id and d.listed_at = a.listed_at
            cross join lateral (select count(*) as number from unnest(tsvector_to_array(d.tsv_en)) as word
                where word = any(asked.words)) as shared),
        best as (select distinct on (first) article_id, score from judged order by first, score desc, article_id)
        select {LISTING} from best join article a on a.id = best.article_id join source s on s.id = a.source_id
        order by best.score desc, a.id limit %(limit)s""",
        {"vector": f"[{','.join(f'{number:.5g}' for number in embedding)}]", "text": normal(text), "limit": limit},
    )
    return hits(connection, [(listing_from_row(row), row["title_en"] is None) for row in rows], ())
