"""Translation models: what is here, what could be, how it comes and goes."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from limitedtimes.nmt.models import Model
    from limitedtimes.nmt.registry import Offer
    from limitedtimes.settings import Settings


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """Translation models. Without a further word they are listed."""
    if context.invoked_subcommand is None:
        context.invoke(list_models)


@models.command("list", epilog="Example: limitedtimes models list --json")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a model.")
def list_models(*, as_json: bool = False) -> None:
    """List the models that are here and those that could be, with size, licence and published quality."""
    import json

    from limitedtimes import catalogue, settings

    chosen = settings.load()
    here = catalogue.here(chosen)
    offers, remark = catalogue.offers(chosen)
    for one in here.models:
        click.echo(json.dumps(catalogue.model_json(one)) if as_json else _line_of_model(one))
    for offer in catalogue.not_here(here, offers):
        click.echo(json.dumps(catalogue.offer_json(offer)) if as_json else _line_of_offer(offer))
    for broken in here.broken:
        click.echo(broken.error, err=True)
    if remark:
        click.echo(remark, err=True)
    if not here.models:
        _fail("No translation model is here: install the program's locked dependencies again (`make install`).")
    if here.broken:
        sys.exit(1)


def _line_of_model(model: Model) -> str:
    from limitedtimes import catalogue
    from limitedtimes.nmt.confidence import is_calibrated

    known = model.manifest
    calibrated = is_calibrated(model.source, model.target)
    facts = [
        *([f"version {known.version} ({known.channel})"] if known and known.version else []),
        model.architecture,
        f"{model.bytes / 1e6:.0f} MB",
        catalogue.licence(model) or "licence not known",
        *_scores(known.quality if known else {}),
        f"confidence {'' if calibrated else 'not '}calibrated",
        f"from {model.origin}",
    ]
    return f"{_name(model.source)} to English  {model.name}  {', '.join(fact for fact in facts if fact)}"


def _line_of_offer(offer: Offer) -> str:
    from limitedtimes.nmt.models import LICENCE

    facts = [
        f"version {offer.version} ({offer.channel})",
        offer.architecture,
        f"{offer.bytes / 1e6:.0f} MB to download",
    ]
    facts += [LICENCE, *_scores(offer.quality)]
    nightly = "" if offer.channel in ("release", "android") else " --nightly"
    command = f"limitedtimes models add {offer.source}{nightly}"
    return f"{_name(offer.source)} to English  not here  {', '.join(fact for fact in facts if fact)}: {command}"


def _scores(quality: Mapping[str, float]) -> list[str]:
    names = {"bleu": "BLEU {:.1f}", "comet": "COMET {:.3f}"}
    return [names[name].format(quality[name]) for name in names if name in quality]


def _name(language: str) -> str:
    from limitedtimes.rules.languages import language_name

    return language_name(language)


def _fail(message: str) -> None:
    from limitedtimes.errors import LimitedTimesError

    raise LimitedTimesError(message)


@models.command("add", epilog="Example: limitedtimes models add de fr")
@click.argument("lang", nargs=-1)
@click.option(
    "--from",
    "place",
    type=click.Path(path_type=Path),
    help="Folder with a model's files, or with folders of models: nothing is fetched.",
)
@click.option("--nightly", is_flag=True, help="The newest model, even one that is not released yet.")
def add(lang: tuple[str, ...], *, place: Path | None, nightly: bool) -> None:
    """Install the model of a language (like `de`), and translate what waited for it."""
    from limitedtimes import catalogue, settings
    from limitedtimes.errors import UsageError

    if bool(lang) == bool(place):
        message = "Name the languages, like `limitedtimes models add de fr`, or a folder with --from."
        raise UsageError(message)
    chosen = settings.load()
    if place:
        for model in catalogue.add_from(chosen, place):
            click.echo(_line_of_model(model))
    else:
        registry = catalogue.registry(chosen)
        for offer in [catalogue.wanted(registry, one, nightly=nightly) for one in lang]:
            click.echo(_line_of_model(_add(chosen, offer)))
    _wake(chosen)


def _add(chosen: Settings, offer: Offer) -> Model:
    from limitedtimes import catalogue

    with _progress(_name(offer.source), offer.bytes) as report:
        return catalogue.add(chosen, offer, report)


@contextmanager
def _progress(what: str, size: int) -> Iterator[Callable[[int], None]]:
    """Yield what shows a download: a bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        bar = bars.add_task(what, total=size)
        yield lambda count: bars.advance(bar, count)


def _wake(chosen: Settings) -> None:
    """Have the articles translated that waited, if there is a database that can be reached."""
    from limitedtimes import rounds, wiring
    from limitedtimes.errors import StoreError

    if not wiring.has_database(chosen):
        return
    try:
        with wiring.house(chosen) as building:
            woken, at_work = rounds.wake(building), rounds.at_work(building.database)
    except StoreError as error:
        click.echo(f"Articles that waited for it are translated when the program runs again ({error})", err=True)
        return
    if woken:
        when = "now" if at_work else "when `limitedtimes up` runs"
        click.echo(f"{woken} articles that waited for it are translated {when}.", err=True)


@models.command("remove", epilog="Example: limitedtimes models remove de")
@click.argument("lang")
def remove(lang: str) -> None:
    """Remove the model of a language, and what is left of its downloads."""
    from limitedtimes import catalogue, settings

    catalogue.remove(settings.load(), lang)


@models.command("verify", epilog="Example: limitedtimes models verify")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a model.")
def verify(*, as_json: bool) -> None:
    """Check every file of every model against its known hash; exit status 1 if one is broken."""
    import json

    from limitedtimes import catalogue, settings

    checked = catalogue.verify(settings.load())
    for one in checked:
        if as_json:
            click.echo(
                json.dumps({"source": one.source, "model": one.model, "ok": one.error is None, "error": one.error})
            )
        else:
            click.echo(f"{_name(one.source)} to English  {one.model}  {one.error or 'ok'}")
    broken = sum(one.error is not None for one in checked)
    if broken:
        _fail(f"{broken} of {len(checked)} models are broken.")


@models.command("upgrade", epilog="Example: limitedtimes models upgrade --dry-run")
@click.argument("lang", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def upgrade(lang: tuple[str, ...], *, dry_run: bool) -> None:
    """Install newer models where there are any, and have articles translated again, the newest first.

    Without LANG: all models that were downloaded. News is translated first; old translations are kept as revisions.
    """
    from limitedtimes import settings, wiring

    chosen = settings.load()
    for offer in _newer(chosen, lang):
        told = f"{_name(offer.source)}: version {offer.version}, {offer.bytes / 1e6:.0f} MB"
        if not dry_run:
            _add(chosen, offer)
        click.echo(f"{told} {'would be installed' if dry_run else 'is installed'}.")
    if wiring.has_database(chosen):
        _translate_anew(chosen, lang, dry_run=dry_run)


def _newer(chosen: Settings, languages: Sequence[str]) -> list[Offer]:
    from limitedtimes import catalogue

    offers, remark = catalogue.offers(chosen)
    if remark:
        click.echo(remark, err=True)
    return catalogue.newer(catalogue.here(chosen), offers, languages)


def _translate_anew(chosen: Settings, languages: Sequence[str], *, dry_run: bool) -> None:
    from limitedtimes import rounds, wiring

    with wiring.house(chosen) as building:
        counts = rounds.translate_anew(building, languages, dry_run=dry_run)
    for language, count in counts.items():
        click.echo(f"{_name(language)}: {count} articles {'would be' if dry_run else 'are to be'} translated again.")
    if not counts:
        click.echo("No article was translated by another model than the one that is here.")


COMMANDS = (models,)
