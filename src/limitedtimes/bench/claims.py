"""Measures the figures that are read out of sentences against what was annotated by hand.

The 150 sentences are named in ``claims.json``: by article and place of the sample press, and by row and span of a stream of
news that is kept apart. Spans count code points in the English sentence; no text is kept, a checksum tells whether the
sentence is still the one that was annotated. 50 were set aside, whole events at a time, before the first rule was written.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from limitedtimes import settings, wiring
from limitedtimes.model.article import Article, Block, BlockKind
from limitedtimes.rules.claims.article import every_claim
from limitedtimes.rules.editing import Style
from limitedtimes.rules.translation import assemble, placed, plan
from limitedtimes.stages.asking import ALTERNATIVES, ask, doubtful, edit_all, look_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.story import Claim
    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.ports import Translator

ANNOTATIONS = Path(__file__).with_name("claims.json")

Annotated = dict[str, Any]  # a row of claims.json
Read = tuple[Article, "ArticleTranslation"]


class Score(TypedDict):
    """What was found in some sentences. A claim is right with its figure, what it counts and who says it.

    ``figure``, ``counted`` and ``speaker`` are shares of the claims found; what may or may not be called a claim counts
    neither way. ``changed``: sentences that are not the ones that were annotated, and left out.
    """

    sentences: int
    changed: int
    claims: int
    found: int
    precision: float
    recall: float
    figure: float
    counted: float
    speaker: float
    by_counted: dict[str, tuple[float, float]]


class Report(TypedDict):
    """What ``bench claims --json`` prints: the sentences that rules were written for, and those set aside."""

    tuned: Score
    aside: Score


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that was found, an expected one, or both where they are of the same figure."""

    expected: Annotated | None
    found: Claim | None
    counted: bool = False
    speaker: bool = False

    @property
    def right(self) -> bool:
        """All of it is right."""
        return self.counted and self.speaker


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what was found in it; ``judged`` is None where the sentence has changed."""

    text: str
    row: Annotated
    judged: tuple[Judged, ...] | None


def run(press: Mapping[str, Article], stream: Path | None) -> Report:
    """Score the rules. ``press`` holds the sample press by name; without ``stream``, the stream of news, it is all."""
    rows = read_annotations()
    lines = [*press_lines(rows, press, wiring.make_engines(settings.load()).get("pt"))]
    lines += stream_lines(rows, stream) if stream else ()
    return Report(tuned=score(lines, aside=False), aside=score(lines, aside=True))


def read_annotations() -> list[Annotated]:
    """Return what was annotated, sentence by sentence."""
    rows: list[Annotated] = json.loads(ANNOTATIONS.read_text("utf-8"))
    return rows


def press_lines(rows: Sequence[Annotated], press: Mapping[str, Article], translator: Translator) -> Iterator[Line]:
    """Yield the sentences of the sample press, as the engine translates them."""
    for name, own in _by_article(rows, "press").items():
        article = press[name]
        translation = translated(article, translator)
        units = {place: one.translation or "" for place, one in placed(translation)}
        yield from _lines(own, (article, translation), {row["place"]: units.get(row["place"], "") for row in own})


def stream_lines(rows: Sequence[Annotated], stream: Path) -> Iterator[Line]:
    """Yield the sentences of the stream's English articles, whose times say nothing of their events."""
    by_article = _by_article(rows, "stream")
    with gzip.open(stream, "rt", encoding="utf-8") as file:
        for told in map(json.loads, file):
            own = by_article.get(told["id"], ())
            article = Article("", "", (Block(BlockKind.PARAGRAPH, told["text"]),), language="en")
            read = article, assemble(article, plan(article), {}, engine=None)
            yield from _lines(own, read, {str(row["place"]): told["text"][slice(*row["place"])] for row in own})


def translated(article: Article, translator: Translator) -> ArticleTranslation:
    """Return the engine's translation of an article, edited as everywhere."""
    cut, style = plan(article), Style(translator.source_language)
    known = ask(translator, cut.todo)
    looks = look_at(translator, cut.todo, known, style)
    known |= ask(translator, doubtful(looks), ALTERNATIVES)
    return assemble(article, cut, edit_all(cut.todo, known, style, looks), engine=translator.identity)


def _by_article(rows: Iterable[Annotated], source: str) -> dict[str, list[Annotated]]:
    found = defaultdict(list)
    for row in rows:
        if row["source"] == source:
            found[row["id"]].append(row)
    return found


def _lines(rows: Iterable[Annotated], read: Read, texts: Mapping[str, str]) -> Iterator[Line]:
    rows = list(rows)
    claims = list(every_claim(0, *read)) if rows else []
    passages = [one.translation or one.source for _, one in placed(read[1])]
    for row in rows:
        text = texts[str(row["place"])]
        same = zlib.crc32(text.encode()) == row["crc32"]
        yield Line(text, row, tuple(_judged(row, text, claims, passages)) if same else None)


def _judged(row: Annotated, text: str, claims: Iterable[Claim], passages: Sequence[str]) -> Iterator[Judged]:
    here = {(one.counted, _at(one, text)): one for one in claims if one.sentence in text}
    open_ones = list(row["claims"])
    for (counted, span), one in here.items():
        same = [expected for expected in open_ones if _overlap(expected["figure"], span)]
        best = min(same, key=lambda expected: expected["counted"] != counted, default=None)
        if best is None:
            yield Judged(None, one)
            continue
        open_ones.remove(best)
        names = [_name(place, text, passages) for place in best["speakers"]]
        yield Judged(best, one, best["counted"] == counted, _plain(one.speaker) in names)
    yield from (Judged(expected, None) for expected in open_ones)


def _at(one: Claim, text: str) -> Span:
    start = text.index(one.sentence)
    return one.span[0] + start, one.span[1] + start


def _overlap(first: Sequence[int], second: Sequence[int]) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _name(place: Sequence[int] | None, text: str, passages: Sequence[str]) -> str | None:
    """Return a speaker; the third number says how many sentences before it stands."""
    if place is None:
        return None
    start, end, *before = place
    return _plain((passages[passages.index(text) - before[0]] if before else text)[start:end])


def _plain(name: str | None) -> str | None:
    return name.lower().removeprefix("this morning's ").removeprefix("the ") if name else None


def score(lines: Iterable[Line], *, aside: bool) -> Score:
    """Sum up the sentences that were set aside, or the others."""
    mine = [line for line in lines if line.row["aside"] is aside]
    known = [line for line in mine if line.judged is not None]
    judged = [one for line in known for one in line.judged or () if not (one.expected or {}).get("optional")]
    found = [one for one in judged if one.found]
    return Score(
        sentences=len(known),
        changed=len(mine) - len(known),
        claims=sum(one.expected is not None for one in judged),
        found=len(found),
        precision=_share(one.right for one in found),
        recall=_share(one.right for one in judged if one.expected),
        figure=_share(one.expected is not None for one in found),
        counted=_share(one.counted for one in found),
        speaker=_share(one.speaker for one in found),
        by_counted={kind: _of_kind(judged, kind) for kind in sorted({_kind(one) for one in judged})},
    )


def _kind(one: Judged) -> str:
    return one.found.counted.value if one.found else str((one.expected or {})["counted"])


def _of_kind(judged: Sequence[Judged], kind: str) -> tuple[float, float]:
    """Return precision and recall of what counts one thing."""
    return (
        _share(one.right for one in judged if one.found and one.found.counted == kind),
        _share(one.right for one in judged if one.expected and one.expected["counted"] == kind),
    )


def _share(values: Iterable[bool]) -> float:
    """Return the share of what is true; 1 of nothing."""
    known = list(values)
    return round(sum(known) / len(known), 4) if known else 1.0
