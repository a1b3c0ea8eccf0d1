"""Commands about outlets and their articles: add, sources, refresh, retry."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.subscriptions import Found


@click.command(epilog="Example: limitedtimes add https://www.spiegel.de --language de")
@click.argument("url")
@click.option("--name", help="Name of the outlet (default: the feed's title).")
@click.option("--language", help="Language that it writes in, like pt (default: the feed's).")
@click.option("--country", help="Country that it is printed in, like PT.")
@click.option("--topic", help="Topic of everything in this feed, like sport.")
def add(url: str, *, name: str | None, language: str | None, country: str | None, topic: str | None) -> None:
    """Follow an outlet: finds the feed behind a page or feed address."""
    import asyncio
    from dataclasses import replace

    from limitedtimes import settings, wiring
    from limitedtimes.subscriptions import follow

    chosen = {"name": name, "language": language, "country": country, "topic": topic}
    with wiring.house(settings.load()) as building:
        found = asyncio.run(wiring.find(building, url))
        found = replace(found, **{key: value for key, value in chosen.items() if value})
        with building.database.transaction() as connection:
            source, feed, new = follow(connection, found)
    click.echo(f"{'Following' if new else 'Already following'} {source.name}: {feed.url}")


@click.group(invoke_without_command=True, epilog="Example: limitedtimes sources list")
@click.pass_context
def sources(context: click.Context) -> None:
    """Show and change the outlets that are followed."""
    if context.invoked_subcommand is None:
        context.invoke(list_sources)


@sources.command("list", epilog="Example: limitedtimes sources list --json")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a feed.")
def list_sources(*, as_json: bool = False) -> None:
    """List outlets with the health of their feeds."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.rules.websub import in_words
    from limitedtimes.store import hubs
    from limitedtimes.store import sources as store
    from limitedtimes.store.codec import time_to_json

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        rows, pushes = store.feeds(connection), hubs.by_feed(connection)
    for source, feed in rows:
        health = feed.last_error or ("not polled yet" if feed.last_success is None else "ok")
        push = pushes.get(feed.id)
        if as_json:
            known = {"id": source.id, "name": source.name, "slug": source.slug, "language": source.language}
            known |= {"country": source.country, "feed": feed.url, "state": feed.state.value, "failures": feed.failures}
            known |= {"last_error": feed.last_error, "last_success": time_to_json(feed.last_success)}
            known |= {"push": push and push.state.value, "push_until": push and time_to_json(push.lease_ends)}
            click.echo(json.dumps(known | {"next_poll": time_to_json(feed.next_poll)}, ensure_ascii=False))
        else:
            health += f"; {in_words(push, wiring.now())}" if push else ""
            click.echo(f"{source.slug:28} {source.language or '?':3} {feed.state:7} {feed.url}\n{'':29}{health}")
    if not rows and not as_json:
        click.echo("No outlet is followed yet: `limitedtimes add URL`.", err=True)


@sources.command("import", epilog="Example: limitedtimes sources import feeds.opml")
@click.argument("file", type=click.File("rb"))
def import_sources(file: IO[bytes]) -> None:
    """Follow every feed of an OPML file."""
    from limitedtimes.subscriptions import read_opml

    _follow_all(read_opml(file.read()))


def _follow_all(listed: Sequence[Found]) -> None:
    """Follow the feeds of a list; of an outlet that is named by its home page, the feed is looked for first."""
    import asyncio

    from limitedtimes import settings, wiring
    from limitedtimes.errors import FeedError, FetchError
    from limitedtimes.subscriptions import follow, with_feed

    async def resolved(building: wiring.House) -> list[Found]:
        found = []
        async with building.fetcher() as fetcher:
            for one in listed:
                try:
                    found.append(await with_feed(fetcher, one))
                except (FeedError, FetchError) as error:
                    click.echo(f"{one.name} is left out: {error}", err=True)
        return found

    with wiring.house(settings.load()) as building:
        found = asyncio.run(resolved(building))
        with building.database.transaction() as connection:
            new = sum(follow(connection, one)[2] for one in found)
    click.echo(f"{new} new of {len(listed)} feeds; they are polled at once.")


@sources.command("starter", epilog="Example: limitedtimes sources starter --language de --language fr")
@click.option("--language", "languages", multiple=True, help="Only outlets that write in it, like de; may be repeated.")
@click.option(
    "--country", "countries", multiple=True, help="Only outlets that are printed there, like FR; may be repeated."
)
@click.option("--list", "listing", is_flag=True, help="Show the outlets, and follow none.")
def starter(*, languages: tuple[str, ...], countries: tuple[str, ...], listing: bool) -> None:
    """Follow outlets of the starter list that comes with the program, all or some."""
    from limitedtimes.rules.languages import country_name, language_name
    from limitedtimes.subscriptions import starter_list

    found = starter_list(languages, countries)
    if listing:
        for one in found:
            told = f"{language_name(one.language)}, {country_name(one.country)}"
            click.echo(f"{one.name:32} {told:36} {one.topic or '':14} {one.url}")
        click.echo(
            f"{len(found)} outlets; none was asked when the list was made: `limitedtimes sources check --starter`.",
            err=True,
        )
        return
    _follow_all(found)


@sources.command("check", epilog="Example: limitedtimes sources check feeds.opml")
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--starter", "from_starter", is_flag=True, help="Check the starter list.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a feed.")
def check(file: IO[bytes] | None, *, from_starter: bool, as_json: bool) -> None:
    """Ask every feed that is followed, or those of an OPML file, whether it answers; exit 1 if one does not.

    Nothing is stored.
    """
    import asyncio
    import sys

    from limitedtimes.cli.feedcheck import check_all

    sys.exit(asyncio.run(check_all(file.read() if file else None, from_starter=from_starter, as_json=as_json)))


@sources.command("export", epilog="Example: limitedtimes sources export > feeds.opml")
def export_sources() -> None:
    """Print all feeds as OPML."""
    from limitedtimes import settings, wiring
    from limitedtimes.store import sources as store
    from limitedtimes.subscriptions import write_opml

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        click.echo(write_opml(store.feeds(connection)).decode(), nl=False)


@sources.command("pause", epilog="Example: limitedtimes sources pause der-spiegel")
@click.argument("slug")
def pause(slug: str) -> None:
    """Stop polling an outlet; its articles stay."""
    _set_state(slug, "paused")


@sources.command("resume", epilog="Example: limitedtimes sources resume der-spiegel")
@click.argument("slug")
def resume(slug: str) -> None:
    """Poll an outlet again that was paused, or whose feed was gone."""
    _set_state(slug, "active")


def _set_state(slug: str, state: str) -> None:
    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.model.source import FeedState
    from limitedtimes.store import press
    from limitedtimes.store import sources as store

    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        ids = [feed.id for source, feed in store.feeds(connection) if slug in (source.slug, feed.url)]
        if not ids:
            message = f"No outlet is called {slug!r}; `limitedtimes sources list` names them."
            raise UsageError(message)
        changed = store.set_state(connection, ids, FeedState(state))
        press.bump(connection, ["sources"])
    click.echo(f"{changed} of {len(ids)} feeds now {state}.")


@sources.command("remove", epilog="Example: limitedtimes sources remove der-spiegel --yes")
@click.argument("slug")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(slug: str, *, yes: bool) -> None:
    """Stop following an outlet and delete its articles."""
    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.store import copies, press, reading
    from limitedtimes.store import sources as store

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        source = reading.source_by_slug(connection, slug)
        if source is None:
            message = f"No outlet is called {slug!r}; `limitedtimes sources list` names them."
            raise UsageError(message)
        if not yes:
            click.confirm(f"Remove {source.name} and all its articles?", abort=True, err=True)
        with connection.transaction():
            copies.bequeath(connection, source.id)
            gone = store.remove(connection, source.id)
            press.bump_all(connection)
    click.echo(f"Removed {source.name} and {gone} articles.")


@click.command(epilog="Example: limitedtimes refresh --wait")
@click.option("--wait", is_flag=True, help="Show progress; return when all that came in has reached its final state.")
def refresh(*, wait: bool) -> None:
    """Poll every feed now; works by itself when no worker runs."""
    from limitedtimes import rounds, settings, wiring
    from limitedtimes.logs import set_up
    from limitedtimes.progress import following
    from limitedtimes.rules.states import in_words

    set_up()
    with wiring.house(settings.load()) as building:
        count = rounds.ask_all(building.database)
        if not wait and rounds.at_work(building.database):
            click.echo(f"{count} feeds will be polled by the workers.", err=True)
            return
        with following() as report:
            end = rounds.settle(building, report)
    click.echo(in_words(end.counts))


@click.command(epilog="Example: limitedtimes retry --failed")
@click.argument("article_id", metavar="[ID]", type=int, required=False)
@click.option("--failed", is_flag=True, help="All articles that are failed, partial or untranslated.")
def retry(*, article_id: int | None, failed: bool) -> None:
    """Read and translate failed articles again."""
    from limitedtimes import rounds, settings, wiring
    from limitedtimes.errors import LimitedTimesError, UsageError
    from limitedtimes.logs import set_up
    from limitedtimes.progress import following
    from limitedtimes.rules.states import in_words

    set_up()
    if failed == (article_id is not None):
        message = "Name one article, or say --failed for all."
        raise UsageError(message)
    with wiring.house(settings.load()) as building:
        ids = rounds.start_over(building.database, [article_id] if article_id is not None else None)
        if not ids and article_id is not None:
            message = f"There is no article {article_id}."
            raise LimitedTimesError(message)
        if rounds.at_work(building.database):
            click.echo(f"{len(ids)} articles will be tried again by the workers.", err=True)
            return
        with following() as report:
            end = rounds.settle(building, report)
    click.echo(in_words(end.counts))


COMMANDS = (add, sources, refresh, retry)
