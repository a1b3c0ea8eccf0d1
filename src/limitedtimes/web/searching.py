"""The search page: one field over the English and the originals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.rules.query import parse_query
from limitedtimes.store import search
from limitedtimes.web.inline import Line, found_tags
from limitedtimes.web.pages import cursor, cursor_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from limitedtimes.store.database import Connection
    from limitedtimes.web.pages import Pages

HITS = 20


class SearchPage:
    """Answers searches, newest first."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def page(self, request: Request) -> Response:
        """The form, and what was found."""
        text = request.query_params.get("q", "").strip()
        before = cursor(request.query_params.get("before"))
        query = parse_query(text)

        def make(connection: Connection) -> Mapping[str, object]:
            found = [] if query.empty else search.search(connection, query, before=before, limit=HITS + 1)
            return {
                "asked": text,
                "query_read": query,
                "hits": [(hit, Line(hit.snippet, found_tags(hit.marks)).plain) for hit in found[:HITS]],
                "older": cursor_text(found[HITS - 1].listing) if len(found) > HITS else None,
                "continued": before is not None,
            }

        return self._pages.answer(request, ["search"], "search.html", make)
