"""Article -> translation: everything that waits in one language, together."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
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
_TOO_OFTEN = 10  # an article whose lease lapsed that often, by itself at the end, takes its workers down with it


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


@dataclass(slots=True)
class _Answers:
    """What is known of a batch's sentences: remembered or fresh answers, and those that failed."""

    known: dict[str, Candidates]
    fresh: dict[str, Candidates] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)

    def has(self, text: str) -> bool:
        """Tell whether nothing more will be learnt of a sentence."""
        return text in self.known or text in self.failed

    def learn(self, asked: Sequence[str], news: dict[str, Candidates]) -> None:
        """Take in what the engine answered; what it did not answer failed."""
        self.failed.update(text for text in asked if text not in news)
        self.known |= news
        self.fresh |= news

    def of(self, item: tuple[Pending, Plan], translator: Translator | None) -> Translated:
        """Return one article's share."""
        pending, one = item
        answers = {text: self.known[text][0] for text in one.todo if text in self.known}
        return Translated(
            pending=pending,
            plan=one,
            answers=answers,
            engine=translator.identity if translator and answers else None,
            failed=frozenset(text for text in one.todo if text in self.failed),
            fresh={text: self.fresh[text] for text in one.todo if text in self.fresh},
        )

    def give_up(self, item: tuple[Pending, Plan], translator: Translator | None) -> Translated:
        """Return an article's share with every sentence failed that is not remembered."""
        share = self.of(item, translator)
        return replace(share, failed=frozenset(text for text in item[1].todo if text not in share.answers))


class Translate:
    """Translates what waits in one language; ``key`` is the language. Carries no ids: it leases what it finds."""

    def __init__(self, translators: Translators, worker: str, stopping: Callable[[], bool]) -> None:
        self._translators = translators
        self._worker = worker
        self._stopping = stopping
        self._rate = 1500.0  # characters a second: a first guess, measured from then on

    def load(self, connection: Connection, key: str) -> Batch | None:
        """Lease articles and ask the memory for their sentences."""
        # A worker translates one batch at a time: what it still holds is left over from a job that ended with an error.
        translations.release_all(connection, self._worker)
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
        answers = _Answers(dict(batch.known))
        waiting = []
        for item in batch.items:
            if item[0].attempts >= _TOO_OFTEN:
                yield answers.give_up(item, batch.translator)
            else:
                waiting.append(item)
        todo = [
            text for text in dict.fromkeys(text for _, one in waiting for text in one.todo) if not answers.has(text)
        ]
        while True:
            ready = [item for item in waiting if batch.translator is None or all(map(answers.has, item[1].todo))]
            for item in ready:
                yield answers.of(item, batch.translator)
            waiting = [item for item in waiting if item not in ready]
            if not waiting or self._stopping() or batch.translator is None:
                break
            chunk = self._chunk(todo)
            todo = todo[len(chunk) :]
            answers.learn(chunk, await asyncio.to_thread(self._translate, batch.translator, chunk))
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
        if not translations.finish(connection, self._worker, pending, translation, state=state, reason=reason):
            return []  # the lease lapsed and somebody else has it: their result counts
        return [Next("press", pending.article_id)]

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Give the leases back; articles that lapse too often are shown with their sentences failed."""
        del key, error
        translations.release_all(connection, self._worker)
        return []


def _pair(language: str) -> str:
    return f"{language}-en"


def _one_by_one(translator: Translator, chunk: Sequence[str]) -> Iterator[tuple[str, Candidates]]:
    for sentence in chunk:
        try:
            yield sentence, translator.translate([sentence])[0]
        except TranslationError:
            continue
