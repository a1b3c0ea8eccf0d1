"""Full-text search over the English and the original at once.

The English column has the English stemmer, the original's column the stemmer of its language where PostgreSQL has one, else
whole words, and pairs of letters for scripts without spaces. Accents never matter: they are taken off both sides.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from limitedtimes.rules.languages import base
from limitedtimes.rules.snippets import bigrams, clusters, likely, sentences, snippet
from limitedtimes.store.codec import article_from_json, translation_from_json
from limitedtimes.store.reading import LISTING, UNKNOWN_LANGUAGE, Cursor, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.edition import Listing
    from limitedtimes.rules.query import Filter, SearchQuery, Term
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
FILTERS = {
    "lang": "lower(a.language) = {0} or lower(a.language) like {0} || '-%%'",
    "source": "s.slug = {0} or s.name ilike {0}",
    "topic": "a.topic = {0}",
    "country": "s.country = {0}",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches: the sentence that shows it, and the spans in it that do.

    ``original`` is True where only the original matches: then the snippet is in the article's own language.
    """

    listing: Listing
    snippet: str
    marks: tuple[Span, ...]
    original: bool


def index(
    connection: Connection, article_id: int, *, title_en: str, text_en: str, title: str, text: str, language: str | None
) -> None:
    """Write an article's search document. Headlines weigh more than text (A and C)."""
    connection.execute(
        """with configuration as (select coalesce((select oid::regconfig from pg_ts_config
            where cfgname = %(configuration)s and cfgnamespace = 'pg_catalog'::regnamespace), 'simple') as name)
        insert into search_document (article_id, tsv_en, tsv_original) select %(id)s,
            setweight(to_tsvector('english', unaccent(%(title_en)s)), 'A') || setweight(to_tsvector('english', unaccent(%(text_en)s)), 'C'),
            setweight(to_tsvector(name, unaccent(%(title)s)), 'A') || setweight(to_tsvector(name, unaccent(%(text)s)), 'C')
        from configuration
        on conflict (article_id) do update set tsv_en = excluded.tsv_en, tsv_original = excluded.tsv_original""",
        {
            "id": article_id,
            "configuration": _configuration(language),
            "title_en": _plain(title_en),
            "text_en": _plain(text_en),
            "title": bigrams(_plain(title)),
            "text": bigrams(_plain(text)),
        },
    )


def _configuration(language: str | None) -> str:
    return CONFIGURATIONS.get(base(language), PLAIN) if language else PLAIN


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[:LONGEST_TEXT])


def search(connection: Connection, query: SearchQuery, *, before: Cursor | None = None, limit: int) -> list[Hit]:
    """Return the newest articles that match, older than ``before``."""
    values: dict[str, object] = {"limit": limit}
    conditions = ["a.visible_at is not null", *_filters(query, values)]
    english = "false"
    if query.alternatives:
        matches, english = _matches(connection, query, values)
        conditions.append(matches)
    if before:
        conditions.append("(a.listed_at, a.id) < (%(moment)s, %(before)s)")
        values |= {"moment": before.listed_at, "before": before.id}
    rows = connection.execute(
        f"""select {LISTING}, ({english}) as in_english from article a join source s on s.id = a.source_id
        join search_document d on d.article_id = a.id
        where {" and ".join(conditions)} order by a.listed_at desc, a.id desc limit %(limit)s""",
        values,
    ).fetchall()
    found = [(listing_from_row(row), not row["in_english"]) for row in rows]
    return _hits(connection, found, query.words)


def _filters(query: SearchQuery, values: dict[str, object]) -> list[str]:
    conditions = []
    ordered = sorted(query.filters, key=lambda item: (item.field, item.negative))
    for (_, negative), group in groupby(ordered, key=lambda item: (item.field, item.negative)):
        either = " or ".join(f"({_filter(item, values)})" for item in group)
        conditions.append(f"{'not' if negative else ''} coalesce({either}, false)")
    if query.since:
        conditions.append("a.listed_at >= (%(since)s::date)::timestamp at time zone 'UTC'")
        values["since"] = query.since
    if query.until:
        conditions.append("a.listed_at < (%(until)s::date + 1)::timestamp at time zone 'UTC'")
        values["until"] = query.until
    return conditions


def _filter(asked: Filter, values: dict[str, object]) -> str:
    if asked.field == "lang" and asked.value == UNKNOWN_LANGUAGE:
        return "a.language is null"
    name = f"filter_{len(values)}"
    values[name] = asked.value
    return FILTERS[asked.field].format(f"%({name})s")


def _matches(connection: Connection, query: SearchQuery, values: dict[str, object]) -> tuple[str, str]:
    """Return the condition of the whole query, and that of its match in English alone."""
    asked = {term.text for terms in query.alternatives for term in terms}
    wanted = [item.value for item in query.filters if item.field == "lang" and not item.negative]
    configurations = {_configuration(language) for language in wanted} or {*CONFIGURATIONS.values(), PLAIN}
    in_english = _lexemes(connection, {text: _plain(text) for text in asked}, {ENGLISH})
    in_original = _lexemes(connection, {text: bigrams(_plain(text)) for text in asked}, configurations)
    whole, english = [], []
    for terms in query.alternatives:
        positive = [term for term in terms if not term.negative]
        negative = [term for term in terms if term.negative]
        hit = _is_in("d.tsv_en", _all_of(in_english, positive), values) if positive else "true"
        other = _is_in("d.tsv_original", _all_of(in_original, positive), values) if positive else "true"
        without = [
            f"not {_is_in(column, _any_of(lexemes, [term]), values)}"
            for term in negative
            for column, lexemes in (("d.tsv_en", in_english), ("d.tsv_original", in_original))
        ]
        whole.append(" and ".join([f"({hit} or {other})", *without]))
        english.append(hit)
    return f"({' or '.join(f'({part})' for part in whole)})", " or ".join(english)


Lexemes = dict[str, dict[str, str]]  # configuration -> text of a term -> its tsquery ("" where it has stop words only)


def _lexemes(connection: Connection, asked: dict[str, str], configurations: Iterable[str]) -> Lexemes:
    """Ask PostgreSQL what the terms are in each configuration that this server has."""
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


def _all_of(lexemes: Lexemes, terms: Sequence[Term]) -> set[str]:
    """The terms together, once for each configuration: one article has one language."""
    joined = (
        " & ".join(f"({queries[term.text]})" for term in terms if queries[term.text]) for queries in lexemes.values()
    )
    return {query for query in joined if query}


def _any_of(lexemes: Lexemes, terms: Sequence[Term]) -> set[str]:
    return {queries[term.text] for queries in lexemes.values() for term in terms if queries[term.text]}


def _is_in(column: str, queries: set[str], values: dict[str, object]) -> str:
    if not queries:
        return "false"
    name = f"query_{len(values)}"
    values[name] = " | ".join(f"({query})" for query in sorted(queries))
    return f"{column} @@ %({name})s::tsquery"


def _hits(connection: Connection, found: Sequence[tuple[Listing, bool]], asked: Sequence[str]) -> list[Hit]:
    lines = _lines(connection, found)
    looked_for = tuple(_plain(text) for text in asked)
    matching: dict[str, set[str]] = {}
    for configuration in {_language(listing, original) for listing, original in found}:
        ids = [listing.id for listing, original in found if _language(listing, original) == configuration]
        candidates = {word for number in ids for line in lines.get(number, ()) for word in likely(line, looked_for)}
        matching[configuration] = _forms(connection, configuration, candidates, looked_for)
    hits = []
    for listing, original in found:
        text, marks = snippet(lines.get(listing.id, ()), matching[_language(listing, original)], looked_for)
        hits.append(Hit(listing, text, marks, original))
    return hits


def _language(listing: Listing, original: bool) -> str:
    return _configuration(listing.language) if original else ENGLISH


def _lines(connection: Connection, found: Sequence[tuple[Listing, bool]]) -> dict[int, list[str]]:
    """The sentences in which each hit may stand: English, or the original where only that matches."""
    originals = {listing.id: original for listing, original in found}
    rows = connection.execute(
        """select b.article_id, b.content, b.translation from article_body b
        join article a on a.id = b.article_id and a.printed_revision = b.revision where b.article_id = any(%s)""",
        [list(originals)],
    )
    lines = {}
    for row in rows:
        translation = translation_from_json(row["translation"]) if row["translation"] else None
        pairs = list(sentences(article_from_json(row["content"]), translation))
        original = originals[row["article_id"]]
        lines[row["article_id"]] = [source if original else english or source for source, english in pairs]
    return lines


def _forms(connection: Connection, configuration: str, candidates: set[str], asked: Sequence[str]) -> set[str]:
    """Return those of the words that the stemmer takes for forms of what was asked for."""
    if not candidates:
        return set()
    rows = connection.execute(
        """select word from (select coalesce((select oid::regconfig from pg_ts_config where cfgname = %(name)s
            and cfgnamespace = 'pg_catalog'::regnamespace), 'simple') as name) as configuration, unnest(%(words)s::text[]) as word
        where tsvector_to_array(to_tsvector(name, unaccent(word))) && tsvector_to_array(to_tsvector(name, unaccent(%(asked)s)))""",
        {"name": configuration, "words": sorted(candidates), "asked": " ".join(asked)},
    )
    return {row["word"] for row in rows}
