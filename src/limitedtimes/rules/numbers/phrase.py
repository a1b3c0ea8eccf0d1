"""Puts the words and literals of one number together."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from limitedtimes.rules.numbers.figure import Figure, Key, Kind, whole, whole_number
from limitedtimes.rules.numbers.lexicon import Entry, Lexicon, Role, fits, lexicon, push
from limitedtimes.rules.numbers.literal import VULGAR, Reading, read

if TYPE_CHECKING:
    from limitedtimes.model.article import Span
    from limitedtimes.rules.numbers.tokens import Item

_GAP = re.compile(r"[ \u00a0\u202f\u2009-]?")
_DECIMAL_TIME = re.compile(r"([01]?\d|2[0-4])[.]([0-5]\d)")
_DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])[./](0?[1-9]|1[0-2])")


class Phrase:
    """A number that grows word by word: "2", "mil", "milhões", "e", "300", "mil"."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self.text = text
        self.words = words
        self.stack: list[int | Fraction] = []
        self.items: list[Item] = []
        self.reading: Reading | None = None
        self.ended = False
        self.taken = 1
        self.halved: Fraction | None = None

    def take(self, items: list[Item], at: int) -> bool:
        """Take the item, and the joiner before it, if it belongs to the number; ``taken`` says how many items were taken."""
        item, self.taken = items[at], 1
        if not self.items:
            return self._push(item, joined=False)
        if self.ended or not self._adjacent(self.items[-1], item):
            return False
        if item.form == "word" and item.entry and item.entry.role in (Role.JOIN, Role.OF):
            return self._take_joined(items, at)
        if item.form in ("number", "vulgar"):
            return self._next_literal(items, at)
        return item.form == "word" and self._push(item, joined=False)

    def _take_joined(self, items: list[Item], at: int) -> bool:
        """Take "e cinco", "of a million"."""
        last, after = items[at], at + 1
        while (
            after < len(items)
            and (entry := items[after].entry)
            and entry.role in (Role.JOIN, Role.OF)
            and after - at < 3
            and self._adjacent(last, items[after])
        ):
            last, after = items[after], after + 1
        if after >= len(items) or not self._adjacent(last, items[after]) or items[after].form == "roman":
            return False
        item = items[after]
        joins = any(entry.role is Role.JOIN for i in items[at:after] if (entry := i.entry))
        if joins and item.form == "number":
            taken = self._next_literal(items, after)
        elif joins:
            taken = item.form == "word" and self._push(item, joined=True)
        else:
            taken = self._of(item)
        self.taken = after - at + 1
        return taken

    def _of(self, item: Item) -> bool:
        """Take the scale of "a quarter of a million"."""
        last = self.items[-1].entry
        if not (last and last.share and item.entry and item.entry.role is Role.SCALE and len(self.stack) == 1):
            return False
        if self.stack[0] >= 1 and len(self.items) == 1:
            self.stack[0] = last.share
        return isinstance(self.stack[0], Fraction) and self._push(item, joined=False)

    def _next_literal(self, items: list[Item], at: int) -> bool:
        """Take the "300" of "2 milhões e 300 mil", the "½" of "14½"."""
        item, last = items[at], self.items[-1]
        if item.form == "vulgar":
            return self.reading is not None and last.form == "number" and self._push(item, joined=False)
        if not (last.entry and last.entry.role is Role.SCALE and item.form == "number"):
            return False
        values = read(item.text, self.words.table.point).values
        if not values or not 0 < values[0] < last.entry.value:
            return False
        if last.end != item.start and not self._scaled_below(last.entry.value, item, items[at + 1 : at + 2]):
            return False
        self.stack.append(values[0])
        self.items.append(item)
        return True

    def _scaled_below(self, limit: int | Fraction, item: Item, following: list[Item]) -> bool:
        """Tell whether a smaller magnitude follows a literal: "2 million 300 thousand", not "2 million 300 times"."""
        entry = following[0].entry if following else None
        scaled = entry is not None and entry.role is Role.SCALE and entry.value < limit
        return scaled and self._adjacent(item, following[0])

    def _adjacent(self, first: Item, second: Item) -> bool:
        return bool(_GAP.fullmatch(self.text, first.end, second.start))

    def _push(self, item: Item, *, joined: bool) -> bool:
        if not self._belongs(item, joined=joined):
            return False
        self.items.append(item)
        return True

    def _belongs(self, item: Item, *, joined: bool) -> bool:
        if item.form == "vulgar":
            self.stack.append(VULGAR[item.text])
            self.ended = True
            return True
        if item.form == "number":
            self.reading = read(item.text, self.words.table.point, strict=self.words is lexicon("en"))
            self.stack.append(self.reading.values[0] if self.reading.values else 0)
            return True
        entry = item.entry
        assert entry is not None
        return self._scaled(entry, item) if entry.role is Role.SCALE else self._added(entry, item, joined=joined)

    def _scaled(self, entry: Entry, item: Item) -> bool:
        last = self.items[-1] if self.items else None
        if entry.after_digits and (last is None or not self._closely(last, item)):
            return False
        if last and last.form == "number" and len(self.stack) == 1:
            self.stack[0] *= entry.value
            return True
        if last and last.entry and last.entry.role is Role.ORDINAL and not last.entry.share:
            return False
        return push(self.stack, entry, joined=False, table=self.words.table)

    def _closely(self, last: Item, item: Item) -> bool:
        return len(item.text) > 1 or (last.end == item.start and not self.text[item.end : item.end + 1].isalnum())

    def _added(self, entry: Entry, item: Item, *, joined: bool) -> bool:
        if entry.role is Role.MONTH:
            return False
        if not self.stack:
            self.stack.append(entry.share if entry.role is Role.FRACTION and entry.share else entry.value)
            self.ended = entry.role is Role.ORDINAL and not entry.share and entry.value < 10
            return True
        if entry.share and not entry.teen and self._share(entry, joined=joined):
            return True
        if entry.role is Role.FRACTION or self.reading is not None or self._apart(entry, item):
            return False
        if not joined and len(self.items) == 1 and self._bare_scale():
            return False
        belongs = push(self.stack, entry, joined=joined or entry.joined, table=self.words.table)
        self.ended = belongs and entry.role is Role.ORDINAL and entry.value < 10
        return belongs

    def _apart(self, entry: Entry, item: Item) -> bool:
        last = self.items[-1]
        apart = self.words.table.ordinals_apart and self.text[last.end : item.start] == " "
        return apart and entry.role is Role.ORDINAL and last.entry is not None and last.entry.role is not Role.ORDINAL

    def _bare_scale(self) -> bool:
        """Tell whether the number is only "million": "a million four years ago" says no 1,000,004."""
        entry = self.items[0].entry
        return self.words is lexicon("en") and entry is not None and entry.role is Role.SCALE and entry.value >= 10**6

    def _share(self, entry: Entry, *, joined: bool) -> bool:
        """Take the "thirds" of "two thirds" and the "half" of "two and a half"."""
        share, top = entry.share, self.stack[-1]
        assert share is not None
        last = self.items[-1].entry
        if joined and share == Fraction(1, 2):
            scale = last.value if last and last.role is Role.SCALE and last.value >= 1000 else 1
            self.stack.append(share * scale)
            self.halved = share * scale
            return True
        if joined or len(self.stack) > 1 or not 1 <= top < share.denominator or fits(top, share.denominator):
            return False
        self.stack[-1] = top * share
        self.ended = len(self.items) > 3
        return True

    def figure(self, *, english: bool) -> Figure:
        """Return what was taken as a figure."""
        first, last = self.items[0], self.items[-1]
        span = (first.start, last.end)
        if self.reading is not None and not self.reading.values:
            rest = self.text[first.end : last.end]
            return Figure(span, Kind.CODE, first.text, frozenset({("digits", self.reading.digits + rest)}))
        value = whole(sum(self.stack))
        if self.reading is not None:
            return self._in_digits(span, value, english=english)
        keys: set[Key] = {value}
        entry = last.entry
        if entry is None:  # "½"
            return Figure(span, Kind.FRACTION, value, frozenset(keys))
        if len(self.items) == 1 and entry.share:
            keys.add(entry.share)
        kind = Kind.FRACTION if isinstance(value, Fraction) else Kind.NUMBER
        return Figure(
            span,
            Kind.ORDINAL if entry.role is Role.ORDINAL else kind,
            value,
            frozenset(keys),
            sure=self._sure(value),
            worded=True,
            exact=self._exact(),
            parts=self._unhalved(span, value),
        )

    def _unhalved(self, span: Span, value: int | Fraction) -> tuple[Figure, ...]:
        """Return the two of "two and a half years": it may stand apart from its half on the other side."""
        if self.halved is None:
            return ()
        rest = whole(Fraction(value) - self.halved)
        if isinstance(rest, Fraction):
            return ()
        return (Figure(span, Kind.NUMBER, rest, frozenset({rest}), worded=True),)

    def _exact(self) -> bool:
        """Tell "two millions" from "millions" and "dozens"."""
        return len(self.items) > 1 or bool(self.items[0].entry and self.items[0].entry.sure)

    def _sure(self, value: int | Fraction) -> bool:
        if not self.words.table.spaced:
            first = self.items[0].entry
            bare = first is not None and first.role is Role.SCALE and first.value >= 100
            return len(self.items) > 1 and value > 10 and not bare
        if len(self.items) == 1:
            entry = self.items[0].entry
            return bool(entry and entry.sure)
        last = self.items[-1].entry
        return value > 1 or bool(last and last.sure and isinstance(value, Fraction))

    def _in_digits(self, span: Span, value: int | Fraction, *, english: bool) -> Figure:
        assert self.reading is not None
        reading, literal = self.reading, self.items[0]
        scale, plainly = 1, True
        for item in self.items[1:]:
            plainly = plainly and item.entry is not None and item.entry.role is Role.SCALE
            scale *= int(item.entry.value) if plainly and item.entry else 1
        keys: set[Key] = {value}
        for other in reading.values[1:]:
            keys.add(whole(other * scale))
        if len(self.items) == 2 and self.items[1].text in ("m", "M", "b"):
            keys.add(whole(reading.values[0]))  # metres, or millions
        if clock := _DECIMAL_TIME.fullmatch(literal.text):
            keys |= {("time", (int(clock[1]) + half) % 24, int(clock[2])) for half in ((0,) if english else (0, 12))}
        if self.halved is not None:
            keys.add(whole(Fraction(value) - self.halved))
        # "1年", "1명": a year, a person.
        sure = self.words.table.spaced or value != 1
        kind = Kind.YEAR if _is_year(literal.text) and len(self.items) == 1 else Kind.NUMBER
        return Figure(
            span,
            kind,
            value,
            frozenset(keys),
            sure=sure,
            mantissa=reading.values[0] if plainly else None,
            decimals=reading.decimals,
            scale=scale,
            parts=_parts(literal, english=english) if len(self.items) == 1 else (),
        )


def _parts(literal: Item, *, english: bool) -> tuple[Figure, ...]:
    """Return what a literal falls into if its space or point does not group: "10 300", and "24.2" outside English."""
    dated = None if english else _DAY_AND_MONTH.fullmatch(literal.text)
    if not dated and not re.search(r"\s", literal.text):
        return ()
    return tuple(
        whole_number(int(match[0]), (literal.start + match.start(), literal.start + match.end()))
        for match in re.finditer(r"\d+", literal.text)
    )


def _is_year(literal: str) -> bool:
    return len(literal) == 4 and literal.isdigit() and 1000 <= int(literal) < 2200
