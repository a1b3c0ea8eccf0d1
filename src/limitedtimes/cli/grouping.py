"""Commands about stories without a database: group."""

from __future__ import annotations

import sys
from typing import IO

import click


@click.command(epilog="Example: limitedtimes group --input rows.jsonl")
@click.option("--input", "file", type=click.File("rb"), required=True, help="File of rows; - is standard input.")
def group(file: IO[bytes]) -> None:
    """Find stories: rows {"id", "text", "title"?, "language"?, "published"} in order of arrival in, {"id", "story"} out.

    Rows in another language are translated first where a model is here.
    """
    import json

    from limitedtimes import settings, wiring

    lines = file.read().decode("utf-8-sig", "replace").split("\n")
    for row, story in wiring.group_text(settings.load(), lines):
        text = json.dumps({"id": row.id, "story": story}, ensure_ascii=False)
        # Half a character, which JSON can hold and UTF-8 cannot, goes out as the escape that it came in as.
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


COMMANDS = (group,)
