"""Reads pages in a process of its own, which may be killed without losing anything: the Reader port.

Pages are hostile: one that takes a minute or a gigabyte would stop its worker, whose threads nobody can kill. So one child
reads a worker's pages one after the other; what exceeds the limits ends it with a reason, and the next page gets a new one.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self, TypeVar

from limitedtimes.errors import LimitedTimesError, ReadError
from limitedtimes.ingest.plain import from_plain
from limitedtimes.model.article import Article

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from limitedtimes.model.article import Page

_T = TypeVar("_T")
_COMMAND = (sys.executable, "-P", "-m", "limitedtimes.ingest.child")
_LONGEST_ANSWER = (
    64_000_000  # bytes; an article is never longer than its page, and six characters stand for one at most
)
_STARTING = 60.0  # seconds that a child may take to load its libraries
_ENDING = 2.0  # seconds that a child may take to end once its pipe is closed
_TRIES = 2  # of a page whose child was killed by somebody else


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What reading one page may cost: seconds of processor time, seconds by the clock, bytes of memory.

    Real pages take .05 s and 60 MB. The clock's limit is for a child that does nothing; a busy machine must not reach it.
    """

    processor: int = 20
    seconds: float = 60.0
    memory: int = 768_000_000


class _ChildDiedError(Exception):
    """The child ended instead of answering; the message says how."""


class ChildReader:
    """Implements the Reader port; use it as an async context manager, it owns the process. Pages are read one at a time.

    ``outlets`` are folders of outlet files, the last one's word counts; each new process reads them again.
    """

    def __init__(
        self, limits: ReadLimits = ReadLimits(), command: Sequence[str] = _COMMAND, outlets: Sequence[Path] = ()
    ) -> None:
        self._limits = limits
        self._command = (*command, str(limits.processor), str(limits.memory), *map(str, outlets))
        self._child: Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        async with self._turn:
            await self._retire()

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        return self._child.pid if self._child else None

    async def read(self, page: Page, *, language: str | None) -> Article:
        """Read the article on a page; see the port. Raises LimitedTimesError where no child can be started."""
        return await self._answer(Article, "read", page, language)

    async def next_page(self, page: Page) -> str | None:
        """Return the address of the article's next page; see the port. Raises LimitedTimesError like ``read``."""
        return await self._answer(str, "next_page", page, None) or None

    async def _answer(self, kind: type[_T], task: str, page: Page, language: str | None) -> _T:
        async with self._turn:
            for _ in range(_TRIES - 1):
                with contextlib.suppress(_ChildDiedError):
                    return await self._asked(kind, task, page, language)
            try:
                return await self._asked(kind, task, page, language)
            except _ChildDiedError as error:
                raise ReadError(f"The process that read {page.url} {error}.", code="reader_died") from error

    async def _asked(self, kind: type[_T], task: str, page: Page, language: str | None) -> _T:
        child = self._child or await self._start()
        try:
            async with asyncio.timeout(self._limits.seconds):
                await _send(child, _request(task, page, language), page.body)
                answer = await _receive(child)
            result = self._understood(kind, page, answer)
        except EOFError as error:
            raise self._death(page, await self._ended(_ENDING)) from error
        except TimeoutError as error:
            await self._ended()
            message = f"Reading {page.url} took more than {self._limits.seconds:.0f} s."
            raise ReadError(message, code="too_slow") from error
        except (ValueError, RecursionError) as error:
            await self._ended()
            raise ReadError(f"The process that read {page.url} gave no answer: {error}", code="reader_died") from error
        except asyncio.CancelledError:
            await self._ended()  # in the middle of a frame: it is of no more use
            raise
        if answer.get("last"):
            await self._retire()
        if isinstance(result, ReadError):
            raise result
        return result

    def _understood(self, kind: type[_T], page: Page, answer: dict[str, Any]) -> _T | ReadError:
        """Return what the child found or why it found nothing; raises ValueError where it says neither."""
        code, said = answer.get("code"), answer.get("message")
        if code == "too_much_memory":
            megabytes = self._limits.memory // 1_000_000
            return ReadError(f"Reading {page.url} took more than {megabytes} MB of memory.", code=code)
        if code == "reader_failed":
            return ReadError(f"The reader failed at {page.url}: {said}", code=code)
        return ReadError(str(said), code=str(code)) if code else from_plain(kind, answer.get("result"))

    def _death(self, page: Page, code: int) -> ReadError | _ChildDiedError:
        if code == -signal.SIGXCPU:
            seconds = self._limits.processor
            return ReadError(f"Reading {page.url} took more than {seconds} s of processor time.", code="too_slow")
        return _ChildDiedError(_end(code))

    async def _start(self) -> Process:
        # A session of its own: Ctrl-C reaches the worker only, whose end closes the child's input.
        child = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, env=_environment(), start_new_session=True
        )
        self._child = child
        try:
            async with asyncio.timeout(_STARTING):
                await _receive(child)
        except (TimeoutError, EOFError, ValueError) as error:
            code = await self._ended(_ENDING)
            message = f"The process that reads pages cannot be started: it {_end(code)}."
            raise LimitedTimesError(message) from error
        return child

    async def _retire(self) -> None:
        """End an idle child by closing its input."""
        if self._child is not None:
            assert self._child.stdin is not None
            self._child.stdin.close()
            await self._ended(_ENDING)

    async def _ended(self, seconds: float = 0.0) -> int:
        """Wait for the child's end, or kill it after ``seconds``; return how it ended, the way ``returncode`` tells it."""
        child, self._child = self._child, None
        if child is None:
            return 0
        try:
            async with asyncio.timeout(seconds):
                return await child.wait()
        except TimeoutError:
            # Not `child.kill()`: it may reap the child itself, and then nobody learns how it ended.
            with contextlib.suppress(ProcessLookupError):
                os.kill(child.pid, signal.SIGKILL)
            return await child.wait()


def _environment() -> dict[str, str]:
    """Environment without this program's settings and PostgreSQL's: the child has no use for passwords."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LIMITEDTIMES_", "PG"))}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _request(task: str, page: Page, language: str | None) -> dict[str, Any]:
    return {
        "task": task,
        "url": page.url,
        "content_type": page.content_type,
        "headers": page.headers,
        "language": language,
        "size": len(page.body),
    }


async def _send(child: Process, request: dict[str, Any], body: bytes) -> None:
    assert child.stdin is not None
    data = json.dumps(request).encode("ascii")
    child.stdin.write(len(data).to_bytes(4) + data)
    child.stdin.write(body)
    with contextlib.suppress(ConnectionError):  # it died: reading its answer tells
        await child.stdin.drain()


async def _receive(child: Process) -> dict[str, Any]:
    """Next frame of the child; raises EOFError where it has ended, ValueError for what no child of ours would say."""
    assert child.stdout is not None
    size = int.from_bytes(await child.stdout.readexactly(4))
    if size > _LONGEST_ANSWER:
        message = f"{size:,} bytes"
        raise ValueError(message)
    answer = json.loads(await child.stdout.readexactly(size))
    if not isinstance(answer, dict):
        message = f"{type(answer).__name__} where dict belongs"
        raise ValueError(message)
    return answer


def _end(code: int) -> str:
    return f"was ended by signal {-code} ({signal.Signals(-code).name})" if code < 0 else f"ended with status {code}"
