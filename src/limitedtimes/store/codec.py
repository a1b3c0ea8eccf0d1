"""Articles, translations, entries and candidates as plain JSON, and back: what the ``jsonb`` columns hold.

What is None, empty or the default is left out, so a paragraph costs its text. Times are ISO 8601 in UTC with ``Z``.
Alignments and tokens are flat lists of numbers: there is one for every word, so they are most of what is stored.
The text must hold neither U+0000 nor lone surrogates: ``jsonb`` refuses both.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from limitedtimes.model.article import (
    Article,
    ArticleForm,
    Block,
    BlockKind,
    Entry,
    Mark,
    MarkKind,
    Picture,
    Reason,
    Span,
)
from limitedtimes.model.translation import (
    Alignment,
    ArticleTranslation,
    Candidate,
    Engine,
    Flag,
    SentenceState,
    TranslatedSentence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Json = dict[str, Any]  # what ``json.loads`` yields for an object
PROBABILITY_DIGITS = 4  # of a log-probability: finer than any rule that reads it


def time_to_json(moment: datetime | None) -> str | None:
    """Return ``2020-10-22T18:45:52Z``, with a fraction only where the moment has one."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z") if moment else None


def time_from_json(text: str | None) -> datetime | None:
    """Return the aware UTC moment."""
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def _slim(**values: object) -> Json:
    return {name: value for name, value in values.items() if value is not None and value != []}


def _span(value: Sequence[int] | None) -> Span | None:
    return (value[0], value[1]) if value else None


def _sure_span(value: Sequence[int]) -> Span:
    return value[0], value[1]


def picture_to_json(picture: Picture) -> Json:
    """Return the picture as an object."""
    return _slim(
        url=picture.url,
        caption=picture.caption,
        credit=picture.credit,
        alt=picture.alt,
        width=picture.width,
        height=picture.height,
    )


def picture_from_json(data: Json) -> Picture:
    """Return the picture that ``picture_to_json`` wrote."""
    return Picture(**data)


def reason_to_json(reason: Reason) -> Json:
    """Return the reason as an object."""
    return {"code": reason.code, "message": reason.message}


def reason_from_json(data: Json) -> Reason:
    """Return the reason that ``reason_to_json`` wrote."""
    return Reason(**data)


def _block_to_json(block: Block) -> Json:
    marks = [
        _slim(kind=mark.kind.value, span=list(mark.span), href=mark.href, language=mark.language)
        for mark in block.marks
    ]
    return _slim(kind=block.kind.value, text=block.text or None, marks=marks, level=block.level, image=block.image)


def _block_from_json(data: Json) -> Block:
    return Block(
        kind=BlockKind(data["kind"]),
        text=data.get("text", ""),
        marks=tuple(
            Mark(MarkKind(mark["kind"]), _sure_span(mark["span"]), mark.get("href"), mark.get("language"))
            for mark in data.get("marks", ())
        ),
        level=data.get("level"),
        image=data.get("image"),
    )


def article_to_json(article: Article) -> Json:
    """Return the article as an object."""
    return _slim(
        url=article.url,
        title=article.title,
        canonical_url=article.canonical_url,
        kicker=article.kicker,
        lead=article.lead,
        language=article.language,
        published=time_to_json(article.published),
        modified=time_to_json(article.modified),
        authors=list(article.authors),
        agencies=list(article.agencies),
        section=article.section,
        keywords=list(article.keywords),
        pictures=[picture_to_json(picture) for picture in article.pictures],
        accessible=None if article.accessible else False,
        rights=list(article.rights),
        form=None if article.form is ArticleForm.ARTICLE else article.form.value,
        utc_offset=article.utc_offset,
        pages=None if article.pages == 1 else article.pages,
        partial=reason_to_json(article.partial) if article.partial else None,
        blocks=[_block_to_json(block) for block in article.blocks],
    )


def article_from_json(data: Json) -> Article:
    """Return the article that ``article_to_json`` wrote."""
    partial = data.get("partial")
    return Article(
        url=data["url"],
        title=data["title"],
        blocks=tuple(_block_from_json(block) for block in data.get("blocks", ())),
        canonical_url=data.get("canonical_url"),
        kicker=data.get("kicker"),
        lead=data.get("lead"),
        language=data.get("language"),
        published=time_from_json(data.get("published")),
        modified=time_from_json(data.get("modified")),
        authors=tuple(data.get("authors", ())),
        agencies=tuple(data.get("agencies", ())),
        section=data.get("section"),
        keywords=tuple(data.get("keywords", ())),
        pictures=tuple(picture_from_json(picture) for picture in data.get("pictures", ())),
        accessible=data.get("accessible", True),
        rights=tuple(data.get("rights", ())),
        form=ArticleForm(data.get("form", ArticleForm.ARTICLE)),
        utc_offset=data.get("utc_offset"),
        pages=data.get("pages", 1),
        partial=reason_from_json(partial) if partial else None,
    )


def entry_to_json(entry: Entry) -> Json:
    """Return the feed's entry as an object."""
    return _slim(
        guid=entry.guid,
        url=entry.url,
        title=entry.title,
        summary_html=entry.summary_html or None,
        content_html=entry.content_html or None,
        published=time_to_json(entry.published),
        updated=time_to_json(entry.updated),
        authors=list(entry.authors),
        language=entry.language,
        keywords=list(entry.keywords),
        image=entry.image,
    )


def entry_from_json(data: Json) -> Entry:
    """Return the entry that ``entry_to_json`` wrote."""
    return Entry(
        guid=data["guid"],
        url=data["url"],
        title=data["title"],
        summary_html=data.get("summary_html", ""),
        content_html=data.get("content_html", ""),
        published=time_from_json(data.get("published")),
        updated=time_from_json(data.get("updated")),
        authors=tuple(data.get("authors", ())),
        language=data.get("language"),
        keywords=tuple(data.get("keywords", ())),
        image=data.get("image"),
    )


def _flat(spans: Iterable[Span]) -> list[int]:
    return [edge for span in spans for edge in span]


def _spans(flat: Sequence[int]) -> tuple[Span, ...]:
    return tuple(zip(flat[::2], flat[1::2], strict=True))


def _alignment_from_json(flat: Sequence[int] | None) -> Alignment | None:
    if flat is None:
        return None
    spans = _spans(flat)
    return tuple(zip(spans[::2], spans[1::2], strict=True))


def _with_alignment(data: Json, alignment: Alignment | None) -> Json:
    # An empty alignment (no word has a partner) is not the same as none given, hence `is not None`.
    if alignment is not None:
        data["alignment"] = _flat(span for pair in alignment for span in pair)
    return data


def _flag_to_json(flag: Flag) -> Json:
    return _slim(
        kind=flag.kind,
        message=flag.message,
        source=list(flag.source) if flag.source else None,
        target=list(flag.target) if flag.target else None,
        repaired=flag.repaired or None,
    )


def _flag_from_json(data: Json) -> Flag:
    return Flag(
        kind=data["kind"],
        message=data["message"],
        source=_span(data.get("source")),
        target=_span(data.get("target")),
        repaired=data.get("repaired", False),
    )


def sentence_to_json(sentence: TranslatedSentence) -> Json:
    """Return the sentence and what became of it as an object."""
    data = _slim(
        source=sentence.source,
        span=list(sentence.span),
        translation=sentence.translation,
        state=sentence.state.value,
        confidence=sentence.confidence,
        flags=[_flag_to_json(flag) for flag in sentence.flags],
    )
    return _with_alignment(data, sentence.alignment)


def sentence_from_json(data: Json) -> TranslatedSentence:
    """Return the sentence that ``sentence_to_json`` wrote."""
    return TranslatedSentence(
        source=data["source"],
        span=_sure_span(data["span"]),
        translation=data.get("translation"),
        state=SentenceState(data["state"]),
        confidence=data.get("confidence"),
        flags=tuple(_flag_from_json(flag) for flag in data.get("flags", ())),
        alignment=_alignment_from_json(data.get("alignment")),
    )


def _maybe_sentence_to_json(sentence: TranslatedSentence | None) -> Json | None:
    return sentence_to_json(sentence) if sentence else None


def _maybe_sentence_from_json(data: Json | None) -> TranslatedSentence | None:
    return sentence_from_json(data) if data else None


def translation_to_json(translation: ArticleTranslation) -> Json:
    """Return the article's sentences as an object in the article's own shape."""
    engine = translation.engine
    return _slim(
        title=sentence_to_json(translation.title),
        kicker=_maybe_sentence_to_json(translation.kicker),
        lead=_maybe_sentence_to_json(translation.lead),
        blocks=[[sentence_to_json(sentence) for sentence in block] for block in translation.blocks],
        captions=[_maybe_sentence_to_json(caption) for caption in translation.captions],
        engine={"name": engine.name, "model": engine.model, "model_sha256": engine.model_sha256} if engine else None,
    )


def translation_from_json(data: Json) -> ArticleTranslation:
    """Return the translation that ``translation_to_json`` wrote."""
    engine = data.get("engine")
    return ArticleTranslation(
        title=sentence_from_json(data["title"]),
        blocks=tuple(tuple(sentence_from_json(sentence) for sentence in block) for block in data.get("blocks", ())),
        captions=tuple(_maybe_sentence_from_json(caption) for caption in data.get("captions", ())),
        kicker=_maybe_sentence_from_json(data.get("kicker")),
        lead=_maybe_sentence_from_json(data.get("lead")),
        engine=Engine(**engine) if engine else None,
    )


def _candidate_to_json(candidate: Candidate) -> Json:
    data = _slim(text=candidate.text, confidence=candidate.confidence, notes=list(candidate.notes))
    if candidate.log_probabilities is not None:
        data["log_probabilities"] = [round(one, PROBABILITY_DIGITS) for one in candidate.log_probabilities]
    if candidate.tokens is not None:
        data["tokens"] = _flat(candidate.tokens)
    return _with_alignment(data, candidate.alignment)


def _candidate_from_json(data: Json) -> Candidate:
    log_probabilities, tokens = data.get("log_probabilities"), data.get("tokens")
    return Candidate(
        text=data["text"],
        alignment=_alignment_from_json(data.get("alignment")),
        log_probabilities=None if log_probabilities is None else tuple(log_probabilities),
        tokens=None if tokens is None else _spans(tokens),
        confidence=data.get("confidence"),
        notes=tuple(data.get("notes", ())),
    )


def candidates_to_json(candidates: Iterable[Candidate]) -> list[Json]:
    """Return an engine's answers for one sentence as a list, best first."""
    return [_candidate_to_json(candidate) for candidate in candidates]


def candidates_from_json(data: Iterable[Json]) -> tuple[Candidate, ...]:
    """Return the answers that ``candidates_to_json`` wrote."""
    return tuple(_candidate_from_json(candidate) for candidate in data)
