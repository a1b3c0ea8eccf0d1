"""Names that are written in English as in the source: newspapers, broadcasters, agencies. Pure.

Many are ordinary words: "Die Zeit" is a newspaper or time, "Público" or the public. A word counts as a name where its form
says so (several words in capitals that the language would not write) or what stands around it does (quotation marks, "the
newspaper", "told", a picture's credit).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from limitedtimes.rules.names.find import words
from limitedtimes.rules.names.outlets import listed

if TYPE_CHECKING:
    from limitedtimes.model.article import Span

ARTICLES = frozenset("der die das le la les l' el los las il lo gli o a os as de het the".split())
_QUOTES = frozenset("\"“„”«»‹›‘’‚'「『」』")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]+\s$")
_CAPITAL_AFTER = re.compile(r"\s[^\W\d_a-zß-ÿ]")
_ARTICLE_BEFORE = re.compile(
    r"\b(?:d(?:er|ie|as|em|es|en)|[oa]|d[oa]|[nà]o?|ao|pel[oa]|el|la|del?|al|le|du|au|il|dal|nel|het)\s$", re.IGNORECASE
)
# What a newspaper or an agency is called, in the languages whose outlets have ordinary words for names.
_CALLED = re.compile(
    r"(?:jorna(?:l|is)|diários?|diarios?|revistas?|periódicos?|semanários?|semanarios?|canal|canais|rádio|radio|televisão|televisión|agênci?as?|agencias?|portal|"
    r"journa(?:l|ux)|quotidiens?|hebdomadaires?|magazines?|revues?|chaînes?|agences?|quotidian[oi]|giornal[ei]|settimanal[ei]|rivist[ae]|agenzi[ae]|testat[ae]|"
    r"\w*zeitung(?:en)?|\w*magazins?|\w*blatt(?:es|s)?|\w*portals?|senders?|\w*agentur|krant|dagblad|weekblad|tijdschrift|omroep|persbureau|"
    r"tidning(?:en|arna)?|dagstidningen|avis(?:a|en|erne)?|dagbladet|sanomalehti|lehti|lehden|gazet\w+|dziennik\w*|tygodnik\w*|portal\w*|stacj\w+|agencj\w+|"
    r"deník\w*|denník\w*|týdeník\w*|server\w*|novin\w*|list\w*|časopis\w*|časnik\w*|nedeljnik\w*|tjednik\w*|lap|napilap|hetilap|hírportál|ziarul(?:ui)?|revista|cotidian\w+|"
    r"gazetesi\w*|gazete\w*|dergi\w*|газет\w+|журнал\w*|издани\w+|агентств\w+|телеканал\w*|εφημερίδα\w*|περιοδικό|harian|majalah|koran|báo|tờ)\s*$",
    re.IGNORECASE,
)
_GAP = r"(?:\s+[^\W\d_]+){0,2}\s*"  # "jornal português Público"
_CALLED_SOON = re.compile(_CALLED.pattern.removesuffix(r"\s*$") + _GAP + "$", re.IGNORECASE)
# Who is told something, who reports it: verbs of saying before the name, with an article or a preposition between.
_TOLD = re.compile(
    r"\b(?:diss\w+|diz|dizem|declar\w+|afirm\w+|cont(?:ou|aram|ó|aron)|revel\w+|explic\w+|confirm\w+|entrevista\w*|declaraciones|declarações|segundo|según|conforme|avanç\w+|"
    r"notici\w+|escrev\w+|escri\w+|public\w+|dijo|dijeron|señal\w+|a dit|ont dit|confi\w+|expliqu\w+|selon|d'après|interviews?|entretien|révèl\w+|"
    r"ha detto|hanno detto|dett[oaie]|dichiara\w+|secondo|raccont\w+|intervista\w*|spieg\w+|"
    r"zei|zegt|vertelt\w*|volgens|tegen|powiedzia\w+|wywia\w+|według|podaje|pisze|řekl\w*|uvedl\w*|podle|podľa|povedal\w*|kazao|rekao|izjavi\w+|prema|piše|"
    r"mondta|szerint|nyilatkozt\w*|spus|declarat|potrivit|сказал\w*|заявил\w*|сообща\w+|пишет|säger|sade|enligt|sier|sa|ifølge|siger|sagde|foto|bild|fonte|fuente|quelle|source)\b"
    r"[^.,;:!?\"“„«]{0,14}$",
    re.IGNORECASE,
)
# German gives every noun a capital, so only the case of the article tells who is told: "sagte der Welt", not "erklärt die Welt".
_TOLD_IN_GERMAN = re.compile(
    r"\b(?:(?:sagt\w*|gesagt|erklärte|interview\w* mit|gespräch mit)(?: \w+)? (?:dem|der)|(?:laut|gegenüber)(?: dem| der)?|"
    r"(?:berichte\w*|schreibt|schrieb|meldet\w*|zitiert\w*) (?:der|die))\s$",
    re.IGNORECASE,
)
# Who reports: the verb behind the name.
_REPORTS = re.compile(
    r"\W{0,2}\s*(?:\([^)]*\)\s*)?(?:notici\w+|avanç\w+|escrev\w+|escri\w+|public(?:a|ou|ó|ada)\b|revel\w+|adiant\w+|diz\b|informa\b|informó|informou|cit\w+|"
    r"a (?:publié|révélé|écrit|rapporté)|rapport\w+|écrit\b|révèle|publie|affirme|"
    r"berichte\w*|schreibt|schrieb|meldet\w*|zitiert\w*|zufolge|veröffentlicht\w*|hatte\b[^.]{0,40}berichtet|"
    r"ha (?:scritto|pubblicato|rivelato)|scrive|riporta|rivela|schrijft|meldt|bericht\w*|skriver|rapporterar|meldte|pisze|podaje|píše|uvádí|piše|javlja|írja|scrie|relatează|"
    r"пишет|сообща\w+|пише|повідомля\w+|yazdı|γράφει)\b",
    re.IGNORECASE,
)
_CREDIT_START = re.compile(r"(?:^|[:：/|(©])\s*$")
_CREDIT_END = re.compile(r"\s*(?:$|[/|)])")
_ORDINARY_WORD = re.compile(r"[^\W\d_][^\W\d_A-ZÀ-Þ]*")  # one word with no capital but the first


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept name in a sentence; ``english`` is what is written for it."""

    span: Span
    english: str


@lru_cache(maxsize=64)
def _index(more: frozenset[str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Return names by their first words, longest first: as in the source, in English, also an ordinary word."""
    known = listed()
    for name in more:
        known.setdefault(name, (name, bool(_ORDINARY_WORD.fullmatch(name))))
    index: dict[str, list[tuple[str, str, bool]]] = {}
    for name, (english, ordinary) in sorted(known.items(), key=lambda entry: -len(entry[0])):
        if first := words(name):
            index.setdefault(first[0].text, []).append((name, english, ordinary))
    return index


@lru_cache(maxsize=2_048)
def find_kept(sentence: str, more: frozenset[str]) -> tuple[Kept, ...]:
    """Return the kept names of a sentence in their order; ``more`` are those that no list has (the user's own outlets)."""
    index = _index(more)
    found: list[Kept] = []
    end = 0
    for word in words(sentence):
        start = word.span[0]
        for name, english, ordinary in index.get(word.text, ()) if start >= end else ():
            offset = name.index(word.text)
            if (
                start >= offset
                and _stands(sentence, name, start - offset)
                and _is_name(sentence, name, start - offset, ordinary)
            ):
                end = start - offset + len(name)
                found.append(Kept((start - offset, end), english))
                break
    return tuple(found)


def _stands(sentence: str, name: str, start: int) -> bool:
    """Tell whether a name stands there as a whole word."""
    end = start + len(name)
    return (
        sentence.startswith(name, start)
        and not sentence[end : end + 1].isalnum()
        and not sentence[max(0, start - 1) : start].isalnum()
    )


def _is_name(sentence: str, name: str, start: int, ordinary: bool) -> bool:
    """Tell whether it is the outlet that is meant."""
    if len(name) <= 2:  # AP, PA, AA: initials of too much else
        return False
    end = start + len(name)
    before, after = sentence[:start], sentence[end:]
    opens = not before.strip("".join(_QUOTES) + " -–—¿¡([")
    article, _, rest = name.partition(" ")
    if article in ("Der", "Die", "Das") and rest and " " not in rest:
        # In German every noun has a capital, and the article has one too where a sentence begins.
        ordinary = opens or before.rstrip()[-1:] in ".:!?–—"
    elif opens and not ordinary and rest and article.lower() in ARTICLES and " " not in rest:
        ordinary = sentence.istitle() or sentence.isupper()
    if ordinary:
        return _shown(before, after)
    if " " not in name:
        return not _inside_a_name(before, after)
    # "La Croix Rouge" is no newspaper.
    return article.lower() not in ARTICLES or " " in rest or not _CAPITAL_AFTER.match(after)


def _inside_a_name(before: str, after: str) -> bool:
    """Tell whether words with capitals stand on both sides: then the word is part of another name."""
    return bool(_CAPITAL_BEFORE.search(before) and _CAPITAL_AFTER.match(after))


def _shown(before: str, after: str) -> bool:
    """Tell whether the words around show that an outlet is named."""
    quoted = before[-1:] in _QUOTES and after[:1] in _QUOTES and bool(before and after)
    if quoted:
        before, after = before[:-1], after[1:]
    elif _CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(after):  # "Ministério Público", "Comboio Expresso"
        return bool(_CALLED.search(before)) and not _CAPITAL_AFTER.match(after)
    if _CREDIT_START.search(before) and _CREDIT_END.match(after) and before.strip():
        return True
    if quoted and _ARTICLE_BEFORE.search(before):
        return True
    told = _TOLD.search(before) or _TOLD_IN_GERMAN.search(before)
    return bool(told or _CALLED_SOON.search(before) or _REPORTS.match(after))
