"""Words of headlines: the outlet's name behind them, badges in them, how alike two of them are. No page needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = re.compile(
    r"\s+[|\-–—―·•:»«›‹/~〜∙⋅‒−]+\s+|\s*[|ㅣ│┃｜︱¦]\s*|\s+::\s+|\s*[_＿]\s*(?=[^_＿]*$)|\s*[－—―～]+\s*|(?<=[\u3040-\u9fff\uac00-\ud7af])-(?=\S{2,12}$)|\s*◆\s*|\s+[،؛]\s+"
)
_TLD = re.compile(r"\.[a-z]{2,4}$")
_WORDS = re.compile(r"[^\W_]+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
# What a label on a headline says of the page, not of the news.
_BADGE = re.compile(
    r"\W*(?:live[- ]?(?:blog|ticker|stream)?|en (?:vivo|directo?)|direct(?:o|e)?|ao vivo|(?:in )?diretta|na żywo|živě|naživo|élő|uživo|canlı|suora|direkte|"
    r"онлайн|прямой эфир|на живо|наживо|прямий ефір|μετάδοση|ζωντανά|مباشر|زنده|שידור חי|लाइव|লাইভ|trực tiếp|สด|ライブ|生中継|라이브|생중계|直播|"
    r"(?:mit |con |com |with )?v[ií]d[eéè]o|wideo|видео|відео|βίντεο|فيديو|ویدیو|וידאו|वीडियो|ভিডিও|動画|映像|영상|동영상|视频|視頻|影音|"
    r"(?:photo|foto)s?|galerie|gallery|galería|galeria|fotostrecke|fotogalerie|audio|podcast|"
    r"premium|plus|\+|[a-z]{1,12}\s?\+|(?:\w+ )?plus|abo|abonn?[ée]s?|r[ée]serv[ée](?: aux abonnés)?|(?:solo |sólo )?suscriptores|assinantes|subscribers?(?: only)?|"
    r"nur für abonnenten|für abonnenten|paywall|paid|locked|prenumerant|for abonnenter|per abbonati|dla abonentów|tilaajille|"
    r"e[xsk]+[ck]lu[sz]i[vfw][aeo]?|exclusive?|exkluzív|ekskluz[iy]w\w*|eksklusiv[t]?|ексклюзив|эксклюзив|αποκλειστικό|özel(?: haber)?|حصري|独家|獨家|独自|단독|"
    r"new|neu|nouveau|nuevo|novo|updated?|aktualisiert|actualizado|actualisé|mise à jour|atualizado|aggiornato|обновлено|оновлено|güncellendi|anzeige|sponsored)\W*",
    re.IGNORECASE,
)


def folded(text: str) -> str:
    """Letters and digits alone, in one case."""
    return "".join(_WORDS.findall(text.casefold()))


def is_badge(text: str) -> bool:
    """Tell a label that says what kind of page this is: "LIVE", "Video", "Premium"."""
    return bool(_BADGE.fullmatch(text.strip()))


def without_site(title: str, sites: Iterable[str], sections: Iterable[str] = ()) -> str:
    """Leave out the site's name where it stands before or behind a separator, and sections behind one."""
    names = {folded(_TLD.sub("", site)) for site in sites} | {folded(site) for site in sites}
    behind = names | {folded(section) for section in sections}
    names.discard("")
    behind.discard("")
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            return title.strip()
        if folded(title[parts[-1].end() :]) in behind and title[: parts[-1].start()].strip():
            title = title[: parts[-1].start()]
        elif folded(title[: parts[0].start()]) in names:
            title = title[parts[0].end() :]
        else:
            return title.strip()


def similarity(one: str, other: str) -> float:
    """Share of words (characters in scripts without spaces) that the shorter text has in common with the other."""
    first, second = units(one), units(other)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def units(text: str) -> set[str]:
    """Words of a text; characters where a script has no spaces."""
    small = text.casefold()
    return set(_CJK.findall(small)) | set(_WORDS.findall(_CJK.sub(" ", small)))
