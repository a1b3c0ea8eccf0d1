"""The command about what matters now: brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from limitedtimes.cli.moments import moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from limitedtimes.model.story import BriefItem, Quoted

_WIDEST = 100  # columns: longer lines are hard to read
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "headline": {"bold": True},
    "meta": {"dim": True},
    "original": {"italic": True},
    "origin": {"fg": "cyan"},
}


@click.command(epilog="Example: limitedtimes brief --since 24h --html > briefing.html")
@click.option(
    "--since", default="24h", help="A time up to the newest article (24h, 7d), or a date (2020-10-22). Default: 24h."
)
@click.option("--originals", is_flag=True, help="Print each sentence's original under it.")
@click.option("--html", "as_html", is_flag=True, help="Print HTML for a mail: one document that loads nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def brief(*, since: str, originals: bool, as_html: bool, as_json: bool) -> None:
    """The ten stories that matter, two sentences each, as their outlets wrote them."""
    import json
    import shutil

    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.rules import bulletin
    from limitedtimes.store import briefing, trends

    if as_html and as_json:
        message = "Either --html or --json."
        raise UsageError(message)
    start, now = moment(since), wiring.now()
    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        at = trends.moment(connection, now=now)
        items = briefing.brief(connection, now=now, since=now - start if since[-1] in "hd" else start)
    if as_json:
        click.echo(json.dumps(briefing_json(items, at), ensure_ascii=False))
    elif as_html:
        click.echo(bulletin.as_html(items, at=at), nl=False)
    elif items:
        width = min(shutil.get_terminal_size().columns, _WIDEST)
        for line in bulletin.as_text(items, at=at, width=width, originals=originals):
            click.secho(line.text, **_STYLES.get(line.kind, {}))
    if not items:
        click.echo("There is nothing to brief you on in that time.", err=True)


def briefing_json(items: Sequence[BriefItem], at: datetime) -> dict[str, object]:
    """Return the briefing as ``brief --json`` prints it."""
    from limitedtimes.store.codec import time_to_json

    return {
        "at": time_to_json(at),
        "stories": [
            {
                "id": item.story.id,
                "headline": item.story.headline.headline,
                "topic": item.story.topic,
                "articles": item.story.articles,
                "outlets": item.story.outlets,
                "languages": list(item.story.languages),
                "countries": list(item.story.countries),
                "first_at": time_to_json(item.story.first_at),
                "last_at": time_to_json(item.story.last_at),
                "sentences": [_sentence_json(quoted) for quoted in item.sentences],
            }
            for item in items
        ],
    }


def _sentence_json(quoted: Quoted) -> dict[str, object]:
    listing = quoted.listing
    source = {"id": listing.source.id, "name": listing.source.name, "country": listing.source.country}
    known = {"article": listing.id, "url": listing.url, "source": source, "language": listing.language}
    return {"text": quoted.text, "original": quoted.original} | known


COMMANDS = (brief,)
