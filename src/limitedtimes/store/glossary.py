"""The owner's terms: how a word or a name is to be written in English, everywhere or in one outlet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.glossary import Term
from limitedtimes.rules.languages import base
from limitedtimes.store.database import plain

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class Entry:
    """A term as the owner keeps it. ``source_id`` and ``source_name`` are None where it holds in every outlet."""

    language: str
    term: Term
    source_id: int | None = None
    source_name: str | None = None


def entries(connection: Connection, language: str | None = None) -> list[Entry]:
    """Return the glossary of a language (None: of all), by language and term."""
    rows = connection.execute(
        "select g.language, g.term, g.english, g.source_id, s.name from glossary_term g"
        " left join source s on s.id = g.source_id where %(language)s::text is null or g.language = %(language)s"
        " order by g.language, g.term, s.name nulls first",
        {"language": base(language) if language else None},
    )
    return [Entry(row["language"], Term(row["term"], row["english"]), row["source_id"], row["name"]) for row in rows]


def add(connection: Connection, language: str, term: Term, source_id: int | None = None) -> None:
    """Store a term, in the place of an earlier one for the same words."""
    connection.execute(
        "insert into glossary_term (language, source_id, term, english) values (%s, %s, %s, %s)"
        " on conflict (language, source_id, term) do update set english = excluded.english, added_at = now()",
        [base(language), source_id, plain(term.source), plain(term.english)],
    )


def remove(connection: Connection, language: str, words: str, source_id: int | None = None) -> bool:
    """Forget a term; False when there is none."""
    cursor = connection.execute(
        "delete from glossary_term where language = %s and term = %s and source_id is not distinct from %s",
        [base(language), plain(words), source_id],
    )
    return cursor.rowcount > 0
