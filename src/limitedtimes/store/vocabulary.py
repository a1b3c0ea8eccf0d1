"""The archive's own words: how names are spelt in it, and which forms words have in languages without a stemmer.

PostgreSQL's stemmers take forms of a word for one; for languages that it has none for, words that begin alike and share
their trigrams are. A name has many spellings; what newspapers of all languages make of it has one key (rules/names/key.py),
and the votes of the translations (store/names.py) know those that no key does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.rules import vocabulary
from limitedtimes.rules.languages import base
from limitedtimes.store.database import plain
from limitedtimes.store.lexemes import CONFIGURATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from limitedtimes.store.database import Connection

MOST = 12  # spellings that a typed word stands for, besides itself
_ALIKE = 0.5  # pg_trgm's similarity of two forms of a word: kolejarzy, kolejarze


def learn(connection: Connection, text: str, language: str | None) -> None:
    """Remember the names of a text, and all its words where its language has no stemmer."""
    known = base(language) if language else "und"
    found: dict[str, str | None] = dict.fromkeys(() if known in CONFIGURATIONS else vocabulary.inflected(text))
    found |= vocabulary.names(text, known)
    words = sorted((plain(word), code and plain(code)) for word, code in found.items())
    # Sorted as they are locked, so that two who learn the same words wait for each other instead of locking each other up.
    connection.execute(
        """insert into search_word (word, language, key)
        select lower(unaccent(word)) collate "C" as word, %(language)s, max(key)
        from unnest(%(words)s::text[], %(keys)s::text[]) as said (word, key) group by 1 order by 1
        on conflict (word, language) do update set key = excluded.key
            where search_word.key is null and excluded.key is not null""",
        {"language": known, "words": [word for word, _ in words], "keys": [code for _, code in words]},
    )


def spellings(connection: Connection, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return how else the archive writes each of the words that were typed, at most ``MOST`` spellings of each."""
    typed = sorted(set(words))
    if not typed:
        return {}
    found: dict[str, dict[str, None]] = {word: {} for word in typed}
    for more in (_voted(connection, typed), _named(connection, typed), _inflected(connection, typed)):
        for word, spelling in more:
            if spelling.casefold() != word.casefold():
                found[word][spelling] = None
    return {word: tuple(others)[:MOST] for word, others in found.items()}


def _keys(typed: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return two columns: a typed word and one of its keys."""
    pairs = sorted((word, plain(code)) for word in typed for code in vocabulary.keys(word))
    return [word for word, _ in pairs], [code for _, code in pairs]


def _voted(connection: Connection, typed: list[str]) -> list[tuple[str, str]]:
    """The spellings that translations gave to a name, those of the archive first, and its forms in the originals."""
    words, keys = _keys(typed)
    rows = connection.execute(
        """with asked as (select * from unnest(%s::text[], %s::text[]) as asked (word, key)),
        english as (
            select asked.word, s.spelling, 1e9 as weight from asked join name_spelling s using (key)
            union all select asked.word, v.spelling, v.weight from asked join name_vote v using (key)
            union all select asked.word, v.spelling, v.weight from unnest(%s::text[]) as asked (word)
                join name_vote v on v.spelling = asked.word),
        best as (select word, spelling, sum(weight) as weight from english group by word, spelling)
        select word, spelling, weight from best
        union all select word, source_form, weight from (select best.word, v.source_form, sum(v.weight) as weight
            from best join name_vote v using (spelling) group by 1, 2) as forms
        order by weight desc, spelling limit %s""",
        [words, keys, typed, MOST * len(typed)],
    )
    return [(row["word"], row["spelling"]) for row in rows]


def _named(connection: Connection, typed: list[str]) -> list[tuple[str, str]]:
    words, keys = _keys(typed)
    rows = connection.execute(
        """select distinct asked.word, w.word as spelling, w.language <> 'en' as foreign_word
        from unnest(%s::text[], %s::text[]) as asked (word, key) join search_word w using (key)
        order by foreign_word, spelling limit %s""",
        [words, keys, 2 * MOST * len(typed)],
    )
    return [(row["word"], row["spelling"]) for row in rows]


def _inflected(connection: Connection, typed: list[str]) -> list[tuple[str, str]]:
    """Words of languages without a stemmer that begin as the typed one and share half of its trigrams."""
    long = [word for word in typed if len(word) >= vocabulary.SHORTEST_WORD]
    rows = connection.execute(
        """select asked.word, form.word as spelling from (select word, lower(unaccent(word)) as low from unnest(%s::text[]) as word) as asked
        cross join lateral (select distinct w.word, similarity(w.word, asked.low) as alike from search_word w
            where w.word >= left(asked.low, greatest(3, length(asked.low) / 2)) collate "C"
            and w.word < (left(asked.low, greatest(3, length(asked.low) / 2)) || U&'\\+10FFFF') collate "C"
            and w.language <> all(%s) and similarity(w.word, asked.low) >= %s
            order by alike desc, w.word limit %s) as form""",
        [long, list(CONFIGURATIONS), _ALIKE, MOST],
    )
    return [(row["word"], row["spelling"]) for row in rows]


def known(connection: Connection, terms: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each term the ways in which its words, which follow each other, are written in the archive, itself first.

    ``terms`` gives a term's words; a term without any is written as it is.
    """
    others = spellings(connection, [word for words in terms.values() for word in words])
    return {term: _combined(term, words, others) for term, words in terms.items()}


def _combined(term: str, words: list[str], others: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """One word of a term at a time in another spelling, then all in their best."""
    written = [
        " ".join([*words[:place], other, *words[place + 1 :]])
        for place, word in enumerate(words)
        for other in others[word]
    ]
    best = " ".join(next(iter(others[word]), word) for word in words)
    return tuple(dict.fromkeys([term, *written[: MOST - 1], *([best] if words else [])]))
