"""A second look at translations that somebody else made: what `limitedtimes check` does, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError, ModelMissingError, TranslationError
from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards import review
from limitedtimes.rules.jsonlines import numbered
from limitedtimes.rules.segment import segment
from limitedtimes.rules.translation import is_kept
from limitedtimes.stages.asking import ask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from limitedtimes.model.translation import Flag, Sentence
    from limitedtimes.ports import LanguageDetector, Translator, Translators

_AT_ONCE = 64  # rows: enough to translate together, few enough to see progress
_UNKNOWN = "und"  # BCP 47: a language that could not be told


@dataclass(frozen=True, slots=True)
class Row:
    """A text with a translation of it into English."""

    source: str
    translation: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row with what is remarked on it. ``aligned``: an engine told which words translate which."""

    row: Row
    aligned: bool
    flags: tuple[Flag, ...]


def parse_rows(lines: Iterable[str]) -> list[Row]:
    """Read rows from JSON lines; empty lines and other fields are passed over.

    Raises LimitedTimesError, which names the first line that is no row.
    """
    return [_row(number, fields) for number, fields in numbered(lines)]


def _row(number: int, fields: object) -> Row:
    match fields:
        case {"source": str(source), "translation": str(translation)}:
            return Row(source, translation)
    message = f'Line {number} is not a row {{"source": "...", "translation": "..."}} with two texts.'
    raise LimitedTimesError(message)


def review_rows(
    rows: Iterable[Row], translators: Translators, detector: LanguageDetector, language: str | None
) -> Iterator[Reviewed]:
    """Yield each row with its flags, in order; ``language`` None: told row by row."""
    remaining = iter(rows)
    while batch := list(islice(remaining, _AT_ONCE)):
        codes = {row: language or _detect(detector, row.source) for row in batch}
        opinions: dict[Row, _Opinion] = {}
        for code in dict.fromkeys(codes.values()):
            opinions |= _opinions(translators, code, [row for row, of in codes.items() if of == code])
        for row in batch:
            forced, own = opinions[row]
            given = forced or Candidate(row.translation)
            flags = review(row.source, given, own, (codes[row] or _UNKNOWN).split("-", 1)[0].lower())
            yield Reviewed(row, given.alignment is not None, flags)


def _detect(detector: LanguageDetector, text: str) -> str | None:
    detection = detector.detect(text)
    return detection.language if detection else None


# The row's translation as the engine aligns it, and the engine's own; None where it gives none.
_Opinion = tuple[Candidate | None, Candidate | None]


def _opinions(translators: Translators, code: str | None, rows: Sequence[Row]) -> dict[Row, _Opinion]:
    try:
        translator = translators.get(code) if code else None
    except ModelMissingError:
        translator = None
    if translator is None:
        return dict.fromkeys(rows, (None, None))
    forced: Sequence[Candidate | None] = [None] * len(rows)
    if translator.capabilities.force:
        forced = _forced(translator, [(row.source, row.translation) for row in rows])
    own = own_translations(translator, [row.source for row in rows])
    return {row: (one, own[row.source]) for row, one in zip(rows, forced, strict=True)}


def own_translations(translator: Translator, texts: Iterable[str]) -> dict[str, Candidate | None]:
    """Return the engine's own translation of each text, sentence by sentence; None where it gives none."""
    code = translator.source_language
    cut = {text: segment(text, code) for text in texts}
    todo = list(dict.fromkeys(one.text for of in cut.values() for one in of if not is_kept(one.text, code)))
    known = {text: candidates[0] for text, candidates in ask(translator, todo).items()}
    missing = dict.fromkeys(todo) | known
    return {
        text: _joined([(one, missing.get(one.text, Candidate(one.text))) for one in of]) for text, of in cut.items()
    }


def _forced(translator: Translator, pairs: Sequence[tuple[str, str]]) -> list[Candidate | None]:
    """Align translations; where that fails one by one, so that one bad pair fails alone."""
    try:
        return list(translator.force(pairs))
    except TranslationError:
        return [None] if len(pairs) == 1 else [one for pair in pairs for one in _forced(translator, [pair])]


def _joined(parts: Sequence[tuple[Sentence, Candidate | None]]) -> Candidate | None:
    """Put a text's translation together from its sentences', one space between them."""
    text = ""
    pairs = []
    aligned = True
    for sentence, answer in parts:
        if answer is None:
            return None
        text += " " if text else ""
        aligned = aligned and answer.alignment is not None
        source, target = sentence.span[0], len(text)
        pairs += [((a + source, b + source), (c + target, d + target)) for (a, b), (c, d) in answer.alignment or ()]
        text += answer.text
    return Candidate(text, tuple(pairs) if aligned else None)
