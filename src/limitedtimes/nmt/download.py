"""Fetches documents and files over HTTP: resumed, verified, bounded in size and patience.

urllib honours the proxies of the environment. Every failure is a ModelError of one sentence.
"""

from __future__ import annotations

import errno
import gzip
import http.client
import ssl
import sys
import time
import urllib.error
import urllib.request
import zlib
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import sha256_of

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Report = Callable[[int], None]  # is told how many bytes more there are

LARGEST = (
    200_000_000  # bytes that a file may unpack to where the registry does not say; the largest published has 60 MB
)
_CHUNK = 1 << 16  # bytes
_AGAIN = (408, 425, 429, 500, 502, 503, 504)  # HTTP statuses that may pass


@dataclass(frozen=True, slots=True)
class Patience:
    """When to give up: after ``silence`` seconds without a byte, or ``stall`` seconds that bring fewer than ``least`` bytes;
    after ``tries`` attempts in a row that bring fewer, ``pause`` seconds apart.
    """

    silence: float = 15.0
    stall: float = 30.0
    least: int = 50_000
    tries: int = 3
    pause: float = 1.0


class _BrokenError(Exception):
    """The transfer ended too early; trying again may help. The text says how."""


def read(url: str, *, limit: int, patience: Patience | None = None) -> bytes:
    """Return a document of at most ``limit`` bytes. Raises ModelError."""
    patience = patience or Patience()
    body = bytearray()
    try:
        with _open(url, 0, patience) as response:
            for chunk in _chunks(response, patience):
                body += chunk
                if len(body) > limit:
                    message = f"{url} is larger than {limit / 1e6:.0f} MB: it is not what it should be."
                    raise ModelError(message)
            if len(body) < (_length(response) or 0):
                message = "ended early"
                raise _BrokenError(message)
    except _BrokenError as error:
        message = f"{url} {error}."
        raise ModelError(message) from error
    return bytes(body)


def fetch(url: str, path: Path, *, size: int, sha256: str, report: Report, patience: Patience | None = None) -> None:
    """Download to ``path``; what is there of it already is gone on from. Raises ModelError; the beginning stays then.

    ``path`` must be of no other file than the one with this hash: what does not add up to it is deleted.
    """
    patience = patience or Patience()
    resumed = path.exists()
    if resumed:
        report(min(path.stat().st_size, size))
    _complete(url, path, size, report, patience)
    digest = sha256_of(path)
    if digest != sha256 and resumed:
        # The beginning may have been another file's.
        report(-size)
        path.unlink()
        _complete(url, path, size, report, patience)
        digest = sha256_of(path)
    if digest != sha256:
        path.unlink()
        message = f"{url} is not the file that the registry names: its SHA-256 is {digest}. Nothing was installed."
        raise ModelError(message)


def _complete(url: str, path: Path, size: int, report: Report, patience: Patience) -> None:
    """Download until all bytes are there; attempts that bring much are not counted."""
    tries = 0
    while (have := _size(path)) < size:
        try:
            _append(url, path, have, size=size, report=report, patience=patience)
        except _BrokenError as error:
            tries = 1 if _size(path) - have >= patience.least else tries + 1
            if tries >= patience.tries:
                came = f"{_size(path) / 1e6:.1f} of {size / 1e6:.1f} MB are here"
                message = f"{url} {error}: {came}; the same command goes on from there."
                raise ModelError(message) from error
            time.sleep(patience.pause)


def _append(url: str, path: Path, have: int, *, size: int, report: Report, patience: Patience) -> None:
    with _open(url, have, patience) as response:
        goes_on = response.status == http.HTTPStatus.PARTIAL_CONTENT and _starts_at(response, have)
        if have and not goes_on:
            report(-have)
        with roomy(path, size - have), path.open("ab" if goes_on else "wb") as file:
            written = have if goes_on else 0
            for chunk in _chunks(response, patience):
                kept = chunk[: size - written]
                file.write(kept)
                written += len(kept)
                report(len(kept))
                if len(kept) < len(chunk):
                    path.unlink()
                    message = f"{url} is longer than the registry says. Nothing was installed."
                    raise ModelError(message)
    if written < size:
        message = "ended early"
        raise _BrokenError(message)


@contextmanager
def _open(url: str, start: int, patience: Patience) -> Iterator[http.client.HTTPResponse]:
    if not url.startswith(("https://", "http://")):
        message = f"{url} is no address on the web; check the settings of the registry and the mirror."
        raise ModelError(message)
    headers = {"User-Agent": "limitedtimes"} | ({"Range": f"bytes={start}-"} if start else {})
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - checked
    try:
        # A new opener asks the environment for proxies anew.
        with closing(urllib.request.build_opener().open(request, timeout=patience.silence)) as response:
            yield response
    except urllib.error.HTTPError as error:
        with error:
            if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE or error.code in _AGAIN:
                message = f"answered with HTTP status {error.code}"
                raise _BrokenError(message) from error
            hint = ": it is not there" if error.code == http.HTTPStatus.NOT_FOUND else ""
            message = f"{url} answered with HTTP status {error.code}{hint}."
            raise ModelError(message) from error
    except urllib.error.URLError as error:
        message = f"cannot be reached ({_reason(error.reason)})"
        raise _BrokenError(message) from error
    except (TimeoutError, ConnectionError, ssl.SSLError, http.client.HTTPException) as error:
        message = f"broke off ({_reason(error)})"
        raise _BrokenError(message) from error


def _reason(error: str | BaseException) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _chunks(response: http.client.HTTPResponse, patience: Patience) -> Iterator[bytes]:
    """Yield what comes, for as long as enough comes: a server that drips is as good as none."""
    since, count = time.monotonic(), 0
    # read1 returns what one call to the system gave; read would wait for the whole chunk.
    while chunk := response.read1(_CHUNK):
        yield chunk
        count += len(chunk)
        if (now := time.monotonic()) - since > patience.stall:
            if count < patience.least:
                message = f"sends too slowly ({count} bytes in {now - since:.0f} seconds)"
                raise _BrokenError(message)
            since, count = now, 0


def _length(response: http.client.HTTPResponse) -> int | None:
    value = response.headers.get("Content-Length", "")
    return int(value) if value.isdigit() else None


def _starts_at(response: http.client.HTTPResponse, start: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {start}-")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


@contextmanager
def roomy(path: Path, needed: int | None = None) -> Iterator[None]:
    """Turn a full disk into a sentence. ``needed`` is in bytes, None where it is not known."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        how_much = f": {needed / 1e6:.0f} MB more are needed" if needed else ""
        message = (
            f"There is no room left in {path.parent}{how_much}. Nothing was installed;"
            " make room and run the command again."
        )
        raise ModelError(message) from error


def unpack(packed: Path, path: Path, *, limit: int = LARGEST) -> None:
    """Write what a ``.zst`` or ``.gz`` file holds, or a copy of any other, up to ``limit`` bytes. Raises ModelError."""
    try:
        with roomy(path, None if limit == LARGEST else limit), _opened(packed) as source, path.open("wb") as target:
            left = limit
            while chunk := source.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    message = f"{packed} unpacks to more than {limit / 1e6:.1f} MB: it is not what it should be."
                    raise ModelError(message)
                target.write(chunk)
    except (zstd.ZstdError, zlib.error, EOFError) as error:
        message = f"{packed} cannot be unpacked: {error}."
        raise ModelError(message) from error
    except OSError as error:
        message = f"{packed} cannot be unpacked: {error.strerror or error}."
        raise ModelError(message) from error


def _opened(path: Path) -> zstd.ZstdFile | gzip.GzipFile | IO[bytes]:
    if path.name.endswith(".zst"):
        return zstd.open(path)
    if path.name.endswith(".gz"):
        return gzip.open(path)
    return path.open("rb")
