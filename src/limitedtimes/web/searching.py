"""The search page: one field over the English and the originals."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from limitedtimes.rules.query import parse_query
from limitedtimes.store import search
from limitedtimes.web.pages import cursor, cursor_text
from limitedtimes.web.typesetting import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from limitedtimes.store.database import Connection
    from limitedtimes.store.search import Hit
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
                "hits": [(hit, marked(hit)) for hit in found[:HITS]],
                "older": cursor_text(found[HITS - 1].listing) if len(found) > HITS else None,
                "continued": before is not None,
            }

        return self._pages.answer(request, ["search"], "search.html", make)


def marked(hit: Hit) -> tuple[Run, ...]:
    """Cut the snippet into what matches (flagged) and what stands between."""
    edges = sorted({0, len(hit.snippet), *(edge for span in hit.marks for edge in span)})
    return tuple(
        Run(hit.snippet[left:right], flagged=any(start <= left and right <= end for start, end in hit.marks))
        for left, right in pairwise(edges)
    )
