"""What a text is about, in countable pieces: weighted terms, names with the key of any spelling, figures.

Scripts that do not part words (Chinese, Japanese, Thai ...) give pairs of letters.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.languages import base
from limitedtimes.rules.mentions import name_of, parted
from limitedtimes.rules.names.find import is_common, names
from limitedtimes.rules.names.key import fold, key
from limitedtimes.rules.numbers.literal import plain
from limitedtimes.rules.numbers.tokens import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from limitedtimes.rules.names.find import Name

LEAD = 70  # words
_BOOSTED = 60  # words at the beginning, which say what the rest is about
_LETTERS = rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*"
_TOKEN = re.compile(rf"(?P<figure>\d+(?:[.,]\d+)*)|{_LETTERS}")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_MAGNITUDES = {"thousand": 3, "million": 6, "billion": 9, "bn": 9, "trillion": 12}
_BLANK = re.compile(r"\s*")
_MOST_WORDS = 3  # of a name as it is shown
_HEADLINE = 0.75  # share of capitals from which a line is written as a headline, so that they say nothing

# English words that say nothing of what a text is about.
_EMPTY = frozenset(
    """
    a about above according after again against all almost already also although am among an and another any are aren as at back be became
    because been before being below between both but by came can cannot could couldn d day days did didn do does doesn doing don done down
    during each either else even ever every few first for from further get go going good got great had hadn has hasn have haven having he her
    here hers herself him himself his how however i if in into is isn it its itself just last later least less like ll m made make many may
    me might mon monday more most much must my myself need never new next no nor not now of off on once one only or other others our out
    over own part people per put re s said same say says second see set she should since so some still such t take than that the their theirs
    them themselves then there these they third this those though three through time to today told too took toward tuesday two under until
    up upon us ve very via was wasn way we wednesday week weeks well went were weren what when where whether which while who whom whose why
    will with within without won would year years yes yet you your yours
    thursday friday saturday sunday january february march april june july august september october november december
    """.split()
)


@dataclass(frozen=True, slots=True)
class Terms:
    """``weights`` of the terms by their form; ``names`` maps the key of a name's word to the name as it is written."""

    weights: Mapping[str, float]
    names: Mapping[str, str]
    figures: tuple[str, ...]
    words: int  # how long the text is


def terms(text: str, language: str) -> Terms:
    """Count what a text is about; ``language`` (BCP 47) is the text's own."""
    weights: Counter[str] = Counter()
    figures: dict[str, None] = {}
    english = base(language) == "en"
    at = 0
    for at, (form, boost, figure) in enumerate(_tokens(text, english=english), 1):
        if form in _EMPTY and english:
            continue
        weights[form] += 1 + boost + (at <= _BOOSTED)
        if figure:
            figures[form] = None
    return Terms(weights, names_of(text, language), tuple(figures), at)


def _tokens(text: str, *, english: bool) -> Iterator[tuple[str, int, bool]]:
    """Yield each term, 1 where it is capitalised or a figure, and whether it is a figure."""
    text = plain(text)
    for found in _TOKEN.finditer(text):
        word = found.group()
        if found["figure"]:
            yield _figure(word, text, found.end()), 1, len(word) > 1
        elif _UNSPACED.search(word):
            yield from ((word[at : at + 2], 0, False) for at in range(max(len(word) - 1, 1)))
        elif len(word) > 1:
            folded = word.lower() if word.isascii() else fold(word)
            yield _singular(folded) if english else folded, int(word[0].isupper()), False


def _figure(word: str, text: str, end: int) -> str:
    """Return a figure with its magnitude and without what groups its digits: 2000; 1.5e6."""
    digits = re.sub(r"[.,](?=\d{3}(?!\d))", "", word).replace(",", ".")
    after = _TOKEN.match(text, _BLANK.match(text, end).end())  # type: ignore[union-attr]  # it matches anywhere
    zeros = _MAGNITUDES.get(after.group().lower()) if after else None
    return f"{digits}e{zeros}" if zeros else digits


def _singular(word: str) -> str:
    """Take the plural's ending off an English word (the S-stemmer: Harman, "How effective is suffixing?", 1991)."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    return word[:-1]


def names_of(text: str, language: str) -> dict[str, str]:
    """Return the keys of a text's names, in its order, each with the longest form in which the name is written.

    A word that only ever begins sentences is no name: its capital says nothing.
    """
    found: dict[str, str] = {}
    opening: dict[str, str] = {}
    for line in filter(None, text.split("\n")):
        capitalised = names(line)
        if len(capitalised) > _HEADLINE * len(line.split()):
            continue
        for row in _rows(line, capitalised):
            target = opening if len(row) == 1 and row[0].opening else found
            for name, written in _written(line, row):
                if len(name.text) > 1 and not is_common(name):
                    one = key(name.text, language)
                    target[one] = max(target.get(one, written), written, key=_telling)
    return found | {one: written for one, written in opening.items() if one in found and len(found[one]) < len(written)}


def _written(line: str, row: Iterable[Name]) -> Iterator[tuple[Name, str]]:
    """Yield each word of a row with the name that it belongs to: the person without the office, nothing of the next sentence."""
    runs: list[list[Name]] = []
    for name in row:
        if runs and not parted(line, runs[-1][-1]):
            runs[-1].append(name)
        else:
            runs.append([name])
    for run in runs:
        whole = name_of(line, run) or ""
        before = line[run[0].span[0] : run[-1].span[1]].partition(whole)[0].strip() if whole else ""
        for name in run:
            yield name, next((part for part in (whole, before) if name.text in part), name.text)


def _telling(written: str) -> tuple[bool, int]:
    """Order a name's forms by how well they name it: the longest, but no row of offices and titles."""
    return written.count(" ") < _MOST_WORDS, len(written)


def _rows(line: str, capitalised: Iterable[Name]) -> Iterator[list[Name]]:
    """Yield the words of each name: they follow each other, and no sentence begins among them."""
    row: list[Name] = []
    for name in capitalised:
        # A full stop behind capitals ("the SNP. Westminster") ends a sentence; behind a title or an initial it does not.
        stopped = (
            row and row[-1].text.isupper() and len(row[-1].text) > 1 and "." in line[row[-1].span[1] : name.span[0]]
        )
        if row and (name.opening or stopped):
            yield row
            row = []
        if row or not (name.opening and is_common(name)):
            row.append(name)
        if name.last and row:
            yield row
            row = []
    if row:
        yield row
