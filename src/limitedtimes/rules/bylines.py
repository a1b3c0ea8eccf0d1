"""Who wrote it: people, and the news agencies whose copy it is. Pure functions over the words of a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.agencies import AGENCIES, NAMES_TOO, SIGN_SMALL
from limitedtimes.rules.roles import (
    CONJUNCTION,
    EDITED_BY,
    FILES_OF,
    NEWSROOM_WORD,
    ORGANISATION,
    OTHER_WORK,
    PARTICLES,
    POST,
    REPORTS,
    ROLE_BEHIND,
    ROLE_IN_FRONT,
    SAID_BY,
    WEEKDAYS,
    WIRES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNED_AS = {name: listed for listed, names in AGENCIES.items() for name in names.split("|")}
_LISTED = {name.casefold(): listed for name, listed in _SIGNED_AS.items()}
# An agency that the list lacks, where it says that it is one: "Agência Atlântica", "Agentur Nord".
_CALLED_AGENCY = re.compile(
    r"(?:[Aa]g[eêéè]nc(?:ia|y|e)|(?:[Pp]resse-?|[Nn]achrichten)?[Aa]gentur|[Aa]gen[zț]i[ae]|[Aa]genc?ja|[Aa]gencija|[Aa]gent[uú]ra|Агентство)"
    r"(?:\s[^\W\d_a-zß-ÿ][\w-]+){1,3}"
)
_CASED = "|".join(
    re.escape(name) for name in sorted(_SIGNED_AS, key=len, reverse=True) if len(name) > 2 or name > "\u3040"
)
# An agency right before or behind a name: "연합뉴스 김철수", "Jean Dupont AFP", "中央社記者王小明".
_AGENCY_FIRST = re.compile(rf"^({_CASED})(?:[\s:–—-]+(?=\S)|(?=[\u3040-\u9fff]))(?!Korr)")
_AGENCY_LAST = re.compile(rf"^(\S.*?)(?:\s+|(?<=[\u3040-\u30ff\u4e00-\u9fff]))[–—-]?\s*({_CASED})$")

_SEPARATOR = re.compile(
    r"\s+(?=(?:编辑|編輯|责任编辑|責任編輯|责编|責編|編集|editor|penulis|fotos?|photos?|редактор|фото)\s?[:：])|\s*[;/|•+＋、，／｜]\s*|\s+[·–—-]\s+|\s*&amp;\s*|\s*\n\s*|\s*,\s*|"
    r"\s(?:&|und|and|et|y|e|och|og|ja|en|i|и|та|i|și|ve|dan|và|und|și|with|mit|avec|con|com|med|met|via|mukaan)\s",
    re.IGNORECASE,
)
_JOINS_NAMES_TOO = frozenset(("y", "e", "i"))  # "Puig i Cadafalch", "Ortega y Gasset"
_BEFORE_PLACES = frozenset((",", "/", "|", "–", "-", "en", "／", "·"))
_PLACE = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ -][^\W\d_][^\W\d_]*)?")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,3}")
_THREES = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]{3}(?: [\u4e00-\u9fff\uac00-\ud7af]{3})+")
_BRACKETS = re.compile(r"\s*[(（\[]\s*([^()（）\[\]]*)\s*[)）\]]\s*")
_WHOLE_BRACKETS = re.compile(r"^\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]\s*$")
_CITY_BEHIND = re.compile(r"(?<=\S\s\S)(\S*)\s(?:in|aus|à|en|em|from|iz|z|v|в|у)\s[^\W\d_a-zß-ÿ].*$")
_FOR_WHOM = re.compile(r"(?<=\w)\s(?:for|für|pour|para|per|voor)\s.*$")
_AND_OTHERS = re.compile(
    r"\s*(?:외\s*\d+\s*명|ほか|他\d*[人名]?|et al\.?|(?:and|und|et|y|e)\s\d+\s\w+)$", re.IGNORECASE
)
_HANDLE = re.compile(
    r"\S*@\S*|https?:\S+|www\.\S+|(?<=\w\s)[\w-]+\.(?:com|org|net)\b.*$|\b\d{1,2}\s*(?:\.\s*\d{1,2}\s*\.\s*\d{2,4}|:\d{2})\b.*$"
)
# What follows a reporter's name without a space: where, when and how it came. Most names have three characters.
_WIRED = re.compile(
    r"^([\u4e00-\u9fff]{2,3})[\u4e00-\u9fff]{0,6}(?:\d{1,2}日)?(?:電|电|專電|专电|報導|報道|报道|攝|摄|攝影|摄影)$"
)
_REPORTED = re.compile(r"(?:報導|報道|报道|電|专电|專電)$")
_LONGEST = 2000  # characters; patterns over more of a hostile page's would take minutes
_SHORTEST_SENTENCE = 3  # words
_WORDS = 6  # of a name, particles apart; more are a sentence
_SOLID = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{13,}|[\u0e00-\u0e7f]{40,}|[\uac00-\ud7af]\s.*다\.?$")
# No name holds them: the end of a sentence, a number of its own.
_NEVER_IN_A_NAME = re.compile(r"[!?¡¿。！？;]|(?:^|\s)\W?\d+\W?(?:\s|$)|[^\W\d_a-zß-ÿ][\w-]*[a-zß-ÿ]{3}\.\s")
_NOT_A_NAME = re.compile(
    r"://|^#|^\W*$|^(?:in|aus|à|en|em|from|at)\s|\d{3}|\d:\d\d|(?-i:^[a-z0-9]+-[a-z0-9-]+$|^[a-z]{6,}$)|powered by|^\S+\.(?-i:[a-z]{2,4})$|"
    r"^(?:admin|editor|staff|webdesk|online|unknown|none|null|undefined|anonymous|guest|user|desk|red|foto|photo|reporter|autor|author|writer)$",
    re.IGNORECASE,
)
_SOURCE_WORD = re.compile(
    r"\b(?:quellen?|source|fuente|fonte|källa|kilde|lähde|źródło|zdroj|kaynak|bron|forrás|izvor|источник|джерело|mit|with|avec|con|und|and|et|y|e|"
    r"agence|agentur|agenturen|agencies|agencias|agências|agenzie|agencje|agentury|material|von|by|via|news|online|red|web|ag|com)\b\.?",
    re.IGNORECASE,
)
_DATE = re.compile(r"\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}\b|\b\d{1,2}:\d{2}\b|\b\d{4}\b")
_INITIALS = re.compile(r"[a-zäöüß]{2,5}|[^\W\d_a-zß-ÿ](?:\.-?[^\W\d_a-zß-ÿ]){1,3}")
_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2,4}")
_ALONE = re.compile(r"[(\[]([a-zäöüß]{2,5})[)\]]")
_DATELINE = re.compile(
    r"^[^!?]{0,80}?[(（]\s*([^()（）]{2,40})\s*[)）]\s*(?:[-–—:=.．]|$)|^[^.!?\s][^.!?]{0,60}?\s[-–—]\s?([^\s-]{2,20})\s[-–—]\s|"
    r"^[^!?]{0,60}?/([^/\s]{2,30})/\s*[-–—.]|^\s*[(（【]([^()（）【】]{2,40})[)）】]|"
    r"^[^.!?()]{1,40}[,،][^.!?()]{1,25}\(([^()]{2,30})\)\s"
)
_WIRE_DATELINE = re.compile(rf"^({_CASED})[\u3400-\u9fff]{{0,8}}\d{{1,2}}[月日]")
_SIGNED = re.compile(
    r"[(\[（【]\s*([^()\[\]（）【】]{2,60})\s*[)\]）】]\s*\.?\s*$|(?<=[.!?…\"”»])\s*/([^/]{2,30})/\s*$"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """People and agencies, each once, in order."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    def __add__(self, other: Byline) -> Byline:
        """Both bylines' names, without repetition; initials of somebody who is named are one."""
        authors = _once(self.authors + other.authors)
        named = {initials for author in authors for initials in _initials(author)}
        return Byline(
            tuple(author for author in authors if author.replace(".", "").casefold() not in named),
            _once(self.agencies + other.agencies),
        )


def agency(name: str) -> str | None:
    """Name under which an agency is listed, or its own where that says what it is; None for what is not known as one."""
    text = name.strip(" .()[]（）【】©:：")
    folded = text.casefold()
    if len(text) <= 3 and text.islower() and text not in SIGN_SMALL:
        return None
    if folded in NAMES_TOO and not text.isupper():
        return _SIGNED_AS.get(text)
    return _LISTED.get(folded) or (text if _CALLED_AGENCY.fullmatch(text) else None)


def read_byline(text: str, outlets: Iterable[str] = ()) -> Byline:
    """Split a byline as printed ("Von Eva Muster und Max Meier, dpa") into people and agencies.

    Names of the outlet (``outlets``), of newsrooms and other organisations, addresses, posts ("Korrespondent in Berlin")
    and places are nobody; editors count where nobody else is named.
    """
    text = text[:_LONGEST]
    names = {_outlet(name) for name in outlets} - {""}
    if "://" in text or _outlet(text) in names:
        return Byline()
    inner = _WHOLE_BRACKETS.sub(r"\1", _AND_OTHERS.sub("", _HANDLE.sub(" ", text.strip()).strip()))
    whole = agency(inner)
    authors: list[str] = []
    editors: list[str] = []
    agencies: list[str] = [whole] if whole else []
    for separator, part in [] if whole else _parts(_bracketed_apart(inner)):
        edited = bool(EDITED_BY.match(part))
        name, by_whom = _name(EDITED_BY.sub("", part))
        agencies += by_whom
        if not name or _outlet(name) in names or (authors and _belongs_to(authors[-1], name, part, separator)):
            continue
        if agencies and not authors and separator in _BEFORE_PLACES and name.isupper():
            continue
        (editors if edited else authors).extend(_each(name))
    return Byline(_once(authors or editors), _once(agencies))


def says_by(text: str) -> bool:
    """Tell a line that begins with "By", in any language, and goes on with nothing but names."""
    said = text.strip()
    found = SAID_BY.match(said)
    names = read_byline(said)
    if not found or not (names.authors or names.agencies):
        return False
    # "Par ailleurs", "Von Montag an", "Por Madrid": "by" has other meanings, so a whole name stands behind it.
    plain = found.group().rstrip().endswith((":", "："))
    return plain or not names.authors or all(map(_is_whole_name, names.authors[:1]))


def is_sentence(text: str) -> bool:
    """Tell words that are said from those that name: a sentence's small words or length, in any script."""
    words = text.split()
    if len(words) < _SHORTEST_SENTENCE:
        return bool(_SOLID.search(text))
    small = [word for word in words if _is_small(word)]
    long = len([word for word in words if word.casefold() not in PARTICLES]) > _WORDS
    return bool(small) or long or bool(_SOLID.search(text))


def _is_small(word: str) -> bool:
    """Tell a word in small letters that stands in no name; endings behind a name's apostrophe are not looked at."""
    letters = word.strip("'’.,()\"„“”«»")
    return len(letters) > 1 and letters.islower() and letters[0].isalpha() and letters.casefold() not in PARTICLES


def _is_whole_name(name: str) -> bool:
    """Tell a first and a last name, or one in a script without cases."""
    words = name.split()
    cased = any(word[0].isupper() or word[0].islower() for word in words)
    return not cased or (len(words) > 1 and not is_sentence(f"{name} {name}") and not words[-1][0].islower())


def signature(text: str) -> Byline | None:
    """Read a line that only signs: "mes / dpa / AFP", "(APA, 3.5.2024)", "Redação, com Lusa". None for any other text.

    A newsroom's name alone signs too, and is nobody.
    """
    if len(text) > 80:
        return None
    alone = _ALONE.fullmatch(text.strip())
    if alone and not agency(alone.group(1)):
        return Byline(authors=(alone.group(1),))
    byline = Byline()
    signed, newsrooms = NEWSROOM_WORD.subn(" ", _DATE.sub(" ", _whole_agencies(text)))
    for part in re.split(r"[\s/,;|·&+()\[\]=–—（）【】／，、]+", _SOURCE_WORD.sub(" ", signed)):
        token = part.strip(".:：").replace("\u00a0", " ").replace("_", " ")
        known = agency(token)
        if known:
            byline += Byline(agencies=(known,))
        elif _INITIALS.fullmatch(token) or ("/" in text and _CAPITALS.fullmatch(token)):
            byline += Byline(authors=(f"{token}." if "." in token else token,))
        elif token:
            return None
    return byline if byline.agencies or (newsrooms and not byline.authors) else None


def last_line(text: str) -> Byline | None:
    """Read a line behind the end of a text that only signs: an agency that no list has counts there too."""
    return signature(text) or signature(_CALLED_AGENCY.sub(lambda named: named.group().replace(" ", "_"), text))


def agencies_in(first: str, last: str) -> tuple[str, ...]:
    """Agencies that an article's first paragraph names in its dateline ("Berlin (dpa) - ...") or its last one signs with."""
    found: list[str] = []
    dateline, wired, signed = _DATELINE.match(first), _WIRE_DATELINE.match(first), _SIGNED.search(last)
    if wired:
        found.append(_SIGNED_AS[wired.group(1)])
    for whose in (dateline, signed):
        said = next((group for group in whose.groups() if group), "") if whose else ""
        found += (signature(said) or _dateline(said)).agencies
    return _once(found)


def _dateline(said: str) -> Byline:
    """Agencies of a dateline that holds a place or a reporter too: "서울=연합뉴스", "ベルリン共同", "中央社記者王小明台北3日電"."""
    if not re.search(r"[=＝\u3040-\u9fff\uac00-\ud7af]", said):
        return Byline()
    return Byline(agencies=read_byline(said).agencies)


def _parts(text: str) -> list[tuple[str, str]]:
    """Names and what stands in front of each; a conjunction that joins the two halves of one name is no separator."""
    parts: list[tuple[str, str]] = []
    start, separator = 0, ""
    for found in [*_SEPARATOR.finditer(text), None]:
        end = found.start() if found else len(text)
        word = found.group().strip().casefold() if found else ""
        if found and word in _JOINS_NAMES_TOO and _halves(text[start:end], text[found.end() :]):
            continue
        parts.append((separator, text[start:end]))
        start, separator = (found.end(), word) if found else (len(text), "")
    return parts


def _halves(before: str, behind: str) -> bool:
    following = _SEPARATOR.split(behind, maxsplit=1)[0]
    return (
        len(before.split()) >= 2
        and len(following.split()) == 1
        and not agency(following)
        and not WIRES.match(following)
    )


def _bracketed_apart(text: str) -> str:
    """Brackets hold an agency or what nobody is called: a place, a post, "text"."""
    return _BRACKETS.sub(lambda held: f" / {held.group(1)} " if _signs(held.group(1)) else " ", text).strip()


def _signs(text: str) -> bool:
    said = signature(text)
    return said is not None and bool(said.agencies)


def _name(part: str) -> tuple[str, list[str]]:
    """Somebody's name in a part of a byline, without "by", roles and places, and agencies that stand with it."""
    text = part.strip(" .:-–—()[]【】|=＝\"'")
    if "=" in text or "＝" in text:  # a place stands in front
        text = re.split(r"[=＝]", text)[-1].strip()
    if OTHER_WORK.match(text):
        return "", []
    text = SAID_BY.sub("", FILES_OF.sub("", CONJUNCTION.sub("", text)))
    known = agency(text)
    if known:
        return "", [known]
    agencies: list[str] = []
    for found, group in ((_AGENCY_FIRST.match(text), 1), (_AGENCY_LAST.match(text), 2)):
        if found and not agencies:
            agencies.append(_SIGNED_AS[found.group(group)])
            text = text[found.end() :] if group == 1 else found.group(1)
    known = agency(text)
    if known or WIRES.match(text) or POST.match(text) or NEWSROOM_WORD.search(text):
        return "", [*agencies, known] if known else agencies
    name = _bare(text)
    known = agency(name)
    if known:
        return "", [*agencies, known]
    never = (_NOT_A_NAME, ORGANISATION, _NEVER_IN_A_NAME)
    nobody = not 1 < len(name) <= 60 or any(words.search(name) for words in never) or bool(WIRES.match(name))
    nobody = nobody or is_sentence(name) or name.casefold() in WEEKDAYS
    # Where an agency stood beside them, one word is its office: "共同" of "ベルリン共同".
    only_place = bool(agencies) and len(agencies) == 1 and " " not in name and not re.search(r"記者|기자|记者", text)
    return ("", agencies) if nobody or only_place else (name, agencies)


def _bare(text: str) -> str:
    name = SAID_BY.sub("", text).strip()
    reporter = ROLE_IN_FRONT.match(name)
    if _REPORTED.search(name) and not reporter:
        return ""  # "台北報導": from where
    if reporter:
        name = _WIRED.sub(r"\1", name[reporter.end() :])
    name = _FOR_WHOM.sub("", ROLE_BEHIND.sub("", SAID_BY.sub("", name)).strip())
    name = REPORTS.sub("", ROLE_BEHIND.sub("", _CITY_BEHIND.sub(r"\1", name))).strip(" :：-–—/|,")
    return f"{name}." if _INITIALS.fullmatch(name) and "." in name else name.rstrip(".")


def _belongs_to(before: str, name: str, part: str, separator: str) -> bool:
    """Tell what stands behind a name of several words and is none: a place, an outlet's initials, a post."""
    if separator not in _BEFORE_PLACES or " " not in before or name == name.swapcase():
        return False
    place = " " not in name and bool(_PLACE.fullmatch(name)) and not _INITIALS.fullmatch(name)
    return place or bool(_ACRONYM.fullmatch(name)) or bool(ROLE_BEHIND.search(part) and separator == ",")


def _each(name: str) -> list[str]:
    """Chinese and Korean names have three characters as a rule: several of them in a row are several people."""
    return name.split() if _THREES.fullmatch(name) else [name]


def _whole_agencies(text: str) -> str:
    """Join agencies' names of several words, so that they are one token."""
    folded = text
    for name in _LISTED:
        if " " in name and name in folded.casefold():
            folded = re.sub(re.escape(name), name.replace(" ", "_"), folded, flags=re.IGNORECASE)
    return folded


def _initials(name: str) -> set[str]:
    """How a name of several words may be cut short: with and without its particles."""
    words = re.split(r"[\s-]+", name)
    cut = ("".join(word[:1] for word in words), "".join(word[:1] for word in words if word[:1].isupper()))
    return {initials.casefold() for initials in cut if len(initials) > 1}


def _outlet(name: str) -> str:
    return re.sub(r"\W|redaktion|online|\.(?:de|com|at|ch|net|org)$", "", name.casefold())


def _once(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())
