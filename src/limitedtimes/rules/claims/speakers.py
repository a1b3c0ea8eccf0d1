"""Who says a figure: the source that an English sentence names. Pure.

Only what is certain: a pronoun that nothing resolves, or a quotation that nobody is named for, makes a figure unusable
(``Unknown``), while a sentence that names no source is the outlet's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.claims.naming import SEATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.model.article import Span

_SAY = (
    r"said|says|say|saying|points? out|pointed out|remarked|commented|clarified|suggests?|suggested|found(?= that)|told|tells|reported|reports|report|announced|announces|added(?! up)|adds(?! up)|confirmed|confirms|claimed|claims|estimated|estimates|"
    r"estimate|stated|states|declared|declares|acknowledged|acknowledges|admitted|admits|admit|assured|assures|ensures|ensured|guaranteed|"
    r"guarantees|noted|notes|recalled|recalls|explained|explains|wrote|writes|tweeted|posted|insisted|insists|revealed|reveals|disclosed|"
    r"informed|informs|warned|warns|argued|argues|stressed|emphasi[sz]ed|summari[sz]es|summari[sz]ed|alleged|alleges|believes?|"
    r"calculated|calculates|indicated|indicates|showed|shows|show|published|concluded|maintains|maintained|repeats|repeated|replied|"
    r"responded|complained|denounced|denounces|testified|advanced|advances|contends|accused|accuses|laments|lamented|ironi[sz]es|ironi[sz]ed|laughs"
)
# What takes the figure itself for its object.
_COUNT = (
    r"counts?|counted|lists?|listed|sp(?:eaks?|oke|eaking) (?:only )?of|talks? (?:only )?of|talked of|puts?|refers?|referred|accounts?(?: only)? for|"
    r"accounted for|cites?|cited|mentions?|mentioned|(?:gives?|gave)(?= (?:a|the) (?:toll|figure|number|count))|records|recorded|registers?|registered|tally|tallies|tallied|"
    r"recogni[sz]e[sd]?|points? to|pointed to|work(?:s|ed) with|updates?|updated|numbers?"
)
# "reported to be", "the said": no one says it.
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|not|never|n't|the|to)\s+(?:\w+ly\s+)?$")
_CLAIM = r"claim(?:s|ed)?(?= (?:that|to have)\b)"
_NOT = r"\b(?! to (?:be|have)\b| by\b)"
_VERB = re.compile(rf"\b(?P<verb>{_CLAIM}|(?:{_SAY}|{_COUNT}){_NOT})")
_SAYING = re.compile(rf"\b(?P<verb>{_CLAIM}|(?:{_SAY}){_NOT})")

_INSTITUTION = (
    r"(?:[Aa]uthorities|[Gg]overnments?|[Mm]inistry|[Mm]inister|[Oo]ffice|[Pp]olice|[Oo]fficials?|[Aa]gency|[Aa]gencies|[Uu]nion|[Aa]ssociation|"
    r"[Oo]rgani[sz]ation|[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Hh]ospitals?|[Aa]rmy|[Mm]ilitary|[Pp]rosecutors?|[Cc]ourt|[Cc]ity [Hh]all|"
    r"[Cc]onsulate|[Ee]mbassy|[Dd]epartment|[Bb]ulletin|[Dd]efen[cs]e|[Cc]ompany|[Cc]ompanies|[Pp]ress|[Mm]edia|[Nn]ewspaper|[Bb]alance sheet|"
    r"[Rr]ebels|[Ss]eparatists|[Ss]pokes(?:man|woman|person)|[Pp]resident|[Ff]ederation|[Kk]remlin|[Rr]ed Cross|[Ff]irefighters|[Rr]escuers)"
)
_NAME = r"(?:[A-ZÀ-ÝŠŽĆČŁŚŻ][\w'’.-]*|of|the|de|da|do|dos|al|el|bin|van|von|and)"

_ANY_INSTITUTION = re.compile(rf"\b{_INSTITUTION}\b")
_HEAD = re.compile(
    rf"(?:The |the )?(?:[\w'’-]+ ){{0,3}}?{_INSTITUTION}(?: of (?:the )?{_NAME}(?: {_NAME})*)?"
    r"(?= (?:is|are|was|were|has|have|had|will|does|do|did|\w+s|\w+ed)\b)"
)
_ROLE = re.compile(
    r"\b(?:president|minister|spokes(?:man|woman|person)|doctor|mayor|governor|director|chief|head|professor|researcher|official|"
    r"commander|general|colonel|lawyer|prosecutor|judge|secretary|chairman|chairwoman|expert|leader|coordinator|Mr|Mrs|Ms|Dr)\b",
    re.IGNORECASE,
)
_COUNTRIES = frozenset({*SEATS, *SEATS.values()})
_FULL_NAME = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+(?: (?:de|da|do|dos|von|van|al|el|bin))? [A-ZÀ-Ý][\w'’-]+")
_ASIDE = re.compile(
    r",? (?:for its part|for his part|for her part|for their part|on the other hand|on its side|by contrast|in turn|meanwhile|"
    r"however|too|instead|in the meantime|therefore|in fact|as well)\b,?"
)
_BRACKETED = re.compile(r"\((?![A-Z]{2,8}\))[^()]{1,40}\)")
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:also|now|still|later|already|then|just|only|even|has|have|had|is|was|are|were|been|being|to|will|would|may|might|"
    r"could|recently|repeatedly|officially|meanwhile|yesterday|today|who|again|further|previously|initially|reportedly|does|do|did|not|never|first))+$"
)
_STARTS = re.compile(
    r"^(?:(?:but|and|while|whereas|that|because|as|after|when|where|since|so|then|although|though|whose|yet|meanwhile|still|also|in turn|"
    r"earlier|later|today|yesterday|(?:on|late|early|this|last) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?: \w+)?)\s+)+",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:\[\]“”\"«»—]|\((?![A-Z]{2,8}\))|(?<![A-Z]{2})\)|\s[-–]\s|(?:^|\s)(?:but|while|whereas|that|because|after|when|where|although|though|so|if|than)\s|\s(?:and|as(?! of\b))\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|who|which|I|we|you|this|that|these|those|there|one|both|some|many|others|another|the latter|the former|experts say)$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^(?:he|she|it|they|who|the same source)$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:who|which|that|whose|when|while|after|before|as|in (?:an?|the|his|her|its|a) (?:interview|statement|speech|report|press|news|tweet|note|video|message|post|call)\b|"
    r"on (?:the )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|social|Twitter|Facebook|Telegram|state|television|\d)|"
    r"(?:late |early |this |last )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday|tonight|morning|evening|afternoon|week|month|year)\b(?!['’])|"
    r"at (?:the|a|an|\d)|during|to (?:the|a|reporters|journalists|AFP|Reuters|state)|has|had|have|was|is|were|are|and (?:said|added)|by telephone|earlier|later|also|with)\b.*$"
)
_PAPERS = (
    r"(?:data|figures?|numbers?|statistics|counts?|accounts?|estimates?|estimations?|calculations?|reports?|bulletins?|statements?|balance sheets?|balances?|"
    r"surveys?|stud(?:y|ies)|tall(?:y|ies)|totals?|information|analysis|research|results|notes?|press releases?|records|polls?|testimony|sources?)"
)
_BEHIND = re.compile(
    rf"^(?:(?:the|a|an|its|latest|new|official|recent|most|preliminary|provisional|updated|internal|first|last)\s+)*{_PAPERS}\b(?: as of \w+)?.{{0,40}}?\b"
    r"(?:from|by|of|that|which)\s+(?P<who>(?:the )?[^,;]+?)(?=\s+(?:has|have|had|was|were|is|are|delivered|presented|published|released|gave)\b|$)",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"^(?P<who>.+?(?:['’]s|s['’]))(?: \w+){{0,2}} {_PAPERS}$", re.IGNORECASE)
_PUT = re.compile(
    rf"(?:^|[,;:] |\b(?:by|on|in) )(?P<who>[^,;:]{{2,60}}?(?:['’]s|s['’])(?: \w+){{0,2}} {_PAPERS})(?:,| (?:is|are|was|were|stands?|stood|puts?)\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|be|been|can|could|may|might)\b|\b(?:an?|the|of|in|with|his|her|its|their)$|\bto [a-z]+$|[a-z]{3}\. ",
    re.IGNORECASE,
)
_OFFICE_HELD = re.compile(
    r"(?:[Aa]n?|the|his|her|its|head|chief|director|president|spokes\w+|minister|mayor|governor)\b|[A-ZÀ-Ý][\w'’-]+ (?:(?:de|da|do|dos|von|van|al|el|bin) )?[A-ZÀ-Ý]"
)
_GIVEN = re.compile(
    r"\b(?:given|provided|released|cited|reported|announced|confirmed|published|quoted|advanced|admitted|put forward) by (?P<who>[^,;:.\"”“]+)"
)
_DEFERRED = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|accounts?) of|[Pp]er|[Cc]iting|[Qq]uoting|by the accounts of|through the accounts of)\s+(?P<who>(?:[^;:\"”“»«()]|(?<=\d):(?=\d))+(?:\([A-Z]{2,}\))?)"
)
# What stands between "counts" and a figure that is its object no more; a list of the dead is still theirs who keep it.
_BROKEN = re.compile(r"^(?!.*(?:\blist\b|,? and (?:to|of|for) $)).*[,;]")
_QUOTES = re.compile(r"[\"“„«][^\"”“„»]*(?:[\"”»]|$)")
_STRAIGHT = frozenset({"show", "report", "estimate", "told", "tells", "informed", "informs"})  # no name follows these
_ABBREVIATIONS = re.compile(
    r"\b(?:Dr|Prof|Mr|Mrs|Ms|Gen|Col|Lt|Sgt|Capt|St|Jr|Rev|Gov|Sen|Rep|Insp|Av|U\.S|U\.N|Eng|Maj|D)\.$"
)
_LONGEST = 90  # characters; what is longer is no name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, as the sentence writes it. ``named`` is False for a pronoun that is still to be resolved."""

    text: str
    named: bool = True


def speaker(sentence: str, figure: Span) -> Speaker | None:
    """Return who says the figure in a sentence, None where the sentence names nobody.

    A pronoun comes back as a ``Speaker`` that is not ``named``, and so does a quotation's unnamed speaker (an empty text).
    """
    text = _plain(sentence)
    found = _before(text, figure) or _after(text, figure) or _deferred(text, figure)
    if found:
        return found
    quoted = any(start <= figure[0] < end for start, end in quotations(text))
    return Speaker("", named=False) if quoted else None


def quotations(text: str) -> list[Span]:
    """Return the spans of what stands in quotation marks, words and not single terms."""
    return [match.span() for match in _QUOTES.finditer(text) if " " in match[0]]


def voice(sentence: str) -> str | None:
    """Return the one source that a sentence names, for the pronoun of the next; None where there is none or are several.

    A sentence that reports nobody's words may still be about somebody who speaks: "The union is not moved."
    """
    text = _plain(sentence)
    heard = (_after(text, (0, 0)), _deferred(text, (0, len(text))), *_subjects(text, len(text)))
    names = {one.text for one in heard if one and one.named}
    if not names and (head := _HEAD.match(text)) and len(_ANY_INSTITUTION.findall(text)) == 1:
        names = {head[0]}
    return names.pop() if len(names) == 1 else None


def fits(pronoun: str, name: str) -> bool:
    """Tell whether a pronoun may stand for a speaker: "he" for a person, "it" for an institution."""
    named = _FULL_NAME.search(name) or (name.istitle() and " " not in name and name not in _COUNTRIES)
    person = bool(_ROLE.search(name) or (named and not _ANY_INSTITUTION.search(name)))
    return person if pronoun.lower() in ("he", "she") else not person


def _plain(sentence: str) -> str:
    """Blank out asides and write quotation marks in one way, length for length."""
    sentence = sentence.replace("``", ' "').replace("''", '" ')
    sentence = _BRACKETED.sub(lambda match: " " * len(match[0]), sentence)
    return _ASIDE.sub(lambda match: " " * len(match[0]), sentence)


def _subjects(text: str, end: int) -> Iterator[Speaker]:
    for verb in _VERB.finditer(text, 0, end):
        if found := _subject(text, verb.start()):
            yield found


def _before(text: str, figure: Span) -> Speaker | None:
    """Find "X says that ... 5", "X counts 5": the nearest verb before the figure that has somebody before it."""
    start = max(text.rfind(";", 0, figure[0]) + 1, 0)
    if put := _PUT.search(text, start, figure[0]):
        return _speaker(put["who"])
    quoted = next((one for one in quotations(text) if one[0] <= figure[0] < one[1]), None)
    verbs = [verb for verb in _VERB.finditer(text, start, figure[0]) if not _inside(text, verb.start(), quoted)]
    governing = (
        one for one in reversed(verbs) if _SAYING.match(one[0]) or not _BROKEN.search(text[one.end() : figure[0]])
    )
    if found := next(filter(None, (_subject(text, verb.start(), start) for verb in governing)), None):
        return found
    if owned := re.match(
        rf"\s*(?P<who>(?:The |the )?[^,;\"“]{{0,60}}?{_INSTITUTION}(?: of (?:the )?(?:{_NAME}(?: {_NAME})*|[a-z]+))?) (?:have|has|had) (?:[^,;]{{0,50}} and )?$",
        text[start : figure[0]],
    ):
        return Speaker(owned["who"])
    return None


def _inside(text: str, at: int, allowed: Span | None) -> bool:
    return any(start <= at < end for start, end in quotations(text) if (start, end) != allowed) or (
        allowed is not None and allowed[0] <= at
    )


def _subject(text: str, verb: int, start: int = 0) -> Speaker | None:
    """Return who stands before a verb: its subject, up to where its clause begins."""
    if _PASSIVE.search(text[start:verb]):
        return None
    left = _ADVERBS.sub("", text[start:verb].rstrip())
    if re.search(r"[\"”»]\s*$", left):
        return None  # "...", said X
    bounds = list(_CLAUSE.finditer(f"{left} "))
    begin = bounds[-1].end() if bounds else 0
    name = left[begin:]
    if bounds and bounds[-1][0].strip().lower() == "and" and not re.search(r"[A-Za-z]", name):
        return _shared(left)
    if not name.strip():
        return _apposed(left) or _shared(left)
    return _speaker(name)


def _apposed(left: str) -> Speaker | None:
    """Read "Fauzi, an official from the agency," and "The balance sheet, from 7 p.m. in Lisbon,"."""
    match = re.search(r"(?:^|[,;\"”»]\s*)(?P<who>[^,;\"”»]{2,60}, [^,;\"”»]{3,80}),$", left)
    if not match:
        return None
    first, _, second = match["who"].partition(", ")
    if _OFFICE_HELD.match(second):
        return _speaker(first) and Speaker(match["who"].strip())
    return _speaker(first)


def _shared(left: str) -> Speaker | None:
    """Return the subject at the head of a clause that a second verb shares: "Baku does not disclose ... and refers ..."."""
    head = left.strip()
    known = re.match(rf"(?:The |the )?(?:[\w'’-]+ ){{0,4}}?{_INSTITUTION}(?: of (?:the )?{_NAME})*(?= )", head)
    proper = re.match(
        r"[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*(?= (?:does|do|did|is|was|has|had|have|are|were|will|also|not|never|only)\b)",
        head,
    )
    match = proper or known
    return _speaker(match[0]) if match else None


def _after(text: str, figure: Span) -> Speaker | None:
    """Find '..., X said' and '...", said X' behind the figure."""
    for verb in _SAYING.finditer(text, figure[1]):
        if any(start < verb.start() < end for start, end in quotations(text)) or _PASSIVE.search(text[: verb.start()]):
            continue
        before = text[figure[1] : verb.start()]
        closed = re.search(r"[,?!][\"”»]?\s*$|[\"”»],?\s*$", before)
        inverted = closed and verb[0] not in _STRAIGHT and _speaker(_cut(text[verb.end() :]))
        if inverted:
            return inverted
        inner = re.search(r"(?:, |[\"”»]\s*)(?:as )?(?P<who>[^,;\"”»]{2,80})$", _ADVERBS.sub("", before.rstrip()))
        if inner and (found := _speaker(inner["who"])):
            return found
        if found := _apposed(_ADVERBS.sub("", before.rstrip()) if before.rstrip().endswith(",") else ""):
            return found
    return None


def _cut(text: str) -> str:
    """Return the name at the head of a text: up to a comma, a full stop, or what is said of the saying."""
    at = 0
    while match := re.compile(r"[,.;:\"“”»«]").search(text, at):
        if match[0] != "." or not _ABBREVIATIONS.search(text[: match.end()]):
            text = text[: match.start()]
            break
        at = match.end()
    return _TAIL.sub("", text.strip())


def _deferred(text: str, figure: Span) -> Speaker | None:
    """Find "according to X", in the figure's own clause."""
    start = max(text.rfind(";", 0, figure[0]) + 1, 0)
    end = text.find(";", figure[1])
    for match in _DEFERRED.finditer(text, start, len(text) if end < 0 else end):
        whole = match["who"]
        name = re.split(r", | (?:after|when|while|because|since) |(?<=[a-z)])\.(?:\s|$)", whole)[0]
        return _speaker(name)
    given = _GIVEN.search(text, figure[1])
    return _speaker(_cut(given["who"])) if given else None


def _speaker(name: str) -> Speaker | None:
    """Return a name as a speaker, with what it is known from taken off ("the figures of X" are X's)."""
    name = _STARTS.sub("", name.strip(" ,.-–"))
    name = re.sub(r"^(?:which|whom|that) (?=(?:the|an?) |[A-Z])", "", name)
    name = re.sub(r"^(?:its|his|her|their) (?=\w)", "", _ADVERBS.sub("", name))
    if _PRONOUN.match(name):
        return Speaker(name, named=False) if _PERSON.match(name) else None
    behind = _BEHIND.match(name) or _OWNED.match(name)
    name = re.sub(r"['’]s?$", "", behind["who"].strip()) if behind else re.sub(r"\s+(?:that|which|who)\s.*$", "", name)
    if _FINITE.search(name):
        return None
    if (
        not 2 <= len(name) <= _LONGEST
        or not re.search(r"[^\W\d]", name)
        or re.match(
            r"(?:which|who|whose|where|when|and|but|in|on|at|for|from|with|by|of|to|it|there)\b", name, re.IGNORECASE
        )
    ):
        return None
    return Speaker(name)
