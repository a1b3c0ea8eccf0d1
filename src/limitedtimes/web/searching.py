"""The search page: one field over the English and the originals; and the searches that are kept, with their alerts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from limitedtimes.rules.query import legible, parse_query
from limitedtimes.store import alerts, search
from limitedtimes.web.inline import Line, found_tags
from limitedtimes.web.pages import cursor, cursor_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup
    from starlette.requests import Request
    from starlette.responses import Response

    from limitedtimes.rules.query import SearchQuery
    from limitedtimes.store.database import Connection
    from limitedtimes.store.hits import Hit
    from limitedtimes.web.pages import Pages

HITS = 20
ALERTS = 10  # of a saved search that its page shows


class SearchPage:
    """Answers searches, newest first or by relevance, and shows those that are kept."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def page(self, request: Request) -> Response:
        """The form, and what was found."""
        text = legible(request.query_params.get("q", "")).strip()
        before = cursor(request.query_params.get("before"))
        skip = _skipped(request.query_params.get("skip"))
        query = parse_query(text)

        def make(connection: Connection) -> Mapping[str, object]:
            found = (
                search.Found([])
                if query.empty
                else search.search(connection, query, before=before, skip=skip, limit=HITS + 1)
            )
            shown = found.hits[:HITS]
            return {
                "asked": text,
                "query_read": query,
                "ordered": query.by_relevance and bool(query.words),
                "other_order": _other_order(text, query),
                "hits": [(hit, *_both(hit)) for hit in shown],
                "since": found.since,
                "older": _older(query, found.hits, skip),
                "continued": before is not None or skip > 0,
            }

        return self._pages.answer(request, ["search"], "search.html", make, prepared=False)

    def searches(self, request: Request) -> Response:
        """The searches that are kept, each with the newest stories that matched it since."""

        def make(connection: Connection) -> Mapping[str, object]:
            kept = alerts.saved(connection)
            return {
                "kept": [(one, alerts.newest(connection, search_id=one.id, limit=ALERTS)) for one in kept],
            }

        return self._pages.answer(request, [alerts.PAGE], "searches.html", make)


def _skipped(text: str | None) -> int:
    if text is None:
        return 0
    if not re.fullmatch(r"[0-9]{1,3}", text):
        raise HTTPException(400, "This is no place in the list.")
    return int(text)


def _both(hit: Hit) -> tuple[Markup, Markup | None]:
    """The matching sentence and the same in the other language, with what matches marked."""
    other = Line(hit.beside, found_tags(hit.beside_marks)).plain if hit.beside is not None else None
    return Line(hit.snippet, found_tags(hit.marks)).plain, other


def _older(query: SearchQuery, hits: list[Hit], skip: int) -> str | None:
    """What the address of the next hits says; None where there are no more."""
    if len(hits) <= HITS:
        return None
    if query.by_relevance and query.words:
        return f"skip={skip + HITS}" if skip + HITS < search.RANKED else None
    return f"before={cursor_text(hits[HITS - 1].listing)}"


def _other_order(text: str, query: SearchQuery) -> str:
    """The same search in the other order."""
    bare = re.sub(r"\s*\bsort:\S*", "", text).strip()
    return bare if query.by_relevance else f"{bare} sort:relevance"
