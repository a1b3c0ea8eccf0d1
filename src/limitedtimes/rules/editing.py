"""From what an engine answered to what is printed: the guards, the owner's terms, the names. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from limitedtimes.rules.glossary import Term, missing, occurrences, remarks, with_terms
from limitedtimes.rules.guards import Judged, choose, judge, worth_alternatives
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.edit import edit, moved
from limitedtimes.rules.names import Names
from limitedtimes.rules.names.spelling import unify

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from limitedtimes.model.translation import Candidate
    from limitedtimes.rules.guards.case import Repair


@dataclass(frozen=True, slots=True)
class Style:
    """What sentences of a language (two or three letters) are edited by: names and the owner's terms."""

    language: str
    names: Names = field(default_factory=Names)
    terms: tuple[Term, ...] = ()


class Look(Enum):
    """What a first look at the engine's best answer says."""

    FAULTLESS = auto()  # it is printed as it is, until a name wants another spelling
    FAULTY = auto()
    DOUBTFUL = auto()  # another of the engine's answers may read better


def look(sentence: str, best: Candidate, style: Style) -> Look:
    """Take a first look at a sentence: is there anything to edit, and are the engine's alternatives worth asking for?"""
    found = occurrences(sentence, style.terms, style.language)
    if missing(found, best):
        return Look.DOUBTFUL
    flags = judge(Case(sentence, best, style.language, names=style.names))
    if worth_alternatives(flags):
        return Look.DOUBTFUL
    return Look.FAULTY if flags or found else Look.FAULTLESS


def edited(sentence: str, candidates: Sequence[Candidate], style: Style) -> Judged:
    """Choose among the engine's answers (best first) and mend what is chosen."""
    found = occurrences(sentence, style.terms, style.language)
    judged = choose(sentence, with_terms(found, candidates), style.language, style.names)
    return Judged(judged.candidate, (*judged.flags, *remarks(found, candidates[0], judged.candidate)))


def unified(article: Mapping[str, Judged], style: Style) -> dict[str, Judged]:
    """Give each name one spelling throughout an article's sentences, which come in reading order."""
    repairs = unify([(one, judged.candidate) for one, judged in article.items()], style.language, style.names)
    return {
        sentence: _respelt(sentence, judged, repairs_of, style) if repairs_of else judged
        for (sentence, judged), repairs_of in zip(article.items(), repairs, strict=True)
    }


def _respelt(sentence: str, judged: Judged, repairs: Sequence[Repair], style: Style) -> Judged:
    new = edit(judged.candidate, repairs)
    # What was mended stays so; what was doubted may be well now.
    marks = [flag for flag in judged.flags if flag.repaired or flag.kind == "glossary"]
    doubts = judge(Case(sentence, new.candidate, style.language, names=style.names))
    return Judged(new.candidate, (*moved(marks, new.written), *new.flags, *doubts))
