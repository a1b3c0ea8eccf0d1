"""Commands that run the program: demo, up, down, web, worker."""

from __future__ import annotations

import click


@click.command(epilog="Example: limitedtimes demo --port 8450")
@click.option(
    "--once", is_flag=True, help="Exit when the edition stands; 0 only if every article is in its expected state."
)
@click.option("--port", type=click.IntRange(0, 65535), help="Port of the site (default 8450, or the next free one).")
def demo(*, once: bool, port: int | None) -> None:
    """Take the bundled sample press, offline, all the way to a site."""
    from limitedtimes.demo.show import run

    raise SystemExit(run(once=once, port=port))


@click.command(epilog="Example: limitedtimes up --port 8450")
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the site (default: the setting, 8450).")
def up(*, port: int | None) -> None:
    """Run everything: web, workers and schedule, until Ctrl-C or `limitedtimes down`."""
    from limitedtimes import settings, wiring
    from limitedtimes.logs import set_up
    from limitedtimes.presence import present, require_free_port
    from limitedtimes.supervisor import stop_on_signals

    set_up()
    chosen = settings.load()
    number = port or chosen.port
    require_free_port(chosen.host, number)
    with present(chosen.data_dir), wiring.house(chosen) as building:
        workers = building.worker_count()
        group = building.supervisor(port=number, workers=workers)
        stop_on_signals(group)
        click.echo(
            f"The Limited Times is at http://{chosen.host}:{number}/ ({workers} workers). Ctrl-C stops it.", err=True
        )
        group.run()


@click.command(epilog="Example: limitedtimes down")
def down() -> None:
    """Stop what `up` started, and the embedded database server."""
    from limitedtimes import settings
    from limitedtimes.presence import stop_present
    from limitedtimes.store.embedded import stop_server

    chosen = settings.load()
    group = stop_present(chosen.data_dir)
    server = chosen.database_url is None and stop_server(chosen.data_dir)
    said = [name for name, stopped in (("the program", group), ("the database server", server)) if stopped]
    click.echo(f"Stopped {' and '.join(said)}." if said else "Nothing was running.", err=True)


@click.command(epilog="Example: limitedtimes web --port 8450")
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the site (default: the setting, 8450).")
def web(*, port: int | None) -> None:
    """Serve the site only; for many machines, beside `worker`."""
    import asyncio

    from limitedtimes import settings, wiring
    from limitedtimes.logs import set_up
    from limitedtimes.presence import require_free_port

    set_up()
    chosen = settings.load()
    number = port or chosen.port
    require_free_port(chosen.host, number)
    with wiring.house(chosen) as building:
        asyncio.run(wiring.serve(building, number))


@click.command(epilog="Example: limitedtimes worker --queues read,translate")
@click.option("--queues", default=None, help="Only these, comma separated: poll, read, translate, press, hub.")
def worker(*, queues: str | None) -> None:
    """Work on the queue only; for many machines, beside `web`."""
    import asyncio

    from limitedtimes import jobs, settings, wiring
    from limitedtimes.errors import UsageError
    from limitedtimes.logs import set_up

    set_up()
    names = tuple(name.strip() for name in queues.split(",")) if queues else jobs.QUEUES
    if unknown := sorted(set(names) - set(jobs.QUEUES)):
        message = f"There is no queue {unknown[0]!r}; choose from {', '.join(jobs.QUEUES)}."
        raise UsageError(message)
    with wiring.house(settings.load()) as building:
        asyncio.run(wiring.work(building, names))


COMMANDS = (demo, up, down, web, worker)
