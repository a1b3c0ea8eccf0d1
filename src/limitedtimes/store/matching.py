"""A search as SQL: conditions over ``search_document`` (as ``d``), and over ``article`` (as ``a``) where no words are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.rules import vocabulary
from limitedtimes.rules.snippets import bigrams
from limitedtimes.store.lexemes import CONFIGURATIONS, ENGLISH, PLAIN, configuration, lexemes, normal
from limitedtimes.store.reading import UNKNOWN_LANGUAGE
from limitedtimes.store.vocabulary import known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from limitedtimes.rules.query import Filter, SearchQuery, Term
    from limitedtimes.store.database import Connection
    from limitedtimes.store.lexemes import Lexemes


class Words(NamedTuple):
    """A condition on the words of a document ``d`` that an index alone answers.

    ``read`` is what has to hold besides, once the text in ``column`` is read; None where nothing has.
    """

    indexed: str
    column: str = ""
    read: str | None = None


@dataclass(slots=True)
class Matching:
    """What a query asks of a row, with the values of its placeholders.

    Of ``words`` one has to hold (phrases have one for each column: a text is then read in that alone); none where the query has
    filters only. Words that must not be there are looked for on their own, in a ``{window}`` of the documents ``n``.
    ``row_words`` says the same of one row, without its neighbours. ``english`` tells whether the English matches, ``rank`` how well
    it does, or else the original. ``asked`` are all spellings that are looked for.
    """

    filters: list[str] = field(default_factory=list)
    words: tuple[Words, ...] = ()
    row_words: str | None = None
    english: str = "false"
    rank: str = "0"
    values: dict[str, object] = field(default_factory=dict)
    asked: tuple[str, ...] = ()

    @property
    def phrase(self) -> bool:
        """Whether some words must follow each other."""
        return any(words.read for words in self.words)


def compile_query(connection: Connection, query: SearchQuery) -> Matching:
    """Return the conditions of a query: its words in every spelling that the archive knows, its filters as plain columns."""
    made = Matching()
    _add_filters(connection, query, made)
    if query.alternatives:
        _add_words(connection, query, made)
    return made


def _put(made: Matching, value: object) -> str:
    name = f"v{len(made.values)}"
    made.values[name] = value
    return f"%({name})s"


# -- filters -----------------------------------------------------------------------------------------------------------


def _add_filters(connection: Connection, query: SearchQuery, made: Matching) -> None:
    ordered = sorted(query.filters, key=lambda item: (item.field, item.negative))
    for (_, negative), group in groupby(ordered, key=lambda item: (item.field, item.negative)):
        either = " or ".join(_filter(connection, item, made) for item in group)
        made.filters.append(f"not coalesce({either}, false)" if negative else f"({either})")
    # PostgreSQL does the arithmetic: its days do not end with the year 9999.
    if query.since:
        made.filters.append(f"{{row}}.listed_at >= ({_put(made, query.since)}::date)::timestamp at time zone 'UTC'")
    if query.until:
        made.filters.append(f"{{row}}.listed_at < ({_put(made, query.until)}::date + 1)::timestamp at time zone 'UTC'")


def _filter(connection: Connection, asked: Filter, made: Matching) -> str:
    """Return a condition on a column alone, whichever way the value was given: so that its index can be used."""
    if asked.field == "topic":
        return _one_of(made, "topic", [asked.value])
    if asked.field == "lang":
        if asked.value == UNKNOWN_LANGUAGE:
            return "{row}.language is null"
        return _one_of(made, "language", [code for code in _languages(connection) if _is_a(code, asked.value)])
    of_source = "slug = %(value)s or name ilike %(value)s" if asked.field == "source" else "country = %(value)s"
    rows = connection.execute(f"select id from source where {of_source}", {"value": asked.value})
    return _one_of(made, "source_id", [row["id"] for row in rows])


def _one_of(made: Matching, column: str, values: Sequence[object]) -> str:
    if len(values) == 1:  # which keeps the order of the column's index
        return f"{{row}}.{column} = {_put(made, values[0])}"
    return f"{{row}}.{column} = any({_put(made, list(values))})" if values else "false"


def _is_a(code: str, asked: str) -> bool:
    return f"{code.lower()}-".startswith(f"{asked}-")


def _languages(connection: Connection) -> list[str]:
    """Return the languages of what is shown, by one step of the index a language."""
    rows = connection.execute(
        """with recursive known as (
            (select language from article where visible_at is not null and language is not null order by language limit 1)
            union all select (select a.language from article a where a.visible_at is not null and a.language > known.language
                order by a.language limit 1) from known where known.language is not null)
        select language from known where language is not null"""
    )
    return [row["language"] for row in rows]


# -- words -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two columns of words, and what the terms of a query are in it."""

    column: str
    lexemes: Lexemes
    written: Mapping[str, Sequence[str]]  # term -> its spellings

    def all_of(self, terms: Iterable[Term]) -> set[str]:
        """The terms together, once for each configuration: one article has one language."""
        wanted = list(terms)
        found = set()
        for queries in self.lexemes.values():
            each = [{queries[spelling] for spelling in self.written[term.text]} - {""} for term in wanted]
            found.add(" & ".join(f"({_joined(spellings)})" for spellings in each if spellings))
        return found - {""}

    def any_of(self, term: Term) -> set[str]:
        """A term in whichever configuration."""
        return {queries[spelling] for queries in self.lexemes.values() for spelling in self.written[term.text]} - {""}


def _add_words(connection: Connection, query: SearchQuery, made: Matching) -> None:
    terms = [term for alternative in query.alternatives for term in alternative]
    written = known(connection, {term.text: [] if term.exact else vocabulary.parts(term.text) for term in terms})
    sides = _sides(connection, query, written)
    either = [_alternative(sides, alternative, made) for alternative in query.alternatives]
    wanted = [term for term in terms if not term.negative]
    alone = [(hits, [_NONE_OF.format(n) for n in no]) for hits, no in either]
    made.words = (Words(_either(alone, (0, 1))),)
    if any(" " in term.text for term in wanted):
        anywhere = [_anywhere(sides, alternative, made) for alternative in query.alternatives]
        made.words = tuple(
            Words(_either(anywhere, (place,)), side.column, _either(alone, (place,)))
            for place, side in enumerate(sides)
        )
    of_row = _either([(hits, [f"not {n}" for n in no]) for hits, no in either], (0, 1))
    made.row_words = of_row.replace("n.tsv", "d.tsv")
    made.english = " or ".join(hits[0] for hits, _ in either)
    made.rank = _rank(sides, query, made)
    made.asked = tuple(dict.fromkeys(spelling for term in wanted for spelling in written[term.text]))


def _sides(connection: Connection, query: SearchQuery, written: Mapping[str, Sequence[str]]) -> tuple[_Side, _Side]:
    every = {spelling for spellings in written.values() for spelling in spellings}
    languages = [item.value for item in query.filters if item.field == "lang" and not item.negative]
    configurations = {configuration(language) for language in languages} or {*CONFIGURATIONS.values(), PLAIN}
    in_english = lexemes(connection, {text: normal(text) for text in every}, {ENGLISH})
    in_original = lexemes(connection, {text: bigrams(normal(text)) for text in every}, configurations)
    return _Side("d.tsv_en", in_english, written), _Side("d.tsv_original", in_original, written)


# By their index: to look into each text that has the other words would take far longer.
_NONE_OF = "d.article_id not in (select n.article_id from search_document n where {} {{window}})"


def _either(alternatives: Iterable[tuple[Sequence[str], Sequence[str]]], places: Iterable[int]) -> str:
    """One of the alternatives holds: its terms in one of the columns at ``places``, and nothing of what is not wanted."""
    found = [" and ".join([f"({' or '.join(hits[at] for at in places)})", *none]) for hits, none in alternatives]
    return f"({' or '.join(found)})"


def _alternative(sides: tuple[_Side, _Side], terms: Sequence[Term], made: Matching) -> tuple[list[str], list[str]]:
    """Return the conditions that all terms are there, one for each column, and (of ``n``) those that must not hold."""
    wanted = [term for term in terms if not term.negative]
    hits = [_is_in(side.column, side.all_of(wanted), made) if wanted else "true" for side in sides]
    without = [
        " or ".join(_is_in(side.column.replace("d.", "n."), side.any_of(term), made) for side in sides)
        for term in terms
        if term.negative
    ]
    return hits, [f"({either})" for either in without]


def _anywhere(sides: tuple[_Side, _Side], terms: Sequence[Term], made: Matching) -> tuple[list[str], list[str]]:
    """Return the conditions that the words of all wanted terms are there, one for each column, wherever they stand."""
    wanted = [term for term in terms if not term.negative]
    each = [{_FOLLOWED.sub(" & ", query) for query in side.all_of(wanted)} for side in sides]
    return [
        _is_in(side.column, queries, made) if wanted else "true" for side, queries in zip(sides, each, strict=True)
    ], []


# What a tsquery has between a lexeme and that which follows it; inside of a lexeme quotes stand twice.
_FOLLOWED = re.compile(r"(?<=') <(?:-|[0-9]+)> (?=')")


def _rank(sides: tuple[_Side, _Side], query: SearchQuery, made: Matching) -> str:
    """Cover density (Clarke, Cormack, Tudhope 2000) by the length's logarithm, of the English, else of the original.

    So the second text is not read where the first says it.
    """
    ranks = []
    for side in sides:
        each = [side.all_of(term for term in terms if not term.negative) for terms in query.alternatives]
        if queries := set[str]().union(*each):
            ranks.append(f"nullif(ts_rank_cd({side.column}, {_put(made, _joined(queries))}::tsquery, 1), 0)")
    return f"coalesce({', '.join([*ranks, '0'])})"


def _is_in(column: str, queries: set[str], made: Matching) -> str:
    return f"{column} @@ {_put(made, _joined(queries))}::tsquery" if queries else "false"


def _joined(queries: set[str]) -> str:
    return " | ".join(f"({query})" for query in sorted(queries))
