"""Commands about the quality of translations: check."""

from __future__ import annotations

import sys
from typing import IO

import click


@click.command(epilog="Example: limitedtimes check --from pt --input rows.jsonl")
@click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the sources, like pt (default: told row by row)."
)
@click.option("--input", "file", type=click.File("rb"), required=True, help="File of rows; - is standard input.")
def check(file: IO[bytes], *, source: str | None) -> None:
    """Check translations that anybody made: rows {"source", "translation"} in, the same with flags out, as JSON lines."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.export import flag_json

    lines = file.read().decode("utf-8-sig", "replace").split("\n")
    for one in wiring.review_text(settings.load(), lines, source):
        known = {"source": one.row.source, "translation": one.row.translation, "aligned": one.aligned}
        text = json.dumps(known | {"flags": [flag_json(flag) for flag in one.flags]}, ensure_ascii=False)
        # Half a character, which JSON can hold and UTF-8 cannot, goes out as the escape that it came in as.
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


COMMANDS = (check,)
