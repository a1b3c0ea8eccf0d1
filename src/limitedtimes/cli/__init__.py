"""The command line.

Modules here import click only; what a command needs is imported when it runs, so that ``--help`` answers at once (a
test says so). Results go to stdout, progress and remarks to stderr.
"""

from __future__ import annotations

import os
import sys

import click

from limitedtimes.cli import (
    briefing,
    checks,
    finding,
    grouping,
    models,
    outlets,
    owner,
    quality,
    revisions,
    service,
    stories,
    texts,
    topics,
)
from limitedtimes.errors import LimitedTimesError, UsageError


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Start with `limitedtimes demo`, or `limitedtimes add URL` and `limitedtimes up`.",
)
@click.option("--debug", is_flag=True, help="Show tracebacks, and log every job.")
@click.version_option(package_name="limitedtimes")
def cli(*, debug: bool) -> None:
    """The Limited Times: your own newsroom for the world's non-English press."""
    if debug:
        # The processes that `up` starts inherit it.
        os.environ.setdefault("LIMITEDTIMES_LOG_LEVEL", "debug")


_MODULES = (
    service,
    outlets,
    texts,
    finding,
    stories,
    briefing,
    revisions,
    models,
    quality,
    owner,
    checks,
    topics,
    grouping,
)
for _module in _MODULES:
    for _command in _module.COMMANDS:
        cli.add_command(_command)


def main() -> None:
    """Run the command line; an error that the program raised on purpose is one sentence on stderr."""
    debug = "--debug" in sys.argv
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except LimitedTimesError as error:
        if debug:
            raise
        click.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except Exception as error:
        if debug:
            raise
        click.echo(
            f"Something went wrong that should not: {type(error).__name__}: {error} (--debug shows where).", err=True
        )
        sys.exit(1)
