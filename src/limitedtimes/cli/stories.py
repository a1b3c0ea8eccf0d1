"""Commands about stories: stories list, show, merge, split, regroup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from limitedtimes.cli.moments import moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from limitedtimes.model.edition import Listing
    from limitedtimes.model.story import Claim, FigureRow, Member, Story, StoryCard, StoryChange

_MOST = 1_000  # stories in a list
_NEWEST = 50  # without --since
_ID = click.IntRange(1, 2**31 - 1)
_SINCE = click.option(
    "--since",
    help="Only those that got an article since a date (2020-10-22) or a time ago (24h, 7d); else the newest 50.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(invoke_without_command=True, epilog="Example: limitedtimes stories --since 24h")
@_SINCE
@_JSON
@click.pass_context
def stories(context: click.Context, *, since: str | None, as_json: bool) -> None:
    """What several outlets report of one event: lists the stories, newest first."""
    if context.invoked_subcommand is None:
        context.invoke(list_stories, since=since, as_json=as_json)


@stories.command("list", epilog="Example: limitedtimes stories list --since 2020-10-22 --json")
@_SINCE
@_JSON
def list_stories(*, since: str | None = None, as_json: bool = False) -> None:
    """List the stories, those with the newest article first."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.store import stories as store

    from_then = moment(since) if since else None
    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        found = store.newest(connection, since=from_then, limit=_MOST if from_then else _NEWEST)
    for card in found:
        click.echo(json.dumps(_card_json(card), ensure_ascii=False) if as_json else _card_line(card))
    if not found and not as_json:
        when = f"since {from_then:%Y-%m-%d %H:%M} UTC" if from_then else "yet"
        click.echo(f"No story got an article {when}.", err=True)


@stories.command("show", epilog="Example: limitedtimes stories show 45")
@click.argument("story_id", metavar="ID", type=_ID)
@_JSON
def show_story(story_id: int, *, as_json: bool) -> None:
    """Show a story: its articles in order and why each stands there, each country's headline, its merges and splits."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.errors import LimitedTimesError
    from limitedtimes.store import stories as store

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        living = store.resolve(connection, story_id)
        found = store.story(connection, living) if living else None
    if found is None:
        message = f"There is no story {story_id}; `limitedtimes stories` lists them."
        raise LimitedTimesError(message)
    if as_json:
        click.echo(json.dumps(_story_json(found), ensure_ascii=False))
        return
    if found.card.id != story_id:
        click.echo(f"Story {story_id} went into story {found.card.id}.", err=True)
    for line in _story_lines(found):
        click.echo(line)


@stories.command("merge", epilog="Example: limitedtimes stories merge 45 52")
@click.argument("story_id", metavar="ID", type=_ID)
@click.argument("other_ids", metavar="ID", type=_ID, nargs=-1, required=True)
def merge_stories(story_id: int, other_ids: tuple[int, ...]) -> None:
    """Put stories together into the first one named. It holds whatever the program makes of them later."""
    from limitedtimes import settings, wiring
    from limitedtimes.stages import stories as desk

    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        into = desk.merge(connection, (story_id, *other_ids), wiring.now())
    click.echo(f"One story now: {into}. `limitedtimes stories show {into}` shows it.")


@stories.command("split", epilog="Example: limitedtimes stories split 45 301 307")
@click.argument("story_id", metavar="ID", type=_ID)
@click.argument("article_ids", metavar="ARTICLE_ID", type=_ID, nargs=-1, required=True)
def split_story(story_id: int, article_ids: tuple[int, ...]) -> None:
    """Take articles out of a story, into one of their own. It holds whatever the program makes of them later."""
    from limitedtimes import settings, wiring
    from limitedtimes.stages import stories as desk

    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        new = desk.split(connection, story_id, set(article_ids), wiring.now())
    click.echo(f"A story of their own: {new}. `limitedtimes stories show {new}` shows it.")


@stories.command("regroup", epilog="Example: limitedtimes stories regroup --since 4d")
@click.option(
    "--since", default="4d", help="Stories with an article since a date (2020-10-22) or a time ago (24h, 7d)."
)
def regroup_stories(*, since: str) -> None:
    """Group the articles of recent stories anew; what you merged and split stays so."""
    from limitedtimes import settings, wiring
    from limitedtimes.stages.regroup import regroup

    from_then = moment(since)
    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        made = regroup(connection, building.embedder, from_then, wiring.now())
    click.echo(
        f"{made.articles} articles looked at: {made.before} stories before, {made.after} now;"
        f" {made.moved} articles stand in another one."
    )


def _card_line(card: StoryCard) -> str:
    counts = f"{_number(card.outlets, 'outlet')}, {_number(card.articles, 'article')}, {' '.join(card.languages)}"
    return f"{card.id:>6}  {card.last_at:%Y-%m-%d %H:%M}  {card.headline.headline}  ({counts})"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _story_lines(story: Story) -> Iterator[str]:
    from limitedtimes.rules.claims.table import figures_table
    from limitedtimes.rules.languages import country_name, language_name
    from limitedtimes.rules.voices import voices

    card, first = story.card, story.members[0].listing
    yield f"{card.headline.headline}  (story {card.id}; {card.headline.source.name}, article {card.headline.id})"
    outlets = f"{_number(card.outlets, 'outlet')}, {card.independent} with a text of their own"
    yield f"{_number(card.articles, 'article')} of {outlets}; {', '.join(map(language_name, card.languages))}"
    yield f"First: {first.source.name}, {_time(first.listed_at)}"
    for member in story.members:
        yield from _member_lines(member)
    if len(spoken := voices(story.members, card.headline.id)) > 1:
        yield "How each country's press puts it:"
        for country, listing in spoken:
            yield f"  {country_name(country)}: {listing.headline}  ({listing.source.name})"
    if figures := figures_table(story.claims, story.members):
        yield "Who says how many:"
        for group in figures:
            yield f"  {group.counted.capitalize()}"
            yield from map(_figure_line, group.rows)
    if story.changes:
        yield "What happened to it:"
        for change in story.changes:
            yield f"  {_change_line(change, card.id)}"


def _member_lines(member: Member) -> Iterator[str]:
    listing = member.listing
    yield f"  {_time(listing.listed_at)}  {listing.id:>6}  {listing.headline}  ({listing.source.name}, {listing.language or 'und'})"
    said = [f"the same text as article {member.copy_of}"] if member.copy_of else []
    if said := [*said, *([member.reason] if member.reason else [])]:
        yield f"      {'; '.join(said)}"


def _figure_line(row: FigureRow) -> str:
    outlets = ", ".join(one.listing.source.name for one in row.reports)
    figure = f"{row.figure} {row.scope}" if row.scope else row.figure
    return f"    {figure}: {row.speaker or 'the outlet itself'}  ({outlets})"


def _change_line(change: StoryChange, story_id: int) -> str:
    if change.kind == "merge":
        what = (
            f"story {change.other_id} went into it" if change.story_id == story_id else f"into story {change.story_id}"
        )
    elif change.story_id == story_id:
        what = f"story {change.other_id} came out of it"
    else:
        what = f"it came out of story {change.story_id}"
    articles = ", ".join(map(str, change.articles))
    return f"{_time(change.at)}  {what} (articles {articles}): {change.reason}"


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"


def _card_json(card: StoryCard) -> dict[str, Any]:
    from limitedtimes.store.codec import time_to_json

    return {
        "id": card.id,
        "headline": _listing_json(card.headline),
        "articles": card.articles,
        "outlets": card.outlets,
        "independent": card.independent,
        "languages": list(card.languages),
        "countries": list(card.countries),
        "first_at": time_to_json(card.first_at),
        "last_at": time_to_json(card.last_at),
        "topic": card.topic,
    }


def _listing_json(listing: Listing) -> dict[str, Any]:
    return {
        "article": listing.id,
        "title": listing.title,
        "translation": listing.title_en,
        "language": listing.language,
        "source": {"id": listing.source.id, "name": listing.source.name, "country": listing.source.country},
        "url": listing.url,
    }


def _story_json(story: Story) -> dict[str, Any]:
    from limitedtimes.rules.voices import voices
    from limitedtimes.store.codec import time_to_json

    spoken = voices(story.members, story.card.headline.id)
    return _card_json(story.card) | {
        "timeline": [
            _listing_json(one.listing)
            | {"at": time_to_json(one.listing.listed_at), "reason": one.reason, "near_duplicate_of": one.copy_of}
            for one in story.members
        ],
        "voices": [{"country": country} | _listing_json(listing) for country, listing in spoken],
        "claims": [claim_json(claim) for claim in story.claims],
        "changes": [
            {
                "at": time_to_json(change.at),
                "kind": change.kind,
                "story": change.story_id,
                "other": change.other_id,
                "articles": list(change.articles),
                "reason": change.reason,
                "by_owner": change.by_owner,
            }
            for change in story.changes
        ],
    }


def claim_json(claim: Claim) -> dict[str, Any]:
    """Return a claim as JSON."""
    names = ("counted", "figure", "low", "high", "unit", "hedge", "scope", "speaker", "sentence", "original")
    spans = {"span": list(claim.span), "original_span": list(claim.original_span)}
    return {"article": claim.article_id} | {name: getattr(claim, name) for name in names} | spans


COMMANDS = (stories,)
