"""Articles as the JSON that other programs read; the field names are a contract (docs/json.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from limitedtimes.model.article import ArticleForm
from limitedtimes.model.translation import SentenceState, TranslatedSentence
from limitedtimes.rules.marks import project
from limitedtimes.rules.translation import assemble, plan
from limitedtimes.store import archive
from limitedtimes.store.codec import time_to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from limitedtimes.model.article import Article, Block, Picture, Reason
    from limitedtimes.model.translation import ArticleTranslation, Flag
    from limitedtimes.rules.marks import ProjectedMark
    from limitedtimes.store.archive import Archived
    from limitedtimes.store.database import Connection

Json = dict[str, Any]


def articles(connection: Connection, *, since: datetime | None = None) -> Iterator[Json]:
    """Yield every article in its latest revision, in all states, by id."""
    for one in archive.articles(connection, since=since):
        yield _archived(one)


def _archived(one: Archived) -> Json:
    head: Json = {
        "id": one.id,
        "url": one.url,
        "canonical_url": None,
        "source": {"id": one.source.id, "name": one.source.name, "country": one.source.country},
        "language": one.language,
        "state": one.state,
        "reason": reason_json(one.reason),
    }
    if one.article is None:
        unread = TranslatedSentence(one.title, (0, len(one.title)), None, SentenceState.UNTRANSLATED)
        body = _empty_body() | {"title": sentence_json(unread), "published": time_to_json(one.published)}
    else:
        # What waits for its translation has sentences all the same: in the original.
        translation = one.translation or assemble(one.article, plan(one.article), {}, engine=None)
        body = _body(one.article, translation)
        head["canonical_url"] = one.article.canonical_url
        body["published"] = time_to_json(one.article.published or one.published)
    engine = one.translation.engine if one.translation else None
    tail = {
        "engine": engine.name if engine else None,
        "model": engine.model if engine else None,
        "model_sha256": engine.model_sha256 if engine else None,
        "visible_at": time_to_json(one.visible_at),
        "near_duplicate_of": one.near_duplicate_of,
        "revision": one.revision,
    }
    return head | body | {"topic": one.topic, "story": one.story_id} | tail


def read_json(article: Article) -> Json:
    """Return an article that was only read: no translations, and null for what the database would know."""
    untranslated = assemble(article, plan(article), {}, engine=None)
    head: Json = {
        "id": None,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "source": None,
        "language": article.language,
        "state": "waiting",
        "reason": reason_json(article.partial),
    }
    nothing = ("engine", "model", "model_sha256", "visible_at", "near_duplicate_of", "revision")
    return head | _body(article, untranslated) | {"topic": None, "story": None} | dict.fromkeys(nothing)


def reason_json(reason: Reason | None) -> Json | None:
    """Return a reason's code and message."""
    return {"code": reason.code, "message": reason.message} if reason else None


def _body(article: Article, translation: ArticleTranslation) -> Json:
    return {
        "kicker": article.kicker,
        "title": sentence_json(translation.title),
        "lead": sentence_json(translation.lead) if translation.lead else None,
        "published": time_to_json(article.published),
        "modified": time_to_json(article.modified),
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "section": article.section,
        "keywords": list(article.keywords),
        "accessible": article.accessible,
        "form": article.form,
        "utc_offset": article.utc_offset,
        "pages": article.pages,
        "blocks": [
            _block_json(block, sentences) for block, sentences in zip(article.blocks, translation.blocks, strict=True)
        ],
        "images": [
            _picture_json(picture, caption)
            for picture, caption in zip(article.pictures, translation.captions, strict=True)
        ],
    }


def _empty_body() -> Json:
    lists = ("authors", "agencies", "keywords", "blocks", "images")
    return dict.fromkeys(("kicker", "title", "lead", "published", "modified", "section", "utc_offset")) | {
        "accessible": True,
        "form": ArticleForm.ARTICLE,
        "pages": 1,
        **{name: [] for name in lists},
    }


def _block_json(block: Block, sentences: tuple[TranslatedSentence, ...]) -> Json:
    optional = {"level": block.level, "image": block.image}
    return {
        "kind": block.kind,
        "text": block.text,
        "marks": [_mark_json(one) for one in project(block.marks, sentences)],
        "sentences": [sentence_json(one) for one in sentences],
        **{name: value for name, value in optional.items() if value is not None},
    }


def _mark_json(one: ProjectedMark) -> Json:
    mark = one.mark
    target = list(one.target) if one.target else None
    more = {"href": mark.href} if mark.href else {}
    more |= {"language": mark.language} if mark.language else {}
    return {"kind": mark.kind, "source": list(mark.span), "target": target, **more}


def _picture_json(picture: Picture, caption: TranslatedSentence | None) -> Json:
    return {
        "url": picture.url,
        "caption": sentence_json(caption) if caption else None,
        "credit": picture.credit,
        "alt": picture.alt,
    }


def sentence_json(one: TranslatedSentence) -> Json:
    """Return a sentence with what became of it."""
    alignment = (
        [[list(source), list(target)] for source, target in one.alignment] if one.alignment is not None else None
    )
    return {
        "source": one.source,
        "span": list(one.span),
        "translation": one.translation,
        "state": one.state,
        "confidence": one.confidence,
        "flags": [flag_json(flag) for flag in one.flags],
        "alignment": alignment,
    }


def flag_json(flag: Flag) -> Json:
    """Return a remark about a translation."""
    return {
        "kind": flag.kind,
        "message": flag.message,
        "source": list(flag.source) if flag.source else None,
        "target": list(flag.target) if flag.target else None,
        "repaired": flag.repaired,
    }
