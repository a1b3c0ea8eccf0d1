"""What a search shows of the articles that it found: the sentence that matches, in both languages, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from limitedtimes.rules.snippets import Pair, apart, choose, cut, found_in, likely, paragraphs, sentences
from limitedtimes.store.codec import article_from_json, translation_from_json
from limitedtimes.store.lexemes import ENGLISH, configuration, forms, normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.edition import Listing
    from limitedtimes.store.database import Connection


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that matches: the sentence that shows it, and the spans in it that do; beside it the same in the other language.

    ``original`` is True where only the original matches: then the snippet is in the article's own language and what is
    beside it in English. ``beside`` is None where there is no translation.
    """

    listing: Listing
    snippet: str
    marks: tuple[Span, ...]
    original: bool
    beside: str | None = None
    beside_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shown:
    """A hit in the making: the pair of sentences that is shown, and the spans that match on the first side."""

    listing: Listing
    original: bool  # the first side is the article's own language
    pair: Pair
    spans: Sequence[Span]

    @property
    def sides(self) -> tuple[str, str | None]:
        """The sentence that is shown, and that beside it."""
        source, english = self.pair.source, self.pair.english
        if self.original or english is None:
            return source, english
        return english, source


def hits(connection: Connection, found: Sequence[tuple[Listing, bool]], asked: Sequence[str]) -> list[Hit]:
    """Show each of the articles, in order. The flag tells whether its original alone matches; ``asked`` is as it was typed."""
    looked_for = tuple(normal(text) for text in asked)
    pairs = _pairs(connection, [listing.id for listing, _ in found])
    lines = [_lines(pairs.get(listing.id, ()), original=original) for listing, original in found]
    names = [_configuration(listing, original=original) for listing, original in found]
    matching = _forms(connection, zip(names, lines, strict=True), looked_for)
    shown = []
    for (listing, original), texts, name in zip(found, lines, names, strict=True):
        place, spans = choose(texts, matching[name], looked_for)
        shown.append(_Shown(listing, original, pairs[listing.id][place] if place >= 0 else Pair("", None), spans))
    beside = [_configuration(one.listing, original=not one.original) for one in shown]
    matching = _forms(
        connection, [(name, [one.sides[1] or ""]) for name, one in zip(beside, shown, strict=True)], looked_for
    )
    return [_hit(one, matching[name], looked_for) for name, one in zip(beside, shown, strict=True)]


def _pairs(connection: Connection, ids: Sequence[int]) -> dict[int, list[Pair]]:
    """The sentences of the revisions that readers see; a translation has those of the original, too."""
    rows = connection.execute(
        """select b.article_id, case when b.translation is null then b.content end as content, b.translation from article_body b
        join article a on a.id = b.article_id and a.printed_revision = b.revision where b.article_id = any(%s)""",
        [list(ids)],
    )
    return {
        row["article_id"]: list(
            sentences(translation_from_json(row["translation"]))
            if row["translation"]
            else paragraphs(article_from_json(row["content"]))
        )
        for row in rows
    }


def _lines(pairs: Iterable[Pair], *, original: bool) -> list[str]:
    return [pair.source if original else pair.english or pair.source for pair in pairs]


def _configuration(listing: Listing, *, original: bool) -> str:
    return configuration(listing.language) if original else ENGLISH


def _forms(
    connection: Connection, texts: Iterable[tuple[str, Sequence[str]]], asked: Sequence[str]
) -> dict[str, set[str]]:
    """Ask the stemmer of each configuration which words of its texts are forms of those asked for."""
    by_name: dict[str, list[str]] = {}
    for name, lines in texts:
        by_name.setdefault(name, []).extend(lines)
    return forms(connection, {name: likely(lines, asked) for name, lines in by_name.items()}, asked)


def _hit(shown: _Shown, matching: set[str], asked: Sequence[str]) -> Hit:
    """``matching`` are words of the sentence that stands beside."""
    text, beside = shown.sides
    hit = Hit(shown.listing, *cut(text, shown.spans), shown.original)
    if beside is None:
        return hit
    spans = apart([*found_in(beside, matching, asked), *_aligned(shown)])
    other, marks = cut(beside, spans)
    return replace(hit, beside=other, beside_marks=marks)


def _aligned(shown: _Shown) -> Iterator[Span]:
    """The words of the sentence beside that belong to those that match."""
    for source, target in shown.pair.alignment or ():
        mine, other = (source, target) if shown.original else (target, source)
        if any(mine[0] < end and start < mine[1] for start, end in shown.spans):
            yield other
