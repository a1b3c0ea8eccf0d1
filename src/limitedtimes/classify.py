"""Topics of English texts from anywhere: what `limitedtimes classify` does, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.errors import LimitedTimesError
from limitedtimes.rules.jsonlines import numbered
from limitedtimes.rules.topics import judge, named_topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from limitedtimes.rules.topics import Judged
    from limitedtimes.semantics.topics import TopicClassifier


@dataclass(frozen=True, slots=True)
class Row:
    """A text with the name that whoever asks has for it; ``url`` may name a section, and may be empty."""

    id: str | int
    title: str
    text: str
    url: str


def parse_rows(lines: Iterable[str]) -> list[Row]:
    """Read rows from JSON lines; empty lines and other fields are passed over.

    Raises LimitedTimesError, which names the first line that is no row.
    """
    return [_row(number, fields) for number, fields in numbered(lines)]


def _row(number: int, fields: object) -> Row:
    match fields:
        case {"id": str() | int() as name, "title": str(title), "text": str(text), **others}:
            url = others.get("url")
            if url is None or isinstance(url, str):
                return Row(name, title, text, url or "")
    message = f'Line {number} is not a row {{"id": ..., "title": "...", "text": "...", "url": "..."}} (without "url" if need be).'
    raise LimitedTimesError(message)


def classify_rows(rows: Iterable[Row], classifier: TopicClassifier) -> Iterator[tuple[Row, Judged]]:
    """Yield each row with its topic, in order. Raises ModelMissingError where the embedder's weights are not here."""
    for row in rows:
        yield row, judge(classifier.probabilities(row.title, row.text), section=named_topic(None, row.url))
