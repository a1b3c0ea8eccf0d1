"""Commands by which an owner has the last word on translations: glossary, correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from limitedtimes.store.database import Connection
    from limitedtimes.wiring import House


@click.group(invoke_without_command=True, epilog="Example: limitedtimes glossary list")
@click.pass_context
def glossary(context: click.Context) -> None:
    """Words that are always to be written the same way in English."""
    if context.invoked_subcommand is None:
        context.invoke(list_terms)


@glossary.command("list", epilog="Example: limitedtimes glossary list --from pt")
@click.option("--from", "language", metavar="LANGUAGE", help="Only terms of this language.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a term.")
def list_terms(*, language: str | None = None, as_json: bool = False) -> None:
    """List the terms, by language."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.store import glossary as store

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        entries = store.entries(connection, language)
    for entry in entries:
        term = entry.term
        if as_json:
            known = {"language": entry.language, "term": term.source, "english": term.english}
            click.echo(json.dumps(known | {"source": entry.source_name}, ensure_ascii=False))
        else:
            where = f"  (only {entry.source_name})" if entry.source_name else ""
            click.echo(f"{entry.language:3} {term.source} → {term.english}{where}")
    if not entries and not as_json:
        click.echo("The glossary is empty: `limitedtimes glossary add`.", err=True)


_OUTLET = click.option("--source", "outlet", metavar="NAME", help="Only in this outlet: its name or short name.")
_LANGUAGE = click.option("--from", "language", metavar="LANGUAGE", required=True, help="Language of the term, like pt.")


@glossary.command(
    "add", epilog='Example: limitedtimes glossary add --from pt "Assembleia da República" "Assembly of the Republic"'
)
@click.argument("term")
@click.argument("english")
@_LANGUAGE
@_OUTLET
def add_term(term: str, english: str, *, language: str, outlet: str | None) -> None:
    """Say how a word or a name is to be written in English, from the next translation on."""
    from limitedtimes import settings, wiring
    from limitedtimes.rules.glossary import Term
    from limitedtimes.store import glossary as store

    wanted = Term(_said(term), _said(english))
    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        store.add(connection, language, wanted, _outlet(connection, outlet))
    click.echo(f"{wanted.source} → {wanted.english}, from now on; `limitedtimes retry ID` brings it into an article.")


@glossary.command("remove", epilog='Example: limitedtimes glossary remove --from pt "Assembleia da República"')
@click.argument("term")
@_LANGUAGE
@_OUTLET
def remove_term(term: str, *, language: str, outlet: str | None) -> None:
    """Take a term out of the glossary."""
    from limitedtimes import settings, wiring
    from limitedtimes.errors import LimitedTimesError
    from limitedtimes.store import glossary as store

    with wiring.house(settings.load()) as building, building.database.transaction() as connection:
        if not store.remove(connection, language, _said(term), _outlet(connection, outlet)):
            message = f"The glossary has no term {term!r} there; `limitedtimes glossary list` names them."
            raise LimitedTimesError(message)
    click.echo(f"{term} is no longer in the glossary.")


def _said(text: str) -> str:
    from limitedtimes.errors import UsageError

    words = " ".join(text.split())
    if not any(character.isalnum() for character in words):
        message = f"{text!r} has no word in it."
        raise UsageError(message)
    return words


def _outlet(connection: Connection, name: str | None) -> int | None:
    from limitedtimes.errors import UsageError
    from limitedtimes.store import sources

    if name is None:
        return None
    for source, _ in sources.feeds(connection):
        if name in (source.slug, source.name):
            return source.id
    message = f"No outlet is called {name!r}; `limitedtimes sources list` names them."
    raise UsageError(message)


@click.command(epilog='Example: limitedtimes correct 123.4.2 "The assembly rejected the budget."')
@click.argument("sentence_id")
@click.argument("text", required=False)
@click.option("--remove", is_flag=True, help="Take a correction back.")
def correct(sentence_id: str, *, text: str | None, remove: bool) -> None:
    """Translate a sentence in your own words, wherever it stands; with an article's number alone, list its sentences."""
    from limitedtimes import settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.logs import set_up
    from limitedtimes.rules.translation import placed
    from limitedtimes.store import corrections, press

    number, _, place = sentence_id.partition(".")
    if not number.isdecimal() or bool(place) != (remove or text is not None) or (remove and text is not None):
        message = "Say an article's number alone, or a sentence's id with its translation, or the id with --remove."
        raise UsageError(message)
    set_up()
    with wiring.house(settings.load()) as building:
        with building.database.transaction() as connection:
            work = press.to_print(connection, int(number))
            if work is None:
                raise _not_there(f"No translated article has the number {number}.")
            sentences = dict(placed(work.translation))
            if not place:
                for where, one in sentences.items():
                    click.echo(f"{number}.{where}\n    {one.source}\n    {one.translation or '-'}")
                return
            if place not in sentences:
                raise _not_there(f"There is no sentence {sentence_id}; `limitedtimes correct {number}` names them.")
            sentence = sentences[place]
            if remove:
                ids = corrections.withdraw(connection, work, sentence)
            else:
                ids = corrections.correct(connection, work, sentence, _said(text or ""))
        if not ids:
            raise _not_there(f"The sentence {sentence_id} has no correction.")
        _print_anew(building, ids)


def _not_there(message: str) -> Exception:
    from limitedtimes.errors import LimitedTimesError

    return LimitedTimesError(message)


def _print_anew(building: House, ids: list[int]) -> None:
    from limitedtimes import rounds
    from limitedtimes.progress import following

    if not rounds.at_work(building.database):
        with following() as report:
            rounds.settle(building, report)
    click.echo(f"In {len(ids)} article{'s' if len(ids) > 1 else ''}: {', '.join(map(str, ids))}.")


COMMANDS = (glossary, correct)
