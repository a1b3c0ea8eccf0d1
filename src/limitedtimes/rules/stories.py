"""Whether an article belongs to a story, when stories merge and split, and what is said about it. Pure.

The weights of the evidence are learned (tools/train_join.py, docs/decisions/0017-stories.md); readers punish a wrong merge
more than a missed one, so every threshold here is on the careful side.
"""

from __future__ import annotations

from datetime import timedelta
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WINDOW = timedelta(days=4)  # no article joins a story from which it is further away
MERGE = 0.6  # average probability, of each other's articles, from which on two stories are one
SPLIT = 0.1  # and below which two halves of a story are none
MOST_DAYS = WINDOW.days  # a story that goes on for longer is not less of a story

RARE_TAG = 0.6  # rarity of a keyword that says more than a subject: among 5,000 articles, 30 have it at most
_TAGS, _TAGS_LEAD = 3.5, 0.15  # log-odds for each keyword; texts as unlike as this share a subject only
_LEARNED_AMONG = 500  # live articles
_SHOWN = 3  # names in a reason
# Untranslated texts are compared by words and names alone: hardly ever, and then surely.
_OWN_WORDS = 0.3
_OWN_NAMES = 0.35
_FOREIGN_NAMES = 0.6
_NEAR = 1.5  # days


class Evidence(NamedTuple):
    """What speaks for and against an article's belonging to a story.

    ``words``: the cosine of its terms with those of the nearest member. ``lead``: the cosine of the vectors of the
    beginnings. ``names``: how much of each other's names they share, 0 to 1, rare ones first. ``figures``: how much of the
    article's figures the story has, 0 to 1. ``days`` to the nearest member in time and, ``span``, to the farthest.
    ``tags``: how many of the outlets' own keywords they share, each weighted by its rarity, where there are two at least.
    """

    words: float
    lead: float
    names: float
    figures: float
    days: float
    span: float
    tags: float = 0.0


class Join(NamedTuple):
    """What a logistic regression learned: a weight for each piece of evidence, the bias, the probability to join from.

    ``tags`` are weighed by hand: no stream with known stories has keywords.
    """

    weights: Mapping[str, float]
    bias: float
    cut: float

    def probability(self, evidence: Evidence, live: int = 0) -> float:
        """Return how probably an article belongs to a story, one of those of so many live articles; both texts are English."""
        logit = self.bias + sum(weight * getattr(evidence, name) for name, weight in self.weights.items())
        logit += _TAGS * evidence.tags * (evidence.lead >= _TAGS_LEAD)
        return logistic(logit - crowding(live))


def crowding(live: int) -> float:
    """Return what to take off the log-odds among so many live articles: the more there are, the more are alike by chance.

    What was learned from holds a few hundred at a time. Half of what the odds of chance would ask for, since most of a larger
    stream is about something else entirely.
    """
    return 0.5 * log(max(live / _LEARNED_AMONG, 1.0))


def logistic(logit: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + exp(-logit)) if logit > -700 else 0.0


def untranslated(evidence: Evidence, *, same_language: bool) -> float:
    """Return 1 where an article surely belongs to a story although one of them is not in English, else 0."""
    if evidence.days > _NEAR:
        return 0.0
    if same_language:
        return float(evidence.words >= _OWN_WORDS and evidence.names >= _OWN_NAMES)
    return float(evidence.names >= _FOREIGN_NAMES)


def reason(names: Iterable[str], figures: Sequence[str], days: float, keywords: Sequence[str] = ()) -> str:
    """Say why an article stands in a story: "shares: Nagorno-Karabakh, Putin, Valdai; 3 hours apart".

    ``keywords`` are the outlets' own, in their language, where those spoke for it: "keywords: greve, portos".
    """
    shown: list[str] = []
    for name in names:
        if not any(name in other or other in name for other in shown):
            shown.append(name)
    shown = [*shown, *figures][:_SHOWN]
    said = [f"shares: {', '.join(shown)}"] if shown else []
    said += [f"keywords: {', '.join(keywords[:_SHOWN])}"] if keywords else []
    return "; ".join([*(said or ["tells of the same"]), apart(days)])


def apart(days: float) -> str:
    """Say how far two moments are from each other: "3 hours apart"."""
    hours = round(24 * days)
    if hours < 1:
        return "within the hour"
    count, unit = (hours, "hour") if hours < 48 else (round(days), "day")
    return f"{count} {unit}{'s' if count > 1 else ''} apart"


def merged(names: Iterable[str]) -> str:
    """Say why two stories became one."""
    return _with("an article belongs to both", names)


def split(names: Iterable[str]) -> str:
    """Say why a story became two."""
    return _with("what they report has parted", names)


def _with(text: str, names: Iterable[str]) -> str:
    shown = list(dict.fromkeys(names))[:_SHOWN]
    return f"{text}: {', '.join(shown)}" if shown else text
