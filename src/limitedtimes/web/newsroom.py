"""The newsroom's pages: the front page of this and of past hours, a story, what grows, the briefing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from limitedtimes.rules.edition import EVERYTHING, Follow
from limitedtimes.rules.languages import COUNTRIES, LANGUAGES, base
from limitedtimes.rules.voices import voices
from limitedtimes.store import briefing, copies, editions, reading, stories, trends
from limitedtimes.web.pages import LARGEST_ID
from limitedtimes.web.stories import lay_out
from limitedtimes.web.words import hour, slug, story_href

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from starlette.requests import Request

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import Edition, StoryCard
    from limitedtimes.store.database import Connection
    from limitedtimes.web.pages import Pages

A_DAY = timedelta(hours=24)
LATEST = 8
TRENDS = 30
RISING = 20
VOICES = 4  # of the lead, beside its own country's
NO_STORY = "There is no story with this number."


class Newsroom:
    """Pages that are made of stories."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def front(self, request: Request) -> Response:
        """The front page, of what the reader follows (``follow``) first, or (``at``) that of a past hour."""
        if asked := request.query_params.get("at"):
            return self._past(request, read_hour(asked))
        moment, follow = self._pages.now(), read_follow(request.query_params.getlist("follow"))

        def make(connection: Connection) -> Mapping[str, object]:
            return front(connection, now=moment, follow=follow)

        return self._pages.answer(request, ["front", "latest", "trends"], "front.html", make, moment=moment)

    def _past(self, request: Request, asked: datetime) -> Response:
        def make(connection: Connection) -> Mapping[str, object]:
            edition = editions.at(connection, asked)
            return {
                **_front(connection, edition),
                "moment": edition.hour if edition else asked,
                "hours": editions.neighbours(connection, edition.hour if edition else asked),
                "past": True,
                "latest": (),
                "languages": (),
                "status": 200 if edition else 404,
            }

        return self._pages.answer(request, ["front", "latest"], "front.html", make, moment=self._pages.now())

    def story(self, request: Request) -> Response:
        """A story: who reports it and how, who says how many, what came when."""
        story_id: int = request.path_params["id"]
        if story_id > LARGEST_ID:
            raise HTTPException(404, NO_STORY)

        def make(connection: Connection) -> Mapping[str, object] | Response:
            living = stories.resolve(connection, story_id)
            story = stories.story(connection, living) if living is not None else None
            if story is None or not story.members:
                raise HTTPException(404, NO_STORY)
            address = story_href(story.card)
            if living != story_id:
                return RedirectResponse(address, 301)
            if request.path_params.get("slug") != slug(story.card.headline.headline):
                return RedirectResponse(address, 302 if "slug" in request.path_params else 301)
            return {
                "story": story,
                "sheet": lay_out(story),
                "voices": voices(story.members, story.card.headline.id),
                "canonical": address,
            }

        return self._pages.answer(request, [f"story:{story_id}"], "story.html", make)

    def trends(self, request: Request) -> Response:
        """What grows."""
        moment = self._pages.now()

        def make(connection: Connection) -> Mapping[str, object]:
            return {
                "trends": trends.trends(connection, now=moment, limit=TRENDS),
                "rising": trends.rising(connection, now=moment, limit=RISING),
                "moment": trends.moment(connection, now=moment),
            }

        return self._pages.answer(request, ["trends"], "trends.html", make, moment=moment)

    def brief(self, request: Request) -> Response:
        """The briefing: the ten stories of a day, two sentences each."""
        moment = self._pages.now()

        def make(connection: Connection) -> Mapping[str, object]:
            return {
                "items": briefing.brief(connection, now=moment),
                "moment": trends.moment(connection, now=moment),
            }

        return self._pages.answer(request, ["brief"], "brief.html", make, moment=moment)


def front(connection: Connection, *, now: datetime, follow: Follow = EVERYTHING) -> Mapping[str, object]:
    """Return the values of the front page's template."""
    edition = editions.current(connection, now=now, follow=follow)
    day, outlets = reading.coverage(connection, trends.moment(connection, now=now) - A_DAY)
    languages = sorted(reading.languages(connection), key=lambda one: -day.get(one, 0))
    return {
        **_front(connection, edition),
        "moment": reading.edition_moment(connection),
        "hours": editions.neighbours(connection, edition.hour),
        "past": False,
        "latest": reading.listings(connection, limit=LATEST),
        "languages": [(language, day.get(language, 0)) for language in languages],
        "articles": sum(day.values()),
        "outlets": outlets,
        "follow": follow,
        "followable": followable(reading.countries(connection), languages),
        "subscribed": bool(languages) or bool(reading.sources(connection)),
    }


def read_hour(text: str) -> datetime:
    """Read ``2020-10-22T18``, an hour in UTC, from an address."""
    try:
        read = datetime.strptime(text, "%Y-%m-%dT%H").replace(tzinfo=UTC)
    except ValueError:
        read = None
    if read is None or hour(read) != text:  # it takes other digits and fewer of them, too
        raise HTTPException(400, "An hour is written like 2020-10-22T18, in UTC.")
    return read


def followable(countries: Iterable[str], languages: Iterable[str | None]) -> Follow:
    """Return what a reader can follow of what the archive has: what has a name, languages without script and region."""
    tongues = frozenset(base(code) for code in languages if code)
    return Follow(frozenset(countries) & COUNTRIES.keys(), tongues & LANGUAGES.keys())


def read_follow(codes: Sequence[str]) -> Follow:
    """Read what a reader follows from an address: ``PT`` is a country, ``pt`` a language."""
    countries = frozenset(code for code in codes if code in COUNTRIES)
    languages = frozenset(code for code in codes if code in LANGUAGES)
    if unknown := set(codes) - countries - languages:
        raise HTTPException(400, f"There is no such country or language: {min(unknown)[:20]}.")
    return Follow(countries, languages)


def _front(connection: Connection, edition: Edition | None) -> dict[str, object]:
    """Return the edition, how other countries put what leads it, and who else prints a text that is a story by itself."""
    others: list[tuple[str, Listing]] = []
    if edition and edition.lead and len(edition.lead.countries) > 1:
        card = edition.lead
        found = voices(stories.members(connection, card.id), card.headline.id)
        others = [(country, listing) for country, listing in found if listing.id != card.headline.id]
    copied = [card.headline.id for card in _cards(edition) if card.independent == 1 < card.outlets] if edition else []
    return {
        "edition": edition,
        "voices": others[:VOICES],
        "also": copies.copies_of(connection, copied) if copied else {},
    }


def _cards(edition: Edition) -> list[StoryCard]:
    lead = [edition.lead] if edition.lead else []
    return [*lead, *edition.others, *(card for section in edition.sections for card in section.stories)]
