"""The claims of a translated article. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import BlockKind
from limitedtimes.model.story import Claim
from limitedtimes.model.translation import SentenceState
from limitedtimes.rules.claims.extract import NOTHING, Found, claims_in
from limitedtimes.rules.claims.original import standing
from limitedtimes.rules.languages import base
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from limitedtimes.model.article import Article, Span
    from limitedtimes.model.story import Counted
    from limitedtimes.model.translation import Alignment, ArticleTranslation, Flag, TranslatedSentence

# What is in these is nobody's sentence, or somebody's of whom the text does not tell.
_UNREAD = frozenset({BlockKind.TABLE, BlockKind.EMBED, BlockKind.PICTURE})


@dataclass(frozen=True, slots=True)
class _Pair:
    """An English sentence with its original; ``flags`` and ``alignment`` count from the beginning of both."""

    english: str
    original: str
    alignment: Alignment | None
    flags: tuple[Flag, ...] = ()


def claims_of(article_id: int, article: Article, translation: ArticleTranslation) -> tuple[Claim, ...]:
    """Return what an article's sentences claim, in reading order: each figure stands in its original sentence, too.

    A figure that an article gives several times, once with its source, is claimed by its source once.
    """
    return tuple(_once(list(every_claim(article_id, article, translation))))


def every_claim(article_id: int, article: Article, translation: ArticleTranslation) -> Iterator[Claim]:
    """Yield all that the sentences claim, however often."""
    if article.language is None:
        return
    year = article.published.year if article.published else None
    for passage, quoted in _passages(article, translation):
        yield from _of_passage(article_id, passage, base(article.language), year, quoted=quoted)


def _passages(article: Article, translation: ArticleTranslation) -> Iterator[tuple[list[_Pair], bool]]:
    """Yield what is read in one go, and whether it is a quotation: heads, blocks, captions."""
    english = base(article.language or "") == "en"
    for unit in (translation.title, translation.lead):
        yield list(_pairs([unit] if unit else [], english=english)), False
    for block, sentences in zip(article.blocks, translation.blocks, strict=True):
        if block.kind not in _UNREAD:
            yield list(_pairs(sentences, english=english)), block.kind is BlockKind.QUOTE
    for caption in translation.captions:
        yield list(_pairs([caption] if caption else [], english=english)), False


def _pairs(sentences: Iterable[TranslatedSentence], *, english: bool) -> Iterator[_Pair]:
    for one in sentences:
        if one.translation and one.state is (SentenceState.KEPT if english else SentenceState.TRANSLATED):
            yield from _cut(_Pair(one.translation, one.source, one.alignment, one.flags), one.translation)


def _cut(pair: _Pair, text: str) -> Iterator[_Pair]:
    """Cut a unit of several sentences (a lead, a caption); each keeps the unit's original, or itself where it is that."""
    parts = segment(text, "en")
    if len(parts) < 2:
        yield pair
        return
    for part in parts:
        start, end = part.span
        alignment = [(there, (here[0] - start, here[1] - start)) for there, here in pair.alignment or ()]
        flags = tuple(flag for flag in pair.flags if flag.target is None or start <= flag.target[0] < end)
        yield _Pair(part.text, part.text if pair.original == text else pair.original, tuple(alignment), flags)


def _of_passage(
    article_id: int, pairs: list[_Pair], language: str, year: int | None, *, quoted: bool
) -> Iterator[Claim]:
    before = NOTHING
    for pair in pairs:
        found, before = claims_in(pair.english, before, year)
        for one in found:
            kept = pair.original == pair.english  # the sentence is its own original
            place = one.amount.number if kept else standing(one.amount, pair.original, language, pair.alignment)
            if place and not (quoted and one.speaker is None) and not _doubted(pair, one):
                yield _claim(article_id, pair, one, place)


def _doubted(pair: _Pair, one: Found) -> bool:
    """Tell whether the guards doubt what the claim rests on: its figure, each or both, who says it, not or yes."""
    kinds = {flag.kind for flag in pair.flags if not flag.repaired}
    figures = [flag.target for flag in pair.flags if flag.kind == "number" and not flag.repaired]
    return (
        "negation" in kinds
        or ("quantifier" in kinds and one.scope is not None)
        or ("attribution" in kinds and one.speaker is None)
        or any(span is not None and _overlap(span, one.amount.number) for span in figures)
    )


def _overlap(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _claim(article_id: int, pair: _Pair, one: Found, place: Span) -> Claim:
    amount = one.amount
    return Claim(
        article_id=article_id,
        counted=one.counted,
        figure=pair.english[slice(*amount.span)],
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        hedge=amount.hedge,
        scope=pair.english[slice(*one.scope)] if one.scope else None,
        speaker=one.speaker,
        sentence=pair.english,
        span=amount.span,
        original=pair.original,
        original_span=place,
    )


def _once(claims: list[Claim]) -> Iterator[Claim]:
    """Leave out what is claimed again, and what is the outlet's own only because a headline names no source."""
    attributed = {value_of(one) for one in claims if one.speaker}
    kept: list[Claim] = []
    for one in claims:
        again = any(_same(one, other) for other in kept)
        if not again and (one.speaker or value_of(one) not in attributed):
            kept.append(one)
            yield one


def value_of(one: Claim) -> tuple[Counted, float, float, str | None]:
    """Return what two claims of the same figure share."""
    return one.counted, one.low, one.high, one.unit


def _same(one: Claim, other: Claim) -> bool:
    scopes = {one.scope, other.scope}
    return value_of(one) == value_of(other) and one.speaker == other.speaker and (len(scopes) == 1 or None in scopes)
