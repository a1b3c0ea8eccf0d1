"""How a translator is asked: as much at once as it answers in a moment, and one bad sentence fails alone."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from limitedtimes.errors import TranslationError
from limitedtimes.rules.editing import Look, edited, look, unified
from limitedtimes.rules.guards import Judged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from limitedtimes.ports import Candidates, Translator
    from limitedtimes.rules.editing import Style

log = logging.getLogger(__name__)  # to stderr wherever nobody has set logging up
Result = TypeVar("Result")

ALTERNATIVES = 5  # asked of a sentence that deserves remarks, beside the best one
_FIRST_GUESS = 1500.0  # characters a second, measured from then on


def ask(translator: Translator, sentences: Sequence[str], alternatives: int = 0) -> dict[str, Candidates]:
    """Translate sentences; return the answers, without those of sentences that fail.

    Where a batch fails its halves are asked, so that a bad sentence costs a few calls and not one for each neighbour.
    """
    if not sentences:
        return {}
    try:
        return dict(zip(sentences, translator.translate(sentences, alternatives), strict=True))
    except TranslationError:
        if len(sentences) == 1:
            return {}
    half = len(sentences) // 2
    return ask(translator, sentences[:half], alternatives) | ask(translator, sentences[half:], alternatives)


def look_at(
    translator: Translator, sentences: Sequence[str], known: Mapping[str, Candidates], style: Style
) -> dict[str, Look]:
    """Take a first look at sentences of which nobody has asked for alternatives yet, where the translator has any."""
    if not translator.capabilities.alternatives:
        return {}
    single = [(sentence, known[sentence][0]) for sentence in sentences if len(known.get(sentence, ())) == 1]
    return {one: guarded(partial(look, one, best, style), Look.FAULTY) for one, best in single}


def doubtful(looks: Mapping[str, Look]) -> list[str]:
    """Return the sentences whose alternatives should be asked for."""
    return [sentence for sentence, seen in looks.items() if seen is Look.DOUBTFUL]


def edit_all(
    sentences: Sequence[str], known: Mapping[str, Candidates], style: Style, looks: Mapping[str, Look]
) -> dict[str, Judged]:
    """Edit those of an article's sentences that have answers; they come in reading order."""
    article: dict[str, Judged] = {}
    for sentence in (one for one in sentences if one in known):
        as_it_is = Judged(known[sentence][0], ())
        faultless = looks.get(sentence) is Look.FAULTLESS
        rule = partial(edited, sentence, known[sentence], style)
        article[sentence] = as_it_is if faultless else guarded(rule, as_it_is)
    return guarded(partial(unified, article, style), article)


def guarded(rule: Callable[[], Result], otherwise: Result) -> Result:
    """Apply a rule. An error in it is ours, and logged: it must not keep the reader from the engine's translation."""
    try:
        return rule()
    except Exception as error:
        log.error("A rule for translations failed: %r (%.300r)", error, rule)
        return otherwise


@dataclass
class Pace:
    """How fast a translator is at one kind of question, and so how much to ask of it at once."""

    rate: float = _FIRST_GUESS  # characters a second
    clock: Callable[[], float] = field(default=time.monotonic, repr=False)

    def chunk(self, todo: Sequence[str], seconds: float) -> list[str]:
        """Take from the front as many sentences as are answered in that time, at least one."""
        chunk: list[str] = []
        room = self.rate * seconds
        for sentence in todo:
            if chunk and len(sentence) > room:
                break
            chunk.append(sentence)
            room -= len(sentence)
        return chunk

    def ask(self, translator: Translator, sentences: Sequence[str], alternatives: int = 0) -> dict[str, Candidates]:
        """Ask, and learn from how long it took."""
        started = self.clock()
        answers = ask(translator, sentences, alternatives)
        seconds = max(self.clock() - started, 1e-3)
        self._learn(sum(map(len, sentences)) / seconds)
        return answers

    def _learn(self, measured: float) -> None:
        # Upwards at once, as far as four times: batches make an engine faster, and a first one is always small. Downwards
        # by half of the way: a machine that becomes busy is noticed within a few chunks, a hiccup is soon forgotten.
        self.rate = min(measured, 4 * self.rate) if measured > self.rate else 0.5 * (self.rate + measured)
