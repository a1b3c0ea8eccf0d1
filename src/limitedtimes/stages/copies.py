"""Whose text an article prints: found as it is read, before anything of it is translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.article import ArticleForm, BlockKind
from limitedtimes.semantics.sketch import likely, same_page, same_text, sketch, words
from limitedtimes.store import copies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Article
    from limitedtimes.store.articles import ToRead
    from limitedtimes.store.copies import Sketched
    from limitedtimes.store.database import Connection

_COLLECTIONS = (ArticleForm.LIVE, ArticleForm.BRIEFS)  # they hold other articles' texts beside each other
_NO_TEXT = (BlockKind.PICTURE, BlockKind.EMBED)
_SHORT = 40  # words; the same words under unlike headlines may be a line that stands on many pages
_SAYING = 4  # letters from which on a word of a headline says what it is about


def note(connection: Connection, work: ToRead, article: Article) -> list[int]:
    """Say whose text an article prints that was read, and stored; return the articles of which that says something new.

    The headline has no part in it: outlets write their own.
    """
    text = _words(article)
    hashes = sketch(text) if article.form not in _COLLECTIONS else ()
    alike = _alike(connection, work, article, text, hashes) if hashes else None
    return copies.note(connection, work.id, hashes, article.language, alike)


def _words(article: Article) -> list[str]:
    texts = [article.lead or "", *(block.text for block in article.blocks if block.kind not in _NO_TEXT)]
    return words("\n".join(texts))


def _alike(
    connection: Connection, work: ToRead, article: Article, text: Sequence[str], hashes: Sequence[int]
) -> int | None:
    """Return the article with the same text that has most in common with this one."""
    for found in copies.find(connection, work.id, hashes, article.language):
        other = copies.text(connection, found.article_id) if likely(hashes, found.hashes) else None
        if other and _same(work, article, text, found, other):
            return found.article_id
    return None


def _same(work: ToRead, article: Article, text: Sequence[str], found: Sketched, other: Article) -> bool:
    theirs = _words(other)
    if found.source_id == work.source.id:
        return same_page(text, theirs)
    if min(len(text), len(theirs)) < _SHORT and not _about_the_same((article.title, text), (other.title, theirs)):
        return False
    return same_text(text, theirs)


def _about_the_same(one: tuple[str, Sequence[str]], other: tuple[str, Sequence[str]]) -> bool:
    """Tell whether a saying word of the shorter text's headline stands in the other's headline or text."""
    (headline, _), (their_headline, theirs) = sorted((one, other), key=lambda each: len(each[1]))
    known = {*theirs, *words(their_headline)}
    return any(word in known for word in words(headline) if len(word) >= _SAYING or not word.isascii())
