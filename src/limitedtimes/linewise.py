"""Plain text, line by line: what `limitedtimes translate` does, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.model.article import Article, Block, BlockKind
from limitedtimes.rules.segment import segment
from limitedtimes.rules.translation import assemble, is_kept, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from limitedtimes.model.translation import Candidate, TranslatedSentence
    from limitedtimes.ports import LanguageDetector, Translator, Translators

_AT_ONCE = 64  # lines: enough to translate together, few enough to see progress


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its translation; ``translation`` is the line itself where there is none."""

    source: str
    language: str | None
    translation: str
    state: str
    sentences: tuple[TranslatedSentence, ...]


def translate_lines(
    lines: Iterable[str], translators: Translators, detector: LanguageDetector, language: str | None
) -> Iterator[Line]:
    """Yield each line translated, in order; ``language`` None: told line by line."""
    remaining = iter(lines)
    while batch := list(islice(remaining, _AT_ONCE)):
        named = [(line, language or _detect(detector, line)) for line in batch]
        answers = {code: _answers(translators, code, named) for code in {code for _, code in named}}
        for line, code in named:
            yield _line(line, code, *answers[code])


def _detect(detector: LanguageDetector, line: str) -> str | None:
    detection = detector.detect(line)
    return detection.language if detection else None


def _answers(
    translators: Translators, code: str | None, named: Sequence[tuple[str, str | None]]
) -> tuple[dict[str, Candidate], frozenset[str]]:
    """Translate every sentence of one language once; return the answers and the sentences that failed."""
    lines = [line for line, of in named if of == code]
    todo = dict.fromkeys(one.text for line in lines for one in segment(line, code) if not is_kept(one.text, code))
    try:
        translator = translators.get(code) if code and todo else None
    except ModelMissingError:
        translator = None
    if translator is None:
        return {}, frozenset()
    try:
        return {text: best[0] for text, best in zip(todo, translator.translate(list(todo)), strict=True)}, frozenset()
    except TranslationError:  # one bad sentence fails alone
        return _one_by_one(translator, todo)


def _one_by_one(translator: Translator, todo: Iterable[str]) -> tuple[dict[str, Candidate], frozenset[str]]:
    answers: dict[str, Candidate] = {}
    failed: set[str] = set()
    for sentence in todo:
        try:
            answers[sentence] = translator.translate([sentence])[0][0]
        except TranslationError:
            failed.add(sentence)
    return answers, frozenset(failed)


def _line(line: str, code: str | None, answers: dict[str, Candidate], failed: frozenset[str]) -> Line:
    # A line is an article of one block, so that both are put together by the same rule.
    article = Article(url="", title="", language=code, blocks=(Block(BlockKind.PARAGRAPH, line),))
    sentences = assemble(article, plan(article), answers, engine=None, failed=failed).blocks[0]
    states = {one.state for one in sentences}
    worst = next((state for state in ("failed", "untranslated", "translated") if state in states), "kept")
    whole = " ".join(one.translation or "" for one in sentences) if worst in ("translated", "kept") else line
    return Line(line, code, whole if line.strip() else line, worst, sentences)
