"""Article -> translation: everything that waits in one language, together.

The way of a sentence: the owner's correction, else the translation memory, else the engine; then, where a guard has
doubts, the engine's alternatives; then, article by article in reading order, the guards, the owner's terms and the names.
The memory holds what engines answered; everything behind it is done anew each time, so it costs no engine to edit again.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from limitedtimes.errors import ModelMissingError, TranslationError
from limitedtimes.model.translation import Candidate
from limitedtimes.rules.editing import Style
from limitedtimes.rules.languages import base
from limitedtimes.rules.names import Names
from limitedtimes.rules.names.key import key as name_key
from limitedtimes.rules.names.spelling import keys, votes
from limitedtimes.rules.translation import Plan, assemble, plan, verdict
from limitedtimes.stages.asking import ALTERNATIVES, Pace, doubtful, edit_all, guarded, look_at
from limitedtimes.store import corrections, glossary, memory, names, sources, translations
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence

    from limitedtimes.model.translation import Engine
    from limitedtimes.ports import Candidates, Translator, Translators
    from limitedtimes.rules.editing import Look
    from limitedtimes.rules.guards import Judged
    from limitedtimes.rules.names.spelling import Vote
    from limitedtimes.store.database import Connection
    from limitedtimes.store.glossary import Entry
    from limitedtimes.store.translations import Pending

Result = TypeVar("Result")

_LEASED = 16  # articles at once, at least: enough for large batches, few enough to be shared between workers
_MOST_LEASED = 64
_ARTICLE = 2500  # characters, about
_LEASE_SECONDS = 300.0
_BATCH_SECONDS = 6.0  # of work that is leased where more waits
_CHUNK_SECONDS = 1.5  # between two looks at whether to stop
_TOO_OFTEN = 10  # an article whose lease lapsed that often, by itself at the end, takes its workers down with it


@dataclass(frozen=True, slots=True)
class Item:
    """An article under lease, cut into sentences."""

    pending: Pending
    plan: Plan


@dataclass(slots=True)
class Batch:
    """Articles under lease with their sentences, and what is known of them before an engine is asked."""

    language: str
    items: list[Item]
    translator: Translator | None = None
    known: dict[str, Candidates] = field(default_factory=dict)  # the translation memory's
    corrections: dict[str, str] = field(default_factory=dict)  # the owner's
    terms: list[Entry] = field(default_factory=list)
    names: Names = field(default_factory=Names)

    def style(self, source_id: int | None = None) -> Style:
        """Return what an outlet's sentences are edited by; None: those of any outlet of the batch."""
        here = [entry for entry in self.terms if source_id is None or entry.source_id in (None, source_id)]
        # An outlet's own term takes the place of the one for all.
        terms = {entry.term.source: entry.term for entry in sorted(here, key=lambda one: one.source_id is not None)}
        # The archive's spelling gives way to the owner's, too.
        owned = {name_key(one.source, self.code): one.english for one in terms.values() if one.is_name}
        known = replace(self.names, spellings={**self.names.spellings, **owned})
        return Style(self.code, known, tuple(terms.values()))

    @property
    def code(self) -> str:
        """The language without its region."""
        return base(self.language)


@dataclass(frozen=True, slots=True)
class Translated:
    """One article's sentences as they are printed. ``fresh`` is what the memory does not have yet."""

    pending: Pending
    plan: Plan
    answers: dict[str, Judged] = field(default_factory=dict)
    corrected: dict[str, Candidate] = field(default_factory=dict)
    engine: Engine | None = None
    failed: frozenset[str] = frozenset()
    fresh: dict[str, Candidates] = field(default_factory=dict)
    votes: list[Vote] = field(default_factory=list)  # on how names are written


@dataclass(frozen=True, slots=True)
class Released:
    """The batch is over; leases on these articles are given back unfinished. What the engine answered is kept."""

    article_ids: tuple[int, ...]
    fresh: dict[str, Candidates] = field(default_factory=dict)


@dataclass(slots=True)
class _Answers:
    """What is known of a batch's sentences: owner's, remembered and fresh answers, and which need no more asking."""

    corrected: dict[str, Candidate]
    known: dict[str, Candidates]
    fresh: dict[str, Candidates] = field(default_factory=dict)
    settled: set[str] = field(default_factory=set)
    looks: dict[str, Look] = field(default_factory=dict)

    def taken(self, texts: Iterable[str]) -> dict[str, Candidates]:
        """Hand out the fresh answers to these sentences, to be remembered: each once."""
        return {text: self.fresh.pop(text) for text in texts if text in self.fresh}

    def learn(self, news: Mapping[str, Candidates]) -> None:
        """Take in what the engine answered."""
        self.known |= news
        self.fresh |= news

    def complete(self, item: Item) -> bool:
        """Tell whether nothing more will be learnt of an article's sentences."""
        return all(text in self.settled for text in item.plan.todo)


class Translate:
    """Translates what waits in one language; ``key`` is the language. Carries no ids: it leases what it finds."""

    def __init__(self, translators: Translators, worker: str, stopping: Callable[[], bool]) -> None:
        self._translators = translators
        self._worker = worker
        self._stopping = stopping
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="translating")
        # By language, and whether alternatives are asked: each has its own pace.
        self._paces: defaultdict[tuple[str, bool], Pace] = defaultdict(Pace)

    def load(self, connection: Connection, key: str) -> Batch | None:
        """Lease articles and ask what is known of their sentences."""
        # A worker translates one batch at a time: what it still holds is left over from a job that ended with an error.
        translations.release_all(connection, self._worker)
        limit = min(max(_LEASED, int(self._paces[key, False].rate * _BATCH_SECONDS / _ARTICLE)), _MOST_LEASED)
        leased = translations.lease(connection, key, self._worker, limit=limit, seconds=_LEASE_SECONDS)
        if not leased:
            return None
        batch = Batch(key, [Item(pending, plan(pending.article)) for pending in leased])
        batch.corrections = corrections.recall(
            connection, key, {text for one in batch.items for text in one.plan.texts}
        )
        batch.terms = glossary.entries(connection, key)
        try:
            batch.translator = self._translators.get(key)
        except ModelMissingError:
            return batch
        batch.names = _names(connection, batch)
        todo = [text for text in _todo(batch.items) if text not in batch.corrections]
        batch.known = memory.recall(connection, batch.translator.identity, _pair(batch.translator), todo)
        return batch

    async def work(self, batch: Batch) -> AsyncIterator[Translated | Released]:
        """Yield each article as soon as its last sentence is there."""
        owners = await self._aside(_aligned, batch.translator, batch.corrections)
        answers = _Answers(owners, dict(batch.known), settled=set(owners))
        waiting = [item for item in batch.items if item.pending.attempts < _TOO_OFTEN]
        for item in batch.items:
            if item.pending.attempts >= _TOO_OFTEN:
                yield Translated(item.pending, item.plan, failed=frozenset(item.plan.todo))
        todo = [text for text in _todo(waiting) if text not in owners]
        while waiting and not self._stopping():
            ready = next((item for item in waiting if batch.translator is None or answers.complete(item)), None)
            if ready:
                waiting = [item for item in waiting if item is not ready]
                yield await self._aside(_finished, batch, ready, answers)
            elif batch.translator:
                chunk = self._pace(batch).chunk(todo, _CHUNK_SECONDS)
                todo = todo[len(chunk) :]
                await self._answer(batch, batch.translator, chunk, answers)
        yield Released(tuple(item.pending.article_id for item in waiting), answers.taken(list(answers.fresh)))

    def _pace(self, batch: Batch, *, alternatives: bool = False) -> Pace:
        return self._paces[batch.language, alternatives]

    async def _aside(self, call: Callable[..., Result], *arguments: object) -> Result:
        """Run what takes the processor on this stage's own thread: always the same one, so that memory is used again."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(call, *arguments))

    async def _answer(self, batch: Batch, translator: Translator, chunk: Sequence[str], answers: _Answers) -> None:
        """Settle a chunk's sentences: ask the engine for those that are new, and for alternatives where one is in doubt."""
        new = [text for text in chunk if text not in answers.known]
        if new:
            answers.learn(await self._aside(self._pace(batch).ask, translator, new))
        looks = await self._aside(look_at, translator, chunk, answers.known, batch.style())
        answers.looks |= looks
        again = doubtful(looks)
        answers.settled.update(set(chunk).difference(again))
        while again and not self._stopping():
            pace = self._pace(batch, alternatives=True)
            part = pace.chunk(again, _CHUNK_SECONDS)
            again = again[len(part) :]
            answers.learn(await self._aside(pace.ask, translator, part, ALTERNATIVES))
            answers.settled.update(part)

    def save(self, connection: Connection, work: Batch, result: Translated | Released) -> list[Next]:
        """Store an article's translation and print it next; at the end, go on while anything waits."""
        if work.translator and result.fresh:
            memory.remember(connection, work.translator.identity, _pair(work.translator), result.fresh)
        if isinstance(result, Released):
            translations.release(connection, self._worker, result.article_ids)
            more = work.language in translations.languages_waiting(connection)
            return [Next("translate", work.language)] if more else []
        pending = result.pending
        translation = assemble(
            pending.article,
            result.plan,
            result.answers,
            engine=result.engine,
            failed=result.failed,
            corrected=result.corrected,
        )
        state, reason = verdict(pending.article, translation)
        if not translations.finish(connection, self._worker, pending, translation, state=state, reason=reason):
            return []  # the lease lapsed and somebody else has it: their result counts
        names.vote(connection, work.code, result.votes)
        return [Next("press", pending.article_id)]

    def give_up(self, connection: Connection, key: str, error: Exception) -> list[Next]:
        """Give the leases back; articles that lapse too often are shown with their sentences failed."""
        del key, error
        translations.release_all(connection, self._worker)
        return []


def _pair(translator: Translator) -> str:
    return f"{translator.source_language}-en"


def _todo(items: Sequence[Item]) -> list[str]:
    return list(dict.fromkeys(text for item in items for text in item.plan.todo))


def _names(connection: Connection, batch: Batch) -> Names:
    """Return what the archive knows of the names in these articles; outlets and agencies are called what they are."""
    outlets = {source.name for source, _ in sources.feeds(connection)}
    agencies = {name for item in batch.items for name in item.pending.article.agencies}
    spellings = names.recall(connection, batch.code, keys(_todo(batch.items), batch.code))
    return Names(spellings, frozenset(outlets | agencies))


def _aligned(translator: Translator | None, owners: Mapping[str, str]) -> dict[str, Candidate]:
    """Align the owner's translations where the engine can; one that it cannot align is printed all the same."""
    found = {sentence: Candidate(text) for sentence, text in owners.items()}
    if translator and translator.capabilities.force:
        for sentence, text in owners.items():
            try:
                found[sentence] = translator.force([(sentence, text)])[0]
            except TranslationError:
                continue
    return found


def _votes(batch: Batch, item: Item, answers: _Answers) -> list[Vote]:
    return votes([(text, answers.known[text][0]) for text in item.plan.todo if text in answers.known], batch.code)


def _finished(batch: Batch, item: Item, answers: _Answers) -> Translated:
    """Edit an article's sentences; those to which the engine has no answer failed, if there is an engine."""
    pending, todo = item.pending, item.plan.todo
    printed = edit_all(todo, answers.known, batch.style(pending.source_id), answers.looks)
    return Translated(
        pending,
        item.plan,
        printed,
        corrected={text: answers.corrected[text] for text in item.plan.texts if text in answers.corrected},
        engine=batch.translator.identity if batch.translator and printed else None,
        failed=frozenset(todo).difference(printed) if batch.translator else frozenset(),
        fresh=answers.taken(todo),
        # Of what the engine wrote, not of what was made of it; an article that is edited again has had its say.
        votes=[] if pending.again else guarded(partial(_votes, batch, item, answers), []),
    )
