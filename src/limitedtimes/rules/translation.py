"""From an article to its sentences, and from translated sentences to a verdict. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState, MarkKind, Reason
from limitedtimes.model.translation import (
    ArticleTranslation,
    Engine,
    Flag,
    Sentence,
    SentenceState,
    TranslatedSentence,
)
from limitedtimes.rules.languages import base, language_name
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from limitedtimes.model.article import Article, Block, Span
    from limitedtimes.model.translation import Alignment, Candidate
    from limitedtimes.rules.guards import Judged

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+\.\w+|[@#]\w+")
# The worst of a unit's sentences is the unit's state.
_WORST_FIRST = (SentenceState.FAILED, SentenceState.UNTRANSLATED, SentenceState.TRANSLATED, SentenceState.KEPT)
# What is remarked on for what an engine noted.
_NOTES = {
    "split": Flag("split", "This sentence is longer than the engine takes; it was translated in parts."),
    "unfinished": Flag("omission", "The engine did not come to this sentence's end; something may be missing."),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """An article's texts as sentences, in its own shape.

    ``todo`` lists what an engine must translate, each once, in reading order; ``texts`` what an owner may have corrected:
    every sentence and every unit.
    """

    title: tuple[Sentence, ...]
    kicker: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    blocks: tuple[tuple[Sentence, ...], ...]
    captions: tuple[tuple[Sentence, ...], ...]
    todo: tuple[str, ...]
    texts: tuple[str, ...]


def plan(article: Article) -> Plan:
    """Cut an article into sentences."""
    language = article.language

    def cut(text: str | None) -> tuple[Sentence, ...]:
        return segment(text, language) if text else ()

    title, kicker, lead = cut(article.title), cut(article.kicker), cut(article.lead)
    blocks = tuple(cut(block.text) for block in article.blocks)
    captions = tuple(cut(picture.caption) for picture in article.pictures)
    everything = [one.text for unit in (kicker, title, lead, *blocks, *captions) for one in unit]
    units = [article.kicker, article.title, article.lead, *(picture.caption for picture in article.pictures)]
    own = tuple(
        tuple(one for one in sentences if not is_foreign(one, block, language))
        for block, sentences in zip(article.blocks, blocks, strict=True)
    )
    translatable = (one.text for unit in (kicker, title, lead, *own, *captions) for one in unit)
    todo = dict.fromkeys(text for text in translatable if not is_kept(text, language))
    texts = dict.fromkeys([*everything, *(text for text in units if text)])
    return Plan(title, kicker, lead, blocks, captions, tuple(todo), tuple(texts))


def is_kept(sentence: str, language: str | None) -> bool:
    """Tell whether there is nothing to translate: English already, or no words (numbers, signs, addresses)."""
    if language and language.split("-", 1)[0].lower() == "en":
        return True
    return not any(character.isalpha() for character in _ADDRESS.sub("", sentence))


def is_foreign(sentence: Sentence, block: Block, language: str | None) -> bool:
    """Tell whether a sentence of a block is in another language than the article's: the article's engine cannot read it."""
    if language is None:
        return False
    start, end = sentence.span
    inside = (mark for mark in block.marks if mark.span[0] <= start and end <= mark.span[1])
    said = (mark.language for mark in inside if mark.kind is MarkKind.LANGUAGE)
    return any(one is not None and base(one) != base(language) for one in said)


def assemble(
    article: Article,
    cut: Plan,
    answers: Mapping[str, Judged],
    *,
    engine: Engine | None,
    failed: frozenset[str] = frozenset(),
    corrected: Mapping[str, Candidate] | None = None,
) -> ArticleTranslation:
    """Put translated sentences back into the article's shape.

    ``corrected`` are the owner's own translations, of sentences or of whole units: they stand above everything else,
    without flags, and without a confidence: nobody reckons the owner's. A sentence with neither an answer nor a failure
    is untranslated.
    """
    owners = corrected or {}

    def one(sentence: Sentence, block: Block | None = None) -> TranslatedSentence:
        text, span = sentence.text, sentence.span
        if owned := owners.get(text):
            return TranslatedSentence(text, span, owned.text, SentenceState.TRANSLATED, alignment=owned.alignment)
        if is_kept(text, article.language) or (block and is_foreign(sentence, block, article.language)):
            return TranslatedSentence(text, span, text, SentenceState.KEPT)
        if answer := answers.get(text):
            return _translated(sentence, answer)
        state = SentenceState.FAILED if text in failed else SentenceState.UNTRANSLATED
        return TranslatedSentence(text, span, None, state)

    def unit(text: str | None, sentences: tuple[Sentence, ...]) -> TranslatedSentence | None:
        if not text or not sentences:
            return None
        if text in owners:
            return one(Sentence(text, (0, len(text))))
        return _joined(text, [one(sentence) for sentence in sentences])

    title = unit(article.title, cut.title)
    return ArticleTranslation(
        title=title or TranslatedSentence(article.title, (0, len(article.title)), article.title, SentenceState.KEPT),
        kicker=unit(article.kicker, cut.kicker),
        lead=unit(article.lead, cut.lead),
        blocks=tuple(
            tuple(one(sentence, block) for sentence in sentences)
            for block, sentences in zip(article.blocks, cut.blocks, strict=True)
        ),
        captions=tuple(
            unit(picture.caption, sentences) for picture, sentences in zip(article.pictures, cut.captions, strict=True)
        ),
        engine=engine,
    )


def _translated(sentence: Sentence, answer: Judged) -> TranslatedSentence:
    candidate = answer.candidate
    notes = tuple(_NOTES[note] for note in candidate.notes if note in _NOTES)
    return TranslatedSentence(
        sentence.text,
        sentence.span,
        candidate.text,
        SentenceState.TRANSLATED,
        confidence=candidate.confidence,
        flags=(*answer.flags, *notes),
        alignment=candidate.alignment,
    )


def _joined(text: str, parts: list[TranslatedSentence]) -> TranslatedSentence:
    """Make one of several sentences: a title, lead or caption is one unit to its readers, and as good as its worst part."""
    if len(parts) == 1 and parts[0].source == text:
        return parts[0]
    state = next(state for state in _WORST_FIRST if any(part.state is state for part in parts))
    if any(part.translation is None for part in parts):
        return TranslatedSentence(text, (0, len(text)), None, state)
    translations: list[str] = []
    flags: list[Flag] = []
    pairs: list[tuple[Span, Span]] = []
    for part in parts:
        at = part.span[0], sum(len(one) + 1 for one in translations)
        flags += (
            replace(flag, source=_moved(flag.source, at[0]), target=_moved(flag.target, at[1])) for flag in part.flags
        )
        pairs += ((_by(source, at[0]), _by(target, at[1])) for source, target in _aligned(part) or ())
        translations += [part.translation] if part.translation else []
    aligned = all(_aligned(part) is not None for part in parts)
    sure = [part.confidence for part in parts if part.state is SentenceState.TRANSLATED]
    known = [confidence for confidence in sure if confidence is not None]
    return TranslatedSentence(
        text,
        (0, len(text)),
        " ".join(translations),
        state,
        confidence=min(known) if known and len(known) == len(sure) else None,
        flags=tuple(dict.fromkeys(flags)),
        alignment=tuple(pairs) if aligned else None,
    )


def _aligned(part: TranslatedSentence) -> Alignment | None:
    """Return a part's alignment; what was kept is aligned to itself, word by word."""
    if part.state is not SentenceState.KEPT:
        return part.alignment
    return tuple((match.span(), match.span()) for match in re.finditer(r"\S+", part.source))


def _moved(span: Span | None, by: int) -> Span | None:
    return span and _by(span, by)


def _by(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def placed(translation: ArticleTranslation) -> Iterator[tuple[str, TranslatedSentence]]:
    """Yield every sentence and unit with its place, in reading order.

    A place is ``kicker``, ``title``, ``lead``, ``4.2`` (the sentence 2 of block 4) or ``caption.0``; all count from 0, as
    the places in the lists of the JSON.
    """
    heads = (("kicker", translation.kicker), ("title", translation.title), ("lead", translation.lead))
    yield from ((place, one) for place, one in heads if one)
    for number, block in enumerate(translation.blocks):
        yield from ((f"{number}.{place}", one) for place, one in enumerate(block))
    yield from ((f"caption.{place}", one) for place, one in enumerate(translation.captions) if one)


def sentences(translation: ArticleTranslation) -> Iterator[TranslatedSentence]:
    """Yield every sentence and unit of a translation, in reading order."""
    return (one for _, one in placed(translation))


def amended(translation: ArticleTranslation, source: str, text: str) -> ArticleTranslation:
    """Return the translation with the owner's words for one sentence or unit, wherever it stands."""

    def one(sentence: TranslatedSentence) -> TranslatedSentence:
        if sentence.source != source:
            return sentence
        return TranslatedSentence(source, sentence.span, text, SentenceState.TRANSLATED)

    def maybe(sentence: TranslatedSentence | None) -> TranslatedSentence | None:
        return sentence and one(sentence)

    return replace(
        translation,
        title=one(translation.title),
        kicker=maybe(translation.kicker),
        lead=maybe(translation.lead),
        blocks=tuple(tuple(map(one, block)) for block in translation.blocks),
        captions=tuple(map(maybe, translation.captions)),
    )


def verdict(article: Article, translation: ArticleTranslation) -> tuple[ArticleState, Reason | None]:
    """Decide an article's state from what was read and what was translated; nothing half-translated is complete."""
    states = [one.state for one in sentences(translation)]
    if article.partial and not article.blocks and not article.lead:
        return ArticleState.FAILED, article.partial
    if SentenceState.UNTRANSLATED in states:
        return ArticleState.UNTRANSLATED, no_model(article.language)
    if count := states.count(SentenceState.FAILED):
        message = f"{count} of {len(states)} sentences could not be translated."
        state = ArticleState.FAILED if count == len(states) else ArticleState.PARTIAL
        return state, Reason("sentences", message)
    if article.partial:
        return ArticleState.PARTIAL, article.partial
    return ArticleState.COMPLETE, None


def no_model(language: str | None) -> Reason:
    """Say why an article is untranslated, and what to do about it."""
    if language is None:
        return Reason("unknown_language", "the language could not be told")
    code = language.split("-", 1)[0]
    return Reason("no_model", f"no model for {language_name(language)}, `limitedtimes models add {code}`")
