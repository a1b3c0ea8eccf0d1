"""Takes a picture of every kind of page of a running site: two widths, two colour schemes.

python tools/screenshots.py [--site http://127.0.0.1:8450/] [--out out/screenshots]

Without a site it runs the demonstration for the time being.
"""

from __future__ import annotations

import argparse
import re
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
# Kinds of pages, by the first link on the front page that leads to one.
LINKED = {
    "story": r"^/story/",
    "country": r"^/country/",
    "language": r"^/lang/",
    "topic": r"^/c/",
    "source": r"^/source/",
    "day": r"^/\d{4}-\d\d-\d\d$",
}
FIXED = {
    "front": "/",
    "latest": "/latest",
    "trends": "/trends",
    "brief": "/brief",
    "search": "/search",
    "found": "/search?q=a+OR+the+OR+de",
    "sources": "/sources",
    "about": "/about",
    "missing": "/nothing-here",
}


def addresses(page: Page, site: str) -> dict[str, str]:
    """Find one page of every kind, and the views of the first article."""
    found = dict(FIXED)
    page.goto(site)
    links = _links(page)
    if article := next((link for link in links if link.startswith("/a/")), None):
        page.goto(urljoin(site, article))
        links += _links(page)
        found |= {
            "article": article,
            **{f"article-{view}": f"{article}?view={view}" for view in ("original", "both", "stacked")},
        }
    for kind, pattern in LINKED.items():
        if address := next((link for link in links if re.search(pattern, link)), None):
            found[kind] = address
    return found


def _links(page: Page) -> list[str]:
    return [
        link
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        if link
    ]


def _scroll(page: Page) -> None:
    """Show every part once, so that pictures that load late are there."""
    page.evaluate("""async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 600) {
            scrollTo(0, y); await new Promise(done => setTimeout(done, 40))
        }
        scrollTo(0, 0)
        await Promise.all([...document.images].filter(i => i.offsetParent).map(i => i.decode().catch(() => 0)))
    }""")


def _listen(page: Page) -> list[str]:
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", note)
    return said


def shoot(browser: Browser, site: str, out: Path) -> Iterator[str]:
    """Write the pictures; yield a line for whatever is wrong with a page: messages in the console, sideways scrolling."""
    page = browser.new_page()
    pages = addresses(page, site)
    page.close()
    for scheme in SCHEMES:
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page = context.new_page()
            said = _listen(page)
            for name, address in pages.items():
                page.goto(urljoin(site, address), wait_until="networkidle")
                _scroll(page)
                page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
                if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
                    yield f"{address} is {wide} pixels wide at {width}"
                if name != "missing":
                    yield from (f"{address}: {message}" for message in said)
                said.clear()
            context.close()


def main() -> int:
    """Take the pictures; 1 if a page had something wrong with it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site")
    parser.add_argument("--out", type=Path, default=Path("out/screenshots"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with nullcontext(arguments.site) if arguments.site else demonstration() as site, sync_playwright() as playwright:
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        wrong = list(shoot(browser, site, arguments.out))
        browser.close()
    print(*wrong, f"The pictures are in {arguments.out}.", sep="\n", file=sys.stderr)
    return 1 if wrong else 0


@contextmanager
def demonstration() -> Iterator[str]:
    """Run `limitedtimes demo` until its edition stands; yield its address."""
    command = [sys.executable, "-m", "limitedtimes", "demo"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            sys.stderr.write(line)
            if match := re.search(r"The edition stands: (\S+)", line):
                yield match.group(1)
                return
        message = "The demonstration ended before its edition stood."
        raise RuntimeError(message)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
