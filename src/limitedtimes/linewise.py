"""Plain text, line by line: what `limitedtimes translate` does, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError
from limitedtimes.model.article import Article, Block, BlockKind
from limitedtimes.rules.editing import Style
from limitedtimes.rules.languages import base
from limitedtimes.rules.segment import segment
from limitedtimes.rules.translation import assemble, is_kept, plan
from limitedtimes.stages.asking import ALTERNATIVES, ask, doubtful, edit_all, look_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from limitedtimes.model.translation import TranslatedSentence
    from limitedtimes.ports import Candidates, LanguageDetector, Translators
    from limitedtimes.rules.editing import Look

    _Answers = tuple[dict[str, Candidates], dict[str, Look]]

_AT_ONCE = 256  # lines: enough to translate together, few enough to see progress


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
            yield _line(line, code, answers[code])


def _detect(detector: LanguageDetector, line: str) -> str | None:
    detection = detector.detect(line)
    return detection.language if detection else None


def _answers(translators: Translators, code: str | None, named: Sequence[tuple[str, str | None]]) -> _Answers | None:
    """Ask for every sentence of one language once; return what was answered and how it looks, None without a model."""
    lines = [line for line, of in named if of == code]
    todo = list(dict.fromkeys(one.text for line in lines for one in segment(line, code) if not is_kept(one.text, code)))
    try:
        translator = translators.get(code) if code and todo else None
    except ModelMissingError:
        translator = None
    if translator is None or code is None:
        return None
    known = ask(translator, todo)
    looks = look_at(translator, todo, known, Style(base(code)))
    return known | ask(translator, doubtful(looks), ALTERNATIVES), looks


def _line(line: str, code: str | None, answers: _Answers | None) -> Line:
    # A line is an article of one block, so that both are put together by the same rule.
    article = Article(url="", title="", language=code, blocks=(Block(BlockKind.PARAGRAPH, line),))
    cut = plan(article)
    known, looks = answers or ({}, {})
    printed = edit_all(cut.todo, known, Style(base(code or "und")), looks)
    failed = frozenset(cut.todo).difference(printed) if answers else frozenset()
    sentences = assemble(article, cut, printed, engine=None, failed=failed).blocks[0]
    states = {one.state for one in sentences}
    worst = next((state for state in ("failed", "untranslated", "translated") if state in states), "kept")
    whole = " ".join(one.translation or "" for one in sentences) if worst in ("translated", "kept") else line
    return Line(line, code, whole if line.strip() else line, worst, sentences)
