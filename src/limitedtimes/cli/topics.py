"""Commands about topics: classify."""

from __future__ import annotations

import sys
from typing import IO

import click


@click.command(epilog="Example: limitedtimes classify --input rows.jsonl")
@click.option("--input", "file", type=click.File("rb"), required=True, help="File of rows; - is standard input.")
def classify(file: IO[bytes]) -> None:
    """Tell topics: rows {"id", "title", "text", "url"?} in English in, {"id", "topic", "probability"} out, as JSON lines."""
    import json

    from limitedtimes import wiring

    lines = file.read().decode("utf-8-sig", "replace").split("\n")
    for row, judged in wiring.classify_text(lines):
        told = {"id": row.id, "topic": judged.topic, "probability": judged.probability and round(judged.probability, 4)}
        text = json.dumps(told, ensure_ascii=False)
        # Half a character, which JSON can hold and UTF-8 cannot, goes out as the escape that it came in as.
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


COMMANDS = (classify,)
