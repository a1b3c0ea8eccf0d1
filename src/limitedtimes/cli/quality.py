"""Commands about quality, of translations and of reading: check, outlets."""

from __future__ import annotations

import sys
from pathlib import Path
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


@click.group()
def outlets() -> None:
    """Outlet files: what the general rules of reading get wrong on one outlet's pages."""


@outlets.command("check", epilog="Example: limitedtimes outlets check gazette.toml")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True)
def check_files(files: tuple[Path, ...]) -> None:
    """Check outlet files before they are used: says which hosts each is for, or what is wrong in which line."""
    from limitedtimes.errors import SettingsError
    from limitedtimes.ingest.page.outlets import read_file

    faults = 0
    for file in files:
        try:
            click.echo(f"{file}: good, for {', '.join(read_file(file).hosts)}")
        except SettingsError as error:
            click.echo(str(error), err=True)
            faults += 1
    if faults:
        sys.exit(1)


COMMANDS = (check, outlets)
