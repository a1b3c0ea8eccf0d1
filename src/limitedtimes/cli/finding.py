"""Commands that find articles: search, and searches that are kept."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.store.hits import Hit
    from limitedtimes.wiring import House


@click.command(epilog='Example: limitedtimes search "dock strike" --language pt')
@click.argument("words", nargs=-1)
@click.option(
    "--like", type=click.File("rb"), help="Articles like the text in this file, in any language with a model."
)
@click.option("--language", help="Only articles written in this language.")
@click.option("--sort", type=click.Choice(["time", "relevance"]), help="What comes first (default: time, the newest).")
@click.option("--limit", default=20, type=click.IntRange(1, 200), help="At most that many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object an article.")
def search(
    words: tuple[str, ...], *, like: IO[bytes] | None, language: str | None, sort: str | None, limit: int, as_json: bool
) -> None:
    """Search the archive, in English or in the original language; newest first."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError

    if bool(words) == bool(like):
        message = "Say what to look for: words, or --like FILE with a text (`limitedtimes search --help`)."
        raise UsageError(message)
    if like and (language or sort):
        message = "--language and --sort are for words; --like puts what is most like the text first."
        raise UsageError(message)
    with wiring.house(settings.load()) as building:
        if like:
            text = like.read().decode("utf-8", "replace").replace("\0", " ")  # which PostgreSQL does not take
            found = _like(building, text, limit)
        else:
            asked = [*words, *([f"lang:{language}"] if language else []), *([f"sort:{sort}"] if sort else [])]
            found = _search(building, " ".join(asked), limit)
    for hit in found:
        click.echo(json.dumps(_as_json(hit), ensure_ascii=False) if as_json else _as_line(hit))
    if not found:
        click.echo("Nothing was found.", err=True)


def _search(building: House, asked: str, limit: int) -> list[Hit]:
    from limitedtimes.errors import UsageError
    from limitedtimes.rules.query import parse_query
    from limitedtimes.store import search as store

    query = parse_query(asked)
    for problem in query.problems:
        click.echo(problem, err=True)
    if query.empty:
        message = "There is nothing to look for: give words, or filters such as lang:pt or from:2020-10-22."
        raise UsageError(message)
    with building.database.connection() as connection:
        found = store.search(connection, query, limit=limit)
    if found.since:
        click.echo(f"Phrases of frequent words are looked for since {found.since:%Y-%m-%d} only.", err=True)
    return found.hits


def _like(building: House, text: str, limit: int) -> list[Hit]:
    from limitedtimes import wiring
    from limitedtimes.errors import ModelMissingError, UsageError
    from limitedtimes.store.similar import like

    if not any(map(str.isalpha, text)):
        message = "The file has no text. Give it one article's text, in UTF-8."
        raise UsageError(message)
    lines = list(wiring.translate_text(building.settings, text.splitlines(), None))
    if missing := sorted({line.language or "an unknown language" for line in lines if line.state == "untranslated"}):
        click.echo(f"No model for {', '.join(missing)}: those lines say nothing. `limitedtimes models list`", err=True)
    english = "\n".join(line.translation for line in lines if line.state != "untranslated")
    if not english.strip():
        message = f"No line of the text could be translated: there is no model for {', '.join(missing)}."
        raise ModelMissingError(message)
    vector = building.embedder.embed([english])[0].tolist()
    with building.database.transaction() as connection:
        return like(connection, vector, english, limit=limit)


def _as_json(hit: Hit) -> dict[str, object]:
    from limitedtimes.store.codec import time_to_json

    one = hit.listing
    known = {"id": one.id, "url": one.url, "source": one.source.name, "language": one.language}
    known |= {"title": one.title, "title_en": one.title_en, "published": time_to_json(one.published)}
    original = hit.snippet if hit.original else hit.beside
    return known | {"state": one.state, "snippet": hit.snippet, "snippet_original": original}


def _as_line(hit: Hit) -> str:
    one = hit.listing
    return f"{one.listed_at:%Y-%m-%d %H:%M}  {one.headline}  ({one.source.name}, {one.language or '?'})  /a/{one.id}"


@click.group()
def searches() -> None:
    """Searches that are kept: a story that newly matches one is an alert."""


@searches.command("list", epilog="Example: limitedtimes searches list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a search.")
def list_searches(*, as_json: bool) -> None:
    """List the searches that are kept."""
    from limitedtimes import settings, wiring
    from limitedtimes.store import alerts
    from limitedtimes.store.codec import time_to_json

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        found = alerts.saved(connection)
    _print(
        [{"name": one.name, "query": one.query, "made": time_to_json(one.made_at)} for one in found],
        [f"{one.name}: {one.query}" for one in found],
        as_json=as_json,
    )


@searches.command("save", epilog='Example: limitedtimes searches save Docks "dock strike lang:pt"')
@click.argument("name")
@click.argument("query")
def save_search(name: str, query: str) -> None:
    """Keep a search under a name; one of the same name is replaced."""
    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.rules.query import parse_query
    from limitedtimes.store import alerts

    read = parse_query(query)
    if read.problems or read.empty or not name.strip():
        message = " ".join(read.problems) or "A search that is kept needs a name, and words or filters to look for."
        raise UsageError(message)
    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        alerts.save(connection, name.strip(), query, now=wiring.now())
    click.echo(f"Kept. Stories that newly match are listed by `limitedtimes searches alerts`, and at /{alerts.PAGE}.")


@searches.command("remove", epilog="Example: limitedtimes searches remove Docks")
@click.argument("name")
def remove_search(name: str) -> None:
    """Forget a search and its alerts."""
    from limitedtimes import settings, wiring
    from limitedtimes.store import alerts

    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        gone = alerts.remove(connection, name.strip())
    if not gone:
        click.echo(f"No search is kept under the name {name}. `limitedtimes searches list` names all.", err=True)
        sys.exit(1)


@searches.command("alerts", epilog="Example: limitedtimes searches alerts --limit 10")
@click.option("--limit", default=50, type=click.IntRange(1, 1000), help="At most that many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object an alert.")
def list_alerts(*, limit: int, as_json: bool) -> None:
    """List the stories that matched a search for the first time since it was kept, newest first."""
    from limitedtimes import settings, wiring
    from limitedtimes.store import alerts
    from limitedtimes.store.codec import time_to_json

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        found = alerts.newest(connection, limit=limit)
    _print(
        [
            {
                "search": one.search.name,
                "at": time_to_json(one.at),
                "story": one.story_id,
                "id": one.listing.id,
                "title": one.listing.title,
                "title_en": one.listing.title_en,
                "source": one.listing.source.name,
            }
            for one in found
        ],
        [
            f"{one.at:%Y-%m-%d %H:%M}  {one.search.name}: {one.listing.headline}  ({one.listing.source.name})  /story/{one.story_id}"
            for one in found
        ],
        as_json=as_json,
    )


def _print(rows: Sequence[dict[str, object]], lines: Sequence[str], *, as_json: bool) -> None:
    import json

    for line in [json.dumps(row, ensure_ascii=False) for row in rows] if as_json else lines:
        click.echo(line)


COMMANDS = (search, searches)
