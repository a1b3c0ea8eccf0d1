"""What each language calls its numbers and months: data, one module for each language or for a pair that shares most of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A language's number words.

    Every table is text, entries parted by line breaks or ``|``: a value, then its forms. ``~form`` may be a number (it
    supports one on the other side, but is not missed), ``^form`` is one after a number only, ``+form`` makes three into
    thirteen, ``stem*`` stands for every word that begins so.
    ``cardinals`` are added up, ``scales`` multiply what is before them, ``ordinals`` and ``fractions`` end a number,
    ``hints`` are other words that speak of a number (both, dozen, trio, fortnight).
    ``months`` are twelve entries in order, with the long names first; short ones count beside a day or a year only.
    ``joiners`` stand inside a number ("e", "und"), ``of`` between a fraction and its scale ("quarto de milhão").
    ``point`` is the decimal sign. ``fused``: numbers are written together. ``units_first``: four-and-twenty.
    ``scores``: French counts 60 + 17 and 4 * 20. ``ordinals_apart``: "vinte segundos" are twenty seconds, not 22. ``prefixes`` are letters that join a word ("وعشرون").
    ``spaced``: words have spaces between them. ``apostrophes``: they stand inside of words.
    ``noise``: an expression for words around a number word that make it another word (days of the week).
    """

    cardinals: str = ""
    scales: str = ""
    ordinals: str = ""
    fractions: str = ""
    hints: str = ""
    months: str = ""
    joiners: str = ""
    of: str = ""
    point: str = ","
    fused: bool = False
    units_first: bool = False
    scores: bool = False
    ordinals_apart: bool = False
    prefixes: str = ""
    spaced: bool = True
    apostrophes: bool = False
    noise: str = ""
