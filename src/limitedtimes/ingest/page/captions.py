"""Caption and credit of a picture, told apart by how they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from limitedtimes.ingest.page.credit_words import CREDIT_WORDS, LIBRARIES
from limitedtimes.ingest.text import clean
from limitedtimes.rules.bylines import agency, signature
from limitedtimes.rules.furniture import without_button_label

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = rf"(?:{CREDIT_WORDS})"
# "AP Photo/Jacquelyn Martin": whose and of what, as American agencies sign.
_SIGNED_PHOTO = r"(?:AP|AFP|Reuters|EPA|UPI|PTI|Kyodo|EFE|Getty)(?:\s(?:Photo|Images?|file photo))?"
_PHOTO_SLASH = re.compile(
    rf"[\s(（]((?:{_SIGNED_PHOTO}|(?:the )?[A-Z][\w ]{{2,30}} photo)\s?/\s?[^\W\d_a-z][^/!?()]{{2,60}})\s*[)）]?\.?$"
)
_BEHIND = re.compile(
    rf"(?:^|[\s(\[（【|.,;/–—＝=、。-])(?P<all>{_WORD}\s*(?:[:：/／=＝]|\sby\s|\svon\s|©|\|)\s*(?P<who>[^.!?。]{{2,90}}?(?:\b[A-Z]\.[^.!?。]{{2,60}}?)?))\s*[)\]）】.]*$",
    re.IGNORECASE,
)
# No colon needed where an abbreviation is a credit and nothing else.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?P<all>(?i:fot|zdj|nuotr|ph|phot|cred)\.\s(?P<who>[^\W\d_a-zß-ÿ][^!?:]{2,80}?))\s*\)?\.?$"
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
_BRACKETED = re.compile(r"[(\[（【]\s*([^()\[\]（）【】]{2,80})\s*[)\]）】]\s*[.。]?$")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|&copy;|ⓒ)\s*(.{2,90}?)\s*[)\]]?\.?$", re.IGNORECASE)
_BARRED = re.compile(r"\s[|│｜]\s([^|│｜.!?]{3,70})$")
_LIBRARY_TAIL = re.compile(
    rf"(?<=[.!?。…\"”»)])\s*((?:[^.!?。…/|]{{2,40}}\s?[/|]\s?)?(?:{LIBRARIES}))\.?$", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"(?:reprodução|divulgação|arquivo|archivo)\s*[/／]", re.IGNORECASE
)  # where a picture comes from is part of whose it is
_LEADING = re.compile(
    rf"^(?!{_ORIGIN.pattern})(?:{_DRAWN}\s*|{_WORD}\s*[:：/／=＝,]\s*|{_WORD}\s+(?=©)|(?:photos?\s+|pictures?\s+|images?\s+)?(?:courtesy of|by)\s+|"
    r"(?:foto|bild)\s+von\s+|(?:fot|zdj|nuotr|ph)\.\s+)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"[\s/,;.|–-]*(?:(?:copyright|©|\(c\))\s*(?:\(c\)|©)?\s*\d{4}\b.*|all rights reserved.*|alle rechte vorbehalten.*|tous droits réservés.*|"
    r"todos los derechos reservados.*|todos os direitos reservados.*|tutti i diritti riservati.*|無断転載.*)$",
    re.IGNORECASE,
)
_TOOK = re.compile(r"\s*(?:기자|특파원|선임기자|記者|记者|特派員|摄影?|攝影?|撮影|カメラマン)$")
_LABEL = re.compile(
    r"^(?:image caption|caption|legende|légende|bildunterschrift|bildtext|image source|leyenda|didascalia|▲|△|▼|↑|⬆|⬇)\s*[,:]?\s*",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\s/\s?([^/.!?]{3,50})$")
_AFTER_SENTENCE = re.compile(
    r"(?<!\d)[.!?。](?:\s+|(?<=。))([^\W\d_a-zß-ÿ][^.!?。:;]{1,48})$"
)  # a few words behind a full stop, with none
_MOST_NAMES = 5  # words; what is longer, in front of a slash or full stop, is a caption
_LONGEST = 90  # characters of a credit
_FULL_STOP = re.compile(r"\w{3}[.!?]\s")
_MOST_WORDS = 7  # behind "Photo:"
_AGENCY_TAIL = re.compile(r"(?:^|\s)([^\s()|]{2,30}(?:\s[^\s()|/]{2,20}){0,2}\s?/\s?[A-Z][\w .-]{1,30})$")
_LIBRARY = re.compile(rf"(?:via\s|from\s)?(?:{LIBRARIES})", re.IGNORECASE)
_SHARED = re.compile(r"\s*(?:[/|,;•]|\bvia\b|\bfor\b|\s[–-]\s)\s*", re.IGNORECASE)


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Caption without credit, and credit without its introduction; None for what is not there."""
    whole = _LABEL.sub("", without_button_label(clean(text))).rstrip(" |·")
    for start, whose in _credits_in(whole):
        credit = clean_credit(whose)
        if credit:
            return _caption(whole[:start]), credit
    return whole or None, None


def _credits_in(whole: str) -> Iterator[tuple[int, str]]:
    """Where a credit begins, and its words without an introduction; the surest reading first."""
    yield from sorted(_introduced(whole))
    if (drew := _DREW.search(whole)) and _names(drew.group("who")):
        yield drew.start("word"), drew.group("who")
    if (bracket := _BRACKETED.search(whole)) and _reads_like_credit(bracket.group(1)):
        yield bracket.start(), bracket.group(1)
    if signature(whole) or is_owner(whole):
        yield 0, whole
    if (barred := _BARRED.search(whole)) and _names(barred.group(1)):
        yield barred.start(), barred.group(1)
    tail = _LIBRARY_TAIL.search(whole) or _SLASHED.search(whole) or _AFTER_SENTENCE.search(whole)
    if tail and len(tail.group(1).split()) <= _MOST_NAMES:
        yield tail.start(1), tail.group(1)


def _introduced(whole: str) -> Iterator[tuple[int, str]]:
    """Credits that a word or sign introduces; the one that begins first holds the others."""
    if photo := _PHOTO_SLASH.search(f" {whole}"):
        yield photo.start(1) - 1, photo.group(1)
    for pattern in (_BEHIND, _ABBREVIATED):
        named = pattern.search(whole)
        if named and (len(re.findall(r"\w+", named.group("who"))) <= _MOST_WORDS or _names(named.group("who"))):
            yield named.start("all"), named.group("all" if _ORIGIN.match(named.group("all")) else "who")
    if owned := _COPYRIGHT.search(whole):
        yield owned.start(), owned.group(1)


def marked_credit(text: str) -> str | None:
    """Whose picture it is, where an element is marked as saying so: all of it, but for a caption that stands in there too."""
    caption, credit = split_credit(text)
    words = len((caption or "").split())
    if credit and caption and (words > _MOST_WORDS or (words > _MOST_NAMES and caption.endswith((".", "!", "?", "…")))):
        return credit
    return clean_credit(text.rstrip(". "))


def clean_credit(text: str) -> str | None:
    """Whose picture it is, without "Photo:", ©, brackets and what is reserved."""
    credit = without_button_label(clean(text)).strip("()[]（）【】|,;·/-–— ")
    for _ in range(3):
        credit = re.sub(
            r"^(?:\(c\)|©|ⓒ|copyright\b)\s*(?:\d{4}\s+)?", "", _LEADING.sub("", credit), flags=re.IGNORECASE
        ).strip(" :|")
    credit = _TOOK.sub("", _RIGHTS.sub("", credit) or credit)
    credit += ")" * (credit.count("(") - credit.count(")"))
    return " | ".join(dict.fromkeys(part.strip() for part in credit.split("|"))) or None


def is_owner(text: str) -> bool:
    """Tell a text that is nothing but an agency or picture library, or somebody of one: "Getty Images", "Eva Muster/dpa"."""
    parts = [part for part in _SHARED.split(text.strip(" ()[].©")) if part]
    owners = [part for part in parts if agency(part) or _LIBRARY.fullmatch(part)]
    whole = len(text) <= _LONGEST and not _FULL_STOP.search(text)
    return whole and bool(owners) and all(len(part.split()) <= _MOST_NAMES and _names(part) for part in parts)


def _caption(text: str) -> str | None:
    return text.strip(" |–—-([（【/＝=,;").strip() or None


def _names(text: str) -> bool:
    """Tell names from a phrase: no word is small but particles."""
    return all(not word[0].islower() or len(word) <= 3 for word in re.findall(r"\w+", text))


def _reads_like_credit(text: str) -> bool:
    """Tell a credit in brackets from a remark: an agency, a slash between names, the word for picture."""
    return bool(
        _LEADING.match(text)
        or signature(text)
        or _COPYRIGHT.search(text)
        or _AGENCY_TAIL.search(text)
        or is_owner(text)
    )
