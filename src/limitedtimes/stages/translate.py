"""Article -> translation: everything that waits in one language, together."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.rules.translation import Plan, assemble, plan, verdict
from limitedtimes.store import memory, translations
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from limitedtimes.model.translation import Candidate, Engine
    from limitedtimes.ports import Candidates, Translator, Translators
    from limitedtimes.store.database import Connection
    from limitedtimes.store.translations import Pending

_LEASED = 16  # articles at once: enough for large batches, few enough to be shared between workers
_LEASE_SECONDS = 300.0
_CHUNK_SECONDS = 1.5  # between two looks at whether to stop
_TOO_OFTEN = 4  # an article whose lease lapsed that often takes its workers down with it


@dataclass(slots=True)
class Batch:
    """Articles under lease with their sentences, and what the memory knows of them."""

    language: str
    items: list[tuple[Pending, Plan]]
    translator: Translator | None
    known: dict[str, Candidates]


@dataclass(frozen=True, slots=True)
class Translated:
    """One article's answers. ``fresh`` are those that the memory does not have yet."""

    pending: Pending
    plan: Plan
    answers: dict[str, Candidate]
    engine: Engine | None
    failed: frozenset[str] = frozenset()
    fresh: dict[str, Candidates] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Released:
    """The batch is over; leases on these articles are given back unfinished."""

    article_ids: tuple[int, ...]


class Translate:
    """Translates what waits in one language; ``key`` is the language. Carries no ids: it leases what it finds."""

    def __init__(self, translators: Translators, worker: str, stopping: Callable[[], bool]) -> None:
        self._translators = translators
        self._worker = worker
        self._stopping = stopping
        self._rate = 1500.0  # characters a second: a first guess, measured from then on

    def load(self, connection: Connection, key: str) -> Batch | None:
        """Lease articles and ask the memory for their sentences."""
        leased = translations.lease(connection, key, self._worker, limit=_LEASED, seconds=_LEASE_SECONDS)
        if not leased:
            return None
        items = [(pending, plan(pending.article)) for pending in leased]
        try:
            translator = self._translators.get(key)
        except ModelMissingError:
            return Batch(key, items, None, {})
        todo = list(dict.fromkeys(text for _, one in items for text in one.todo))
        return Batch(key, items, translator, memory.recall(connection, translator.identity, _pair(key), todo))

    async def work(self, batch: Batch) -> AsyncIterator[Translated | Released]:
        """Yield each article as soon as its last sentence is there."""
        answers = dict(batch.known)
        failed: set[str] = set()
        waiting = list(batch.items)
        hopeless = {pending.article_id for pending, _ in waiting if pending.attempts >= _TOO_OFTEN}
        for pending, one in waiting:
            if pending.article_id in hopeless:
                failed.update(text for text in one.todo if text not in answers)
        fresh: dict[str, Candidates] = {}
        todo = _missing(batch, answers, failed)
        while True:
            ready = [item for item in waiting if _ready(item[1], answers, failed, batch.translator)]
            for pending, one in ready:
                yield _translated(pending, one, batch, answers, failed, fresh)
            waiting = [item for item in waiting if item not in ready]
            if not waiting or self._stopping() or batch.translator is None:
                break
            chunk = self._chunk(todo)
            todo = todo[len(chunk) :]
            news = await asyncio.to_thread(self._translate, batch.translator, chunk)
            failed.update(text for text in chunk if text not in news)
            answers |= news
            fresh |= news
        yield Released(tuple(pending.article_id for pending, _ in waiting))

    def _chunk(self, todo: Sequence[str]) -> list[str]:
        """Take as many sentences as are translated in about a second and a half, at least one."""
        chunk: list[str] = []
        room = self._rate * _CHUNK_SECONDS
        for sentence in todo:
            if chunk and len(sentence) > room:
                break
            chunk.append(sentence)
            room -= len(sentence)
        return chunk

    def _translate(self, translator: Translator, chunk: Sequence[str]) -> dict[str, Candidates]:
        """Translate a chunk; where it fails, sentence by sentence, so that one bad sentence fails alone."""
        started = time.monotonic()
        try:
            news = dict(zip(chunk, translator.translate(chunk), strict=True))
        except TranslationError:
            news = dict(_one_by_one(translator, chunk))
        seconds = max(time.monotonic() - started, 1e-3)
        # Half the old estimate, half the new: a machine that becomes busy is noticed within a few chunks.
        self._rate = 0.5 * self._rate + 0.5 * sum(map(len, chunk)) / seconds
        return news

    def save(self, connection: Connection, work: Batch, result: Translated | Released) -> list[Next]:
        """Store an article's translation and print it next; at the end, go on while anything waits."""
        if isinstance(result, Released):
            translations.release(connection, self._worker, result.article_ids)
            more = work.language in translations.languages_waiting(connection)
            return [Next("translate", work.language)] if more else []
        pending = result.pending
        translation = assemble(pending.article, result.plan, result.answers, engine=result.engine, failed=result.failed)
        state, reason = verdict(pending.article, translation)
        if result.engine and result.fresh:
            memory.remember(connection, result.engine, _pair(work.language), result.fresh)
        if not translations.finish(connection, self._worker, pending, translation, state, reason):
            return []  # the lease lapsed and somebody else has it: their result counts
        return [Next("press", pending.article_id)]

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Give the leases back; articles that lapse too often are shown with their sentences failed."""
        del key, error
        translations.release_all(connection, self._worker)
        return []


def _pair(language: str) -> str:
    return f"{language}-en"


def _missing(batch: Batch, answers: dict[str, Candidates], failed: set[str]) -> list[str]:
    todo = dict.fromkeys(text for _, one in batch.items for text in one.todo)
    return [text for text in todo if text not in answers and text not in failed]


def _ready(one: Plan, answers: dict[str, Candidates], failed: set[str], translator: Translator | None) -> bool:
    return translator is None or all(text in answers or text in failed for text in one.todo)


def _translated(
    pending: Pending,
    one: Plan,
    batch: Batch,
    answers: dict[str, Candidates],
    failed: set[str],
    fresh: dict[str, Candidates],
) -> Translated:
    used = any(text in answers for text in one.todo)
    return Translated(
        pending=pending,
        plan=one,
        answers={text: answers[text][0] for text in one.todo if text in answers},
        engine=batch.translator.identity if batch.translator and used else None,
        failed=frozenset(text for text in one.todo if text in failed),
        fresh={text: fresh[text] for text in one.todo if text in fresh},
    )


def _one_by_one(translator: Translator, chunk: Sequence[str]) -> Iterator[tuple[str, Candidates]]:
    for sentence in chunk:
        try:
            yield sentence, translator.translate([sentence])[0]
        except TranslationError:
            continue
