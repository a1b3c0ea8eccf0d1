"""Which of an article's blocks are the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.model.article import Block, BlockKind
from limitedtimes.rules.bylines import Byline, last_line, signature
from limitedtimes.rules.furniture.judge import SENTENCE_END, begins_like_byline, is_furniture, is_paywall

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORDS = re.compile(r"[^\W_]+")
_LAST = 3  # blocks at the end of a text among which a line about its author may stand
_ABOUT_AUTHOR = 40  # characters before the author's name in such a line
_LONG = 350


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands in fields of its own already, and must not be told again in the text; ``language`` is BCP 47."""

    titles: Sequence[str] = ()
    lead: str | None = None
    captions: Sequence[str] = ()
    authors: Sequence[str] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Which blocks are the article (indexes), who signed it in the text, and whether a paywall cut it."""

    kept: tuple[int, ...]
    byline: Byline = field(default_factory=Byline)
    paywall: bool = False


def clean_blocks(blocks: Sequence[Block], around: Surroundings) -> Cleaned:
    """Choose the blocks that are the article. Text is never changed: a block goes as a whole or stays."""
    told = _Told(around)
    kept: list[int] = []
    byline = Byline()
    paywall = False
    for index, block in enumerate(blocks):
        at_end = index >= len(blocks) - _LAST
        signed = last_line(block.text) if at_end and block.kind is BlockKind.PARAGRAPH else signature(block.text)
        if signed:
            byline += signed
        elif is_paywall(block.text, around.language):
            paywall = True
        elif at_end and told.about_author(block.text):
            continue
        elif not (told.before(block) or is_furniture(block, around.language) or told.byline(block)):
            kept.append(index)
            told.add(block)
    return Cleaned(tuple(_without_idle_headings(blocks, kept)), byline, paywall)


class _Told:
    """Texts that were said already: the fields', and those of blocks before."""

    def __init__(self, around: Surroundings) -> None:
        self._language = around.language
        self._titles = [_folded(title) for title in around.titles if title]
        self._lead = _folded(around.lead or "")
        self._captions = {_folded(caption) for caption in around.captions if caption}
        self._names = [name for name in around.authors if " " in name]
        self._authors = [_folded(author) for author in around.authors if author]
        self._texts: set[str] = set()

    def before(self, block: Block) -> bool:
        text = _folded(block.text)
        if not text:
            return False
        if text in self._captions or text == self._lead or any(self._says_title(text, title) for title in self._titles):
            return True
        if len(text) >= 30 and any(caption.startswith(text) for caption in self._captions):
            return True
        return len(text) >= 40 and text in self._texts

    @staticmethod
    def _says_title(text: str, title: str) -> bool:
        """The headline, with or without a kicker."""
        return text == title or (len(title) >= 25 and len(text) <= len(title) + 50 and text.endswith(title))

    def add(self, block: Block) -> None:
        self._texts.add(_folded(block.text))

    def about_author(self, text: str) -> bool:
        """A line that says who the author is: nobody is the subject of their own article."""
        return len(text) <= _LONG and any(0 <= text.find(name) <= _ABOUT_AUTHOR for name in self._names)

    def byline(self, block: Block) -> bool:
        """A short line that names the authors, or only begins like a byline, and says nothing."""
        text = block.text
        folded = _folded(text)
        if len(text) > 140 or SENTENCE_END.search(text):
            return folded in self._authors
        rest = folded
        for author in self._authors:
            rest = rest.replace(author, "")
        named = rest != folded
        if named and len(rest) <= max(25, len(folded) // 2):
            return True
        return block.kind is not BlockKind.HEADING and begins_like_byline(text, self._language)


def _without_idle_headings(blocks: Sequence[Block], kept: Iterable[int]) -> list[int]:
    """Drop a heading or two that nothing follows: what they announced was furniture. More of them are a list."""
    left = list(kept)
    texts = next(
        (place for place, index in enumerate(reversed(left)) if blocks[index].kind is not BlockKind.HEADING), 0
    )
    return left[: len(left) - texts] if texts <= 2 else left


def _folded(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))
