"""What changed between two readings of an article, sentence by sentence, and whether the later one may take its place. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleForm, Reason
from limitedtimes.rules.identity import variant_key
from limitedtimes.rules.snippets import WORD
from limitedtimes.rules.translation import plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Article, Entry

_ALIKE = 0.5  # share of words in common from which a sentence is another one's new wording
_MOST_PAIRS = 40_000  # comparisons of one rewritten passage, some 0.2 s; a longer one is given as gone and new
_MOST_MATCHES = (
    250_000  # of equal sentences, each with each; beyond (tables of dashes) only those count that stand once
)
# NUL and lone surrogates, which the database does not hold; soft hyphens, zero-width spaces, marks of direction.
_INVISIBLE = re.compile("[\0\ud800-\udfff\u00ad\u200b-\u200f\u2060\ufeff]")


_Chain = tuple[int, int, "_Chain | None"]


class ChangeKind(StrEnum):
    """What became of a sentence; the words are part of the program's JSON."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence, title, kicker or caption that is not as it was.

    ``old`` and ``new`` are the texts; None where there was, or is, none. Places are those of ``translation.placed``
    (``title``, ``lead``, ``4.2``, ``caption.0``), each in its own revision.
    """

    kind: ChangeKind
    old: str | None = None
    new: str | None = None
    old_place: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with its place; ``key`` is what makes two of them the same."""

    place: str
    text: str
    key: str


def changes(old: Article, new: Article) -> tuple[Change, ...]:
    """Return what changed, in the new one's order: kicker, title, lead and text, captions; empty where no sentence did.

    A longest common subsequence of sentences stays; of the others, equal ones have moved, alike ones at the same point have
    changed. The lead counts as the text's beginning, so that a sentence may become it unchanged.
    """
    heads = [("kicker", old.kicker, new.kicker), ("title", old.title, new.title)]
    return (
        *(change for place, before, after in heads for change in _unit(place, before, after)),
        *_compared(_body(old), _body(new)),
        *_compared(_captions(old), _captions(new)),
    )


def same_shape(old: Article, new: Article) -> bool:
    """Tell whether a translation of one fits the other, sentence by sentence: the same texts in the same blocks."""
    return old.language == new.language and _texts(old) == _texts(new)


def reason_to_keep(old: Article, new: Article) -> Reason | None:
    """Say why what was read before stays, or None where the new reading takes its place.

    Error pages, walls and pages of consent answer like articles. A page that lost more than half of its text, or all of it
    and its title, is believed only if it says itself that it was modified since; live blogs drop their oldest entries.
    """
    if new.partial and not old.partial:
        return new.partial
    if new.form is ArticleForm.LIVE or _modified_since(old, new):
        return None
    if _length(new) * 2 < _length(old):
        return Reason("shrunk", "the page has lost more than half of its text and does not say that it was changed")
    if _likeness(_words(old.title), _words(new.title)) < _ALIKE and _shared(old, new) == 0:
        return Reason("replaced", "another text stands at this address and does not say that it was changed")
    return None


def same_article(one: Article, other: Article) -> bool:
    """Tell whether two readings are of one article: the same title, or most of the shorter one's sentences in common."""
    return _key(one.title) == _key(other.title) or same_sentences(one, other)


def same_sentences(one: Article, other: Article) -> bool:
    """Tell whether most of the shorter text's sentences stand in the longer one."""
    shorter = min(len(_body(one)), len(_body(other)))
    return _shared(one, other) * 2 > shorter


def same_entry(one: Entry, other: Entry) -> bool:
    """Tell whether two entries of one guid are of one article: feeds exist that give each place of theirs a guid.

    One of address, time and title must have stayed.
    """
    if variant_key(one.url) == variant_key(other.url) or (one.published and one.published == other.published):
        return True
    return _likeness(_words(one.title), _words(other.title)) >= _ALIKE


def _modified_since(old: Article, new: Article) -> bool:
    if new.modified is None:
        return False
    known = old.modified or old.published
    return known is not None and new.modified > known


def _length(article: Article) -> int:
    return len(article.lead or "") + sum(len(block.text) for block in article.blocks)


def _shared(one: Article, other: Article) -> int:
    """Return how many sentences two texts have in common."""
    counted = Counter(line.key for line in _body(one)) & Counter(line.key for line in _body(other))
    return counted.total()


def _texts(article: Article) -> list[str | None]:
    blocks = [block.text for block in article.blocks]
    return [article.kicker, article.title, article.lead, *blocks, None, *(one.caption for one in article.pictures)]


def _captions(article: Article) -> list[_Line]:
    return _lines([(f"caption.{number}", one.caption) for number, one in enumerate(article.pictures)])


def _body(article: Article) -> list[_Line]:
    cut = plan(article)
    return _lines(
        [
            *(("lead", one.text) for one in cut.lead),
            *(
                (f"{block}.{place}", one.text)
                for block, unit in enumerate(cut.blocks)
                for place, one in enumerate(unit)
            ),
        ]
    )


def _lines(units: Sequence[tuple[str, str | None]]) -> list[_Line]:
    return [_Line(place, text, _key(text)) for place, text in units if text]


def _key(text: str) -> str:
    """Return a text without what readers do not see: how its white space and its accents are written."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def _unit(place: str, old: str | None, new: str | None) -> Iterator[Change]:
    if _key(old or "") != _key(new or ""):
        kind = ChangeKind.CHANGED if old and new else ChangeKind.NEW if new else ChangeKind.GONE
        yield Change(kind, old or None, new or None, place if old else None, place if new else None)


def _compared(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[Change]:
    kept = _common([one.key for one in old], [one.key for one in new])
    moved = _moved(old, new, kept)
    left = set(moved.values())
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *kept, (len(old), len(new))]):
        gone = [place for place in range(i + 1, next_i) if place not in left]
        came = [place for place in range(j + 1, next_j) if place not in moved]
        pairs = {came[b]: gone[a] for a, b in _alike([old[one] for one in gone], [new[one] for one in came])}
        for place in range(j + 1, next_j):
            before = moved.get(place, pairs.get(place))
            if place in pairs:
                # What went in front of a changed sentence is told in front of it.
                while gone[0] != pairs[place]:
                    yield _gone(old[gone.pop(0)])
                gone.pop(0)
            yield _came(old[before] if before is not None else None, new[place])
        yield from (_gone(old[one]) for one in gone)


def _gone(line: _Line) -> Change:
    return Change(ChangeKind.GONE, old=line.text, old_place=line.place)


def _came(old: _Line | None, new: _Line) -> Change:
    if old is None:
        return Change(ChangeKind.NEW, new=new.text, place=new.place)
    kind = ChangeKind.MOVED if old.key == new.key else ChangeKind.CHANGED
    return Change(kind, old.text, new.text, old.place, new.place)


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return a longest common subsequence as pairs of places (Hunt and Szymanski, CACM 20(5), 1977)."""
    places: dict[str, list[int]] = {}
    for j in range(len(new) - 1, -1, -1):
        places.setdefault(new[j], []).append(j)
    counted = Counter(old)
    if sum(count * len(places.get(key, ())) for key, count in counted.items()) > _MOST_MATCHES:
        places = {key: found for key, found in places.items() if len(found) == counted[key] == 1}
    ends: list[int] = []
    chains: list[_Chain] = []
    for i, key in enumerate(old):
        for j in places.get(key, ()):
            at = bisect_left(ends, j)
            ends[at : at + 1] = [j]
            chains[at : at + 1] = [(i, j, chains[at - 1] if at else None)]
    found = []
    chain = chains[-1] if chains else None
    while chain:
        found.append(chain[:2])
        chain = chain[2]
    return found[::-1]


def _moved(old: Sequence[_Line], new: Sequence[_Line], kept: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Return where the sentences stood, by where they stand, that did not stay in order."""
    stayed_old, stayed_new = {i for i, _ in kept}, {j for _, j in kept}
    homeless: dict[str, list[int]] = {}
    for i in range(len(old) - 1, -1, -1):
        if i not in stayed_old:
            homeless.setdefault(old[i].key, []).append(i)
    return {j: homeless[line.key].pop() for j, line in enumerate(new) if j not in stayed_new and homeless.get(line.key)}


def _alike(old: Sequence[_Line], new: Sequence[_Line]) -> list[tuple[int, int]]:
    """Pair sentences of one passage with their new wordings, in order, so that the sum of likenesses is largest."""
    if len(old) * len(new) > _MOST_PAIRS:
        return []
    ours, theirs = [_words(one.text) for one in old], [_words(one.text) for one in new]
    likeness = [[_likeness(one, other) for other in theirs] for one in ours]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= _ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words in common (Dice, Ecology 26(3), 1945), 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0
