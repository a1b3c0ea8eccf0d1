"""The site in a real browser: nothing is blocked, nothing scrolls sideways, sentences stand beside their originals."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from limitedtimes.model.article import BlockKind, Picture
from limitedtimes.web.app import create_app
from newsdesk import PictureDesk, Story, block, outlet, paragraph, printed
from samples import world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page
    from starlette.applications import Starlette

    from limitedtimes.store.database import Database

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("there is no Chromium on the path")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Iterator[str]:
    with database.connection() as connection:
        world(connection)
    with serving(create_app(database, PictureDesk(), version="1", pictures=tmp_path)) as address:
        yield address


ADDRESSES = (
    "/",
    "/latest",
    "/2020-10-22",
    "/lang/ar",
    "/c/labour",
    "/source/der-hafenbote",
    "/search",
    "/search?q=strike+OR+%D8%A7%D9%84%D9%82%D9%85%D8%AD",
    "/sources",
    "/about",
    "/a/1",
    "/a/1?view=original",
    "/a/1?view=both",
    "/a/1?view=stacked",
    "/a/2?view=both",
    "/a/2?view=original",
    "/a/3?view=stacked",
    "/a/4",
    "/a/5",
    "/a/6",
)


def listen(page: Page) -> list[str]:
    """What the browser says in its console from now on: blocked resources, missing files, errors."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", note)
    return said


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])
def test_nothing_is_blocked_and_nothing_scrolls_sideways(browser: Browser, site: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    outside: list[str] = []
    said = listen(page)
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith(site) else None)
    wide = {}
    for address in ADDRESSES:
        answer = page.goto(site + address, wait_until="load")
        assert answer is not None
        assert answer.status == 200, address
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide == dict.fromkeys(ADDRESSES, width)
    assert said == []
    assert outside == []


def test_the_browser_reports_what_the_policy_blocks(browser: Browser, site: str) -> None:
    """So that silence above means something: a script that is put into the page does not run, and is reported."""
    page = browser.new_page()
    said = listen(page)
    page.goto(f"{site}/a/1")
    page.evaluate("""() => {
        const script = document.createElement("script"); script.textContent = "window.ran = true"; document.body.append(script)
    }""")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in message for message in said)
    assert page.evaluate("[...document.querySelectorAll('main script, head script')].map(s => s.type)") == [
        "application/ld+json"
    ]
    page.close()


def test_words_without_end_scroll_nothing_sideways(browser: Browser, database: Database, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrt" * 12
    story = Story(
        title=(word, word),
        lead=(word, word),
        kicker=(word, word),
        body=(
            paragraph((word, word)),
            block(BlockKind.HEADING, (word, word), level=2),
            block(BlockKind.LIST_ITEM, (word, word)),
            block(BlockKind.QUOTE, (word, word)),
        ),
        pictures=(Picture("https://p.example/tall.jpg", word, word, width=300, height=3000),),
        captions=(word,),
        authors=(word,),
        agencies=(word,),
    )
    with database.connection() as connection:
        printed(connection, outlet(connection, word), story)
        connection.execute("update feed set failures = 1, last_error = %s", [word])
    page = browser.new_page(viewport={"width": 320, "height": 800})
    with serving(create_app(database, PictureDesk(), version="1", pictures=tmp_path)) as address:
        for target in (
            "/",
            "/latest",
            "/sources",
            f"/search?q={word}",
            *(f"/a/1?view={view}" for view in ("original", "both", "stacked")),
        ):
            page.goto(address + target)
            assert page.evaluate("document.documentElement.scrollWidth") == 320, target
    page.close()


def boxes(page: Page, selector: str) -> list[tuple[float, float]]:
    """Left and top of every element, in whole pixels."""
    found: list[list[float]] = page.eval_on_selector_all(
        selector,
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top + scrollY)] })",
    )
    return [(left, top) for left, top in found]


def test_each_sentence_stands_beside_its_original_in_order(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/a/2?view=both")
    english, original = boxes(page, ".pair > .t"), boxes(page, ".pair > .o")
    assert len(english) == len(original) == 5
    assert [top for _, top in english] == sorted(top for _, top in english)
    assert all(left < right for (left, _), (right, _) in zip(english, original, strict=True))
    assert all(abs(top - other) < 8 for (_, top), (_, other) in zip(english, original, strict=True))
    styles = page.eval_on_selector_all(
        ".pair > .o", "all => all.map(one => [one.lang, getComputedStyle(one).direction])"
    )
    assert styles == [["ar", "rtl"]] * 5
    page.set_viewport_size({"width": 360, "height": 800})
    stacked = boxes(page, ".pair > *")
    assert [top for _, top in stacked] == sorted(top for _, top in stacked)
    page.close()


def test_a_sentence_under_the_pointer_lights_up_with_its_original(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(f"{site}/a/1?view=both")
    lights = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    dark = set(page.eval_on_selector_all(".pair .s", lights))
    assert dark == {"rgba(0, 0, 0, 0)"}
    page.locator(".pair .s").nth(2).hover()
    lit = page.eval_on_selector_all(".pair .s", lights)
    assert [colour not in dark for colour in lit[:6]] == [False, False, True, True, False, False]
    page.close()


def test_a_picture_enlarges_and_closes_without_scripts(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}/a/1")
    large = page.locator("#picture-0")
    assert not large.is_visible()
    page.locator("button.enlarge").first.click()
    assert large.is_visible()
    image = large.locator("img")
    assert image.evaluate("async image => { await image.decode(); return image.naturalWidth }") == 1600
    page.keyboard.press("Escape")
    assert not large.is_visible()
    page.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_text(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/a/1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.close()


def test_pictures_that_come_late_move_nothing(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    for address in ("/", "/a/1", "/latest"):
        page.goto(site + address, wait_until="networkidle")
        shift = page.evaluate("""() => new Promise(done => {
            let sum = 0
            new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value }).observe({type: "layout-shift", buffered: true})
            requestAnimationFrame(() => setTimeout(() => done(sum), 50))
        })""")
        assert shift < 0.05, address
    page.close()
