"""Links and emphasis, carried over from a block's text onto the right words of its translation.

A block's translation is its sentences' translations, joined by one space. Every mark becomes one span of it: from the
first word that its words align to, to the last, without the words of others at either end. The order of words may
change on the way, so of several places the one is taken that holds the most of the mark's words and the fewest of
others. What is one mark stays one: a mark across sentences goes on to the end of the first and from the beginning of
the next. What stands in a mark stands in its translation; marks that stand apart stand apart, or where two meet in one
English word, one within the other. A mark over the words of a sentence without translation has no place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from limitedtimes.model.article import MarkKind
from limitedtimes.model.translation import SentenceState
from limitedtimes.rules.tokens import is_word, kind, tokens, trimmed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Mark, Span
    from limitedtimes.model.translation import TranslatedSentence
    from limitedtimes.rules.tokens import Token

Run = tuple[int, int]  # tokens of a translation, half open

FOREIGN = 0.8  # what a word of others takes from a run, where a word of the mark adds 1
LOOSE = 0.15  # what an unaligned word takes: few of them are bridged, many are not
SMALL = 0.5  # the weight of a short word in lower case, most of which are articles and prepositions
SHORT = 3  # letters of a short word
_ENDINGS = frozenset(["", "s", "'s", "’s", "'", "’", "st", "nd", "rd", "th"])  # of English names and numbers
# Quotes and brackets of English text with their partners.
_PARTNERS = {"“": "”", "‘": "’", "«": "»", "‹": "›", "(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class ProjectedMark:
    """A mark with its span in the block's translation; None where it has no place there."""

    mark: Mark
    target: Span | None


def places(sentences: Sequence[TranslatedSentence]) -> tuple[Span | None, ...]:
    """Return where each sentence's translation stands in the block's; None where it has none."""
    found: list[Span | None] = []
    at = 0
    for one in sentences:
        if one.translation:
            found.append((at, at + len(one.translation)))
            at += len(one.translation) + 1
        else:
            found.append(None)
    return tuple(found)


def project(marks: Sequence[Mark], sentences: Sequence[TranslatedSentence]) -> tuple[ProjectedMark, ...]:
    """Return a block's marks, each with its place in the translation, in the order given."""
    # Where each mark has something to show: the sentences, by number, with the part of them that it covers.
    parts: list[dict[int, Span]] = [{} for _ in marks]
    for number, one in enumerate(sentences):
        for mark, part in zip(marks, parts, strict=True):
            span = trimmed(one.source, mark.span[0] - one.span[0], mark.span[1] - one.span[0])
            if span and one.translation:
                part[number] = span
    found: list[list[Span]] = [[] for _ in marks]
    for number, (one, place) in enumerate(zip(sentences, places(sentences), strict=True)):
        if place is None:
            continue
        pieces = [
            Piece(
                key,
                part[number],
                link=marks[key].kind is MarkKind.LINK,
                goes_back=min(part) < number,
                goes_on=max(part) > number,
            )
            for key, part in enumerate(parts)
            if number in part
        ]
        for key, (start, end) in _carried(one, pieces) if pieces else ():
            found[key].append((place[0] + start, place[0] + end))
    return tuple(
        ProjectedMark(mark, (spans[0][0], spans[-1][1]) if spans else None)
        for mark, spans in zip(marks, found, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark that stands in one sentence; it may come from the sentence before and go on in the next."""

    key: int
    span: Span
    link: bool = False
    goes_back: bool = False
    goes_on: bool = False


def _carried(one: TranslatedSentence, pieces: Sequence[Piece]) -> Iterator[tuple[int, Span]]:
    """Yield the places of a sentence's marks in its translation, by their keys."""
    text = one.translation or ""
    if one.state is SentenceState.KEPT or text == one.source:
        yield from ((piece.key, piece.span) for piece in pieces)
        return
    line = _Line(one, tokens(text))
    if line.tokens:
        setter = _Setter(line)
        setter.settle(_nested(pieces), (0, len(line.tokens)), (0, len(one.source)))
        yield from ((key, line.span(run)) for key, run in setter.runs.items())


@dataclass
class _Node:
    """A mark's part of a sentence with the marks inside it."""

    piece: Piece
    inner: list[_Node] = field(default_factory=list)


def _nested(pieces: Sequence[Piece]) -> list[_Node]:
    """Return marks as trees; of two with the same words, the one given first is outside."""
    roots: list[_Node] = []
    path: list[_Node] = []
    for piece in sorted(pieces, key=lambda piece: (piece.span[0], -piece.span[1])):
        while path and path[-1].piece.span[1] < piece.span[1]:
            path.pop()
        node = _Node(piece)
        (path[-1].inner if path else roots).append(node)
        path.append(node)
    return roots


class _Line:
    """A translated sentence with its tokens, and which source words each of them comes from."""

    def __init__(self, one: TranslatedSentence, found: tuple[Token, ...]) -> None:
        self.source = one.source
        self.text = one.translation or ""
        self.tokens = found
        self.aligned = one.alignment is not None
        starts, ends = [token.start for token in found], [token.end for token in found]
        self.pairs: list[tuple[Span, int]] = [
            (source, place)
            for source, target in one.alignment or ()
            for place in range(bisect_right(ends, target[0]), bisect_left(starts, target[1]))
            if found[place].word
        ]

    @cached_property
    def origins(self) -> list[list[Span]]:
        """The source words of each token."""
        found: list[list[Span]] = [[] for _ in self.tokens]
        for source, place in self.pairs:
            found[place].append(source)
        return found

    @cached_property
    def weights(self) -> list[float]:
        """How much each token counts: a short word in lower case less than others, and so where it begins the sentence."""
        words = [self.text[token.start : token.end] for token in self.tokens]
        words[:1] = [word if word.isupper() and len(word) > 1 else word.lower() for word in words[:1]]
        return [SMALL if len(word) <= SHORT and word.islower() else 1.0 for word in words]

    def span(self, run: Run) -> Span:
        """Return the characters of a run."""
        return self.tokens[run[0]].start, self.tokens[run[1] - 1].end

    def covered(self, word: Span, span: Span) -> float:
        """Return the share of a source word that a span covers; punctuation counts where there is nothing else."""
        whole = [at for at in range(*word) if is_word(self.source[at])] if word[1] <= len(self.source) else []
        whole = whole or list(range(*word))
        return sum(span[0] <= at < span[1] for at in whole) / max(1, len(whole))

    def gains(self, span: Span) -> list[float]:
        """Return what each token adds to a run for a span of the source, or takes from it."""
        found = []
        for token, origins, weight in zip(self.tokens, self.origins, self.weights, strict=True):
            shares = [self.covered(word, span) for word in origins]
            own, foreign = sum(shares), sum(share == 0 for share in shares)
            if own:
                found.append(weight * (own - foreign) / (own + foreign))
            else:
                found.append(-weight * (FOREIGN if foreign else LOOSE) if token.word else -LOOSE / 3)
        return found

    def claims(self, span: Span) -> set[int]:
        """Return the tokens that come from a span's words, at least in part."""
        return {place for source, place in self.pairs if self.covered(source, span) > 0}


class _Setter:
    """Gives each mark of a sentence its run of tokens: from the outermost inwards, each within the one around it."""

    def __init__(self, line: _Line) -> None:
        self.line = line
        self.runs: dict[int, Run] = {}

    def settle(self, nodes: Sequence[_Node], room: Run, around: Span) -> None:
        """Place marks that stand beside each other in ``room``, the translation of the span ``around``."""
        taken: dict[int, bool] = {}  # tokens that have a mark already: whether it is a link
        for node in sorted(nodes, key=self._urgency):
            piece = node.piece
            run = self._run(piece, room, around, taken)
            if run:
                self.runs[piece.key] = run
                taken |= dict.fromkeys(range(*run), piece.link)
            self.settle(node.inner, run or room, piece.span if run else around)

    def _urgency(self, node: _Node) -> tuple[bool, bool, int, int]:
        # What goes on over the sentence's ends has its place there; then those first that have the least choice.
        piece = node.piece
        words = len(self.line.claims(piece.span))
        return not piece.goes_back, not piece.goes_on, words or len(self.line.tokens), piece.span[0]

    def _run(self, piece: Piece, room: Run, around: Span, taken: dict[int, bool]) -> Run | None:
        free = [place for place in range(*room) if place not in taken]
        if piece.goes_back or piece.goes_on:
            return self._at_the_end(piece, room, free)
        if piece.span == around and len(free) == room[1] - room[0]:
            return room
        own, whole = words_of(self.line.source, piece.span), words_of(self.line.source, around)
        if own is None:
            return self._sign(piece, room, free)
        stretches = _stretches(free)
        if own == whole and len(stretches) == 1:
            run: Run | None = self._without_signs(stretches[0])
        else:
            run = self._same(own, stretches) or self._best(own, stretches)
        return self._with_signs(piece, own, run, stretches) if run else self._nearest(piece, room, free, taken)

    def _at_the_end(self, piece: Piece, room: Run, free: Sequence[int]) -> Run | None:
        """Place a mark that comes from the sentence before, goes on in the next one, or both."""
        stretches = _stretches(free)
        if piece.goes_back and piece.goes_on:
            return room if stretches == [room] else None
        stretch = (stretches[0] if piece.goes_back else stretches[-1]) if stretches else None
        if stretch is None or (stretch[0] != room[0] if piece.goes_back else stretch[1] != room[1]):
            return None
        if words_of(self.line.source, piece.span) == words_of(self.line.source, (0, len(self.line.source))):
            return stretch
        gains = self.line.gains(piece.span)
        if not self.line.aligned:
            return None
        if piece.goes_back:
            ends = range(stretch[0] + 1, stretch[1] + 1)
            return stretch[0], max(ends, key=lambda end: sum(gains[stretch[0] : end]))
        return max(range(*stretch), key=lambda start: sum(gains[start : stretch[1]])), stretch[1]

    def _same(self, own: Span, stretches: Sequence[Run]) -> Run | None:
        """Return where the very name or number of the original stands, or word that aligns to nothing, if in one place."""
        words = self.line.source[slice(*own)]
        digits = any(map(str.isdigit, words))
        telling = " " in words or any(map(str.isupper, words)) or not self.line.claims(own)
        named = len(words) > SHORT and telling
        if not (digits or named) or self.line.source.count(words) != 1:
            return None
        found = [*self._occurrences(words)]
        inside = [run for run in found if any(low <= run[0] and run[1] <= high for low, high in stretches)]
        return inside[0] if len(found) == 1 and inside else None

    def _occurrences(self, words: str) -> Iterator[Run]:
        """Yield where words stand in the translation, the last with an ending perhaps."""
        found, text = self.line.tokens, self.line.text
        starts = {token.start: place for place, token in enumerate(found)}
        at = text.find(words)
        while at >= 0:
            last = bisect_left([token.end for token in found], at + len(words))
            ending = text[at + len(words) : found[last].end]
            if at in starts and (ending in _ENDINGS or ending[:1] == "-"):
                yield starts[at], last + 1
            at = text.find(words, at + 1)

    def _best(self, own: Span, stretches: Sequence[Run]) -> Run | None:
        """Return the run with the greatest sum of gains; None where no word of the mark is aligned to a free one."""
        gains, claims = self.line.gains(own), self.line.claims(own)
        best, top = None, 0.0
        for low, high in stretches:
            start, total = low, 0.0
            for place in range(low, high):
                if total <= 0:
                    start, total = place, 0.0
                total += gains[place]
                if total > top:
                    best, top = (start, place + 1), total
        free = {place for stretch in stretches for place in range(*stretch)}
        if best or not claims & free:
            return best
        most = max(sorted(claims & free), key=lambda place: gains[place])
        return most, most + 1

    def _without_signs(self, run: Run) -> Run | None:
        words = [place for place in range(*run) if self.line.tokens[place].word]
        return (words[0], words[-1] + 1) if words else None

    def _with_signs(self, piece: Piece, own: Span, run: Run, stretches: Sequence[Run]) -> Run:
        """Take in the quotes and stops beside a run whose like stand at the mark's own ends."""
        source = self.line.source
        low, high = next(stretch for stretch in stretches if stretch[0] <= run[0] < stretch[1])
        start, end = run
        before, after = map(_kinds, (source[piece.span[0] : own[0]], source[own[1] : piece.span[1]]))
        for place in self._signs(range(run[0] - 1, low - 1, -1)):
            start = place if kind(self._character(place)) in before else start
        for place in self._signs(range(run[1], high)):
            end = place + 1 if kind(self._character(place)) in after else end
        return self._balanced((start, end), (low, high))

    def _signs(self, way: range) -> Iterator[int]:
        """Yield the punctuation marks that follow each other without a space, from beside a run outwards."""
        found = self.line.tokens
        for place in way:
            beside = place - way.step
            near, far = (place, beside) if way.step > 0 else (beside, place)
            if found[place].word or found[far].end != found[near].start:
                return
            yield place

    def _balanced(self, run: Run, room: Run) -> Run:
        """Take in the quote or bracket beside a run whose partner stands in it, alone."""
        signs = [self._character(place) for place in range(*run) if not self.line.tokens[place].word]
        for place in [*self._signs(range(run[0] - 1, room[0] - 1, -1))][:1]:
            sign = self._character(place)
            if sign in _PARTNERS and _alone(signs, _PARTNERS[sign], sign):
                return place, run[1]
        for place in [*self._signs(range(run[1], room[1]))][:1]:
            sign = self._character(place)
            if any(sign == closer and _alone(signs, opener, sign) for opener, closer in _PARTNERS.items()):
                return run[0], place + 1
        return run

    def _character(self, place: int) -> str:
        return self.line.text[self.line.tokens[place].start]

    def _sign(self, piece: Piece, room: Run, free: Sequence[int]) -> Run | None:
        """Place a mark that covers punctuation only: on the same sign, else on one of its kind, else beside its words."""
        sign = self.line.source[piece.span[0]]
        signs = [place for place in free if not self.line.tokens[place].word]
        like = [place for place in signs if self._character(place) == sign]
        like = like or [place for place in signs if kind(self._character(place)) == kind(sign)]
        if like:
            share = piece.span[0] / len(self.line.source)
            best = min(like, key=lambda place: abs(place / len(self.line.tokens) - share))
            return best, best + 1
        return self._nearest(piece, room, free, {})

    def _nearest(self, piece: Piece, room: Run, free: Sequence[int], taken: dict[int, bool]) -> Run | None:
        """Place a mark whose words align to nothing that is free, on the word that is nearest to them."""
        if not self.line.aligned:
            return None
        claims = sorted(self.line.claims(piece.span) & set(range(*room)))
        shared = [place for place in claims if not (piece.link and taken.get(place))]
        if shared:
            gains = self.line.gains(piece.span)
            best = max(shared, key=lambda place: gains[place])
            return best, best + 1
        anchor = claims[0] if claims else self._anchor(piece.span)
        words = [place for place in free if self.line.tokens[place].word]
        best = min(words or free or range(*room), key=lambda place: abs(place - anchor))
        return best, best + 1

    def _anchor(self, span: Span) -> float:
        """Return where the translation of unaligned words would stand: on a loose word beside that of their neighbours."""
        line = self.line
        left = max((pair for pair in line.pairs if pair[0][1] <= span[0]), default=None)
        right = min((pair for pair in line.pairs if pair[0][0] >= span[1]), default=None)
        beside = [pair[1] for pair in (left, right) if pair]
        if not beside:
            return span[0] / len(line.source) * len(line.tokens)
        reach = range(max(0, min(beside) - 1), min(len(line.tokens), max(beside) + 2))
        loose = [at for at in reach if line.tokens[at].word and not line.origins[at] and line.weights[at] > SMALL]
        if loose:
            return min(loose, key=lambda at: abs(at - sum(beside) / len(beside)))
        return beside[0] if left and right and span[0] - left[0][1] < right[0][0] - span[1] else beside[-1]


def _stretches(places: Sequence[int]) -> list[Run]:
    """Return ascending numbers as runs without gaps."""
    found: list[Run] = []
    for place in places:
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def _kinds(text: str) -> set[str]:
    return {kind(character) for character in text if not character.isspace()}


def _alone(signs: Sequence[str], one: str, partner: str) -> bool:
    """Tell whether a sign stands among others without its partner; a straight quote is its own."""
    return signs.count(one) % 2 == 1 if one == partner else signs.count(one) > signs.count(partner)
