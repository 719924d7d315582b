"""The commands that need no store, and the door that turns every failure into one sentence."""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from unload.cli.body import body
from unload.cli.check_in import check_in
from unload.cli.choices import apart, choices, together
from unload.cli.doubts import doubts
from unload.cli.export import export
from unload.cli.gate import gate
from unload.cli.hand_over import hand_over
from unload.cli.history import history
from unload.cli.keeping import backup, doctor, restore
from unload.cli.options import (
    DEMOS,
    GRID_M,
    as_json,
    asked,
    asking,
    columns_of,
    in_units,
    maybe_path,
    planning,
    showing,
    zone_of,
)
from unload.cli.printing import print_json, print_problems, print_screen, ticking, words_of
from unload.cli.proof import audit, backtest
from unload.cli.records import import_, imports, undo_import
from unload.cli.season import season
from unload.cli.serve import serve
from unload.cli.week_changes import accept, changes, undo
from unload.cli.why import keep_told, why
from unload.cli.workout import workout
from unload.errors import UnloadError

# Help and mistyped commands must answer at once, so numpy, rich and the service, which need
# them, are imported inside the commands that use them: "start-up" marks each such line.
if TYPE_CHECKING:
    from unload.service import Answer

USER_ERROR, OWN_ERROR, INTERRUPTED = 2, 1, 130
STDOUT = 1


class Door(click.Group):
    """A group that turns every failure into one sentence and an exit code."""

    def main(  # type: ignore[override] # click's own signature differs between its versions
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        words = list(sys.argv[1:] if args is None else args)
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a poor terminal loses a sign, not a screen
        extra["standalone_mode"] = False
        try:
            sys.exit(super().main(words, prog_name or "unload", **extra) or 0)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT)  # nobody reads on: `| head`
            sys.exit(0)
        except click.ClickException as error:
            _fail(_said(error), error, words, error.exit_code)
        except UnloadError as error:
            _fail(str(error), error, words, USER_ERROR)
        except Exception as error:  # a runner is never shown a traceback
            if os.environ.get("UNLOAD_DEBUG"):
                raise
            _fail(
                f"Unload itself failed ({type(error).__name__}: {error}). This is a bug; please "
                "report it with what UNLOAD_DEBUG=1 shows.",
                error,
                words,
                OWN_ERROR,
            )


def _said(error: click.ClickException) -> str:
    """What was typed wrong; for an argument that is missing, where an example of it stands."""
    says = error.format_message()
    if not isinstance(error, click.MissingParameter) or not isinstance(error.param, click.Argument):
        return says
    return f"{says} `unload {error.ctx.info_name if error.ctx else ''} --help` shows an example."


def _fail(message: str, error: Exception, words: Sequence[str], code: int) -> NoReturn:
    """One sentence on stderr, or one JSON object where a program is reading."""
    if "--json" in words:
        told = {"error": {"kind": type(error).__name__, "message": message}}
        click.echo(json.dumps(told, ensure_ascii=False), err=True)
    else:
        click.echo(f"unload: {message}", err=True)
    sys.exit(code)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unload", message="unload %(version)s")
def main() -> None:
    """Do you need a lighter week, why, and what exactly do you do on each day?

    Nothing leaves your machine. Training advice, not a diagnosis.

    \b
    Examples:
      unload demo
      unload week ~/export_12345.zip
      unload week ~/fit-files --race 2025-04-21:marathon --units mi
      unload doubts ~/fit-files --race 2025-04-21:marathon
      unload inspect ~/export_12345.zip
      unload why session_spike_green_max
    """


@main.command()
@asking
@planning
@showing
def week(path: Path | None, **given: Any) -> None:
    """Say whether a lighter week is due, why, and write it.

    PATH is a Strava export, a CSV file, or a folder of FIT, TCX and GPX files, plain or packed.
    Without PATH the answer comes from what `unload import` has kept, and what is told of today is
    kept too: `unload why --told DAY` shows it again.

    \b
    Examples:
      unload week ~/export_12345.zip
      unload week runs.csv --today 2024-11-17 --race 2025-04-21:42.195
      unload week ~/fit-files --answers me.toml --json
      unload week
    """
    answer = asked(path, given)
    _show(answer, "" if path is None else str(path), given)
    keep_told(path, answer, words_of(answer, given["units"]), given)


@main.command()
@click.option(
    "--runner", type=click.Choice(DEMOS), default="sore",
    show_default=True, help="Which of the made-up runners.",
)  # fmt: skip
@showing
def demo(runner: str, **given: Any) -> None:
    """Show the answer for a made-up runner.

    \b
    Examples:
      unload demo
      unload demo --runner thin-data
    """
    from unload import service  # start-up

    grid_m = GRID_M[given["units"]]
    _show(service.advise_demo(runner, force=given["force"], grid_m=grid_m), "", given)


@main.command()
@maybe_path
@zone_of
@columns_of
@in_units
@as_json
def inspect(
    path: Path | None, zone: str | None, columns: str | None, units: str, as_json: bool
) -> None:
    """Show what was read under PATH, and what could not be; without PATH, what is kept.

    \b
    Examples:
      unload inspect ~/export_12345.zip
      unload inspect
    """
    from unload import service  # start-up
    from unload.report.contract_inspect import inspection_dict  # start-up
    from unload.report.inspection import inspected  # start-up
    from unload.report.words import UNITS, Words  # start-up

    if path is None:
        from unload.service.stored import inspect_stored  # brings Django

        found = inspect_stored()
    else:
        with ticking() as ticker:
            found = service.inspect_path(path, zone=zone, columns=columns, progress=ticker)
    if as_json:
        print_json(inspection_dict(found))
    else:
        print_screen(inspected(found, Words({}, UNITS[units], date.today())))


for command in (
    *(doubts, export, import_, imports, undo_import, check_in),
    *(choices, apart, together, doctor, backup, restore, audit, backtest, hand_over),
    *(accept, undo, changes, gate, season, history),
    *(body, workout, serve, why),
):
    main.add_command(command)


def _show(answer: "Answer", path: str, given: dict[str, Any]) -> None:
    """The advice as JSON or as the one screen, then whether something was set aside."""
    from unload.report.compose import compose  # start-up
    from unload.report.contract import advice_dict  # start-up
    from unload.report.terminal import draw  # start-up

    words = words_of(answer, given["units"])
    if given["as_json"]:
        print_json(advice_dict(answer.advice, words, answer.knowledge))
        return
    print_screen(draw(compose(answer.advice, words, answer.knowledge)), given["width"])
    print_problems(answer, path, given["width"])
