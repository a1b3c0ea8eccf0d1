"""Entry -> page -> article: what an outlet printed, and what it corrects."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog

from limitedtimes.errors import BusyError, FetchError, ReadError, RefusedError, TransientError
from limitedtimes.ingest.language import choose_language
from limitedtimes.ingest.page.extract import PAYWALL, article_from_feed
from limitedtimes.ingest.page.pagination import joined
from limitedtimes.model.article import Article, ArticleForm, ArticleState, Reason
from limitedtimes.rules.identity import canonical_url, page_key, variant_key
from limitedtimes.rules.revisions import reason_to_keep, same_article, same_sentences
from limitedtimes.rules.schedule import Retry, after_read_failure, next_look
from limitedtimes.stages.copies import note
from limitedtimes.store import articles, copies, looks, press
from limitedtimes.store.articles import Stored
from limitedtimes.store.looks import Seen
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import datetime

    from limitedtimes.model.article import Page
    from limitedtimes.ports import Fetcher, LanguageDetector, Reader
    from limitedtimes.stages import Clock
    from limitedtimes.store.articles import ToRead
    from limitedtimes.store.database import Connection

log = structlog.get_logger()

_NOT_WANTED = {"not_article"}  # reasons to leave a page out instead of showing that it failed
_MOST_PAGES = 20  # of one article
_TURNS = 3  # at the host that an article's next page waits for, if it is busy
_PATIENCE = 20.0  # seconds for each
_SPREAD = 0.6180339887498949  # the golden ratio: its multiples part articles that came together


@dataclass(frozen=True, slots=True)
class Read:
    """An article, whole or as far as the feed gives it; ``retry`` where the page is to be tried again."""

    article: Article
    retry: Retry | None = None
    seen: Seen | None = None
    fresh_for: float | None = None  # seconds, as the server says


@dataclass(frozen=True, slots=True)
class Same:
    """The page is the one that was read before."""

    fresh_for: float | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """The page could not be had; it is tried again soon."""

    reason: Reason
    at: datetime


@dataclass(frozen=True, slots=True)
class Excluded:
    """The article is left out."""

    reason: Reason


Result = Read | Same | Wait | Excluded


class ReadStage:
    """Fetches a page and takes the article out of it; what cannot be read is what the feed says of it, and says so.

    Later looks ask for the page only if it has changed, and never put less in the place of what was read.
    """

    def __init__(self, fetcher: Fetcher, reader: Reader, detector: LanguageDetector, clock: Clock) -> None:
        self._fetcher = fetcher
        self._reader = reader
        self._detector = detector
        self._clock = clock

    def load(self, connection: Connection, key: str) -> ToRead | None:
        """Return the article's address, what feeds say of it, and what was read before."""
        return articles.to_read(connection, int(key))

    async def work(self, work: ToRead) -> AsyncIterator[Result]:
        """Yield what became of the page."""
        try:
            yield await self._looked(work)
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
            yield await self._failed(work, Reason(error.code, str(error)), self._retry(work, error))
        except ReadError as error:
            if error.code in _NOT_WANTED and not work.whole:
                yield Excluded(Reason(error.code, str(error)))
            else:
                yield await self._failed(work, Reason(error.code, str(error)), Retry(at=None, final=True))

    async def _looked(self, work: ToRead) -> Result:
        # Only a page of one piece answers for the whole article; what is not shown yet is read anew.
        known = work.seen if work.whole and work.article and work.article.pages == 1 else Seen()
        response = await self._fetcher.fetch(work.url, etag=known.etag, last_modified=known.last_modified)
        page = response.page
        if page is None:
            if known.etag is None and known.last_modified is None:
                message = f"{work.url} answered 304 to a request that was not conditional."
                raise FetchError(message, code="http_304", url=work.url, status=304)
            return Same(response.max_age)
        seen = Seen(response.etag, response.last_modified, hashlib.sha256(page.body).hexdigest())
        if known.content_hash == seen.content_hash:
            return Same(response.max_age)
        result = self._judged(work, *await self._all_pages(work, page))
        return replace(result, seen=seen, fresh_for=response.max_age) if isinstance(result, Read) else result

    def _retry(self, work: ToRead, error: FetchError) -> Retry:
        return after_read_failure(
            work.tries + 1,
            now=self._clock(),
            transient=isinstance(error, TransientError),
            retry_after=error.retry_after,
        )

    async def _article(self, page: Page, language: str | None) -> Article:
        return await self._reader.read(page, language=language)

    async def _all_pages(self, work: ToRead, page: Page) -> tuple[Article, Retry | None]:
        """Read an article that may stand on several pages; where a later one fails, say so and when it is tried again."""
        first = await self._article(page, work.source.language)
        if first.rights or not first.accessible:
            return first, None
        read = [first]
        asked = {canonical_url(work.url), canonical_url(page.url)}
        reason, retry = None, None
        try:
            while (
                (url := await self._successor(page))
                and canonical_url(url) not in asked
                and _host(url) == _host(page.url)
            ):
                if len(read) == _MOST_PAGES:
                    reason = "no article has more"
                    break
                asked.add(canonical_url(url))
                following = await self._next_page(url)
                if _host(following.url) != _host(page.url):
                    break
                page = following
                read.append(await self._article(page, work.source.language))
        except FetchError as error:
            reason, retry = str(error), replace(self._retry(work, error), final=True)
        except ReadError as error:
            # A page of pictures, or of links at the end, takes no text away.
            reason = None if error.code in ("no_text", "not_article") else str(error)
        whole = replace(joined(read), rights=tuple(dict.fromkeys(right for one in read for right in one.rights)))
        if reason is None:
            return whole, None
        pages = "page" if len(read) == 1 else f"{len(read)} pages"
        return replace(whole, partial=Reason("pages", f"only the first {pages} could be read: {reason}")), retry

    async def _successor(self, page: Page) -> str | None:
        """Return the address of the article's next page; a page on which that cannot be told is the last one."""
        try:
            return await self._reader.next_page(page)
        except ReadError as error:
            log.warning("an article's next page cannot be told", url=page.url, code=error.code, why=str(error))
            return None

    async def _next_page(self, url: str) -> Page:
        """Fetch a later page; the turn at a host that is busy is waited for, or the pages before were read for nothing."""
        for _ in range(_TURNS):
            try:
                response = await self._fetcher.fetch(url)
                break
            except BusyError as busy:
                await asyncio.sleep(min(busy.retry_after or 1.0, _PATIENCE))
        else:
            response = await self._fetcher.fetch(url)
        if response.page is None:
            message = f"{url} answered 304 to a request that was not conditional."
            raise FetchError(message, code="http_304", url=url, status=304)
        return response.page

    def _judged(self, work: ToRead, article: Article, retry: Retry | None) -> Read | Excluded:
        if article.rights:
            named = ", ".join(article.rights)
            return Excluded(Reason(article.rights[0], f"the page reserves its rights ({named})"))
        article = replace(article, published=article.published or work.entry.published)
        if article.accessible:
            return Read(article, retry)
        # What a paywalled page shows is a teaser cut anywhere; the feed's text is what the outlet gives away.
        from_feed = self._from_feed(work, PAYWALL)
        kept = replace(article, blocks=from_feed.blocks, lead=from_feed.lead or article.lead, partial=PAYWALL)
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

    def save(self, connection: Connection, work: ToRead, result: Result) -> list[Next]:
        """Store the article and translate it next, or store why there is none; plan the next look at its page."""
        if isinstance(result, Wait):
            articles.save_wait(connection, work.id, tries=work.tries + 1, reason=result.reason)
            return [Next("read", work.id, at=result.at)]
        copies.lock(connection)
        if isinstance(result, Excluded):
            return self._exclude(connection, work, result.reason)
        if isinstance(result, Same):
            articles.save_unchanged(connection, work.id, tries=0, retry_at=None)
            self._look_again(connection, work, result, changed=False)
            return []
        return self._save_read(connection, work, result)

    def _save_read(self, connection: Connection, work: ToRead, result: Read) -> list[Next]:
        article = result.article
        if (twin := _twin(connection, work, article)) is not None:
            return self._exclude(connection, work, Reason("duplicate", f"the same page as article {twin}"))
        if work.article and (kept := reason_to_keep(work.article, article)):
            return self._keep(connection, work, result, kept)
        if work.state is ArticleState.EXCLUDED and article.partial:
            # What was reserved is not lifted by a page that cannot be read.
            return self._keep(connection, work, result, article.partial)
        tries = work.tries + 1 if result.retry else 0
        retry_at = result.retry.at if result.retry else None
        stored = articles.save_article(connection, work, article, tries=tries, retry_at=retry_at)
        if stored is Stored.TEXT:
            _bump(connection, note(connection, work, article))
        self._look_again(connection, work, result, changed=stored is Stored.TEXT)
        following = {Stored.TEXT: Next("translate", article.language or "und"), Stored.FACTS: Next("press", work.id)}
        return [following[stored]] if stored in following else []

    def _keep(self, connection: Connection, work: ToRead, result: Read, reason: Reason) -> list[Next]:
        """Keep what was read before: a page that is gone now takes nothing away."""
        log.info("what was read before is kept", article=work.id, url=work.url, code=reason.code, why=reason.message)
        retry_at = result.retry.at if result.retry else None
        tries = work.tries + 1 if result.retry else 0
        articles.save_unchanged(connection, work.id, tries=tries, retry_at=retry_at)
        # The next request asks for what differs from the page that was believed.
        self._look_again(connection, work, replace(result, seen=None), changed=False, kept=reason)
        if work.state is not ArticleState.WAITING:
            return []
        language = articles.translate_again(connection, work.id)
        return [Next("translate", language)] if language else []

    def _look_again(
        self, connection: Connection, work: ToRead, result: Read | Same, *, changed: bool, kept: Reason | None = None
    ) -> None:
        now = self._clock()
        read = result.article if isinstance(result, Read) else work.article
        published = (read.published if read else None) or work.entry.published or work.first_seen
        look_at = next_look(
            since=min(published, work.first_seen),
            now=now,
            changed=now if changed or work.read_at is None else work.read_at,
            live=read is not None and read.form is ArticleForm.LIVE,
            chance=work.id * _SPREAD % 1,
            fresh_for=result.fresh_for,
        )
        seen = result.seen if isinstance(result, Read) else None
        looks.remember(connection, work.id, now=now, look_at=look_at, changed=changed, seen=seen, kept=kept)

    def _exclude(self, connection: Connection, work: ToRead, reason: Reason) -> list[Next]:
        """Leave the article out from now on; what was read of it stays in the archive."""
        articles.exclude(connection, work.id, reason)
        looks.remember(connection, work.id, now=self._clock(), look_at=None, changed=False)
        _bump(connection, [work.id, *copies.leave(connection, [work.id])])
        return []

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Show what the feed gives, with the error as the reason."""
        work = articles.to_read(connection, int(key))
        if work is None:
            return []
        reason = Reason("internal", f"could not be read: {type(error).__name__}: {error}"[:500])
        return self.save(connection, work, Read(self._from_feed(work, reason), Retry(at=None, final=True)))


def _bump(connection: Connection, article_ids: Iterable[int]) -> None:
    """Raise the versions of all pages that articles stand on: what is said of them has changed."""
    press.bump(connection, [page for article_id in article_ids for page in press.pages_of(connection, article_id)])


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


def _twin(connection: Connection, work: ToRead, article: Article) -> int | None:
    """Return the older article that this one is: the same page by what the page says of itself, and the same text.

    An address that is not believed counts within an outlet, where the text proves it; other outlets print copies.
    """
    canonical = canonical_url(article.canonical_url or work.url)
    key = page_key(work.url, article)
    for found in articles.same_elsewhere(connection, work.id, {key, variant_key(canonical)}, canonical):
        other = found.article
        if found.key == key and (other is None or same_article(other, article)):
            return found.id
        if found.source_id == work.source.id and other and same_sentences(other, article):
            return found.id
    return None
