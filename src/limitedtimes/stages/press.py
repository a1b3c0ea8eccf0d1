"""Translation -> edition: what readers see, and which pages change with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from limitedtimes.rules.topics import topic_of
from limitedtimes.rules.translation import sentences
from limitedtimes.store import press, search

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from limitedtimes.stages import Clock
    from limitedtimes.store.database import Connection
    from limitedtimes.store.press import ToPrint
    from limitedtimes.store.queue import Next


@dataclass(frozen=True, slots=True)
class ToShow:
    """What the rules say of an article that is about to be shown."""

    topic: str | None
    english: str
    original: str


class Press:
    """Shows the newest translated revision of an article; showing it twice changes nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def load(self, connection: Connection, key: str) -> ToPrint | None:
        """Return the revision if it may be shown."""
        return press.to_print(connection, int(key))

    async def work(self, work: ToPrint) -> AsyncIterator[ToShow]:
        """Yield what the rules say."""
        article, translation = work.article, work.translation
        originals = [
            article.lead,
            *(block.text for block in article.blocks),
            *(one.caption for one in article.pictures),
        ]
        english = [one.translation for one in sentences(translation) if one is not translation.title]
        yield ToShow(
            topic=topic_of(article) or work.source_topic,
            english="\n".join(text for text in english if text),
            original="\n".join(text for text in originals if text),
        )

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
        press.bump(connection, {*before, *press.pages_of(connection, work.id)})
        return []

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Leave it to the schedule, which finds what is translated and not shown."""
        del connection, key, error
        return []
