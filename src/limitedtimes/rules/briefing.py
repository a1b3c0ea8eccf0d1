"""A briefing: of each story two sentences that outlets wrote, which say what happened without what stands around them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.model.story import Quoted
from limitedtimes.model.translation import SentenceState
from limitedtimes.rules.names.find import is_common, names
from limitedtimes.rules.overlap import contained, content_words

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.edition import Printed
    from limitedtimes.model.translation import TranslatedSentence

STORIES = 10
SENTENCES = 2
_SHORTEST, _LONGEST = 7, 45  # words
_FIRST = 12  # sentences of an article that are looked at: what matters stands first
_AGAIN = 0.7  # share of the words of a sentence, or of a headline, that says the same
_UNSURE = 0.5  # confidence below which a translation is not quoted, where the engine gives one

_END = re.compile(r"[.!][\"'”’»)\]]*$")
_INSIDE = re.compile(r"[.!?][\"'”’»)\]]*\s+[\"'“‘«(]*[^\W\d_a-z]")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Gov|Sen|Rep|Prof|No|vs|U\.S|a\.m|p\.m)\.(?=\s)")
# What begins a sentence that leans on the one before it.
_LEANING = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|our|my|your|this|that|these|those|there|here|but|and|or|so|yet|nor"
    r"|also|however|moreover|furthermore|meanwhile|then|thus|therefore|instead|still|besides|nevertheless|nonetheless|in addition"
    r"|for (?:him|her|them|this|that|example|instance)|according to (?:him|her|them|this)|in this|at this|the (?:latter|former|same)"
    r"|such|another|both|one of them|some of them|because of this|as a result|in turn|after that|read|photo|picture|video|image|watch|see|click|subscribe)\b",
    re.IGNORECASE,
)
# "On Saturday, at ten, he left": nobody was named whom it could mean.
_LATE_SUBJECT = re.compile(r"(?:[^,]{1,60},\s+){1,2}(?:then |finally |also )?(?:he|she|it|they|we|i)\b", re.IGNORECASE)
_SAYS = r"(?:said|says|added|adds|explained|explains|told|stressed|noted|notes|warned|concluded|recalled|argued|insisted|stated|declared)"
_NAMELESS = re.compile(rf"\b(?:he|she|they|i|we)\s+(?:\w+\s+)?{_SAYS}\b|\b{_SAYS}\s+(?:he|she|they)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|we|our|my|you|your|us|me)\b")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
# Verbs of the news, for a first look whether there is one; other forms than these are regular.
_STEMS = """
accept accuse add affect agree aim allow announce appeal appear approve argue arrest arrive ask attack await avoid ban beat believe block
call cancel carry cast cause challenge change charge claim climb close collect commit complain concern condemn confirm consider contain
continue cost create cross decide declare decline defend delay demand denounce deny depart depend describe destroy die differ disappear
discuss dismiss drop earn elect employ encourage end enter escape estimate exceed expect explain extend face fail fall fear feel fight
fill find fire flee follow force gather get give go grow guarantee happen head help hit hold hope include increase inform insist introduce
invest investigate involve join judge keep kill know lack last launch lay lead leave lie live look lose maintain make manage mark mean
meet miss move need note offer open oppose order organise owe own pass pay perform plan play point prepare present prevent produce promise
promote propose protest prove provide publish pull push put question raise reach read receive recall recognise record recover reduce refer
refuse reject release remain remember remove repeat replace report represent require resign resist respond rest return reveal ring rise run
save say score search see seek seem sell send serve set share shoot show sign sink sleep smell sound speak spend spread stand start state
stay stem step stop strike struggle suffer suggest support suspect take talk teach tell tend think threaten throw total trade travel treat
try turn understand unite urge use visit vote wait walk want warn watch welcome win wish work worry write
"""
_IRREGULAR = """
is are was were be been am has have had do does did will would can could may might must shall should said told made took gave went came
began begun become became left found met held kept led lost won paid ran saw sent spoke spent stood thought wrote fell rose shut broke brought
built bought chose drew drove fought felt got grew heard hurt knew lay lit sold shot sank stole struck swept swore taught threw understood
bring break build buy choose draw drive eat ate fly flew hide hid let lets ride rode wake woke wear wore
"""
# Behind these a word like "strike" or "plans" is a noun.
_BEFORE_NOUNS = (
    "the a an of in on at for from by with this that these those no new his her its their our my every each".split()
)
_VERB = re.compile(
    r"\b(?:"
    + "|".join(_IRREGULAR.split())
    + r"|[a-z]{2,}ed)\b|(?<=\w )(?<!['’]s )"
    + "".join(rf"(?<!\b(?i:{word}) )" for word in _BEFORE_NOUNS)
    + r"\b(?:"
    + "|".join(f"{stem}(?:e?s)?" for stem in _STEMS.split())
    + r"|[a-z]+fies)\b"
)


@dataclass(frozen=True, slots=True)
class _Good:
    sentence: TranslatedSentence
    words: Counter[str]
    worth: float


def quote(articles: Sequence[Printed], *, headline: str) -> tuple[Quoted, ...]:
    """Return up to two sentences of a story, from its articles in the order in which they tell it best.

    They stand by themselves and say neither the headline nor each other again; from two outlets where that is possible.
    """
    told = content_words(headline)
    chosen: list[Quoted] = []
    words: list[Counter[str]] = []
    outlets: set[int] = set()
    for again in (False, True):  # a second sentence of the same outlet only where no other has one
        for printed in articles:
            source = printed.listing.source.id
            if len(chosen) == SENTENCES or (source in outlets and not again):
                continue
            if best := _best(printed, told, words):
                chosen.append(Quoted(printed.listing, best.sentence.translation or "", best.sentence.source))
                words.append(best.words)
                outlets.add(source)
    return tuple(chosen)


def _best(printed: Printed, headline: Counter[str], before: Sequence[Counter[str]]) -> _Good | None:
    good = [one for one in _candidates(printed, headline) if not any(_says_again(one.words, words) for words in before)]
    return max(good, key=lambda one: one.worth, default=None)


def _says_again(words: Counter[str], before: Counter[str]) -> bool:
    return max(contained(words, before), contained(before, words)) >= _AGAIN


def _candidates(printed: Printed, headline: Counter[str]) -> Iterator[_Good]:
    for place, sentence in enumerate(_first(printed)):
        text = sentence.translation or ""
        words = content_words(text)
        if stands_alone(text) and _is_sure(sentence) and contained(words, headline) < _AGAIN:
            # What the headline speaks of, told early and by name, says most.
            worth = contained(headline, words) + 0.3 * _names_somebody(text) - 0.08 * place
            yield _Good(sentence, words, worth)


def _first(printed: Printed) -> Iterator[TranslatedSentence]:
    translation = printed.translation
    if translation is None:
        return
    left = _FIRST
    for sentence in (translation.lead, *(sentence for block in translation.blocks for sentence in block)):
        if sentence and sentence.translation and left:
            left -= 1
            yield sentence


def _is_sure(sentence: TranslatedSentence) -> bool:
    told = sentence.state in (SentenceState.TRANSLATED, SentenceState.KEPT)
    doubted = any(not flag.repaired for flag in sentence.flags)
    return told and not doubted and (sentence.confidence is None or sentence.confidence >= _UNSURE)


def _names_somebody(text: str) -> bool:
    return any(not is_common(name) for name in names(text) if not name.opening)


def stands_alone(text: str) -> bool:
    """Tell whether an English text is one whole sentence that a reader understands without those before it."""
    if not _SHORTEST <= len(text.split()) <= _LONGEST or not _END.search(text) or not _begins_well(text):
        return False
    unquoted = _QUOTED.sub(" ", text)
    if not _VERB.search(unquoted) or _PERSONAL.search(unquoted) or _NAMELESS.search(text):
        return False
    if _LATE_SUBJECT.match(text) and not _names_somebody(text.partition(",")[0]):
        return False
    return not _LEANING.match(text) and not _INSIDE.search(_ABBREVIATION.sub("", text))


def _begins_well(text: str) -> bool:
    first = text.lstrip("\"'“‘«(")[:1]
    balanced = text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    return (first.isupper() or first.isdigit()) and balanced
