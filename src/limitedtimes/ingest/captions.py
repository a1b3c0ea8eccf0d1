"""Caption and credit of a picture, told apart by how they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from limitedtimes.ingest.text import clean
from limitedtimes.rules.bylines import signature
from limitedtimes.rules.furniture import without_button_label

if TYPE_CHECKING:
    from collections.abc import Iterator

# "Photo by" in the languages of the press; behind it stands whose picture it is.
_WORD = (
    r"(?:fotos?|fotograf(?:ía|ia|ie|e|i|ı|as|\u0131)?|foto-?credit|photos?(?:graph)?(?:\s*(?:credit|by|courtesy of))?|pictures?|image(?:m|ns|n|s)?"
    r"(?:\s*(?:credit|source))?|bild(?:quelle|er|rechte|nachweis)?|credits?|crédits?(?:\s*photo)?|crédito|credito|copyrights?|quelle|source|fuente|fonte|"
    r"reprodução|divulgação|arquivo|archivo|kuva(?:t|aja)?|billede|bilde|källa|kilde|lähde|zdjęcie|fot\.?|zdroj|kép(?:ek)?|forrás|фото|источник|снимка|"
    r"φωτογραφία|φωτό|πηγή|kaynak|fotoğraf|ảnh|hình|nguồn|写真|撮影|提供|図|사진|图片(?:来源)?|圖片?|图|फोटो|تصوير|صورة|عکس|צילום)"
)
_BEHIND = re.compile(
    rf"(?:^|[\s(\[|.,;–—＝=、。-])({_WORD}\s*(?:[:：/／=＝]|\sby\s|©|\|)\s*([^.!?]{{2,90}}?))\s*[)\].]*$", re.IGNORECASE
)
# "Drawing:", "Chart:" count with a colon and names behind it: "Map: where the votes were cast" is a caption.
_DRAWN = (
    r"(?:ilustra(?:ção|ções|ción|ciones)|illustra(?:tions?|zion[ei]|tie|sjon|tör)|ilustrac[ji]a|ilustrace|info-?gra(?:phics?|phie|fik|fiek|fi[ae]|fía|fica)|"
    r"gra(?:phics?|phique|fik|fiek|fikk|fica|fika)|gráficos?|desenhos?|dibujos?|dessins?|disegn[oi]|drawings?|zeichnung(?:en)?|tekening|tegning|teckning|"
    r"rysunek|kresba|artes?|artwork|cartoon|karikatur|collage|montagem|montaje|montage|mapas?|maps?|karten?|イラスト|그래픽)\s*[:：]"
)
_DREW = re.compile(
    rf"(?:^|[.!?…。)\]\"”»|–—(\[]\s*)(?P<word>{_DRAWN})\s*(?P<who>[^.!?:]{{2,80}}?)\s*[)\].]*$", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[（【]\s*([^()\[\]（）【】]{2,80})\s*[)\]）】]\s*\.?$")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|&copy;|ⓒ)\s*(.{2,90}?)\s*[)\]]?\.?$", re.IGNORECASE)
_ORIGIN = re.compile(
    r"(?:reprodução|divulgação|arquivo|archivo)\s*[/／]", re.IGNORECASE
)  # where a picture comes from is part of whose it is
_LEADING = re.compile(
    rf"^(?!{_ORIGIN.pattern})(?:{_DRAWN}\s*|{_WORD}\s*[:：/／=＝,]\s*|{_WORD}\s+(?=©)|(?:photos?\s+)?by\s+)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:image caption|caption|legende|bildunterschrift|image source)\s*[,:]?\s*", re.IGNORECASE)
_SLASHED = re.compile(r"\s/\s?([^/.!?]{3,50})$")
_AFTER_SENTENCE = re.compile(
    r"(?<!\d)[.!?。](?:\s+|(?<=。))([^\W\d_a-zß-ÿ][^.!?。:;]{1,48})$"
)  # a few words behind a full stop, with none
_MOST_NAMES = 5  # words; what is longer, in front of a slash or full stop, is a caption
_AGENCY_TAIL = re.compile(r"(?:^|\s)([^\s()|]{2,30}(?:\s[^\s()|/]{2,20}){0,2}\s?/\s?[A-Z][\w .-]{1,30})$")


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Caption without credit, and credit without its introduction; None for what is not there."""
    whole = _LABEL.sub("", without_button_label(clean(text))).rstrip(" |·")
    for start, whose in _credits_in(whole):
        return _caption(whole[:start]), clean_credit(whose)
    return whole or None, None


def _credits_in(whole: str) -> Iterator[tuple[int, str]]:
    """Where a credit begins, and its words without an introduction; the surest reading first."""
    if named := _BEHIND.search(whole):
        yield named.start(1), named.group(1 if _ORIGIN.match(named.group(1)) else 2)
    if owned := _COPYRIGHT.search(whole):
        yield owned.start(), owned.group(1)
    if (drew := _DREW.search(whole)) and _names(drew.group("who")):
        yield drew.start("word"), drew.group("who")
    if (bracket := _BRACKETED.search(whole)) and _reads_like_credit(bracket.group(1)):
        yield bracket.start(), bracket.group(1)
    if signature(whole):
        yield 0, whole
    tail = _SLASHED.search(whole) or _AFTER_SENTENCE.search(whole)
    if tail and len(tail.group(1).split()) <= _MOST_NAMES:
        yield tail.start(1), tail.group(1)


def marked_credit(text: str) -> str | None:
    """Whose picture it is, where an element is marked as saying so: all of it, but for a caption that stands in there too."""
    caption, credit = split_credit(text)
    if credit and caption and len(caption.split()) > _MOST_NAMES:
        return credit
    return clean_credit(text.rstrip(". "))


def clean_credit(text: str) -> str | None:
    """Whose picture it is, without "Photo:", © and brackets."""
    credit = without_button_label(clean(text)).strip("()[]（）【】|,;· ")
    for _ in range(3):
        credit = re.sub(
            r"^(?:\(c\)|©|ⓒ|copyright\b)\s*(?:\d{4}\s+)?", "", _LEADING.sub("", credit), flags=re.IGNORECASE
        ).strip(" :|")
    credit += ")" * (credit.count("(") - credit.count(")"))
    return " | ".join(dict.fromkeys(part.strip() for part in credit.split("|"))) or None


def _caption(text: str) -> str | None:
    return text.strip(" |–—-([（【/＝=").strip() or None


def _names(text: str) -> bool:
    """Tell names from a phrase: no word is small but particles."""
    return all(not word[0].islower() or len(word) <= 3 for word in re.findall(r"\w+", text))


def _reads_like_credit(text: str) -> bool:
    """Tell a credit in brackets from a remark: an agency, a slash between names, the word for picture."""
    return bool(_LEADING.match(text) or signature(text) or _COPYRIGHT.search(text) or _AGENCY_TAIL.search(text))
