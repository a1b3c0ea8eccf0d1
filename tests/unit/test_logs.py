from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import structlog

from limitedtimes.logs import set_up

if TYPE_CHECKING:
    import pytest


def test_a_traceback_on_a_terminal_leaves_out_the_values_of_variables(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    set_up()
    large = ["one of a million numbers"]
    try:
        large[1]
    except IndexError:
        structlog.get_logger().exception("it failed")
    said = capsys.readouterr().err
    assert "it failed" in said
    assert "IndexError: list index out of range" in said
    assert len(said.splitlines()) < 10
    assert said.count("one of a million") == 0
