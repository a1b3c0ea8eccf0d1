"""Tell by a block's own words and links whether it belongs to the page, not to the article.

Words count in the page's language only; in a language without a table, structure alone decides: links, dates, signs.
"""

from __future__ import annotations

import re

from limitedtimes.model.article import Block, BlockKind, MarkKind
from limitedtimes.rules.bylines import agency
from limitedtimes.rules.furniture.labels import is_button_label
from limitedtimes.rules.furniture.lexicon import Lexicon, lexicon
from limitedtimes.rules.furniture.words import Kind

_WORDS = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0966-\u0dff])+")  # with the vowel signs of India
SENTENCE_END = re.compile(r"[.!?…。！？؟।።։]['\"»«”“’)\]]*\s*$")
_QUOTES = ('"', "“", "„", "«", "»", "‘", "”", "「", "『", "—", "– ")
_QUOTED = re.compile('["“”„«»「」『』]')
_VIDEO_TEASER = re.compile(r"\d{1,2}:\d{2}\s?min\.?$", re.IGNORECASE)
_ENDED = r"(?:\s*\([A-Z]{2,4}\))?"  # an agency's sign behind the last line
_CONTACT = re.compile(r"\W*(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)" + _ENDED + r"\W*", re.IGNORECASE)
_LABELLED = re.compile(r"(?:(?!https?:)[^\s\d@/:]{2,}[\s:=]+){1,2}")  # what an address is called
_TIMES = re.compile(
    r"\b\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\b(?:1[3-9]|20)\d{2}\b|\b\d{1,2}(?:st|nd|rd|th|er|º|ª)?\b|\d+\s*[年月日時时分년월일시분]"
)
_YEAR = re.compile(r"\b(?:1[34]|19|20|25)\d{2}\b|\d{4}[年년]")  # Iran counts from 621, Thailand from 543 before our era
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-4])[:.h][0-5]\d\b|\d+\s*[時时시]")
_SIGN = re.compile(r"[:：©ⓒ/／|=＝]\s*$")
_ANNOUNCING = re.compile(r"[:：|►▶»→>–—?？؟!！]\s*$")
_POINTS = re.compile(r"\s*(?:>>+|»»|[→➡➜►▶👉])")
_TRAIL = re.compile(r"[^<>‹›«»]{1,30}(?:\s[>›»]\s[^<>‹›«»]{1,30}){2,}")  # where on its site a page stands
_PRICE = re.compile(
    r"\W*(?:(?:ab|from|desde|dès|vanaf)\s)?(?:[€$£¥₹]|US\$|R\$|CHF|EUR|USD)?\s?\d[\d.,  ’']*(?:,-|-)?\s?"
    r"(?:[€$£¥₹円元]|euros?|EUR|USD|CHF|GBP|dollars?|kr\.?|zł|Kč|Ft|lei|TL|₺|руб\.?|₽|원)?\W*",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"[€$£¥₹₺₽円元원]|euro|EUR|USD|CHF|GBP|dollar|\bkr\b|zł|Kč|Ft\b|\blei\b|\bTL\b|руб", re.IGNORECASE
)
_PARTS = re.compile(r"\s*[;|•·]\s*")
_GEORGIAN = re.compile("[\u10d0-\u10ff]")  # small letters by Unicode, but names have no others
_SMALL_WORD = 3  # letters; "am", "le", "at" between a label and a date
_NAME_PARTICLES = frozenset(
    "de da do dos das du des del della di la le el al bin ibn van von der den ter zu af av und and et y e i en og och ja a и та и й ve və și dhe".split()
)
_LONG = 350  # characters; a block this long is prose whatever it begins with
_SHORT = 200
_LABEL = 120
_NOTICE = 100
_FEW = 3  # words of thanks without a name
_BYLINE = 60
_NAMES = 6  # words
_SMALL_SHARE = 0.25
_INITIALS = 12


def is_furniture(block: Block, language: str | None = None) -> bool:
    """Tell furniture from prose; ``language`` (BCP 47) chooses the words."""
    text = block.text.strip()
    if block.kind in (BlockKind.PICTURE, BlockKind.TABLE, BlockKind.EMBED) or len(text) > 2 * _LONG:
        return False
    words = lexicon(language)
    said = words.fold(text)
    if _stands_for_embed(words, said):
        return True
    if len(text) > _LONG:
        return False
    return (
        not _WORDS.search(text)
        or _leads_elsewhere(block, words, said)
        or _is_service(block, words, said)
        or _is_small_print(block, words, said)
    )


def is_paywall(text: str, language: str | None = None) -> bool:
    """Tell a notice that the rest is for subscribers: it begins with such words, or they are much of it."""
    words = lexicon(language)
    said = words.fold(text.strip())
    found = words.holds(Kind.PAYWALL, said) if len(said) <= _LONG else None
    if found is None:
        return False
    begins = not _WORDS.search(said[: found.start()]) and (len(said) <= _NOTICE or not SENTENCE_END.search(said))
    return begins or len(found.group()) >= _SMALL_SHARE * len(said)


def begins_like_byline(text: str, language: str | None = None) -> bool:
    """Tell whether a short line is a byline: "By", and names."""
    words = lexicon(language)
    said = words.fold(text)
    found = words.opens(Kind.BY, said) if len(text) < _BYLINE else None
    return found is not None and _are_names(said[found.end() :], colon=found.group().endswith((":", "：")))


def link_share(block: Block) -> float:
    """Share of a block's characters that are links."""
    linked = sum(mark.span[1] - mark.span[0] for mark in block.marks if mark.kind is MarkKind.LINK)
    return min(linked / len(block.text), 1.0) if block.text else 0.0


def _stands_for_embed(words: Lexicon, said: str) -> bool:
    """Words that stand where an embedded post or video would be; long ones must name what they offer or ask for."""
    if not words.opens(Kind.CONSENT, said):
        return False
    return len(said) <= _SHORT or bool(words.holds(Kind.OFFER, said) or words.holds(Kind.ACT, said))


def _leads_elsewhere(block: Block, words: Lexicon, said: str) -> bool:
    """Read-more lines, and blocks that are nothing but links."""
    return (
        _reads_more(block, words, said)
        or _only_links(block, said)
        or _announces_link(block)
        or _offers(block)
        or _TRAIL.fullmatch(said) is not None
    )


def _reads_more(block: Block, words: Lexicon, said: str) -> bool:
    found = words.opens(Kind.READ_MORE, said)
    share = link_share(block)
    if found is None or (len(said) >= _SHORT and share <= 0.5):
        return False
    rest = said[found.end() :]
    if block.kind is BlockKind.HEADING and share <= 0.3:
        return found.group().endswith((":", "：")) or len(_WORDS.findall(rest)) <= 1
    return not SENTENCE_END.search(said) or share > 0.3 or not _WORDS.search(rest)


def _is_service(block: Block, words: Lexicon, said: str) -> bool:
    """Buttons, and what an outlet says about itself: share, subscribe, who may copy."""
    if (
        (len(said) <= _LABEL and words.opens(Kind.LABEL, said))
        or is_button_label(block.text)
        or _VIDEO_TEASER.search(said)
    ):
        return True
    if words.opens(Kind.TAGS, said) or (len(said) < _SHORT and words.opens(Kind.RIGHTS, said)):
        return True
    label = _LABELLED.match(said)
    if _CONTACT.fullmatch(said) or (label and not SENTENCE_END.search(said) and _CONTACT.fullmatch(said, label.end())):
        return True
    if block.kind is BlockKind.QUOTE or said.startswith(_QUOTES):
        return False
    noticed = words.opens(Kind.NOTICE, said) and not words.holds(Kind.AMENDS, said)
    return bool(noticed or words.opens(Kind.SERVICE, said)) or _invites(words, said)


def _invites(words: Lexicon, said: str) -> bool:
    """What is offered, what to do, and who speaks to whom; prose about newsletters or cookies lacks the last."""
    if not words.holds(Kind.OFFER, said):
        return False
    if words.holds(Kind.INVITE, said):
        return True
    if not words.holds(Kind.ACT, said) or len(said) >= _SHORT or _QUOTED.search(said):
        return False
    return bool(words.holds(Kind.US, said)) or (len(said) < _BYLINE and not SENTENCE_END.search(said))


def _is_small_print(block: Block, words: Lexicon, said: str) -> bool:
    """Dates, credits and thanks."""
    if _is_date(words, said) or (block.kind is BlockKind.PARAGRAPH and _is_date_label(words, said)):
        return True
    if len(said) >= _SHORT:
        return False
    return _is_credit(words, said) or _thanks(words, said) or _is_imprint(words, said)


def _is_credit(words: Lexicon, said: str) -> bool:
    found = words.opens(Kind.CREDIT, said)
    if found is None:
        return False
    return bool(_SIGN.search(found.group())) or (len(said) < _BYLINE and bool(re.search(r"\S\s?[/©|]\s?\S", said)))


def _is_imprint(words: Lexicon, said: str) -> bool:
    """Initials, credits and dates in one line, parted by signs: "ab, cd; Photo: ...; first published: ..."."""
    parts = _PARTS.split(said)
    if len(parts) < 2 or len(said) >= _LABEL or SENTENCE_END.search(said):
        return False
    credits_ = [part for part in parts if _is_credit(words, part)]
    others = [part for part in parts if part not in credits_]
    return bool(credits_) and all(len(part) <= _INITIALS or _is_date(words, part) for part in others)


def _thanks(words: Lexicon, said: str) -> bool:
    """Thanks to agencies and colleagues: names follow, or a colon stands before them."""
    found = words.opens(Kind.THANKS, said)
    if found is None:
        return False
    rest = _WORDS.findall(said[found.end() :])
    if found.group().endswith((":", "：")) or len(rest) <= _FEW or any(agency(word) for word in rest):
        return True
    return not rest[0][0].islower() and len(rest) <= 2 * _NAMES


def _only_links(block: Block, said: str) -> bool:
    if link_share(block) < 0.85:
        return False
    return block.kind is not BlockKind.PARAGRAPH or not SENTENCE_END.search(said) or len(said) < _SHORT


def _announces_link(block: Block) -> bool:
    """Words, a colon, bar or question mark, and then nothing but a link to the end: "More: ...", in any language."""
    links = [mark for mark in block.marks if mark.kind is MarkKind.LINK]
    if links and len(block.text) < _SHORT and _POINTS.match(block.text):
        return True
    if not links or SENTENCE_END.search(block.text):
        return False
    start, end = links[-1].span
    return end >= len(block.text.rstrip()) - 1 and end - start >= 20 and bool(_ANNOUNCING.search(block.text[:start]))


def _offers(block: Block) -> bool:
    """Tell a product's name with its price, which leads to the shop."""
    links = [mark for mark in block.marks if mark.kind is MarkKind.LINK]
    if not links or len(block.text) >= _SHORT:
        return False
    start, end = links[-1].span
    price = block.text[start:end]
    return bool(
        end >= len(block.text.rstrip()) - 1
        and _SIGN.search(block.text[:start])
        and _CURRENCY.search(price)
        and _PRICE.fullmatch(price)
    )


def _is_date(words: Lexicon, said: str) -> bool:
    """A line with a date or time, or several, and hardly anything else."""
    parts = re.split(r"\s*[•|·]\s*", said)
    if len(parts) > 1 and all(_is_date(words, part) for part in parts):
        return True
    if len(said) > 110 or not _TIMES.search(said) or SENTENCE_END.search(said.rstrip(".։")):
        return False
    rest = _WORDS.findall(_TIMES.sub(" ", said))
    year, clock = _YEAR.search(said), _CLOCK.search(said)
    if words.opens(Kind.DATED, said):
        return len(rest) <= (8 if clock or not SENTENCE_END.search(said) else 3)
    if year and clock:
        return len(rest) <= 5
    return bool(year) and len(said) < 40 and len(rest) <= 2 and sum(map(len, rest)) <= 12


def _is_date_label(words: Lexicon, said: str) -> bool:
    """The words in front of a date that itself was left out, or stands beside them: "Updated at"."""
    label = words.opens(Kind.DATED, said)
    return label is not None and sum(map(len, _WORDS.findall(said[label.end() :]))) <= _SMALL_WORD


def _are_names(rest: str, *, colon: bool) -> bool:
    """A few words in capitals, particles and what stands behind a comma aside; scripts without capitals: a few words."""
    named = _WORDS.findall(re.split(r"[,،、|(–—/·]", rest)[0])
    if not named or len(named) > _NAMES or SENTENCE_END.search(rest.rstrip(".")):
        return False
    if any(_GEORGIAN.match(word) is None and word[0].islower() and word not in _NAME_PARTICLES for word in named):
        return False
    capitals = sum(word[0].isupper() for word in named)
    return colon or capitals >= 2 or not (capitals or SENTENCE_END.search(rest))
