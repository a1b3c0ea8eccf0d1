"""Who wrote it: people, and the news agencies whose copy it is. Pure functions over the words of a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

# The world's news agencies as they sign, and the one name that each is listed under.
_AGENCIES = {
    name.casefold(): listed
    for listed, names in {
        "AFP": "AFP|Agence France-Presse|Agence France Presse|afp.com",
        "AP": "AP|The Associated Press|Associated Press",
        "Reuters": "Reuters|rtr|reuters.com|Thomson Reuters",
        "dpa": "dpa|Deutsche Presse-Agentur|dpa-infocom|dpa/lno|dpa-Newskanal|dpa Deutsche Presse-Agentur GmbH",
        "dpa-AFX": "dpa-AFX|dpaafx|AFX",
        "epd": "epd|Evangelischer Pressedienst",
        "KNA": "KNA|Katholische Nachrichten-Agentur",
        "SID": "SID|SID Nachrichtenagentur|Sport-Informations-Dienst",
        "dts": "dts|dts Nachrichtenagentur",
        "APA": "APA|Austria Presse Agentur",
        "Keystone-SDA": "Keystone-SDA|SDA|ATS|Keystone-ATS|Keystone/SDA",
        "ANSA": "ANSA|Agenzia ANSA",
        "Adnkronos": "Adnkronos|AdnK",
        "AGI": "AGI|Agenzia Giornalistica Italia",
        "LaPresse": "LaPresse|Askanews",
        "EFE": "EFE|Agencia EFE",
        "Europa Press": "Europa Press|Europapress",
        "Lusa": "Lusa|Agência Lusa",
        "Agência Brasil": "Agência Brasil|Agencia Brasil",
        "Estadão Conteúdo": "Estadão Conteúdo|Agência Estado",
        "Folhapress": "Folhapress",
        "Télam": "Télam|Telam",
        "Notimex": "Notimex",
        "Prensa Latina": "Prensa Latina",
        "Belga": "Belga|Agence Belga|Belga News Agency",
        "ANP": "ANP|Algemeen Nederlands Persbureau",
        "NTB": "NTB|NPK",
        "TT": "TT|TT Nyhetsbyrån",
        "Ritzau": "Ritzau|Ritzaus Bureau",
        "STT": "STT|STT-Lehtikuva|FNB|SPT",
        "BNS": "BNS",
        "ELTA": "ELTA",
        "LETA": "LETA",
        "PAP": "PAP|Polska Agencja Prasowa",
        "ČTK": "ČTK|CTK",
        "TASR": "TASR",
        "SITA": "SITA",
        "MTI": "MTI",
        "Agerpres": "Agerpres",
        "Mediafax": "Mediafax",
        "BTA": "BTA|БТА",
        "BGNES": "BGNES|БГНЕС",
        "Tanjug": "Tanjug|Танјуг",
        "Beta": "Agencija Beta|Novinska agencija Beta",
        "FoNet": "FoNet|Фонет",
        "Hina": "Hina|HINA",
        "STA": "STA|Slovenska tiskovna agencija",
        "SRNA": "SRNA|Srna",
        "Fena": "FENA|Fena",
        "MIA": "МИА",
        "ANA-MPA": "ANA-MPA|ΑΠΕ-ΜΠΕ|ΑΠΕ|AMNA",
        "Anadolu": "Anadolu|Anadolu Agency|Anadolu Ajansı|AA",
        "DHA": "DHA|Demirören Haber Ajansı",
        "IHA": "İHA|IHA|İhlas Haber Ajansı",
        "ANKA": "ANKA|ANKA Haber Ajansı",
        "TASS": "TASS|ТАСС|ITAR-TASS|ИТАР-ТАСС",
        "RIA Novosti": "RIA Novosti|РИА Новости|RIA Nowosti",
        "Interfax": "Interfax|Интерфакс|Interfax-Ukraine|Інтерфакс-Україна",
        "Ukrinform": "Ukrinform|Укрінформ|Укринформ",
        "UNIAN": "UNIAN|УНІАН|УНИАН",
        "BelTA": "BelTA|БелТА",
        "Xinhua": "Xinhua|Xinhua News Agency|新华社|新華社|新华网",
        "CNS": "中新社|中新网|中国新闻社|China News Service",
        "CNA": "中央社|Central News Agency",
        "Kyodo": "Kyodo|Kyodo News|共同通信|共同",
        "Jiji": "Jiji|Jiji Press|時事通信|時事",
        "Yonhap": "Yonhap|Yonhap News|연합뉴스|聯合通訊社",
        "Newsis": "Newsis|뉴시스",
        "News1": "뉴스1",
        "PTI": "PTI|Press Trust of India|पीटीआई|भाषा",
        "ANI": "ANI|एएनआई",
        "IANS": "IANS|आईएएनएस",
        "UNI": "UNI|यूएनआई|यूनीवार्ता",
        "APP": "Associated Press of Pakistan",
        "Antara": "Antara|ANTARA News",
        "Bernama": "Bernama",
        "VNA": "TTXVN|VNA|Vietnam+",
        "IRNA": "IRNA|ایرنا",
        "ISNA": "ISNA|ایسنا",
        "WAM": "WAM|وام",
        "SPA": "SPA|واس",
        "MENA": "MENA|أ ش أ",
        "Bloomberg": "Bloomberg|Bloomberg News",
        "UPI": "UPI|United Press International",
        "PA Media": "PA Media|Press Association|PA",
        "The Canadian Press": "The Canadian Press|Canadian Press|La Presse canadienne|CP",
        "AAP": "AAP|Australian Associated Press",
        "AFP Relaxnews": "AFP Relaxnews",
        "Sputnik": "Sputnik",
    }.items()
    for name in names.split("|")
}

# An agency that the list lacks, where it says that it is one: "Agência Atlântica", "Agentur Nord".
_CALLED_AGENCY = re.compile(
    r"(?:[Aa]g[eêéè]nc(?:ia|y|e)|(?:[Pp]resse-?|[Nn]achrichten)?[Aa]gentur|[Aa]gen[zț]i[ae]|[Aa]genc?ja|[Aa]gencija|[Aa]gent[uú]ra|Агентство)"
    r"(?:\s[^\W\d_a-zß-ÿ][\w-]+){1,3}"
)
_SIGN_SMALL = frozenset(
    ("afp", "anp", "ap", "apa", "dpa", "dts", "efe", "epd", "kna", "ntb", "pap", "rtr", "sda", "sid")
)  # others are initials

_SAID_BY = re.compile(
    r"^(?:(?:ein|eine|a|an|un|une|uma?)\s+\w+\s+)?"
    r"(?:von|by|por|par|di|da|de|van|door|av|af|af\s+|przez|от|від|tekst|text|texto|texte|testo|foto|autor(?:in|a|es|en)?|author|"
    r"auteur|autore|forfatter|kirjoittaja|skrevet\s+av|escrito\s+por|written\s+by|published\s+by|автор|автори?|著者|文|記者|作者)"
    r"(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[,;/|·•+＋、，]|\s&\s|&amp;|\n|\s(?:und|and|et|y|e|och|og|ja|en|i|и|та|și|ve|dan|và|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
_NEWSROOM = (
    r"redaktion(?:en)?|redactie|r[eé]daction|redacci[oó]n?|redação|redacção|redazione|redakcja|redakce|redakcij?a|redacți[ae]|toimitus|"
    r"szerkesztőség|редакция|редакція|σύνταξη|news ?(?:room|desk)|editorial (?:staff|team)"
)
_NEWSROOM_WORD = re.compile(rf"\b(?:(?:a|la|die|the)\s)?(?:{_NEWSROOM})\b", re.IGNORECASE)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|^\W*$|\d{3}|\d:\d\d|^[a-z0-9]+-[a-z0-9-]+$|powered by|"
    rf"^(?:(?:a|la|die|the)\s)?(?:{_NEWSROOM}|admin|editor|staff|webdesk|online|unknown|none|null|undefined)$",
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
    r"^[^.!?]{0,80}?\(\s*([^()]{2,40})\)\s*(?:[-–—:]|$)|^[^.!?\s][^.!?]{0,60}?\s[-–—]\s?([^\s-]{2,20})\s[-–—]\s"
)
_SIGNED = re.compile(r"[(\[]\s*([^()\[\]]{2,60})\s*[)\]]\s*\.?\s*$")


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
    text = name.strip(" .()[]©")
    if len(text) <= 3 and text.islower() and text not in _SIGN_SMALL:
        return None
    return _AGENCIES.get(text.casefold()) or (text if _CALLED_AGENCY.fullmatch(text) else None)


def read_byline(text: str, publisher: str | None = None) -> Byline:
    """Split a byline as printed ("Von Eva Muster und Max Meier, dpa") into people and agencies.

    The outlet's own name, addresses and "newsroom" are nobody.
    """
    authors: list[str] = []
    agencies: list[str] = []
    if "://" in text:
        return Byline()
    whole = agency(text)
    for part in [text] if whole else _BETWEEN.split(_SAID_BY.sub("", text.strip())):
        name = _SAID_BY.sub("", part.strip(" .:-–—()[]|")).strip()
        known = agency(name)
        if _is_outlet(name, publisher):
            continue
        if known:
            agencies.append(known)
        elif 1 < len(name) <= 60 and not _NOT_A_NAME.search(name):
            authors.append(name)
    return Byline(_once(authors), _once(agencies))


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
    signed, newsrooms = _NEWSROOM_WORD.subn(" ", _DATE.sub(" ", _whole_agencies(text)))
    for part in re.split(r"[\s/,;|·&+()\[\]=–—]+", _SOURCE_WORD.sub(" ", signed)):
        token = part.strip(".:").replace("\u00a0", " ").replace("_", " ")
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
    dateline, signed = _DATELINE.match(first), _SIGNED.search(last)
    if dateline:
        found += (signature(dateline.group(1) or dateline.group(2)) or Byline()).agencies
    if signed:
        found += (signature(signed.group(1)) or Byline()).agencies
    return _once(found)


def _whole_agencies(text: str) -> str:
    """Join agencies' names of several words, so that they are one token."""
    folded = text
    for name in _AGENCIES:
        if " " in name and name in folded.casefold():
            folded = re.sub(re.escape(name), name.replace(" ", "_"), folded, flags=re.IGNORECASE)
    return folded


def _initials(name: str) -> set[str]:
    """How a name of several words may be cut short: with and without its particles."""
    words = re.split(r"[\s-]+", name)
    cut = ("".join(word[:1] for word in words), "".join(word[:1] for word in words if word[:1].isupper()))
    return {initials.casefold() for initials in cut if len(initials) > 1}


def _is_outlet(name: str, publisher: str | None) -> bool:
    if not publisher:
        return False
    one, other = (
        re.sub(r"\W|redaktion|online|\.(?:de|com|at|ch|net|org)$", "", text.casefold()) for text in (name, publisher)
    )
    return bool(one) and one == other


def _once(names: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())
