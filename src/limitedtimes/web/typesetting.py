"""An article made ready for the page: its sentences in pairs of original and English, in the article's own shape."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleForm, ArticleState, Block, BlockKind, MarkKind
from limitedtimes.model.translation import SentenceState
from limitedtimes.rules.languages import base, direction, language_name
from limitedtimes.rules.marks import places, project
from limitedtimes.web.inline import Line, flag_tags, mark_tags, word_tags
from limitedtimes.web.words import counted, is_english

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.model.article import Picture, Span
    from limitedtimes.model.edition import Printed
    from limitedtimes.model.translation import Flag, TranslatedSentence
    from limitedtimes.rules.marks import ProjectedMark


@dataclass(frozen=True, slots=True)
class Aside:
    """What was done about a translation: in a word or two for running text, and in full."""

    label: str
    message: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence: the original, and the English or a note that says why there is none.

    ``remarks`` say what is wrong with the translation, ``asides`` what was done about it.
    ``break_before`` is True where the original starts a new line with it, ``space_before`` where white space precedes it.
    """

    original: Line
    english: Line | None = None
    note: str | None = None
    remarks: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    space_before: bool = False
    break_before: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its place in the article's list, which is its address in the picture proxy."""

    number: int
    picture: Picture
    caption: Pair | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the article. ``table`` has a table's cells, row by row, each with its own of the pairs."""

    kind: BlockKind
    pairs: tuple[Pair, ...] = ()
    level: int = 2
    figure: Figure | None = None
    table: tuple[tuple[tuple[Pair, ...], ...], ...] = ()

    @property
    def headed(self) -> bool:
        """Tell whether a table's first row names its columns: it is full, and has no figures."""
        first = self.table[0] if len(self.table) > 1 else ()
        texts = ["".join(pair.original.text for pair in cell) for cell in first]
        return bool(texts) and all(text and not any(map(str.isdigit, text)) for text in texts)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The article in print. ``parts`` are runs of pieces of one kind: the items of a list stand together."""

    title: Pair
    kicker: Pair | None
    lead: Pair | None
    hero: Figure | None
    parts: tuple[tuple[BlockKind, tuple[Piece, ...]], ...]
    more: tuple[Figure, ...]
    direction: str
    translated: bool  # whether any sentence is in English by translation
    remarks: int

    @property
    def views(self) -> tuple[str, ...]:
        """The views that differ from each other: without a translation there is only one."""
        return ("translation", "original", "both", "stacked") if self.translated else ("original",)


NOTES = {
    SentenceState.UNTRANSLATED: "Not translated.",
    SentenceState.FAILED: "The translation of this sentence failed.",
}
FORMS = {
    ArticleForm.LIVE: "This is a live blog, as it stood when it was last read.",
    ArticleForm.BRIEFS: "These are several short news that the outlet printed as one.",
    ArticleForm.VIDEO: "The original is a video; this is the text that stands with it.",
    ArticleForm.GALLERY: "The original is a gallery of pictures.",
}
UNSURE = 0.3  # confidence below which a reader is told; more would cry wolf
DOUBT = "The engine is unsure of this sentence."
REMARKS = 2  # shown of a sentence; who reads more than that needs the original
LABELS = {
    "number": "number corrected",
    "name": "name corrected",
    "glossary": "glossary",
    "split": "translated in parts",
}


def typeset(printed: Printed) -> Sheet:
    """Make the sheet of an article."""
    article, translation = printed.article, printed.translation
    figures = _figures(printed)
    shown = {block.image for block in article.blocks if block.kind is BlockKind.PICTURE}
    free = [figure for figure in figures if figure.number not in shown]
    hero = free[0] if free and free[0].number == 0 else None
    title = _unit(article.title, translation.title if translation else None)
    kicker = _unit(article.kicker, translation.kicker if translation else None) if article.kicker else None
    lead = _unit(article.lead, translation.lead if translation else None) if article.lead else None
    pieces = tuple(_pieces(printed, figures))
    captions = [figure.caption for figure in figures if figure.caption]
    pairs = [title, *filter(None, (kicker, lead)), *captions, *(pair for piece in pieces for pair in piece.pairs)]
    text = " ".join([article.title, article.lead or "", *(block.text for block in article.blocks)])
    return Sheet(
        title=title,
        kicker=kicker,
        lead=lead,
        hero=hero,
        parts=tuple((kind, tuple(group)) for kind, group in groupby(pieces, key=lambda piece: piece.kind)),
        more=tuple(figure for figure in free if figure is not hero),
        direction=direction(article.language, text),
        translated=translation is not None and translation.engine is not None and any(pair.english for pair in pairs),
        remarks=sum(bool(pair.remarks) for pair in pairs),
    )


def _unit(text: str, sentence: TranslatedSentence | None) -> Pair:
    return _pair(sentence) if sentence else Pair(Line(text))


def _figures(printed: Printed) -> list[Figure]:
    captions = printed.translation.captions if printed.translation else ()
    figures = []
    for number, picture in enumerate(printed.article.pictures):
        sentence = captions[number] if number < len(captions) else None
        caption = _unit(picture.caption, sentence) if picture.caption else None
        figures.append(Figure(number, picture, caption))
    return figures


def _pieces(printed: Printed, figures: Sequence[Figure]) -> Iterator[Piece]:
    blocks = printed.article.blocks
    translated = printed.translation.blocks if printed.translation else ()
    levels = [block.level or 2 for block in blocks if block.kind is BlockKind.HEADING]
    top = min(levels, default=2)
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PICTURE:
            if block.image is not None and block.image < len(figures):
                yield Piece(block.kind, figure=figures[block.image])
        elif block.text.strip():
            # The headline is the only heading above, so the outlet's first level becomes the second.
            level = min((block.level or 2) - top + 2, 6)
            sentences = translated[number] if number < len(translated) else ()
            pairs = tuple(_pairs(block, sentences))
            table = _table(block, pairs, sentences) if block.kind is BlockKind.TABLE else ()
            yield Piece(block.kind, pairs, level=level, table=table)


def _table(
    block: Block, pairs: Sequence[Pair], sentences: Sequence[TranslatedSentence]
) -> tuple[tuple[tuple[Pair, ...], ...], ...]:
    """Put a table's sentences into its cells; one that waits for its translation has its cells' texts."""
    rows, at = [], 0
    for line in block.text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            inside = range(at, at + len(cell))
            own = [pair for pair, one in zip(pairs, sentences, strict=False) if one.span[0] in inside]
            cells.append(tuple(own) if sentences or not cell else (Pair(Line(cell)),))
            at += len(cell) + 1
        rows.append(tuple(cells))
    return tuple(rows)


def _pairs(block: Block, sentences: Sequence[TranslatedSentence]) -> Iterator[Pair]:
    if not sentences:
        yield Pair(Line(block.text, mark_tags([(mark, mark.span) for mark in block.marks], 0)))
        return
    marks = project(block.marks, sentences)
    end = sentences[0].span[0]
    for sentence, place in zip(sentences, places(sentences), strict=True):
        yield _pair(sentence, marks, place, block.text[end : sentence.span[0]])
        end = sentence.span[1]


def _pair(
    sentence: TranslatedSentence, marks: Sequence[ProjectedMark] = (), place: Span | None = None, gap: str = ""
) -> Pair:
    flags, confidence = sentence.flags, sentence.confidence
    remarks = _few([*dict.fromkeys(flag.message for flag in flags if not _aside(flag))])
    if confidence is not None and confidence < UNSURE and not remarks:
        remarks = [DOUBT]
    asides = [Aside(LABELS.get(flag.kind, "wording corrected"), flag.message) for flag in flags if _aside(flag)]
    source_words, target_words = word_tags(sentence.alignment)
    return Pair(
        original=Line(
            sentence.source,
            mark_tags([(one.mark, one.mark.span) for one in marks], sentence.span[0]),
            flag_tags((flag.source, _aside(flag)) for flag in flags),
            source_words,
        ),
        english=Line(
            sentence.translation,
            mark_tags([(one.mark, one.target) for one in marks if _speaks(one, sentence)], place[0] if place else 0),
            flag_tags((flag.target, _aside(flag)) for flag in flags),
            target_words,
        )
        if sentence.translation
        else None,
        note=NOTES.get(sentence.state),
        remarks=tuple(remarks),
        asides=tuple(dict.fromkeys(asides)),
        space_before=bool(gap),
        break_before="\n" in gap,
    )


def _speaks(one: ProjectedMark, sentence: TranslatedSentence) -> bool:
    """Tell whether a mark holds for the translation, too: foreign words that were translated are foreign no more."""
    return one.mark.kind is not MarkKind.LANGUAGE or sentence.state is SentenceState.KEPT


def _few(remarks: list[str]) -> list[str]:
    more = len(remarks) - REMARKS
    return (
        [*remarks[:REMARKS], f"And {counted(more, 'more remark')}: better read the original."] if more > 0 else remarks
    )


def _aside(flag: Flag) -> bool:
    """Tell whether a flag speaks of what was done, not of what is wrong."""
    return flag.repaired or flag.kind == "split"


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader must know before reading: sentences, and a command that would help."""

    sentences: tuple[str, ...]
    command: str | None = None


def notice(printed: Printed, sheet: Sheet) -> Notice:
    """Say how this page came to be in English, and what is missing of it."""
    listing = printed.listing
    language = language_name(listing.language)
    sentences = []
    command = None
    if sheet.translated and printed.translation and (engine := printed.translation.engine):
        sentences.append(f"Translated by machine from {language}, by {engine.name} with the model {engine.model}.")
    elif is_english(listing.language):
        sentences.append("Written in English: nothing was translated.")
    if (form := FORMS.get(printed.article.form)) is not None:
        sentences.append(form)
    if listing.state is ArticleState.PARTIAL:
        sentences.append(f"Incomplete: {_reason(printed, 'a part of the article is missing.')}")
    elif listing.state is ArticleState.FAILED:
        sentences.append(f"The translation failed: {_reason(printed, 'the engine gave no result.')}")
    elif listing.state is ArticleState.WAITING and not sheet.translated:
        sentences.append(f"In {language}; it waits for its translation.")
    elif listing.state is ArticleState.UNTRANSLATED and listing.language:
        sentences.append(f"Untranslated: no model for {language}.")
        command = f"limitedtimes models add {base(listing.language)}"
    elif listing.state is ArticleState.UNTRANSLATED:
        sentences.append("Untranslated: its language could not be told.")
    if not listing.accessible:
        sentences.append("The outlet asks its readers to pay for the whole article.")
    if sheet.remarks:
        sentences.append(f"{counted(sheet.remarks, 'sentence carries', 'sentences carry')} a remark.")
    return Notice(tuple(sentences), command)


def _reason(printed: Printed, otherwise: str) -> str:
    reason = printed.listing.reason or printed.article.partial
    return reason.message if reason and reason.message else otherwise
