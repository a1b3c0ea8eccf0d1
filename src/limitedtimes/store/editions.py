"""The front page: of now, from the stories; of a past hour, as it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.model.story import Edition, Rising, Section, StoryCard, Trend
from limitedtimes.rules.edition import EVERYTHING, TOPICS, compose
from limitedtimes.store import press, stories, trends
from limitedtimes.store.codec import Json, time_from_json, time_to_json
from limitedtimes.store.database import jsonb
from limitedtimes.store.reading import LISTING, listing_from_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from limitedtimes.model.edition import Listing
    from limitedtimes.rules.edition import Follow
    from limitedtimes.store.database import Connection

_NEWEST = 40
_LARGEST = 20  # of the last day, by outlets: what leads may be hours old on a busy day
_OF_A_TOPIC = 5


def current(connection: Connection, *, now: datetime, follow: Follow = EVERYTHING) -> Edition:
    """Return the front page of now, for what a reader follows."""
    held = trends.kept(connection, now=now)
    if held is None:
        return _composed(connection, now, follow)
    ids = _candidates(connection, now)
    cards = {card.id: card for card in stories.cards(connection, [*ids, *held.ids])}
    growing = held.trends(cards.values())
    told = [cards[story_id] for story_id in ids if story_id in cards]
    return compose(told, now=now, trends=growing, rising=held.names, follow=follow)


def _composed(connection: Connection, now: datetime, follow: Follow = EVERYTHING) -> Edition:
    """Count what grows, and make the front page of it."""
    growing, names = trends.counted(connection, now=now), trends.counted_names(connection, now=now)
    told = stories.cards(connection, _candidates(connection, now))
    return compose(told, now=now, trends=growing, rising=names, follow=follow)


def _candidates(connection: Connection, now: datetime) -> list[int]:
    """Return the stories that may stand on the page: the newest, the day's largest, and the newest of each topic."""
    rows = connection.execute(
        """
        (select id from story where merged_into is null and first_at is not null order by last_at desc, id desc limit %(newest)s)
        union
        (select id from story where merged_into is null and first_at is not null and last_at > %(since)s
            order by independent desc, last_at desc, id desc limit %(largest)s)
        union
        (select found.id from unnest(%(topics)s::text[]) as known (topic), lateral (
            select id from story where merged_into is null and first_at is not null and topic = known.topic
            order by last_at desc, id desc limit %(of_a_topic)s) as found)
        """,
        {
            "newest": _NEWEST,
            "largest": _LARGEST,
            "of_a_topic": _OF_A_TOPIC,
            "since": trends.moment(connection, now=now) - trends.DAY,
            "topics": list(TOPICS),
        },
    )
    return [row["id"] for row in rows]


def tidy(connection: Connection, *, now: datetime) -> bool:
    """Keep the front page of this hour as it now is; tell whether it is another than the one kept last.

    The pages that show it are raised then, as time alone may change them.
    """
    changed = keep(connection, _composed(connection, now), now=now)
    if changed:
        press.bump(connection, ["front", "trends", "brief"])
    return changed


def keep(connection: Connection, edition: Edition, *, now: datetime) -> bool:
    """Keep an edition for its hour; tell whether it is another than the one kept last."""
    row = connection.execute("select max(changed) as changed from story").fetchone()
    content, changed = _to_json(edition), {"changed": row["changed"] if row else None}
    same = connection.execute(
        """update edition set made_at = %s, content = content || %s
        where hour = (select max(hour) from edition) and content - 'changed' = %s""",
        [now, jsonb(changed), jsonb(content)],
    ).rowcount
    if same:
        return False
    connection.execute(
        """insert into edition (hour, made_at, content) values (%s, %s, %s)
        on conflict (hour) do update set made_at = excluded.made_at, content = excluded.content""",
        [edition.hour, now, jsonb(content | changed)],
    )
    return True


def at(connection: Connection, hour: datetime) -> Edition | None:
    """Return the front page as it was in an hour: the newest kept then or before; None where none is.

    Stories stand as they were told then, under the address of the living story; those whose headline's article is gone
    stand as they are told now, and those of which nothing is left are left out.
    """
    row = connection.execute(
        "select hour, content from edition where hour <= %s order by hour desc limit 1", [hour]
    ).fetchone()
    if row is None:
        return None
    content: Json = row["content"]
    cards = _cards(connection, content["stories"])

    def known(ids: Iterable[int]) -> tuple[StoryCard, ...]:
        return tuple(cards[story_id] for story_id in ids if story_id in cards)

    top = [*known(content["top"])]
    sections = [Section(topic, known(ids)) for topic, ids in content["sections"]]
    return Edition(
        hour=row["hour"],
        lead=top[0] if top else None,
        others=tuple(top[1:]),
        sections=tuple(section for section in sections if section.stories),
        trends=tuple(
            Trend(cards[one], tuple(hourly), score) for one, hourly, score in content["trends"] if one in cards
        ),
        rising=tuple(Rising(*one) for one in content["rising"]),
    )


def neighbours(connection: Connection, hour: datetime) -> tuple[datetime | None, datetime | None]:
    """Return the nearest hours before and after with a front page of their own."""
    row = connection.execute(
        """select (select max(hour) from edition where hour < %(hour)s) as previous,
            (select min(hour) from edition where hour > %(hour)s) as next""",
        {"hour": hour},
    ).fetchone()
    assert row is not None  # a select without from always has a row
    return row["previous"], row["next"]


def _to_json(edition: Edition) -> Json:
    top = [edition.lead, *edition.others] if edition.lead else []
    every = [*top, *(card for section in edition.sections for card in section.stories)]
    every += [trend.story for trend in edition.trends]
    return {
        "stories": [_card_to_json(card) for card in {card.id: card for card in every}.values()],
        "top": [card.id for card in top],
        "sections": [[section.topic, [card.id for card in section.stories]] for section in edition.sections],
        "trends": [[trend.story.id, list(trend.hourly), trend.score] for trend in edition.trends],
        "rising": [[one.name, one.outlets, one.usual] for one in edition.rising],
    }


def _card_to_json(card: StoryCard) -> Json:
    return {
        "id": card.id,
        "headline": card.headline.id,
        "counts": [card.articles, card.outlets, card.independent],
        "languages": card.languages,
        "countries": card.countries,
        "first_at": time_to_json(card.first_at),
        "last_at": time_to_json(card.last_at),
        "topic": card.topic,
    }


def _cards(connection: Connection, kept: Sequence[Json]) -> dict[int, StoryCard]:
    """Return what is left of the kept stories by the ids that they had; of two that became one the first stays."""
    living = _living(connection, [one["id"] for one in kept])
    headlines = _listings(connection, [one["headline"] for one in kept])
    now = {card.id: card for card in stories.cards(connection, list(living.values()))}
    found: dict[int, StoryCard] = {}
    shown: set[int] = set()
    for one in kept:
        address = living.get(one["id"])
        if address in now and address not in shown:
            shown.add(address)
            headline = headlines.get(one["headline"])
            found[one["id"]] = _card_from_json(one, address, headline) if headline else now[address]
    return found


def _card_from_json(kept: Json, address: int, headline: Listing) -> StoryCard:
    articles, outlets, independent = kept["counts"]
    first_at, last_at = time_from_json(kept["first_at"]), time_from_json(kept["last_at"])
    assert first_at is not None  # a card has both
    assert last_at is not None
    return StoryCard(
        id=address,
        headline=headline,
        articles=articles,
        outlets=outlets,
        independent=independent,
        languages=tuple(kept["languages"]),
        countries=tuple(kept["countries"]),
        first_at=first_at,
        last_at=last_at,
        topic=kept["topic"],
    )


def _living(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """Map each story to the living one to which its address leads; those that are gone are left out."""
    rows = connection.execute(
        """select asked.id, living.id as living from story asked join story living on living.id = coalesce(asked.merged_into, asked.id)
        where asked.id = any(%s) and living.first_at is not null""",
        [list(ids)],
    )
    return {row["id"]: row["living"] for row in rows}


def _listings(connection: Connection, ids: Sequence[int]) -> dict[int, Listing]:
    rows = connection.execute(
        f"select {LISTING} from article a join source s on s.id = a.source_id where a.id = any(%s) and a.visible_at is not null",
        [list(ids)],
    )
    return {row["id"]: listing_from_row(row) for row in rows}
