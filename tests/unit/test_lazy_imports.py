from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest

HEAVY = {
    *("aiohttp", "trafilatura", "lxml", "psycopg", "procrastinate", "pydantic", "pydantic_settings", "starlette"),
    *(
        "uvicorn",
        "onnxruntime",
        "sentencepiece",
        "numpy",
        "rich",
        "structlog",
        "jinja2",
        "PIL",
        "sentencex",
        "py3langid",
    ),
    *("platformdirs", "psutil", "asyncio"),
}

SHOW = """
import json, sys
sys.argv = ["limitedtimes", *{arguments!r}]
from limitedtimes.__main__ import main
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def imported(*arguments: str) -> set[str]:
    """The top modules that a command line has imported at its end."""
    code = SHOW.format(arguments=arguments)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stderr.splitlines()[-1])}


def test_the_command_line_imports_nothing_heavy() -> None:
    code = "import json, sys, limitedtimes.cli; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(json.loads(done.stdout))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["demo", "--help"], ["sources", "--help"], []])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    assert not HEAVY & imported(*arguments)


def test_help_costs_little_more_than_click_itself() -> None:
    def seconds(*command: str) -> float:
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        return time.perf_counter() - started

    bare = min(seconds("-c", "import click") for _ in range(4))
    ours = min(seconds("-m", "limitedtimes", "--help") for _ in range(4))
    assert ours < 4 * bare


def test_translating_needs_neither_the_web_nor_the_database() -> None:
    code = """
import json, sys
from limitedtimes import settings, wiring
list(wiring.translate_text(settings.load(), ["Bom dia."], "pt"))
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not {"starlette", "uvicorn", "aiohttp", "trafilatura", "procrastinate"} & names


def test_the_about_page_names_the_engine_without_loading_it() -> None:
    code = """
import json, sys
from limitedtimes import settings, wiring
wiring.engine_facts(settings.load())
print(json.dumps(sorted(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"onnxruntime", "sentencepiece"} & set(json.loads(done.stdout))
