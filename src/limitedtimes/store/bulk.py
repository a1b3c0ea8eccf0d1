"""Filling an empty database with a large archive at once: what measurements need, not what the newsroom does.

Texts come as a stock of paragraphs; each article is said to be some of them. So PostgreSQL puts the documents together,
and what goes over the wire is short.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from limitedtimes.store.database import Connection

# What waits until the rows are there, as making it then takes a fraction of the time.
_LATE = {
    "search_document_tsv_en_idx": "create index search_document_tsv_en_idx on search_document using gin (tsv_en)",
    "search_document_tsv_original_idx": "create index search_document_tsv_original_idx on search_document using gin (tsv_original)",
    "article_profile_embedding_idx": "create index article_profile_embedding_idx on article_profile using hnsw (embedding halfvec_cosine_ops)",
}
_TABLES = (
    "source",
    "story",
    "article",
    "article_body",
    "search_document",
    "search_word",
    "article_name",
    "article_profile",
)


@contextmanager
def loading(connection: Connection) -> Iterator[None]:
    """Prepare the loading, and finish it: indexes, numbers to come, statistics. Needs an owner who may skip triggers."""
    connection.execute("set session_replication_role to replica")
    connection.execute("set synchronous_commit to off; set maintenance_work_mem to '256MB'")
    for name in _LATE:
        connection.execute(f"drop index if exists {name}")
    connection.execute(
        """create unlogged table stock_paragraph (id int primary key, content jsonb, translation jsonb, tsv_en tsvector, tsv_original tsvector);
        create unlogged table stock_article (id int primary key, paragraphs int[], title tsvector, title_en tsvector)"""
    )
    yield
    connection.execute("drop table stock_paragraph, stock_article")
    for statement in _LATE.values():
        connection.execute(statement)
    for table in ("source", "story", "article"):
        connection.execute(
            f"select setval(pg_get_serial_sequence('{table}', 'id'), greatest(1, (select max(id) from {table})))"
        )
    connection.execute(f"vacuum (analyze) {', '.join(_TABLES)}")
    connection.execute(
        "reset session_replication_role; reset synchronous_commit; reset maintenance_work_mem; checkpoint"
    )


def copy(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Add rows to a table by COPY; numbers that the table would give itself may be among the columns."""
    statement = f"copy {table} ({', '.join(columns)}) from stdin"
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as writer:
        for row in rows:
            writer.write_row(row)


def put_together(connection: Connection, first: int, last: int, common: Mapping[str, object]) -> None:
    """Make bodies and search documents of the articles from number ``first`` to ``last``, out of their paragraphs.

    ``common`` is ``engine``, what translations say of who made them. Months that are missing are made.
    """
    values = {"first": first, "last": last, **common}
    connection.execute(
        "select make_search_month(month) from (select distinct date_trunc('month', listed_at, 'UTC') as month"
        " from article where id between %(first)s and %(last)s) as months",
        values,
    )
    connection.execute(
        """insert into article_body (article_id, revision, content_hash, content, translation, translated_at)
        select a.id, 1, '', jsonb_build_object('url', a.url, 'title', a.title, 'language', a.language, 'blocks',
                p[1].content || p[2].content || p[3].content || p[4].content),
            jsonb_build_object('title', jsonb_build_object('source', a.title, 'span', jsonb_build_array(0, length(a.title)),
                'translation', a.title_en, 'state', 'translated'), 'engine', %(engine)s::jsonb,
                'blocks', p[1].translation || p[2].translation || p[3].translation || p[4].translation), a.visible_at
        from article a join stock_article t on t.id = a.id,
            lateral (select array_agg(k order by place) as p from unnest(t.paragraphs) with ordinality as chosen (id, place)
                join stock_paragraph k on k.id = chosen.id) as texts
        where a.id between %(first)s and %(last)s""",
        values,
    )
    connection.execute(
        """insert into search_document (article_id, listed_at, source_id, language, topic, tsv_en, tsv_original)
        select a.id, a.listed_at, a.source_id, a.language, a.topic,
            t.title_en || p[1].tsv_en || p[2].tsv_en || p[3].tsv_en || p[4].tsv_en,
            t.title || p[1].tsv_original || p[2].tsv_original || p[3].tsv_original || p[4].tsv_original
        from article a join stock_article t on t.id = a.id,
            lateral (select array_agg(k order by place) as p from unnest(t.paragraphs) with ordinality as chosen (id, place)
                join stock_paragraph k on k.id = chosen.id) as texts
        where a.id between %(first)s and %(last)s""",
        values,
    )


def describe_stories(connection: Connection) -> None:
    """Make the columns that lists show of stories, out of their articles."""
    connection.execute(
        """insert into story (id, headline_article_id, articles, outlets, independent, languages, countries, first_at, last_at, topic)
        select a.story_id, min(a.id), count(*), count(distinct a.source_id), count(distinct a.source_id),
            array_agg(distinct a.language), array_agg(distinct s.country), min(a.listed_at), max(a.listed_at), min(a.topic)
        from article a join source s on s.id = a.source_id group by a.story_id"""
    )


def read_once(connection: Connection) -> None:
    """Read everything once, so that what memory has room for is in it: as on a server that has run for a while.

    That takes pg_prewarm; nothing is read by a server that does not have it.
    """
    known = connection.execute("select from pg_available_extensions where name = 'pg_prewarm'").fetchone()
    if known is None:
        return
    connection.execute("create extension if not exists pg_prewarm")
    connection.execute(
        "select pg_prewarm(oid, 'read') from pg_class where relkind in ('r', 'i', 't') and relpersistence = 'p'"
    )


def is_empty(connection: Connection) -> bool:
    """Tell whether there are no articles, nor outlets."""
    row = connection.execute(
        "select not exists (select from article) and not exists (select from source) as empty"
    ).fetchone()
    return bool(row and row["empty"])


def size(connection: Connection) -> int:
    """Return the bytes that the database takes on disk."""
    row = connection.execute("select pg_database_size(current_database()) as bytes").fetchone()
    return int(row["bytes"]) if row else 0
