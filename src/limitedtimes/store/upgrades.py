"""Models that arrive: articles that waited for one, and those that a newer one is to translate again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from limitedtimes.model.translation import Engine
    from limitedtimes.store.database import Connection


def waiting_languages(connection: Connection) -> list[str]:
    """Return the languages whose articles are shown in the original because no model was here."""
    rows = connection.execute(
        "select distinct language from article where state = 'untranslated' and reason_code = 'no_model'"
    )
    return [row["language"] for row in rows]


def wake(connection: Connection, languages: Iterable[str]) -> int:
    """Have the articles translated that waited for a model of these languages, as if they were news; return how many."""
    cursor = connection.execute(
        "insert into pending_translation (article_id, revision, language)"
        " select id, revision, language from article where state = 'untranslated' and reason_code = 'no_model'"
        " and revision > 0 and language = any(%s) on conflict (article_id) do nothing",
        [list(languages)],
    )
    return cursor.rowcount


def translated_languages(connection: Connection) -> list[str]:
    """Return the languages of articles that a model translated."""
    rows = connection.execute("select distinct language from article where model_sha256 is not null")
    return [row["language"] for row in rows]


def translated_otherwise(connection: Connection, language: str, engine: Engine) -> int:
    """Count the articles of a language that another engine or model translated than this one."""
    query = f"select count(*) as number from article where {_OTHERWISE}"
    row = connection.execute(query, _parameters(language, engine)).fetchone()
    assert row is not None
    return int(row["number"])


def translate_anew(connection: Connection, language: str, engine: Engine) -> int:
    """Have the articles translated again that another engine or model translated than this one; return how many.

    They come after all news, the newest first.
    """
    cursor = connection.execute(
        "insert into pending_translation (article_id, revision, language, upgrade_of)"
        f" select id, revision, language, listed_at from article where {_OTHERWISE} on conflict (article_id) do nothing",
        _parameters(language, engine),
    )
    return cursor.rowcount


# The columns of what is shown are those of the newest text only when that is the one that is shown.
_OTHERWISE = (
    "language = %(language)s and model_sha256 is not null and state in ('complete', 'partial')"
    " and printed_revision = revision and (engine, model_sha256) is distinct from (%(engine)s, %(sha)s)"
)


def _parameters(language: str, engine: Engine) -> dict[str, str]:
    return {"language": language, "engine": engine.name, "sha": engine.model_sha256}
