"""The picture proxy: a reader's browser never meets an outlet's server, and pictures stay when the outlet is away.

Only pictures of articles that are shown are fetched, through the fetcher's guard against private addresses.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import time
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response

from limitedtimes.errors import FetchError
from limitedtimes.ports import FetchLimits
from limitedtimes.store import reading
from limitedtimes.web.rendering import unchanged

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from limitedtimes.model.article import Picture
    from limitedtimes.ports import Fetcher
    from limitedtimes.store.database import Database

WIDTHS = (320, 640, 1280)  # pixels
LIMITS = FetchLimits(max_bytes=15_000_000, seconds=25, redirects=5)
ACCEPT = "image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1"
TYPES = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "AVIF": "image/avif",
}
UNREADABLE = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError, Image.DecompressionBombWarning)
MAX_PIXELS = 60_000_000
AT_ONCE = 6
DAY = 86_400  # seconds that a browser keeps a picture
AGAIN = 300.0  # seconds until a picture that could not be had is asked for again
REMEMBERED = 2000  # failures remembered
LARGEST_ID = 2**31 - 1
PLACEHOLDER = b"""<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" viewBox="0 0 800 500">\
<rect width="800" height="500" fill="#e4e0d6"/><g fill="none" stroke="#a9a394" stroke-width="6">\
<rect x="310" y="170" width="180" height="130" rx="6"/><circle cx="360" cy="215" r="14"/>\
<path d="M316 290l56-50 34 30 30-26 48 44"/></g>\
<text x="400" y="350" text-anchor="middle" font-family="sans-serif" font-size="24" fill="#5d6068">Picture not available</text></svg>"""


class RefusedPictureError(Exception):
    """What came is no picture that the site shows."""


class Pictures:
    """Serves the pictures of articles from a folder, which it fills on demand and keeps within ``max_bytes``."""

    def __init__(self, database: Database, fetcher: Fetcher, folder: Path, *, max_bytes: int) -> None:
        self._database = database
        self._fetcher = fetcher
        self._shelf = Shelf(folder, max_bytes)
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._running: dict[str, asyncio.Task[Path]] = {}
        self._failed: dict[str, float] = {}  # URL -> when it may be tried again, by the monotonic clock

    async def picture(self, request: Request) -> Response:
        """``/img/{article}/{number}?w=640``: a picture, or a drawn sign with status 404 where it cannot be had."""
        article_id, number, width = _asked(request)
        found = await run_in_threadpool(self._look_up, article_id, number)
        if found is None:
            return _placeholder()
        key = _key(found.url, width)
        tag = f'"{key[:24]}"'
        headers = {"etag": tag, "cache-control": f"private, max-age={DAY}"}
        if unchanged(request, tag):
            return Response(status_code=304, headers=headers)
        try:
            path = await self._had(found.url, width)
            body = await run_in_threadpool(path.read_bytes)
        except (FetchError, RefusedPictureError, OSError):
            return _placeholder()
        return Response(body, media_type=TYPES[path.suffix[1:].upper()], headers=headers)

    async def close(self) -> None:
        """Stop what is still being fetched."""
        for task in list(self._running.values()):
            task.cancel()
        await asyncio.gather(*self._running.values(), return_exceptions=True)

    def _look_up(self, article_id: int, number: int | None) -> Picture | None:
        with self._database.connection() as connection:
            return reading.picture(connection, article_id, number)

    async def _had(self, url: str, width: int | None) -> Path:
        """Return the picture's file; readers who ask for the same one wait for the same work."""
        key = _key(url, width)
        if path := self._shelf.find(key):
            return path
        if self._failed.get(url, 0.0) > time.monotonic():
            message = "It could not be had a moment ago."
            raise RefusedPictureError(message)
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(self._make(key, url, width))
            task.add_done_callback(lambda done: self._finished(key, url, done))
        return await asyncio.shield(task)  # a reader who leaves does not spoil it for the others

    async def _make(self, key: str, url: str, width: int | None) -> Path:
        if width is None:
            body = await self._fetch(url)
        else:  # all widths are made of one original, so an outlet's server is asked once
            original = await self._had(url, None)
            body = await run_in_threadpool(original.read_bytes)
        name, made = await run_in_threadpool(prepare, body, width)
        return await run_in_threadpool(self._shelf.put, f"{key}.{name.lower()}", made)

    def _finished(self, key: str, url: str, task: asyncio.Task[Path]) -> None:
        self._running.pop(key, None)
        if not task.cancelled() and task.exception():
            while len(self._failed) >= REMEMBERED:
                self._failed.pop(next(iter(self._failed)))
            self._failed[url] = time.monotonic() + AGAIN

    async def _fetch(self, url: str) -> bytes:
        async with self._slots:
            response = await self._fetcher.fetch(url, limits=LIMITS, accept=ACCEPT)
        if response.page is None:
            message = "The server sent no picture."
            raise RefusedPictureError(message)
        return response.page.body


def _key(url: str, width: int | None) -> str:
    return hashlib.sha256(f"{url}|{width}".encode(errors="replace")).hexdigest()


def _asked(request: Request) -> tuple[int, int | None, int | None]:
    number, width = request.path_params["number"], request.query_params.get("w")
    known = number == "main" or (number.isascii() and number.isdigit() and len(number) <= 3)
    if request.path_params["id"] > LARGEST_ID or not known:
        raise HTTPException(404, "There is no such picture.")
    if width is not None and width not in map(str, WIDTHS):
        raise HTTPException(400, f"Pictures come in the widths {', '.join(map(str, WIDTHS))}.")
    return request.path_params["id"], None if number == "main" else int(number), int(width) if width else None


def _placeholder() -> Response:
    headers = {"cache-control": f"private, max-age={int(AGAIN)}"}
    return Response(PLACEHOLDER, status_code=404, media_type="image/svg+xml", headers=headers)


def prepare(body: bytes, width: int | None) -> tuple[str, bytes]:
    """Return format and bytes of a picture, made narrower where it is wider than ``width`` pixels.

    The format is told from the content, never from what the server calls it. Raises RefusedPictureError.
    """
    try:
        with Image.open(io.BytesIO(body), formats=tuple(TYPES)) as image:
            if image.width * image.height > MAX_PIXELS:
                message = f"It has {image.width * image.height} pixels."
                raise RefusedPictureError(message)
            if width is None or image.width <= width:
                image.load()  # a picture that was cut short shows only now
                return "JPEG" if image.format == "MPO" else image.format or "", body
            return "WEBP", _narrowed(image, width)
    except UNREADABLE as error:
        raise RefusedPictureError(str(error)) from error


def _narrowed(image: Image.Image, width: int) -> bytes:
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    mode = "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
    height = max(1, round(upright.height * width / upright.width))
    small = upright.convert(mode).resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=80, method=4, icc_profile=profile if image.mode in ("RGB", "RGBA") else None)
    return out.getvalue()


class Shelf:
    """Files in a folder, at most ``max_bytes`` of them: the one unused for longest goes first."""

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._bytes: int | None = None  # unknown until the folder was counted

    def find(self, key: str) -> Path | None:
        """Return the file of a key, and remember that it was used."""
        path = next((self._folder / key[:2]).glob(f"{key}.*"), None)
        if path:
            path.touch()
        return path

    def put(self, name: str, body: bytes) -> Path:
        """Write a file whole or not at all."""
        path = self._folder / name[:2] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f".{path.name}.{time.monotonic_ns()}")
        half.write_bytes(body)
        half.replace(path)
        self._bytes = self._count() if self._bytes is None else self._bytes + len(body)
        if self._bytes > self._max_bytes:
            self._bytes = self._tidy(keep=path)
        return path

    def _files(self) -> list[Path]:
        return [path for path in self._folder.glob("??/*") if path.is_file()]

    def _count(self) -> int:
        return sum(path.stat().st_size for path in self._files())

    def _tidy(self, keep: Path) -> int:
        """Remove the files unused for longest until a tenth is free; other processes may do the same."""
        stats = sorted((path.stat().st_mtime, path.stat().st_size, path) for path in self._files())
        total = sum(size for _, size, _ in stats)
        for _, size, path in stats:
            if total <= self._max_bytes * 0.9:
                break
            if path != keep:
                path.unlink(missing_ok=True)
                total -= size
        return total
