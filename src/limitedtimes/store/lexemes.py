"""What PostgreSQL's text search makes of words: which configuration a language has, and the terms of a search in each."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from limitedtimes.rules.languages import base
from limitedtimes.rules.snippets import bigrams, clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from limitedtimes.store.database import Connection

# A tsvector holds at most 1 MB; a text of this length stays under it in every script.
LONGEST_TEXT = 60_000  # characters

ENGLISH = "english"
PLAIN = "simple"
CONFIGURATIONS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": ENGLISH,
    "es": "spanish",
    "et": "estonian",  # since PostgreSQL 18
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
Lexemes = dict[str, dict[str, str]]  # configuration -> text -> its tsquery ("" where it has stop words only)


def configuration(language: str | None) -> str:
    """Return the name of a language's text search configuration; None for one that is not known."""
    return CONFIGURATIONS.get(base(language), PLAIN) if language else PLAIN


def normal(text: str) -> str:
    """Return the text in one form of its characters (NFKC), and not longer than can be indexed."""
    return unicodedata.normalize("NFKC", text[:LONGEST_TEXT])


def lexemes(connection: Connection, asked: Mapping[str, str], configurations: Iterable[str]) -> Lexemes:
    """Ask PostgreSQL what texts are in each configuration that this server has: words that follow each other.

    ``asked`` gives each text as it is looked for (in pairs of letters, see ``bigrams``).
    """
    rows = connection.execute(
        """select c.cfgname as configuration, t.asked, phraseto_tsquery(c.oid, unaccent(t.cut))::text as query
        from pg_ts_config c cross join unnest(%(asked)s::text[], %(cut)s::text[]) as t (asked, cut)
        where c.cfgname = any(%(names)s) and c.cfgnamespace = 'pg_catalog'::regnamespace""",
        {"names": list(configurations), "asked": list(asked), "cut": list(asked.values())},
    )
    found: Lexemes = {}
    for row in rows:
        # A lone letter of a script without spaces is indexed only as the first of a pair.
        alone = bigrams(row["asked"]) != row["asked"] and len(clusters(row["asked"])) == 1
        found.setdefault(row["configuration"], {})[row["asked"]] = row["query"] + ":*" * (alone and bool(row["query"]))
    return found


def forms(connection: Connection, candidates: Mapping[str, Iterable[str]], asked: Iterable[str]) -> dict[str, set[str]]:
    """Return of each configuration's words those that its stemmer takes for forms of what was asked for.

    A configuration that this server lacks takes only the words themselves.
    """
    words = [(name, word) for name, those in candidates.items() for word in sorted(those)]
    rows = connection.execute(
        """with known as (select said.name, coalesce(c.oid::regconfig, 'simple') as configuration
            from unnest(%(known)s::text[]) as said (name)
            left join pg_ts_config c on c.cfgname = said.name and c.cfgnamespace = 'pg_catalog'::regnamespace),
        wanted as materialized (select name, configuration,
            tsvector_to_array(to_tsvector(configuration, unaccent(%(asked)s))) as lexemes from known)
        select name, word from unnest(%(names)s::text[], %(words)s::text[]) as one (name, word) join wanted using (name)
        where tsvector_to_array(to_tsvector(configuration, unaccent(word))) && lexemes""",
        {
            "known": list(candidates),
            "asked": " ".join(asked),
            "names": [name for name, _ in words],
            "words": [word for _, word in words],
        },
    )
    found: dict[str, set[str]] = {name: set() for name in candidates}
    for row in rows if words else ():
        found[row["name"]].add(row["word"])
    return found
