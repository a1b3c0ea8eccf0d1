"""The log: one line an event on stderr, for people on a terminal, JSON elsewhere."""

from __future__ import annotations

import logging
import os
import sys

import structlog

LEVEL = "LIMITEDTIMES_LOG_LEVEL"


def set_up() -> None:
    """Set up logging for a long-running process; ``LIMITEDTIMES_LOG_LEVEL`` is debug, info, warning or error."""
    level = getattr(logging, os.environ.get(LEVEL, "info").upper(), logging.INFO)
    people = sys.stderr.isatty()
    # Plain, like everybody's: with the values of all variables a traceback would be megabytes, and take seconds.
    on_terminal = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    renderer = on_terminal if people else structlog.processors.JSONRenderer()
    processors: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if not people:
        processors.append(structlog.processors.format_exc_info)
    structlog.configure(
        processors=[*processors, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Not cached: what is set up later, or listens in a test, would not reach a logger that was used before.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    # procrastinate tells of every job; the stages' own lines say it better.
    logging.getLogger("procrastinate").setLevel(logging.ERROR)
