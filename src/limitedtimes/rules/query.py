"""What a reader types into the search field, understood.

Words must all occur; ``"quoted words"`` occur one after another; ``-`` leaves out what follows; ``OR`` (in capitals) parts
alternatives. ``lang:``, ``source:``, ``topic:``, ``country:``, ``from:`` and ``to:`` (days in UTC, both included) narrow
the whole search; ``sort:relevance`` puts what fits best first, not what is newest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.languages import COUNTRIES, language_code

LONGEST = 400  # characters of a query that are read
MOST_TERMS = 24
TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)(?:"|$)|(?P<plain>[^\s"]+))')
FIELDS = ("lang", "source", "topic", "country", "from", "to", "sort")


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that follow each other; ``negative`` where it must not occur.

    ``exact``: it was put in quotes, so that no other spelling will do.
    """

    text: str
    negative: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and the value that it must (or, negative, must not) have."""

    field: str
    value: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """Alternatives of terms that must all hold, and filters for all of them.

    ``since`` and ``until`` are days in UTC, both included. ``problems`` says what could not be understood; it is left out.
    """

    alternatives: tuple[tuple[Term, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    since: date | None = None
    until: date | None = None
    by_relevance: bool = False
    problems: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not (self.alternatives or self.filters or self.since or self.until)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are looked for, for showing where they stand."""
        return tuple(term.text for terms in self.alternatives for term in terms if not term.negative)


def legible(text: str) -> str:
    """Return the part of a query that is read, without characters that show nothing."""
    return "".join(character if character.isprintable() else " " for character in text[:LONGEST])


def parse_query(text: str) -> SearchQuery:
    """Read a query. Nothing is an error: what cannot be understood is named in ``problems``."""
    alternatives: list[list[Term]] = [[]]
    filters: list[Filter] = []
    days: dict[str, date] = {}
    orders: list[str] = []
    problems: list[str] = []
    for match in list(TOKEN.finditer(legible(text)))[:MOST_TERMS]:
        negative, field = match["minus"] == "-", match["field"]
        value = (match["quoted"] if match["quoted"] is not None else match["plain"]).strip()
        if match[0] == "OR":
            alternatives.append([])
        elif field in ("from", "to"):
            _read_day(field, value, days, problems)
        elif field == "sort":
            _read_order(value.lower(), orders, problems)
        elif field in FIELDS:
            _read_filter(Filter(field, value, negative), filters, problems)
        elif any(map(str.isalnum, value)):
            alternatives[-1].append(Term(f"{field}:{value}" if field else value, negative, match["quoted"] is not None))
    return SearchQuery(
        alternatives=tuple(tuple(terms) for terms in alternatives if terms),
        filters=tuple(filters),
        since=days.get("from"),
        until=days.get("to"),
        by_relevance=orders[-1:] == ["relevance"],
        problems=tuple(problems),
    )


def _read_day(field: str, value: str, days: dict[str, date], problems: list[str]) -> None:
    try:
        days[field] = date.fromisoformat(value)
    except ValueError:
        problems.append(f"{field}: needs a day such as 2020-10-22, not “{value}”.")


def _read_order(value: str, orders: list[str], problems: list[str]) -> None:
    if value in ("relevance", "time"):
        orders.append(value)
    else:
        problems.append(f"sort: needs relevance or time, not “{value}”.")


def _read_filter(asked: Filter, filters: list[Filter], problems: list[str]) -> None:
    value, problem = asked.value.lower(), None
    if asked.field == "lang":
        value = "und" if value == "und" else language_code(value) or ""
        problem = None if value else "needs a language, by name or code (lang:portuguese, lang:pt)"
    elif asked.field == "topic":
        labels = {label.lower(): topic for topic, label in TOPICS.items()}
        value = value if value in TOPICS else labels.get(value, "")
        problem = None if value else f"needs one of {', '.join(TOPICS)}"
    elif asked.field == "country":
        names = {name.lower(): code for code, name in COUNTRIES.items()}
        value = value.upper() if value.upper() in COUNTRIES else names.get(value, "")
        problem = None if value else "needs a country, by name or code (country:brazil, country:br)"
    elif not value:
        problem = "needs an outlet’s name"
    if problem:
        problems.append(f"{asked.field}: {problem}, not “{asked.value}”.")
    else:
        filters.append(Filter(asked.field, value, asked.negative))
