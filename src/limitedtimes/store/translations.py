"""What waits to be translated: leased by one worker at a time, finished once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState
from limitedtimes.store import codec
from limitedtimes.store.database import jsonb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Article, Reason
    from limitedtimes.model.translation import ArticleTranslation, Engine
    from limitedtimes.store.database import Connection


_SUSPECT = 3  # lapsed leases


@dataclass(frozen=True, slots=True)
class Pending:
    """An article's revision under lease, to be translated; ``again`` where it has a translation already."""

    article_id: int
    revision: int
    source_id: int
    article: Article
    attempts: int  # leases before this one
    again: bool


def lease(connection: Connection, language: str, worker: str, *, limit: int, seconds: float) -> list[Pending]:
    """Take up to ``limit`` revisions that wait for ``seconds``: news, oldest first, then what a newer model translates
    again, newest article first. A lapsed lease is free. A copy waits while its original is translated: what they have in
    common is in the memory then.

    What was leased often and never finished is taken by itself: if it takes its worker down, it takes nobody with it.
    """
    suspect = _lease(connection, language, worker, limit=1, seconds=seconds, lapsed=_SUSPECT)
    return suspect or _lease(connection, language, worker, limit=limit, seconds=seconds, lapsed=0)


def _lease(
    connection: Connection, language: str, worker: str, *, limit: int, seconds: float, lapsed: int
) -> list[Pending]:
    rows = connection.execute(
        """
        with taken as (
            select article_id from pending_translation w
            where language = %(language)s and attempts >= %(lapsed)s and (leased_until is null or leased_until < now())
                and not exists (select from article a join pending_translation o on o.article_id = a.near_duplicate_of
                    where a.id = w.article_id and o.leased_until >= now())
            order by case when %(lapsed)s > 0 then attempts end, upgrade_of desc, since, article_id
            limit %(limit)s for update skip locked
        ), leased as (
            update pending_translation p
            set leased_by = %(worker)s, leased_until = now() + make_interval(secs => %(seconds)s), attempts = attempts + 1
            from taken where p.article_id = taken.article_id
            returning p.article_id, p.revision, p.attempts - 1 as attempts, p.since, p.upgrade_of
        )
        select l.article_id, l.revision, l.attempts, a.source_id, b.content, b.translation is not null as again
        from leased l join article a on a.id = l.article_id
        join article_body b on b.article_id = l.article_id and b.revision = l.revision
        order by l.upgrade_of desc, l.since, l.article_id
        """,
        {"language": language, "worker": worker, "limit": limit, "seconds": seconds, "lapsed": lapsed},
    )
    return [
        Pending(
            row["article_id"],
            row["revision"],
            row["source_id"],
            codec.article_from_json(row["content"]),
            row["attempts"],
            row["again"],
        )
        for row in rows
    ]


def finish(
    connection: Connection,
    worker: str,
    pending: Pending,
    translation: ArticleTranslation,
    *,
    state: ArticleState,
    reason: Reason | None,
) -> bool:
    """Store a translation and give the lease back; False, and nothing stored, when the lease is no longer this worker's, or
    when what was to be translated again by a newer model turned out worse than what is there.
    """
    row = connection.execute(
        "delete from pending_translation p using article a"
        " where p.article_id = %s and p.revision = %s and p.leased_by = %s and a.id = p.article_id"
        " returning p.upgrade_of is not null as again, a.state",
        [pending.article_id, pending.revision, worker],
    ).fetchone()
    if row is None or (row["again"] and _worse(state, ArticleState(row["state"]))):
        return False
    store(connection, pending.article_id, pending.revision, translation, state=state, reason=reason)
    return True


def _worse(new: ArticleState, old: ArticleState) -> bool:
    order = (ArticleState.COMPLETE, ArticleState.PARTIAL)
    return old in order and (new not in order or order.index(new) > order.index(old))


def store(
    connection: Connection,
    article_id: int,
    revision: int,
    translation: ArticleTranslation,
    *,
    state: ArticleState,
    reason: Reason | None,
) -> None:
    """Store a revision's translation in the place of the one it has, and what state that puts the article in.

    What another engine or model made of it is kept as a revision.
    """
    if translation.engine:
        _keep(connection, article_id, revision, translation.engine)
    connection.execute(
        "update article_body set translation = %s, translated_at = now() where article_id = %s and revision = %s",
        [jsonb(codec.translation_to_json(translation)), article_id, revision],
    )
    connection.execute(
        "update article set state = %s, reason_code = %s, reason_message = %s where id = %s and revision = %s",
        [state, reason.code if reason else None, reason.message if reason else None, article_id, revision],
    )


def _keep(connection: Connection, article_id: int, revision: int, engine: Engine) -> None:
    """Keep the translation that another engine or model made."""
    connection.execute(
        """
        insert into translation_revision
            (article_id, revision, engine, model, model_sha256, translation, translated_at)
        select article_id, revision, old ->> 'name', old ->> 'model', old ->> 'model_sha256', translation,
            coalesce(translated_at, read_at)
        from article_body, lateral (select translation -> 'engine' as old) as made
        where article_id = %(id)s and revision = %(revision)s and jsonb_typeof(old) = 'object'
            and (old ->> 'name', old ->> 'model_sha256') is distinct from (%(engine)s, %(sha)s)
        """,
        {"id": article_id, "revision": revision, "engine": engine.name, "sha": engine.model_sha256},
    )


def release(connection: Connection, worker: str, article_ids: Sequence[int]) -> None:
    """Give leases back unfinished, as when the worker is asked to stop."""
    connection.execute(
        "update pending_translation set leased_by = null, leased_until = null, attempts = greatest(attempts - 1, 0)"
        " where leased_by = %s and article_id = any(%s)",
        [worker, list(article_ids)],
    )


def languages_waiting(connection: Connection) -> list[str]:
    """Return the languages of which something waits and is under no lease."""
    rows = connection.execute(
        "select distinct language from pending_translation where leased_until is null or leased_until < now()"
    )
    return [row["language"] for row in rows]


def count(connection: Connection) -> int:
    """Count the revisions that are not translated yet, under a lease or not."""
    row = connection.execute("select count(*) as number from pending_translation").fetchone()
    assert row is not None
    return int(row["number"])


def release_all(connection: Connection, worker: str) -> None:
    """Give back every lease of a worker."""
    connection.execute(
        "update pending_translation set leased_by = null, leased_until = null where leased_by = %s", [worker]
    )


def release_dead(connection: Connection, stale_seconds: float) -> int:
    """Free the leases of workers whose heartbeat is older than ``stale_seconds`` (or gone); return how many."""
    cursor = connection.execute(
        "update pending_translation set leased_by = null, leased_until = null"
        " where leased_by is not null and not exists (select from worker_process w where w.name = leased_by"
        " and w.heartbeat > now() - make_interval(secs => %s))",
        [stale_seconds],
    )
    return cursor.rowcount
