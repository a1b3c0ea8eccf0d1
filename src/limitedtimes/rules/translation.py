"""From an article to its sentences, and from translated sentences to a verdict. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleState, Reason
from limitedtimes.model.translation import (
    ArticleTranslation,
    Engine,
    Flag,
    Sentence,
    SentenceState,
    TranslatedSentence,
)
from limitedtimes.rules.languages import language_name
from limitedtimes.rules.segment import segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from limitedtimes.model.article import Article
    from limitedtimes.model.translation import Candidate

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|[@#]\w+")
# The worst of a unit's sentences is the unit's state.
_WORST_FIRST = (SentenceState.FAILED, SentenceState.UNTRANSLATED, SentenceState.TRANSLATED, SentenceState.KEPT)
_NOTES = {"split": "This sentence is longer than the engine takes; it was translated in parts."}


@dataclass(frozen=True, slots=True)
class Plan:
    """An article's texts as sentences, in its own shape. ``todo`` lists what an engine must translate, each once."""

    title: tuple[Sentence, ...]
    kicker: tuple[Sentence, ...]
    lead: tuple[Sentence, ...]
    blocks: tuple[tuple[Sentence, ...], ...]
    captions: tuple[tuple[Sentence, ...], ...]
    todo: tuple[str, ...]


def plan(article: Article) -> Plan:
    """Cut an article into sentences."""
    language = article.language

    def cut(text: str | None) -> tuple[Sentence, ...]:
        return segment(text, language) if text else ()

    title, kicker, lead = cut(article.title), cut(article.kicker), cut(article.lead)
    blocks = tuple(cut(block.text) for block in article.blocks)
    captions = tuple(cut(picture.caption) for picture in article.pictures)
    everything = [title, kicker, lead, *blocks, *captions]
    todo = dict.fromkeys(one.text for unit in everything for one in unit if not is_kept(one.text, language))
    return Plan(title, kicker, lead, blocks, captions, tuple(todo))


def is_kept(sentence: str, language: str | None) -> bool:
    """Tell whether there is nothing to translate: English already, or no words (numbers, signs, addresses)."""
    if language and language.split("-", 1)[0].lower() == "en":
        return True
    return not any(character.isalpha() for character in _ADDRESS.sub("", sentence))


def assemble(
    article: Article,
    cut: Plan,
    answers: Mapping[str, Candidate],
    *,
    engine: Engine | None,
    failed: frozenset[str] = frozenset(),
) -> ArticleTranslation:
    """Put translated sentences back into the article's shape.

    A sentence with neither an answer nor a failure is untranslated.
    """

    def one(sentence: Sentence) -> TranslatedSentence:
        text = sentence.text
        if is_kept(text, article.language):
            return TranslatedSentence(text, sentence.span, text, SentenceState.KEPT)
        if answer := answers.get(text):
            flags = tuple(Flag(note, _NOTES[note]) for note in answer.notes if note in _NOTES)
            return TranslatedSentence(
                text, sentence.span, answer.text, SentenceState.TRANSLATED, flags=flags, alignment=answer.alignment
            )
        state = SentenceState.FAILED if text in failed else SentenceState.UNTRANSLATED
        return TranslatedSentence(text, sentence.span, None, state)

    def unit(text: str | None, sentences: tuple[Sentence, ...]) -> TranslatedSentence | None:
        return _joined(text, [one(sentence) for sentence in sentences]) if text and sentences else None

    title = unit(article.title, cut.title)
    return ArticleTranslation(
        title=title or TranslatedSentence(article.title, (0, len(article.title)), article.title, SentenceState.KEPT),
        kicker=unit(article.kicker, cut.kicker),
        lead=unit(article.lead, cut.lead),
        blocks=tuple(tuple(one(sentence) for sentence in sentences) for sentences in cut.blocks),
        captions=tuple(
            unit(picture.caption, sentences) for picture, sentences in zip(article.pictures, cut.captions, strict=True)
        ),
        engine=engine,
    )


def _joined(text: str, parts: list[TranslatedSentence]) -> TranslatedSentence:
    """Make one of several sentences: a title, lead or caption is one unit to its readers."""
    if len(parts) == 1 and parts[0].source == text:
        return parts[0]
    state = next(state for state in _WORST_FIRST if any(part.state is state for part in parts))
    translations = [part.translation for part in parts]
    whole = " ".join(translation for translation in translations if translation) if None not in translations else None
    flags = tuple(dict.fromkeys(flag for part in parts for flag in part.flags))
    return TranslatedSentence(text, (0, len(text)), whole, state, flags=flags)


def sentences(translation: ArticleTranslation) -> Iterator[TranslatedSentence]:
    """Yield every sentence and unit of a translation, in reading order."""
    yield from (one for one in (translation.kicker, translation.title, translation.lead) if one)
    for block in translation.blocks:
        yield from block
    yield from (caption for caption in translation.captions if caption)


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
