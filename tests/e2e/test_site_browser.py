"""The site in a real browser: nothing is blocked, nothing scrolls sideways, sentences stand beside their originals."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from limitedtimes.model.article import Block, BlockKind, Mark, MarkKind, Picture
from limitedtimes.store import editions
from limitedtimes.web.app import create_app
from newsdesk import EVENING, PictureDesk, Story, block, outlet, paragraph, printed, sentence, told
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
        numbers = world(connection)
        told(connection, *(numbers[name] for name in ("conflict", "arabic", "german", "partial")), reason=REASON)
        editions.keep(connection, editions.current(connection, now=EVENING), now=EVENING)
    with serving(create_app(database, PictureDesk(), version="1", pictures=tmp_path, now=lambda: EVENING)) as address:
        yield address


REASON = "shares: mountains, the alliance, both foreign ministers; 17 minutes apart"
ADDRESSES = (
    "/",
    "/?at=2020-10-22T18",
    "/story/19",
    "/trends",
    "/brief",
    "/country/PT",
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
    assert page.evaluate("[...document.querySelectorAll('script:not([src])')].slice(0, -1).map(s => s.type)") == [
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
    english, original = boxes(page, ".row > .t"), boxes(page, ".row > .o")
    assert len(english) == len(original) == 5
    assert [top for _, top in english] == sorted(top for _, top in english)
    assert all(left < right for (left, _), (right, _) in zip(english, original, strict=True))
    assert all(abs(top - other) < 8 for (_, top), (_, other) in zip(english, original, strict=True))
    styles = page.eval_on_selector_all(
        ".row > .o", "all => all.map(one => [one.lang, getComputedStyle(one).direction])"
    )
    assert styles == [["ar", "rtl"]] * 5
    page.set_viewport_size({"width": 360, "height": 800})
    stacked = boxes(page, ".row > *")
    assert [top for _, top in stacked] == sorted(top for _, top in stacked)
    page.close()


LIT = "all => all.map(one => getComputedStyle(one).backgroundColor)"
DARK = "rgba(0, 0, 0, 0)"


def test_a_sentence_under_the_pointer_lights_up_with_its_original(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(f"{site}/a/1?view=both")
    assert set(page.eval_on_selector_all(".row .s", LIT)) == {DARK}
    page.locator(".row .s").nth(2).hover()
    lit = page.eval_on_selector_all(".row .s", LIT)
    assert [colour != DARK for colour in lit[:6]] == [False, False, True, True, False, False]
    page.close()


@pytest.fixture
def bilingual(database: Database, tmp_path: Path) -> Iterator[str]:
    """The address of an article with two sentences whose words are aligned."""
    one = sentence("Hoje o velho porto parou.", "Today the old port stopped.")
    words = [(0, 4, 0, 5), (5, 6, 6, 9), (7, 12, 10, 13), (13, 18, 14, 18), (19, 24, 19, 26)]
    one = replace(one, alignment=tuple(((a, b), (c, d)) for a, b, c, d in words))
    link = Mark(MarkKind.LINK, (7, 18), "https://example.org/port")
    blocks = [(Block(BlockKind.PARAGRAPH, one.source, (link,)), (one,)), paragraph(("Outra frase.", "Another one."))]
    with database.connection() as connection:
        printed(connection, outlet(connection, "O Mirante"), Story(title=("Título", "Title"), body=blocks))
    with serving(create_app(database, PictureDesk(), version="1", pictures=tmp_path)) as address:
        yield f"{address}/a/1?view=both"


def alight(page: Page) -> list[str]:
    """The words that stand out from their sentence."""
    found: list[str] = page.eval_on_selector_all(
        ".row [class^=w]",
        f"all => all.filter(one => getComputedStyle(one).backgroundColor != '{DARK}').map(one => one.textContent)",
    )
    return found


def test_a_word_under_the_pointer_lights_up_with_its_words_without_scripts(browser: Browser, bilingual: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(bilingual)
    page.get_by_text("stopped").hover()
    assert alight(page) == ["stopped", "parou"]
    page.get_by_text("velho").hover()
    assert alight(page) == ["old", "velho"]
    assert page.locator(".t a").inner_text() == "old port"
    context.close()


def test_a_tap_holds_a_word_and_its_sentence_until_the_next(browser: Browser, bilingual: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(bilingual)
    page.get_by_text("parou").tap()
    assert page.locator(".row [class*=held]").all_inner_texts() == ["stopped", "parou"]
    assert page.locator(".pair.held .t").inner_text() == "Today the old port stopped."
    page.get_by_text("Another one.").tap()
    assert page.locator(".pair.held .o").inner_text() == "Outra frase."
    page.locator("h2, .byline").first.tap()
    assert page.locator(".held").count() == 0
    context.close()


def test_keys_lead_from_sentence_to_sentence_and_word_to_word(browser: Browser, bilingual: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page.goto(bilingual)
    stops = "document.querySelectorAll('.pair[tabindex=\"0\"]').length"
    assert page.evaluate(stops) == 1
    page.locator(".pair").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.querySelector('.t').textContent") == "Today the old port stopped."
    assert page.evaluate(stops) == 1
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert alight(page) == ["old", "velho"]
    page.keyboard.press("ArrowLeft")
    assert alight(page) == ["the", "o"]
    page.keyboard.press("Escape")
    assert alight(page) == []
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
