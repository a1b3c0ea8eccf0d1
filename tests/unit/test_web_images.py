"""The picture proxy: only pictures, only of articles, each fetched once."""

from __future__ import annotations

import asyncio
import io
import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from limitedtimes.errors import RefusedError, TransientError
from limitedtimes.model.article import Picture
from limitedtimes.web import images
from limitedtimes.web.app import create_app
from limitedtimes.web.images import RefusedPictureError, Shelf, prepare
from newsdesk import PictureDesk, Story, ask, drawing, get, outlet, printed

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

    from limitedtimes.store.database import Database

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def article_with(database: Database, *names: str) -> int:
    with database.connection() as connection:
        pictures = tuple(Picture(f"https://p.example/{name}.jpg") for name in names)
        return printed(connection, outlet(connection, "O Mirante"), Story(title=("a", "b"), pictures=pictures))


def site_of(database: Database, desk: PictureDesk, folder: Path) -> Starlette:
    return create_app(database, desk, version="1", pictures=folder)


def test_a_picture_is_fetched_once_and_kept(database: Database, tmp_path: Path) -> None:
    number, desk = article_with(database, "boat"), PictureDesk()
    site = site_of(database, desk, tmp_path)
    first = get(site, f"/img/{number}/0")
    assert (first.status, first.headers["content-type"], first.body) == (200, "image/jpeg", drawing("boat"))
    small = get(site, f"/img/{number}/main?w=320")
    assert small.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(small.body)).size == (320, 200)
    again = site_of(database, desk, tmp_path)  # another process
    assert get(again, f"/img/{number}/0?w=320").body == small.body
    assert desk.asked == ["https://p.example/boat.jpg"]
    assert "max-age" in first.headers["cache-control"]
    assert get(site, f"/img/{number}/0", if_none_match=first.headers["etag"]).status == 304


def test_only_pictures_of_articles_that_are_shown_are_fetched(database: Database, tmp_path: Path) -> None:
    number, desk = article_with(database, "boat"), PictureDesk()
    site = site_of(database, desk, tmp_path)
    with database.connection() as connection:
        connection.execute("update article set visible_at = null")
    assert get(site, f"/img/{number}/0").status == get(site, f"/img/{number}/main").status == 404
    assert desk.asked == []


@pytest.mark.parametrize(
    "answer",
    [
        SVG,
        b"<html>not found</html>",
        b"",
        drawing("x")[:2000],
        RefusedError("robots.txt says no", code="robots", url="x"),
        TransientError("it takes too long", code="timeout", url="x"),
    ],
)
def test_what_is_no_picture_becomes_a_drawn_sign_and_is_not_asked_for_at_once_again(
    database: Database, tmp_path: Path, answer: bytes | RefusedError
) -> None:
    number, desk = article_with(database, "boat"), PictureDesk(boat=answer)
    site = site_of(database, desk, tmp_path)
    for target in (f"/img/{number}/0?w=640", f"/img/{number}/0", f"/img/{number}/0?w=320"):
        found = get(site, target)
        assert (found.status, found.headers["content-type"]) == (404, "image/svg+xml")
        assert b"alert" not in found.body
    assert len(desk.asked) == 1


def test_many_readers_cost_one_fetch(database: Database, tmp_path: Path) -> None:
    number, desk = article_with(database, "boat"), PictureDesk()
    site = site_of(database, desk, tmp_path)

    async def crowd() -> list[int]:
        answers = await asyncio.gather(
            *(ask(site, f"/img/{number}/0?w={width}", "GET", {}) for width in (320, 640, 320, 1280))
        )
        return [answer.status for answer in answers]

    assert asyncio.run(crowd()) == [200] * 4
    assert len(desk.asked) == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_each_format_is_told_from_its_content_and_narrowed(kind: str) -> None:
    name, body = prepare(drawing("x", (900, 500), kind), None)
    assert name == kind
    assert body == drawing("x", (900, 500), kind)
    name, body = prepare(body, 320)
    assert name == "WEBP"
    assert Image.open(io.BytesIO(body)).size == (320, 178)


def test_a_small_picture_is_never_made_larger() -> None:
    small = drawing("x", (200, 100))
    assert prepare(small, 640) == ("JPEG", small)


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO"])
def test_other_formats_are_refused(kind: str) -> None:
    with pytest.raises(RefusedPictureError):
        prepare(drawing("x", (64, 64), kind), None)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "MAX_PIXELS", 10_000)
    with pytest.raises(RefusedPictureError, match="pixels"):
        prepare(drawing("x", (200, 100)), 320)


def test_transparency_survives() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (800, 400), (10, 20, 30, 0)).save(out, "PNG")
    _, body = prepare(out.getvalue(), 320)
    assert Image.open(io.BytesIO(body)).getpixel((5, 5))[3] == 0  # type: ignore[index]  # RGBA has four channels


def test_the_shelf_keeps_within_its_size_and_drops_what_was_unused_longest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, 1000)
    for age, name in enumerate(("aa1.jpeg", "bb2.jpeg", "cc3.jpeg")):
        path = shelf.put(name, b"x" * 300)
        os.utime(path, (1000 + age, 1000 + age))
    assert shelf.find("aa1")  # used again: now the newest
    shelf.put("dd4.jpeg", b"x" * 300)
    assert {key: shelf.find(key) is not None for key in ("aa1", "bb2", "cc3", "dd4")} == {
        "aa1": True,
        "bb2": False,
        "cc3": True,
        "dd4": True,
    }


def test_a_jpeg_with_further_pictures_inside_is_a_jpeg() -> None:
    out = io.BytesIO()
    first, second = Image.new("RGB", (400, 300), "red"), Image.new("RGB", (400, 300), "blue")
    first.save(out, "MPO", save_all=True, append_images=[second])
    assert prepare(out.getvalue(), None) == ("JPEG", out.getvalue())
