"""The Reader port: pages are read in a process that may be killed at any moment."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import psutil
import pytest

from limitedtimes.errors import LimitedTimesError, ReadError
from limitedtimes.ingest.apart import ChildReader, ReadLimits
from limitedtimes.model.article import BlockKind, MarkKind, Page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

PAGES = int(os.environ.get("READER_TEST_PAGES", "200"))  # 10000 for the whole measurement: some ten minutes
TEXT = (
    "<p>Os ministros chegaram a Lisboa na quinta-feira e falaram durante <em>seis horas</em>.</p>"
    "<p>A reunião terminou sem acordo, disse o porta-voz, mas <a href='/2'>as conversações</a> continuam amanhã.</p>"
    "<p>Os pescadores esperam uma decisão até ao fim do ano.</p>"
)
HEAD = "<title>Ministros</title><meta property='article:published_time' content='2024-05-03T10:00:00+02:00'>"
GOOD = f"<html lang='pt'><head>{HEAD}</head><body><article><h1>Ministros em Lisboa</h1>{TEXT}</article></body></html>"
LONG = f"<p>{'Os ministros falaram. ' * 6}<b>a</b></p>" * 24_000  # as many elements and bytes as a page may have
HEAVY = f"<html><body><article><h1>Ministros</h1>{TEXT}{LONG}</article></body></html>"
BOLD = f"<html><body><article><h1>Ministros</h1>{TEXT}<p>{'<b>x</b>' * 30_000}</p></article></body></html>"

SCRIPT = """
import json, os, signal, sys, time
source, sink = sys.stdin.buffer, sys.stdout.buffer
def send(answer):
    data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    sink.write(len(data).to_bytes(4) + data)
    sink.flush()
send({})
while head := source.read(4):
    request = json.loads(source.read(int.from_bytes(head)))
    source.read(request["size"])
    word = request["url"].rpartition("/")[2]
    if word == "nonsense": send(b"not JSON")
    elif word == "list": send([])
    elif word == "types": send({"result": {"url": 1, "title": "x"}})
    elif word == "fields": send({"result": {"url": "x", "title": "x", "__class__": "y"}})
    elif word == "kinds": send({"result": {"url": "x", "title": "x", "blocks": [{"kind": "script"}]}})
    elif word == "nothing": send({})
    elif word == "huge": sink.write(b"\\xff" * 4); sink.flush(); source.read()
    elif word == "exit": sys.exit(3)
    elif word == "crash": os.kill(os.getpid(), signal.SIGSEGV)
    elif word == "hang": time.sleep(600)
    elif word == "busy": os.kill(os.getpid(), signal.SIGXCPU)
    else: send({"result": {"url": request["url"], "title": str(os.getpid())}})
"""


def page(body: str = GOOD, url: str = "https://a.example/politica/ministros") -> Page:
    return Page(url, body.encode(), "text/html")


@pytest.fixture
def script(tmp_path: Path) -> tuple[str, ...]:
    """A child that misbehaves as the page's address says."""
    (tmp_path / "child.py").write_text(SCRIPT)
    return sys.executable, str(tmp_path / "child.py")


@asynccontextmanager
async def reading(limits: ReadLimits | None = None) -> AsyncIterator[ChildReader]:
    async with ChildReader(limits or ReadLimits()) as reader:
        yield reader


async def refused(reader: ChildReader, one: Page) -> ReadError:
    with pytest.raises(ReadError) as caught:
        await reader.read(one, language=None)
    return caught.value


def alive(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


async def gone(pid: int) -> bool:
    for _ in range(200):
        if not psutil.pid_exists(pid):
            return True
        await asyncio.sleep(0.05)
    return False


async def test_an_article_comes_back_whole_and_the_process_stays_warm() -> None:
    async with reading() as reader:
        article = await reader.read(page(), language="pt")
        first = reader.pid
        assert first is not None
        await reader.read(page(), language="pt")
        assert reader.pid == first
    assert article.title == "Ministros em Lisboa"
    assert article.language == "pt"
    assert article.published is not None
    assert article.published.isoformat() == "2024-05-03T08:00:00+00:00"
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH] * 3
    (mark,) = article.blocks[1].marks
    assert (mark.kind, mark.href) == (MarkKind.LINK, "https://a.example/2")
    assert article.blocks[1].text[slice(*mark.span)] == "as conversações"
    assert await gone(first)


async def test_the_next_page_is_looked_for_in_the_process_too() -> None:
    first = GOOD.replace("</article>", "</article><a rel='next' href='/politica/ministros?page=2'>2</a>")
    async with reading() as reader:
        assert await reader.next_page(page(first)) == "https://a.example/politica/ministros?page=2"
        assert await reader.next_page(page()) is None


async def test_what_the_page_lacks_is_said_and_the_process_stays() -> None:
    async with reading() as reader:
        assert (await refused(reader, page("<html><body>x</body></html>"))).code == "no_text"
        first = reader.pid
        assert (await refused(reader, Page("https://a.example/x", b"%PDF-1.7", "application/pdf"))).code == "not_html"
        assert reader.pid == first is not None


async def test_a_page_that_takes_too_much_processor_time_is_killed_and_the_next_one_is_read() -> None:
    async with reading(ReadLimits(processor=2)) as reader:
        error = await refused(reader, page(HEAVY))
        assert error.code == "too_slow"
        assert "processor time" in str(error)
        assert (await reader.read(page(), language=None)).title == "Ministros em Lisboa"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system limits memory so that it holds")
async def test_a_page_that_takes_too_much_memory_is_stopped_and_the_next_one_is_read() -> None:
    async with reading(ReadLimits(memory=60_000_000)) as reader:
        error = await refused(reader, page(HEAVY))
        assert error.code == "too_much_memory"
        assert "60 MB" in str(error)
        assert (await reader.read(page(), language=None)).title == "Ministros em Lisboa"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system limits memory so that it holds")
async def test_thousands_of_words_in_bold_take_no_more_memory_than_their_elements() -> None:
    async with reading(ReadLimits(memory=200_000_000)) as reader:
        assert (await reader.read(page(BOLD), language=None)).title == "Ministros"


@pytest.mark.parametrize("word", ["nonsense", "list", "types", "fields", "kinds", "nothing", "huge"])
async def test_answers_that_are_no_article_are_refused(word: str, script: tuple[str, ...]) -> None:
    async with ChildReader(command=script) as reader:
        assert (await refused(reader, page(url=f"https://a.example/{word}"))).code == "reader_died"
        assert (await reader.read(page(url="https://a.example/good"), language=None)).url.endswith("/good")


@pytest.mark.parametrize(
    ("word", "code", "said"),
    [
        ("exit", "reader_died", "status 3"),
        ("crash", "reader_died", "SIGSEGV"),
        ("busy", "too_slow", "20 s of processor time"),
    ],
)
async def test_a_process_that_dies_is_told_and_replaced(
    word: str, code: str, said: str, script: tuple[str, ...]
) -> None:
    async with ChildReader(command=script) as reader:
        before = (await reader.read(page(), language=None)).title
        error = await refused(reader, page(url=f"https://a.example/{word}"))
        assert error.code == code
        assert said in str(error)
        assert (await reader.read(page(), language=None)).title != before


async def test_a_process_that_does_nothing_is_killed_by_the_clock(script: tuple[str, ...]) -> None:
    async with ChildReader(ReadLimits(seconds=0.2), script) as reader:
        pid = int((await reader.read(page(), language=None)).title)
        assert (await refused(reader, page(url="https://a.example/hang"))).code == "too_slow"
        assert not psutil.pid_exists(pid)


async def test_a_process_that_somebody_else_killed_costs_no_page(script: tuple[str, ...]) -> None:
    async with ChildReader(command=script) as reader:
        pid = int((await reader.read(page(), language=None)).title)
        os.kill(pid, signal.SIGKILL)
        assert int((await reader.read(page(), language=None)).title) != pid


async def test_reading_that_is_cancelled_leaves_no_answer_for_the_next_page(script: tuple[str, ...]) -> None:
    async with ChildReader(command=script) as reader:
        pid = int((await reader.read(page(), language=None)).title)
        task = asyncio.create_task(reader.read(page(url="https://a.example/hang"), language=None))
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not psutil.pid_exists(pid)
        assert (await reader.read(page(url="https://a.example/next"), language=None)).url.endswith("/next")


async def test_pages_that_are_asked_for_at_once_do_not_mix(script: tuple[str, ...]) -> None:
    urls = [f"https://a.example/{number}" for number in range(20)]
    async with ChildReader(command=script) as reader:
        read = await asyncio.gather(*(reader.read(page(url=url), language=None) for url in urls))
    assert [article.url for article in read] == urls
    assert len({article.title for article in read}) == 1


async def test_a_reader_that_cannot_start_is_no_fault_of_the_page() -> None:
    async with ChildReader(command=(sys.executable, "-c", "raise SystemExit(5)")) as reader:
        with pytest.raises(LimitedTimesError, match="status 5") as caught:
            await reader.read(page(), language=None)
    assert not isinstance(caught.value, ReadError)


async def test_the_process_knows_no_passwords_and_no_terminal_reaches_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIMITEDTIMES_DATABASE_URL", "postgresql://me:secret@db/news")
    monkeypatch.setenv("PGPASSWORD", "secret")
    async with reading() as reader:
        await reader.read(page(), language=None)
        assert reader.pid is not None
        child = psutil.Process(reader.pid)
        assert not [name for name, value in child.environ().items() if "secret" in value]
        assert os.getsid(reader.pid) != os.getsid(0)
        assert not child.net_connections()


async def test_the_process_ends_with_its_worker(tmp_path: Path) -> None:
    code = (
        "import asyncio, os\n"
        "from limitedtimes.ingest.apart import ChildReader\n"
        "from limitedtimes.model.article import Page\n"
        "async def main():\n"
        "    reader = ChildReader()\n"
        f"    await reader.read(Page('https://a.example/x', {GOOD.encode()!r}, 'text/html'), language=None)\n"
        "    print(reader.pid, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "asyncio.run(main())\n"
    )
    (tmp_path / "worker.py").write_text(code)
    worker = await asyncio.create_subprocess_exec(
        sys.executable, str(tmp_path / "worker.py"), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await worker.communicate()
    assert worker.returncode == -signal.SIGKILL
    assert await gone(int(out))


def _generated(number: int) -> Page:
    """A page of 10 to 150 KB with words that no other page has."""
    chance = random.Random(number)
    words = ["".join(chance.choices("abcdefghilmnoprstuvz", k=chance.randint(2, 11))) for _ in range(800)]
    menu = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in chance.choices(words, k=120))
    text = "".join(
        f"<p>{' '.join(chance.choices(words, k=50)).capitalize()}.</p><img src='/{number}-{part}.jpg' alt='{words[part]}'>"
        for part in range(chance.randint(3, 20))
    )
    filler = f"<script>{'x' * chance.randint(1_000, 100_000)}</script>"
    body = f"<html lang='pt'><body><ul>{menu}</ul><article><h1>{words[0]} {words[1]}</h1>{text}</article>{filler}</body></html>"
    return page(body, f"https://a.example/{number}")


async def test_memory_stays_what_it_was() -> None:
    async with reading() as reader:
        early = 0
        for number in range(1, PAGES + 1):
            await reader.read(_generated(number), language="pt")
            if number == max(PAGES // 20, 100):
                early = _memory(reader)
        late = _memory(reader)
    assert late < early * 1.1, f"{PAGES} pages: {early / 1e6:.1f} MB, then {late / 1e6:.1f} MB"


def _memory(reader: ChildReader) -> int:
    """Bytes in memory, of this process and its child; between two children there is none."""
    gc.collect()
    child = psutil.Process(reader.pid).memory_info().rss if reader.pid else 0
    return psutil.Process().memory_info().rss + child
