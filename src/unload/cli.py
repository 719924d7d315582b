"""The command line: parse, call one verb of the service, print."""

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from unload.errors import UnloadError
from unload.model.units import M_PER_KM, M_PER_MILE

# Help and mistyped commands must answer at once, so numpy, rich and the service, which need
# them, are imported inside the commands that use them: "start-up" marks each such line.
if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from unload.service import Answer

M_PER = {"km": M_PER_KM, "": M_PER_KM, "mi": M_PER_MILE}
RACES_M = {"marathon": 42_195.0, "half": 21_097.5, "10k": 10_000.0, "5k": 5_000.0}
GRID_M = {"km": M_PER_KM / 2, "mi": M_PER_MILE / 2}
USER_ERROR, OWN_ERROR, INTERRUPTED = 2, 1, 130
STDOUT = 1
Command = TypeVar("Command", bound=Callable[..., object])


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
            _fail(error.format_message(), error, words, error.exit_code)
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


def _fail(message: str, error: Exception, words: Sequence[str], code: int) -> NoReturn:
    """One sentence on stderr, or one JSON object where a program is reading."""
    if "--json" in words:
        told = {"error": {"kind": type(error).__name__, "message": message}}
        click.echo(json.dumps(told, ensure_ascii=False), err=True)
    else:
        click.echo(f"unload: {message}", err=True)
    sys.exit(code)


class RaceType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """DATE:DISTANCE, as (day, metres)."""

    name = "DATE:KM"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, float]:
        if isinstance(value, tuple):
            return value
        day, _, distance = str(value).partition(":")
        try:
            return date.fromisoformat(day), race_metres(distance)
        except ValueError:
            self.fail(
                f"{value!r} is not a race; write it like 2025-04-21:42.195, 2025-04-21:marathon "
                "or 2025-04-21:26.2mi.",
                param,
                ctx,
            )


def race_metres(text: str) -> float:
    """Metres of "marathon", "half", "10k", "5k", "42.195", "42.195km" or "26.2mi"."""
    if text.lower() in RACES_M:
        return RACES_M[text.lower()]
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(km|mi|)", text.lower())
    if found is None or not float(found[1]):
        raise ValueError(f"not a distance: {text!r}")
    return float(found[1]) * M_PER[found[2]]


DAY = click.DateTime(formats=["%Y-%m-%d"])
PATH = click.Path(path_type=Path)


def options(*every: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, shown in the order given."""

    def decorate(command: Command) -> Command:
        for option in reversed(every):
            command = option(command)
        return command

    return decorate


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
in_units = click.option(
    "--units", type=click.Choice(["km", "mi"]), default="km", show_default=True,
    help="Kilometres and kilograms, or miles and pounds.",
)  # fmt: skip
zone_of = click.option("--zone", metavar="NAME", help="Your time zone, like Europe/Berlin.")
showing = options(
    in_units,
    as_json,
    click.option("--width", type=click.IntRange(40, 200), help="Columns to draw in."),
    click.option("--force", is_flag=True, help="Write the week whatever the verdict says."),
)


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
      unload inspect ~/export_12345.zip
      unload why session_spike_green_max
    """


@main.command()
@click.argument("path", type=PATH)
@click.option("--today", type=DAY, metavar="DATE", help="Answer for this day. Default: today.")
@click.option("--race", type=RaceType(), help="Your goal race; also DATE:marathon, DATE:13.1mi.")
@click.option("--runner", metavar="NAME", help="Whose week, where the files hold several runners.")
@click.option("--answers", type=PATH, metavar="FILE.toml", help="Your check-ins and answers.")
@zone_of
@click.option("--weight", type=click.FloatRange(20, 300), metavar="KG", help="Your weight in kg.")
@showing
def week(path: Path, today: datetime | None, race: tuple[date, float] | None, **given: Any) -> None:
    """Say whether a lighter week is due, why, and write it.

    PATH is a Strava export, a CSV file, or a folder of FIT, TCX and GPX files, plain or packed.

    \b
    Examples:
      unload week ~/export_12345.zip
      unload week runs.csv --today 2024-11-17 --race 2025-04-21:42.195
      unload week ~/fit-files --answers me.toml --json
    """
    from unload import service  # start-up
    from unload.model.history import Race  # start-up

    with _progress() as ticker:
        answer = service.advise_path(
            path,
            today=None if today is None else today.date(),
            race=None if race is None else Race(*race),
            runner=given["runner"],
            answers=given["answers"],
            zone=given["zone"],
            weight_kg=given["weight"],
            force=given["force"],
            grid_m=GRID_M[given["units"]],
            progress=ticker,
        )
    _show(answer, str(path), given)


@main.command()
@click.option(
    "--runner", type=click.Choice(["steady", "sore", "thin-data"]), default="sore",
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
@click.argument("path", type=PATH)
@zone_of
@in_units
@as_json
def inspect(path: Path, zone: str | None, units: str, as_json: bool) -> None:
    """Show what was read under PATH, and what could not be.

    \b
    Example:
      unload inspect ~/export_12345.zip
    """
    from unload import service  # start-up
    from unload.report.contract import inspection_dict  # start-up
    from unload.report.inspection import inspected  # start-up
    from unload.report.words import UNITS, Words  # start-up

    with _progress() as ticker:
        found = service.inspect_path(path, zone=zone, progress=ticker)
    if as_json:
        _print_json(inspection_dict(found))
    else:
        _print(inspected(found, Words({}, UNITS[units], date.today())))


@main.command()
@click.argument("name", required=False)
@as_json
def why(name: str | None, as_json: bool) -> None:
    """Explain a number: value, range, grade and source of NAME; without NAME, list all.

    \b
    Example:
      unload why session_spike_green_max
    """
    from unload import service  # start-up
    from unload.report.evidence import STAGE_OF, in_full, overview  # start-up
    from unload.report.plain import constant_dict  # start-up

    known = service.constants() if name is None else (service.constant(name),)
    told = [constant_dict(c, STAGE_OF[c.name], service.source(c.source)) for c in known]
    if as_json:
        _print_json(told if name is None else told[0])
    elif name is None:
        _print(overview(known))
    else:
        _print(in_full(known[0], service.source(known[0].source)))


def _show(answer: "Answer", path: str, given: dict[str, Any]) -> None:
    """The advice as JSON or as the one screen, then whether something was set aside."""
    from unload.report.compose import compose  # start-up
    from unload.report.contract import advice_dict  # start-up
    from unload.report.inspection import problems_line  # start-up
    from unload.report.terminal import draw  # start-up
    from unload.report.words import UNITS, Words  # start-up

    facts, advice = answer.knowledge, answer.advice
    names = {region.key: region.name for region in facts.regions.values()}
    words = Words(facts.text, UNITS[given["units"]], advice.today, names)
    if given["as_json"]:
        _print_json(advice_dict(advice, words, facts))
        return
    _print(draw(compose(advice, words, facts)), given["width"])
    aside = problems_line(len(answer.reading.problems), answer.reading.files, path)
    if aside and path:
        _print(f" {aside}", given["width"], style="dim")


def _print_json(told: object) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2))


def _print(shown: "RenderableType", width: int | None = None, style: str | None = None) -> None:
    from unload.report.terminal import width_of  # start-up

    console = _console()
    console.width = width if width is not None else width_of(console.width)
    console.print(shown, style=style)


def _console(stderr: bool = False) -> "Console":
    from rich.console import Console  # start-up

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def _progress() -> Any:
    from unload.report.progress import Ticker  # start-up

    return Ticker(_console(stderr=True))
