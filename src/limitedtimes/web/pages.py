"""The pages: what each of them asks of the store, and what it shows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from limitedtimes.rules.edition import TOPICS, topic_label
from limitedtimes.rules.languages import COUNTRIES, country_name, language_name
from limitedtimes.store import copies, reading, trends
from limitedtimes.store.reading import Cursor
from limitedtimes.web.beside import TRENDS, beside
from limitedtimes.web.rendering import PAGE_CACHE, Kept, Renderer, etag, not_modified, unchanged
from limitedtimes.web.structured import news_article
from limitedtimes.web.typesetting import notice, typeset
from limitedtimes.web.words import day_in_words, full_day, hour, href, signatures, slug

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.requests import Request

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import Trend
    from limitedtimes.store.database import Connection, Database

LIST = 40
A_DAY = 200
LARGEST_ID = 2**31 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")
SLUG = re.compile(r"[\w.-]{1,120}")


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """A translation model that is here: for which language, and under which licence."""

    language: str
    model: str
    model_sha256: str
    licence: str
    origin: str | None = None  # web address of who made it


@dataclass(frozen=True, slots=True)
class EngineFacts:
    """An engine with its version, and its models."""

    name: str
    models: tuple[ModelFacts, ...]


class Pages:
    """Every page of the site. A page is rendered only if what it shows has changed since the reader last had it."""

    def __init__(
        self,
        database: Database,
        renderer: Renderer,
        *,
        engines: Sequence[EngineFacts],
        contact: str | None,
        now: Callable[[], datetime],
    ) -> None:
        self.now = now
        self._database = database
        self._renderer = renderer
        self._engines = tuple(engines)
        self._contact = contact
        self._kept = Kept()
        self._topics: tuple[int, tuple[str, ...]] = (-1, ())  # version of the front page, topics that have articles
        self._growing: tuple[object, list[Trend]] = (None, [])  # version and hour, what grew then

    def answer(
        self,
        request: Request,
        keys: Sequence[str],
        template: str,
        make: Callable[[Connection], Mapping[str, object] | Response],
        *,
        moment: datetime | None = None,
        prepared: bool = True,
    ) -> Response:
        """Answer with 304, or with what ``make`` gives: a response, or the values of a template.

        ``moment`` is the one for which a page is made that ages by itself: it is made anew every hour. ``prepared``: what the
        page asks of the database is the same for every reader, but for values.
        """
        with self._database.prepared() if prepared else self._database.connection() as connection:
            versions = reading.versions(connection, [*keys, "front"])
            topics = self._known_topics(connection, versions["front"])
            age = hour(moment) if moment else None
            tag = etag([self._renderer.stamp, self._engines, topics, age, [(key, versions[key]) for key in keys]])
            if unchanged(request, tag):
                return not_modified(tag)
            headers = {"etag": tag, "cache-control": PAGE_CACHE}
            address = f"{request.scope['path']}?{request.url.query}"
            if page := self._kept.get(address, tag):
                return HTMLResponse(page, headers=headers)
            # What is read now is at least as new as the versions in the tag.
            made = make(connection)
        if isinstance(made, Response):
            return made
        status = made.get("status", 200)
        assert isinstance(status, int)
        page = self._renderer.page(template, request, made, topics=topics)
        if status != 200:
            return HTMLResponse(page, status, {"cache-control": PAGE_CACHE})
        self._kept.put(address, tag, page)
        return HTMLResponse(page, headers=headers)

    def _known_topics(self, connection: Connection, version: int) -> tuple[str, ...]:
        if version != self._topics[0]:
            self._topics = (version, tuple(reading.topics(connection, list(TOPICS))))
        return self._topics[1]

    def _known_trends(self, connection: Connection, now: datetime) -> list[Trend]:
        """Return what grows, counted once for all articles that are read before it changes."""
        known = (reading.versions(connection, ["trends"]), hour(now))
        if known != self._growing[0]:
            self._growing = (known, trends.trends(connection, now=now, limit=TRENDS))
        return self._growing[1]

    def article(self, request: Request) -> Response:
        """An article, in the view that the reader asks for."""
        article_id = _article_id(request)
        asked = request.query_params.get("view", "translation")
        if asked not in ("translation", "original", "both", "stacked"):
            raise HTTPException(400, "There is no such view of an article.")
        moment_now = self.now()

        def make(connection: Connection) -> Mapping[str, object] | Response:
            printed = reading.by_id(connection, article_id)
            if printed is None:
                raise HTTPException(404, "There is no article with this number.")
            address = href(printed.listing)
            if request.path_params.get("slug") != slug(printed.listing.headline):
                query = f"?{request.url.query}" if request.url.query else ""
                # A headline may change back when it is translated anew, so only the bare number redirects for good.
                return RedirectResponse(address + query, 302 if "slug" in request.path_params else 301)
            sheet = typeset(printed)
            listing, article = printed.listing, printed.article
            people, signed = signatures(article.authors, article.agencies)
            moment = listing.published or listing.first_seen
            return {
                **beside(connection, listing, growing=self._known_trends(connection, moment_now)),
                "printed": printed,
                "listing": listing,
                "people": people,
                "signed": signed,
                "moment": moment,
                "updated": article.modified if article.modified and article.modified > moment else None,
                "sheet": sheet,
                "view": asked if asked in sheet.views else sheet.views[0],
                "notice": notice(printed, sheet),
                "structured": _data_block(news_article(printed, sheet, address)),
                "canonical": address,
            }

        keys = [f"article:{article_id}", "latest", "trends"]
        return self.answer(request, keys, "article.html", make, moment=moment_now)

    def latest(self, request: Request) -> Response:
        """The newest articles, page by page."""
        return self._list(request, ["latest"], "Latest", lambda _: {})

    def language(self, request: Request) -> Response:
        """The articles in a language."""
        code = request.path_params["code"]
        if not LANGUAGE.fullmatch(code):
            raise HTTPException(404, "There is no such language.")
        name = language_name(code)
        title = f"From {name}" if code != reading.UNKNOWN_LANGUAGE else "In a language that could not be told"

        def about(_: Connection) -> dict[str, object]:
            return {"language": code, "nothing": 404}

        return self._list(request, [f"lang:{code}"], title, about)

    def country(self, request: Request) -> Response:
        """The articles of a country's outlets."""
        asked: str = request.path_params["code"]
        code = asked.upper()
        if code not in COUNTRIES:
            raise HTTPException(404, "There is no such country.")
        if asked != code:
            return RedirectResponse(f"/country/{code}", 301)
        title = f"From {country_name(code)}"
        return self._list(request, [f"country:{code}"], title, lambda _: {"country": code})

    def topic(self, request: Request) -> Response:
        """The articles about a topic."""
        topic = request.path_params["topic"]
        if topic not in TOPICS:
            raise HTTPException(404, "There is no such section.")
        return self._list(request, [f"topic:{topic}"], topic_label(topic), lambda _: {"topic": topic})

    def source(self, request: Request) -> Response:
        """An outlet's articles."""
        name = request.path_params["slug"]
        if not SLUG.fullmatch(name):
            raise HTTPException(404, "There is no such outlet.")

        def about(connection: Connection) -> dict[str, object]:
            found = reading.source_by_slug(connection, name)
            if found is None:
                raise HTTPException(404, "There is no such outlet.")
            return {"source_id": found.id, "outlet": found, "title": found.name}

        return self._list(request, [f"source:{name}"], name, about)

    def _list(
        self, request: Request, keys: Sequence[str], title: str, about: Callable[[Connection], dict[str, object]]
    ) -> Response:
        """A list by keyset. ``about`` gives the filters of ``reading.listings`` and what else the page shows."""
        before = cursor(request.query_params.get("before"))

        def make(connection: Connection) -> Mapping[str, object]:
            facts = about(connection)
            language, topic, source_id = facts.get("language"), facts.get("topic"), facts.get("source_id")
            country = facts.get("country")
            assert isinstance(country, str | None)
            assert isinstance(language, str | None)
            assert isinstance(topic, str | None)
            assert isinstance(source_id, int | None)
            found = reading.listings(
                connection,
                before=before,
                limit=LIST + 1,
                language=language,
                topic=topic,
                source_id=source_id,
                country=country,
            )
            if not found and facts.get("nothing"):
                raise HTTPException(404, f"There are no articles in {language_name(language)}.")
            return {
                "title": facts.get("title", title),
                "outlet": facts.get("outlet"),
                "days": _by_day(found[:LIST]),
                "also": copies.copies_of(connection, [listing.id for listing in found[:LIST]]),
                "older": _older(found, LIST),
                "continued": before is not None,
            }

        return self.answer(request, keys, "list.html", make)

    def day(self, request: Request) -> Response:
        """All news articles of a day in UTC."""
        try:
            day = date.fromisoformat(request.path_params["day"])
        except ValueError:
            raise HTTPException(404, "There is no such page.") from None
        if day.isoformat() != request.path_params["day"]:
            raise HTTPException(404, "There is no such page.")
        before = cursor(request.query_params.get("before"))

        def make(connection: Connection) -> Mapping[str, object]:
            found = reading.listings(connection, before=before, limit=A_DAY + 1, day=day)
            previous, following = reading.neighbour_days(connection, day)
            return {
                "title": f"All news articles on {day_in_words(day)}",
                "heading": full_day(day),
                "day": day,
                "listings": found[:A_DAY],
                "also": copies.copies_of(connection, [listing.id for listing in found[:A_DAY]]),
                "older": _older(found, A_DAY),
                "previous": previous,
                "following": following,
                "status": 200 if found else 404,
            }

        return self.answer(request, [f"day:{day}", "latest"], "day.html", make)

    def sources(self, request: Request) -> Response:
        """The outlets, and how their feeds are doing."""

        def make(connection: Connection) -> Mapping[str, object]:
            return {"sources": reading.sources(connection), "counts": reading.counts(connection)}

        return self.answer(request, ["sources"], "sources.html", make)

    def about(self, request: Request) -> Response:
        """How this works, who translated, and what is kept about readers: nothing."""
        return self.answer(request, [], "about.html", lambda _: {"engines": self._engines, "contact": self._contact})

    def health(self, request: Request) -> Response:
        """Whether the site can answer: for supervisors."""
        del request
        with self._database.connection() as connection:
            connection.execute("select 1")
        return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})


def _article_id(request: Request) -> int:
    number: int = request.path_params["id"]
    if number > LARGEST_ID:
        raise HTTPException(404, "There is no article with this number.")
    return number


def _data_block(value: object) -> Markup:
    """JSON for a script element: no character in it can end the element (HTML, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def cursor(text: str | None) -> Cursor | None:
    """Read a place in a list from an address: microseconds since 1970, a hyphen, the article's number."""
    if text is None:
        return None
    match = re.fullmatch(r"(-?[0-9]{1,18})-([0-9]{1,10})", text)
    if not match or int(match[2]) > LARGEST_ID:
        raise HTTPException(400, "This is no place in the list.")
    try:
        return Cursor(EPOCH + timedelta(microseconds=int(match[1])), int(match[2]))
    except OverflowError:
        raise HTTPException(400, "This is no place in the list.") from None


def cursor_text(listing: Listing) -> str:
    """Return the place after a listing as it stands in an address."""
    return f"{(listing.listed_at - EPOCH) // timedelta(microseconds=1)}-{listing.id}"


def _older(found: Sequence[Listing], limit: int) -> str | None:
    return cursor_text(found[limit - 1]) if len(found) > limit else None


def _by_day(found: Sequence[Listing]) -> list[tuple[date, list[Listing]]]:
    days: dict[date, list[Listing]] = {}
    for listing in found:
        days.setdefault(listing.listed_at.astimezone(UTC).date(), []).append(listing)
    return list(days.items())
