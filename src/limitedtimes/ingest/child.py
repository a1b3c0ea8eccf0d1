"""The process that reads pages for a worker and may be killed at any moment: ``python -m limitedtimes.ingest.child``.

It is started by ``apart.py`` alone and speaks frames over its standard input and output: four bytes of length, then JSON;
behind a request's JSON come the bytes of the page. It ends by itself when its input ends, so it never outlives its worker
by more than one page's time.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from limitedtimes.errors import ReadError
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.ingest.page.outlets import Outlets, load
from limitedtimes.ingest.page.pagination import next_page
from limitedtimes.ingest.plain import to_plain
from limitedtimes.model.article import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from limitedtimes.ports import LanguageDetector

_PAGES = 1000  # read by one process; what libraries leak or fragment goes with it
_GROWN = 256_000_000  # bytes above what it began with at which a process is not used any longer


def main() -> None:
    """Read pages until the input ends. Arguments: seconds of processor time and bytes of memory for a page, folders of outlet files."""
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    source, sink = _private_pipes()
    detector, outlets = Py3LangidDetector(), load([Path(folder) for folder in sys.argv[3:]])
    detector.detect("The model is loaded before the limits count.")
    start = _peak()
    _limit_memory(start + memory)
    _send(sink, {})
    for count in range(1, _PAGES + 1):
        request = _receive(source)
        if request is None:
            return
        _limit_time(seconds)
        answer = _answer(request, detector, outlets, memory, start)
        last = count == _PAGES or _peak() > start + _GROWN or answer.get("code") == "too_much_memory"
        _send(sink, {**answer, "last": last})
        if last:
            return


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to the worker for frames: what a library prints goes to standard error."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    return source, sink


def _limit_memory(most: int) -> None:
    """Limit the address space to ``most`` bytes on Linux; macOS has no limit that holds."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    """Let the system end this process (SIGXCPU) when the next page has taken its processor time, even inside C code."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


def _answer(
    request: Mapping[str, Any], detector: LanguageDetector, outlets: Outlets, memory: int, start: int
) -> dict[str, Any]:
    page = Page(
        request["url"],
        request["body"],
        request["content_type"],
        tuple((name, value) for name, value in request["headers"]),
    )
    try:
        if request["task"] == "next_page":
            return {"result": next_page(page) or ""}
        return {"result": to_plain(read_page(page, language=request["language"], detector=detector, outlets=outlets))}
    except Exception as error:  # whatever a page makes of a library: the next page must be read
        # What fails for want of memory says so seldom: libxml2 gives half a page.
        if isinstance(error, MemoryError) or _peak() > start + memory // 2:
            return {"code": "too_much_memory"}
        if isinstance(error, ReadError):
            return {"code": error.code, "message": str(error)}
        traceback.print_exc()
        return {"code": "reader_failed", "message": f"{type(error).__name__}: {error}"[:500]}


def _peak() -> int:
    """Bytes of memory that this process has had at most: its address space on Linux, which is what is limited there.

    ``ru_maxrss`` will not do: on Linux it begins with the memory of the process that started this one.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS
    return int(status.partition("VmPeak:")[2].split(maxsplit=1)[0]) * 1024


def _receive(source: BinaryIO) -> dict[str, Any] | None:
    """Next request with its body, None at the end of the input."""
    head = source.read(4)
    if len(head) < 4:
        return None
    request: dict[str, Any] = json.loads(source.read(int.from_bytes(head)))
    request["body"] = source.read(request["size"])
    return request


def _send(sink: BinaryIO, answer: Mapping[str, Any]) -> None:
    data = json.dumps(answer).encode("ascii")
    with contextlib.suppress(BrokenPipeError):  # the worker is gone: the input ends too
        sink.write(len(data).to_bytes(4) + data)
        sink.flush()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the worker decides when it ends
    main()
