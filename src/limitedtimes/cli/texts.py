"""Commands about texts: read, translate, export."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

import click

from limitedtimes.cli.moments import moment

if TYPE_CHECKING:
    from limitedtimes.model.article import Article


@click.command(epilog="Example: limitedtimes read https://example.org/news/1 --json")
@click.argument("file", metavar="FILE|URL")
@click.option("--url", help="Address that the page of a file came from.")
@click.option("--json", "as_json", is_flag=True, help="Print the article as JSON.")
def read(file: str, *, url: str | None, as_json: bool) -> None:
    """Take the article out of one page (a file, `.gz` too, or an address)."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.errors import FetchError, ReadError, RefusedError
    from limitedtimes.export import read_json

    try:
        article = wiring.read_one(settings.load(), file, url)
    except (ReadError, FetchError) as error:
        excluded = isinstance(error, RefusedError) or error.code == "not_article"
        state = "excluded" if excluded else "failed"
        reason = {"code": error.code, "message": str(error)}
        if as_json:
            address = url or (file if "://" in file else None)
            click.echo(json.dumps({"url": address, "state": state, "reason": reason}, ensure_ascii=False))
        else:
            click.echo(str(error), err=True)
        sys.exit(1)
    click.echo(json.dumps(read_json(article), ensure_ascii=False) if as_json else _as_text(article))


def _as_text(article: Article) -> str:
    dated = article.published.isoformat() if article.published else "no date"
    head = [article.kicker, article.title, " · ".join([dated, *article.authors, *article.agencies]), article.lead]
    signs = {"heading": "## ", "quote": "> ", "list_item": "- "}
    body = [signs.get(block.kind, "") + block.text for block in article.blocks if block.text]
    return "\n\n".join(text for text in [*head, *body] if text)


@click.command(epilog="Example: echo 'Bom dia.' | limitedtimes translate --from pt")
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--from", "source", metavar="LANGUAGE", help="Language of the text, like pt (default: told line by line)."
)
@click.option("--to", "target", default="en", help="Only en.")
@click.option("--json", "as_json", is_flag=True, help="Print an object for each line.")
def translate(file: IO[bytes], *, source: str | None, target: str, as_json: bool) -> None:
    """Translate text: a line in, a line out, in order."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.export import sentence_json

    if target != "en":
        message = f"Only English is translated into, not {target}."
        raise UsageError(message)
    missing: dict[str, None] = {}
    failed = 0
    out = sys.stdout.buffer
    for line in wiring.translate_text(settings.load(), _lines(file), source):
        if line.state == "untranslated":
            missing[line.language or "an unknown language"] = None
        failed += line.state == "failed"
        text, unreadable = line.translation, "surrogateescape"
        if as_json:
            known = {"source": line.source, "translation": line.translation, "language": line.language}
            rest = {"state": line.state, "sentences": [sentence_json(one) for one in line.sentences]}
            text, unreadable = json.dumps(known | rest, ensure_ascii=False), "replace"  # JSON is UTF-8
        out.write(text.encode("utf-8", unreadable) + b"\n")
    out.flush()
    if missing:
        click.echo(
            f"No model for {', '.join(missing)}: those lines are as they were. `limitedtimes models list`", err=True
        )
    if failed:
        click.echo(f"{failed} lines could not be translated; they are as they were.", err=True)
    if missing or failed:
        sys.exit(1)


def _lines(file: IO[bytes]) -> list[str]:
    """Return lines that end at newline only; bytes that are no UTF-8 come out as they went in."""
    text = file.read().decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


@click.group()
def export() -> None:
    """Take everything with you."""


@export.command("articles", epilog="Example: limitedtimes export articles --since 24h > articles.jsonl")
@click.option("--since", help="Only what is new or changed since a date (2020-10-22) or a time ago (24h, 7d).")
def export_articles(*, since: str | None) -> None:
    """Print every article, in all states, as JSON lines."""
    import json

    from limitedtimes import export as exporting
    from limitedtimes import settings, wiring

    from_then = moment(since) if since else None
    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        for row in exporting.articles(connection, since=from_then):
            click.echo(json.dumps(row, ensure_ascii=False))


COMMANDS = (read, translate, export)
