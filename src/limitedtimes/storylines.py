"""Rows of text from anywhere into stories: what `limitedtimes group` does, without a database."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError, ModelMissingError
from limitedtimes.linewise import translate_lines
from limitedtimes.rules.jsonlines import numbered
from limitedtimes.rules.languages import base
from limitedtimes.rules.stories import WINDOW
from limitedtimes.semantics.grouping import Assigned, Grouper, Merged
from limitedtimes.semantics.profile import make_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from limitedtimes.ports import Embedder, LanguageDetector, Translators
    from limitedtimes.rules.stories import Join
    from limitedtimes.semantics.profile import Profile

_UNKNOWN = "und"  # BCP 47: a language that could not be told
_YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Row:
    """A text with the name that whoever asks has for it. ``language`` None: to be told; ``published`` is "now" for it."""

    id: str | int
    title: str
    text: str
    language: str | None
    published: datetime


def parse_rows(lines: Iterable[str]) -> list[Row]:
    """Read rows from JSON lines; empty lines and other fields are passed over.

    Raises LimitedTimesError, which names the first line that is no row.
    """
    return [_row(number, fields) for number, fields in numbered(lines)]


def _row(number: int, fields: object) -> Row:
    match fields:
        case {"id": str() | int() as name, "text": str(text), "published": str(published), **others}:
            title, language = others.get("title") or "", others.get("language") or None
            if isinstance(title, str) and isinstance(language, str | None):
                return Row(name, _whole(title), _whole(text), language, _moment(number, published))
    wanted = (
        '{"id": ..., "text": "...", "published": "2026-03-01T12:00:00Z"} ("title" and "language" as well, if need be)'
    )
    message = f"Line {number} is not a row {wanted}."
    raise LimitedTimesError(message)


def _whole(text: str) -> str:
    """Return a text without halves of characters, which JSON can hold and no tokenizer takes."""
    return text.encode("utf-8", "replace").decode()


def _moment(number: int, text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if moment.year not in _YEARS:
            raise ValueError(moment.year)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except ValueError as error:
        message = f"Line {number}: {text!r} is not a moment like 2026-03-01T12:00:00Z."
        raise LimitedTimesError(message) from error


def in_english(rows: Sequence[Row], translators: Translators, detector: LanguageDetector) -> list[Row]:
    """Return the rows with the translation of those that a model is here for; the others stay in their language."""
    told = [replace(row, language=row.language or _detected(detector, row.text)) for row in rows]
    english: dict[int, tuple[str, str]] = {}
    foreign = sorted({row.language for row in told if row.language and base(row.language) != "en"})
    for language in [one for one in foreign if _translatable(translators, one)]:
        places = [place for place, row in enumerate(told) if row.language == language]
        # The title is a line of its own, before the text's: what is given back is in the same order.
        lines = [[told[place].title, *told[place].text.split("\n")] for place in places]
        translated = translate_lines((line for of in lines for line in of), translators, detector, language)
        for place, of in zip(places, lines, strict=True):
            done = [next(translated) for _ in of]
            english[place] = done[0].translation, "\n".join(line.translation for line in done[1:])
    return [
        replace(row, title=english[place][0], text=english[place][1], language="en") if place in english else row
        for place, row in enumerate(told)
    ]


def _translatable(translators: Translators, language: str) -> bool:
    try:
        translators.get(language)
    except ModelMissingError:
        return False
    return True


def _detected(detector: LanguageDetector, text: str) -> str:
    detection = detector.detect(text)
    return detection.language if detection else _UNKNOWN


def profiled(rows: Sequence[Row], embedder: Embedder) -> list[Profile]:
    """Return the profile of each row, numbered from 0. Raises ModelMissingError where the embedder's weights are not here."""
    return [
        make_profile(
            embedder,
            article_id=number,
            title=row.title,
            lead=None,
            text=row.text,
            language=row.language or _UNKNOWN,
            at=row.published,
            source_id=None,
        )
        for number, row in enumerate(rows)
    ]


def grouped(profiles: Iterable[Profile], join: Join | None = None) -> dict[int, int]:
    """Return the story of each article at the end, given them in the order of their arrival."""
    grouper = Grouper(count(1).__next__, join)
    story_of: dict[int, int] = {}
    now = datetime.min.replace(tzinfo=UTC)
    for profile in profiles:
        now = max(now, profile.at)
        grouper.expire(now - WINDOW)
        for change in grouper.assign(profile):
            if isinstance(change, Assigned):
                story_of[change.article_id] = change.story_id
            else:
                story = change.into if isinstance(change, Merged) else change.new
                story_of |= dict.fromkeys(change.articles, story)
    return story_of


def group_rows(
    rows: Sequence[Row], translators: Translators, detector: LanguageDetector, embedder: Embedder
) -> list[tuple[Row, int]]:
    """Return each row with its story, in the order of the rows; raises ModelMissingError like ``profiled``."""
    story_of = grouped(profiled(in_english(rows, translators, detector), embedder))
    return [(row, story_of[number]) for number, row in enumerate(rows)]
