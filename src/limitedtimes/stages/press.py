"""Translation -> edition: what readers see, and which pages change with it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError
from limitedtimes.rules.claims import claims_of
from limitedtimes.rules.mentions import mentioned
from limitedtimes.rules.topics import judge, topic_of
from limitedtimes.rules.translation import sentences
from limitedtimes.stages.asking import guarded
from limitedtimes.store import claims, grouping, mentions, press, search

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from limitedtimes.model.story import Claim
    from limitedtimes.stages import Clock
    from limitedtimes.store.database import Connection
    from limitedtimes.store.press import ToPrint
    from limitedtimes.store.queue import Next

    # A headline and a text in English to the probability of each topic; None where they say nothing.
    Classify = Callable[[str, str], Mapping[str, float] | None]


_NAMING = 8  # sentences at an article's beginning, which name whom it is about


@dataclass(frozen=True, slots=True)
class ToShow:
    """What the rules say of an article that is about to be shown."""

    topic: str | None
    english: str
    original: str
    names: tuple[str, ...]
    claims: tuple[Claim, ...]


class Press:
    """Shows the newest translated revision of an article; showing it twice changes nothing."""

    def __init__(self, clock: Clock, classify: Classify) -> None:
        self._clock = clock
        self._classify = classify

    def load(self, connection: Connection, key: str) -> ToPrint | None:
        """Return the revision if it may be shown."""
        return press.to_print(connection, int(key))

    async def work(self, work: ToPrint) -> AsyncIterator[ToShow]:
        """Yield what the rules say; they read the whole text, so they do it beside the event loop, on which hearts beat."""
        yield await asyncio.to_thread(self._judged, work)

    def _judged(self, work: ToPrint) -> ToShow:
        article, translation = work.article, work.translation
        originals = [
            article.lead,
            *(block.text for block in article.blocks),
            *(one.caption for one in article.pictures),
        ]
        english = "\n".join(
            one.translation for one in sentences(translation) if one is not translation.title and one.translation
        )
        chances = self._chances(translation.title.translation or "", english)
        return ToShow(
            topic=judge(chances, section=topic_of(article), source=work.source_topic).topic,
            english=english,
            original="\n".join(text for text in originals if text),
            names=mentioned([translation.title.translation or "", *english.split("\n")[:_NAMING]]),
            claims=guarded(partial(claims_of, work.id, article, translation), ()),
        )

    def _chances(self, title: str, text: str) -> Mapping[str, float] | None:
        """Return what the English text tells of its topic; None where nothing is translated."""
        try:
            return self._classify(title, text) if title or text else None
        except ModelMissingError:  # an article without a topic is better than none
            return None

    def save(self, connection: Connection, work: ToPrint, result: ToShow) -> list[Next]:
        """Show it, make it findable, and raise the versions of the pages that it stands on, and stood on."""
        before = press.pages_of(connection, work.id)
        press.show(connection, work, topic=result.topic, now=self._clock())
        search.index(
            connection,
            work.id,
            title_en=work.translation.title.translation or "",
            text_en=result.english,
            title=work.article.title,
            text=result.original,
            language=work.article.language,
        )
        mentions.note(connection, work.id, result.names)
        claims.save(connection, work.id, result.claims)
        press.bump(connection, {*before, *press.pages_of(connection, work.id)})
        return [grouping.JOB]

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Leave it to the schedule, which finds what is translated and not shown."""
        del connection, key, error
        return []
