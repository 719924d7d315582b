"""Write the lighter week for a calendar, a watch or another program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from unload.cli.options import PATH, asked, asking, force, in_units, planning
from unload.cli.printing import words_of
from unload.errors import UnloadError

FORMATS = ("ics", "fit", "intervals", "csv", "markdown")


@click.command()
@asking
@planning
@click.option("--as", "kind", type=click.Choice(FORMATS), required=True, help="What to write.")
@click.option("--out", type=PATH, metavar="FILE", help="Where to; - or nothing prints it.")
@click.option("--details", is_flag=True, help="Reasons into the calendar too.")
@in_units
@force
def export(path: Path, kind: str, out: Path | None, details: bool, **given: Any) -> None:
    """Write the lighter week for a calendar, a watch or another program.

    FIT workouts come as one zip to unpack onto the watch. Calendar titles never speak of the body.

    \b
    Examples:
      unload export ~/export_12345.zip --as ics --out week.ics
      unload export runs.csv --plan plan.ics --as fit --out week.zip
      unload export runs.csv --force --as markdown
    """
    from datetime import UTC, datetime  # start-up

    from unload.report import week_files  # start-up

    answer = asked(path, given)
    week = answer.advice.week
    if week is None:
        says = "No lighter week is due. --force writes one all the same."
        raise UnloadError(says)
    words, made = words_of(answer, given["units"]), datetime.now(UTC)
    write: dict[str, Callable[[], bytes | str]] = {
        "ics": lambda: week_files.calendar(week, words, made, details=details),
        "fit": lambda: week_files.workouts(week, words, made),
        "intervals": lambda: week_files.intervals(week, words),
        "csv": lambda: week_files.table(week, words),
        "markdown": lambda: week_files.markdown(week, words),
    }
    written = write[kind]()
    data = written.encode() if isinstance(written, str) else written
    if out is None or str(out) == "-":
        click.echo(data, nl=False)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise UnloadError(f"{out} cannot be written ({error.strerror}).") from error
    click.echo(f"wrote {out}", err=True)
