"""Entry -> page -> article: what an outlet printed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from limitedtimes.errors import BusyError, FetchError, ReadError, RefusedError, TransientError
from limitedtimes.ingest.extract import article_from_feed, read_page
from limitedtimes.ingest.language import choose_language
from limitedtimes.model.article import Article, ArticleState, Reason
from limitedtimes.rules.identity import canonical_url
from limitedtimes.rules.schedule import Retry, after_read_failure
from limitedtimes.store import articles, press
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from datetime import datetime

    from limitedtimes.model.article import Page
    from limitedtimes.ports import Fetcher, LanguageDetector
    from limitedtimes.stages import Clock
    from limitedtimes.store.articles import ToRead
    from limitedtimes.store.database import Connection

_PAYWALL = Reason("paywall", "behind the outlet's paywall: this is what its feed gives")
_LONGEST = 60.0  # seconds that reading a page may take; its thread cannot be stopped, but nobody waits for it
_NOT_WANTED = {"not_article"}  # reasons to leave a page out instead of showing that it failed


@dataclass(frozen=True, slots=True)
class Read:
    """An article, whole or as far as the feed gives it; ``retry`` where the page is to be tried again."""

    article: Article
    retry: Retry | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """The page could not be had; it is tried again soon."""

    reason: Reason
    at: datetime


@dataclass(frozen=True, slots=True)
class Excluded:
    """The article is left out."""

    reason: Reason


class ReadStage:
    """Fetches a page and takes the article out of it; what cannot be read is what the feed says of it, and says so."""

    def __init__(self, fetcher: Fetcher, detector: LanguageDetector, clock: Clock) -> None:
        self._fetcher = fetcher
        self._detector = detector
        self._clock = clock

    def load(self, connection: Connection, key: str) -> ToRead | None:
        """Return the article's address and what feeds say of it."""
        return articles.to_read(connection, int(key))

    async def work(self, work: ToRead) -> AsyncIterator[Read | Wait | Excluded]:
        """Yield what became of the page."""
        try:
            response = await self._fetcher.fetch(work.url)
            if response.page is None:
                message = f"{work.url} answered 304 to a request that was not conditional."
                raise FetchError(message, code="http_304", url=work.url, status=304)
            yield self._read(work, await self._article(response.page, work.source.language))
        except BusyError:
            raise
        except RefusedError as error:
            if error.code == "robots":
                yield Excluded(Reason("robots", str(error)))
            else:
                yield await self._failed(
                    work, Reason(error.code, str(error)), after_read_failure(1, now=self._clock(), transient=False)
                )
        except FetchError as error:
            retry = after_read_failure(
                work.tries + 1,
                now=self._clock(),
                transient=isinstance(error, TransientError),
                retry_after=error.retry_after,
            )
            yield await self._failed(work, Reason(error.code, str(error)), retry)
        except ReadError as error:
            if error.code in _NOT_WANTED:
                yield Excluded(Reason(error.code, str(error)))
            else:
                yield await self._failed(work, Reason(error.code, str(error)), Retry(at=None, final=True))

    async def _article(self, page: Page, language: str | None) -> Article:
        try:
            async with asyncio.timeout(_LONGEST):
                return await asyncio.to_thread(read_page, page, language=language, detector=self._detector)
        except TimeoutError as error:
            message = f"Reading the page took more than {_LONGEST:.0f} s."
            raise ReadError(message, code="too_slow") from error

    def _read(self, work: ToRead, article: Article) -> Read | Excluded:
        if article.rights:
            named = ", ".join(article.rights)
            return Excluded(Reason(article.rights[0], f"the page reserves its rights ({named})"))
        article = replace(article, published=article.published or work.entry.published)
        if article.accessible:
            return Read(article)
        # What a paywalled page shows is a teaser cut anywhere; the feed's text is what the outlet gives away.
        from_feed = self._from_feed(work, _PAYWALL)
        kept = replace(article, blocks=from_feed.blocks, lead=from_feed.lead or article.lead, partial=_PAYWALL)
        return Read(replace(kept, pictures=article.pictures[:1]))

    async def _failed(self, work: ToRead, reason: Reason, retry: Retry) -> Read | Wait:
        said = Reason(reason.code, f"could not be read: {reason.message}")
        if not retry.final and retry.at:
            return Wait(said, retry.at)
        return Read(await asyncio.to_thread(self._from_feed, work, said), retry)

    def _from_feed(self, work: ToRead, reason: Reason) -> Article:
        entry, language = work.entry, work.source.language
        try:
            return article_from_feed(entry, language=language, detector=self._detector, partial=reason)
        except ReadError:  # not a word of text: the title alone tells readers that there is an article
            return Article(
                url=entry.url,
                title=entry.title or entry.url,
                language=choose_language(self._detector.detect(entry.title), entry.language, language),
                published=entry.published,
                partial=reason,
            )

    def save(self, connection: Connection, work: ToRead, result: Read | Wait | Excluded) -> list[Next]:
        """Store the article and translate it next, or store why there is none."""
        if isinstance(result, Wait):
            articles.save_wait(connection, work.id, tries=work.tries + 1, reason=result.reason)
            return [Next("read", work.id, at=result.at)]
        if isinstance(result, Excluded):
            return _exclude(connection, work.id, result.reason)
        article = result.article
        if article.canonical_url and (
            twin := articles.same_elsewhere(connection, work.id, canonical_url(article.canonical_url))
        ):
            return _exclude(connection, work.id, Reason("duplicate", f"the same page as article {twin}"))
        if article.partial and work.content is not None and not work.from_feed:
            return self._keep(connection, work, result)
        tries = work.tries + 1 if result.retry else 0
        retry_at = result.retry.at if result.retry else None
        if not articles.save_article(connection, work, article, tries=tries, retry_at=retry_at):
            return []
        return [Next("translate", article.language or "und")]

    def _keep(self, connection: Connection, work: ToRead, result: Read) -> list[Next]:
        """Keep the whole article that was read before: a page that is gone now takes nothing away."""
        retry_at = result.retry.at if result.retry else None
        articles.save_unchanged(connection, work.id, tries=work.tries + 1, retry_at=retry_at)
        if work.state is not ArticleState.WAITING:
            return []
        language = articles.translate_again(connection, work.id)
        return [Next("translate", language)] if language else []

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Show what the feed gives, with the error as the reason."""
        work = articles.to_read(connection, int(key))
        if work is None:
            return []
        reason = Reason("internal", f"could not be read: {type(error).__name__}: {error}"[:500])
        return self.save(connection, work, Read(self._from_feed(work, reason), Retry(at=None, final=True)))


def _exclude(connection: Connection, article_id: int, reason: Reason) -> list[Next]:
    articles.exclude(connection, article_id, reason)
    press.bump(connection, press.pages_of(connection, article_id))
    return []
