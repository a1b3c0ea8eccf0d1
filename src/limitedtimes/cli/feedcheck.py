"""What `sources check` shows: an answer a line, progress on stderr, a summary at the end."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from limitedtimes.ports import Fetcher
    from limitedtimes.subscriptions import Answer, Found


async def check_all(opml: bytes | None, *, from_starter: bool, as_json: bool) -> int:
    """Check the feeds of an OPML file, of the starter list, or those that are followed; return the exit status."""
    from limitedtimes.subscriptions import check_feeds

    failed = done = 0
    async with _feeds(opml, from_starter=from_starter) as (feeds, fetcher):
        async for answer in check_feeds(fetcher, feeds):
            done += 1
            failed += answer.error is not None
            click.echo(_as_json(answer) if as_json else _as_text(answer))
            if done % 20 == 0 and done < len(feeds):
                click.echo(f"{done} of {len(feeds)} feeds have answered.", err=True)
    if not as_json:
        click.echo(f"{done - failed} of {done} feeds answer.", err=True)
    return 1 if failed else 0


@contextlib.asynccontextmanager
async def _feeds(opml: bytes | None, *, from_starter: bool) -> AsyncIterator[tuple[Sequence[Found], Fetcher]]:
    """Yield the feeds and who asks them. Those that are followed are asked through the gate that all processes share."""
    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.store import sources
    from limitedtimes.subscriptions import Found, read_opml, starter_list

    if opml is not None and from_starter:
        message = "Name a file, or say --starter."
        raise UsageError(message)
    chosen = read_opml(opml) if opml is not None else starter_list() if from_starter else None
    if chosen is not None:
        async with wiring.make_fetcher(settings.load()) as fetcher:
            yield chosen, fetcher
        return
    with wiring.house(settings.load()) as building:
        with building.database.connection() as connection:
            rows = sources.feeds(connection)
        async with building.fetcher() as fetcher:
            yield [Found(feed.url, source.name, language=source.language) for source, feed in rows], fetcher


def _as_json(answer: Answer) -> str:
    import json

    from limitedtimes.store.codec import time_to_json

    row = {"name": answer.name, "feed": answer.url, "ok": answer.error is None, "error": answer.error}
    row |= {"status": answer.status, "entries": answer.entries, "newest": time_to_json(answer.newest)}
    row |= {"language": answer.language, "moved_to": answer.moved_to, "remarks": list(answer.remarks)}
    return json.dumps(row, ensure_ascii=False)


def _as_text(answer: Answer) -> str:
    if answer.error is not None:
        return f"FAILS  {answer.name:32} {answer.url}\n{'':39} {answer.error}"
    said = [f"{answer.entries} entries", f"newest {answer.newest:%Y-%m-%d %H:%M} UTC" if answer.newest else "no dates"]
    said += [f"now at {answer.moved_to}"] if answer.moved_to else []
    return f"ok     {answer.name:32} {answer.url}\n{'':39} {'; '.join([*said, *answer.remarks])}"
