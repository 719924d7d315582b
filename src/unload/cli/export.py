"""Write the lighter week, or the walk-run ladder, for a calendar, a watch or another program."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.gate import gate_told
from unload.cli.options import PATH, asked, asking, force, in_units, options, planning
from unload.cli.printing import plain_words, words_of
from unload.errors import UnloadError

if TYPE_CHECKING:
    from unload.report.words import Words

FORMATS = ("ics", "fit", "intervals", "csv", "markdown")
LANGUAGES = ("en", "da", "de", "es", "fr", "it", "nl", "no", "pl", "pt", "sv")  # as in knowledge
NO_WEEK = "No lighter week is due. --force writes one all the same."
ASK_FIRST = "Something sore asks a question first: `unload body` asks it, and then there is a week."
SEE_GATE = "`unload gate --ladder` says what the ladder waits for."

what = options(
    click.option("--as", "kind", type=click.Choice(FORMATS), required=True, help="What to write."),
    click.option("--out", type=PATH, metavar="FILE", help="Where to; - or nothing prints it."),
    click.option("--details", is_flag=True, help="Reasons into the calendar too."),
    click.option("--targets", is_flag=True, help="Heart-rate zones as targets on the watch (fit)."),
    click.option(
        "--feed", is_flag=True,
        help="A calendar to subscribe to, written also where no week is due (ics).",
    ),
    click.option(
        "--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
        help="What sessions are called in, on the watch and in the calendar.",
    ),
    click.option("--ladder", is_flag=True, help="The walk-run ladder instead of the week."),
)  # fmt: skip


@click.command()
@asking
@planning
@what
@in_units
@force
def export(path: Path | None, kind: str, out: Path | None, **given: Any) -> None:
    """Write the lighter week for a calendar, a watch or another program.

    FIT workouts come as one zip to unpack onto the watch. Calendar titles never speak of the body.
    Written again, an entry goes over the earlier one: a calendar updates and holds nothing twice.

    \b
    Examples:
      unload export ~/export_12345.zip --as ics --out week.ics
      unload export runs.csv --plan plan.ics --as fit --out week.zip
      unload export --as ics --feed --out ~/public/unload.ics
      unload export runs.csv --answers me.toml --ladder --as ics --out ladder.ics
    """
    if given["feed"] and kind != "ics":
        raise click.UsageError("--feed is a calendar; it goes with --as ics.")
    written = (_ladder if given["ladder"] else _week)(path, kind, given)
    data = written.encode() if isinstance(written, str) else written
    if out is None or str(out) == "-":
        click.echo(data, nl=False)
        return
    try:
        out.write_bytes(data)
    except OSError as error:
        raise UnloadError(f"{out} cannot be written ({error.strerror}).") from error
    click.echo(f"wrote {out}", err=True)


def _week(path: Path | None, kind: str, given: dict[str, Any]) -> bytes | str:
    from datetime import UTC, datetime  # start-up

    from unload.report import plan_files, week_files  # start-up

    answer, made = asked(path, given), datetime.now(UTC)
    week, words = answer.advice.week, _named(words_of(answer, given["units"]), given)
    if week is None:
        if given["feed"]:
            return plan_files.calendar_of((), made, feed=True)
        raise UnloadError(ASK_FIRST if answer.advice.questions else NO_WEEK)
    return _written(week_files, (week, words, made), kind, given)


def _ladder(path: Path | None, kind: str, given: dict[str, Any]) -> bytes | str:
    from datetime import UTC, datetime  # start-up

    from unload.report import ladder_files  # start-up

    told = gate_told(path, {**given, "careful_weeks": 0})
    words = _named(plain_words(given["units"], told.back.today), given)
    if not told.back.ladder:
        raise UnloadError(f"{words.say(told.back.gate.says)} {SEE_GATE}")
    return _written(ladder_files, (told.back.ladder, words, datetime.now(UTC)), kind, given)


def _named(words: "Words", given: dict[str, Any]) -> "Words":
    """The same words, with what sessions are called in the runner's language."""
    from dataclasses import replace  # start-up

    from unload import service  # start-up

    return replace(words, text=service.sentences(given["language"]))


def _written(
    files: Any, told: tuple[Any, Any, Any], kind: str, given: dict[str, Any]
) -> bytes | str:
    """One kind of file; the week's and the ladder's writers go by the same names."""
    plan, words, made = told
    asks = {"details": given["details"], "feed": given["feed"]}
    write: dict[str, Callable[[], bytes | str]] = {
        "ics": lambda: files.calendar(plan, words, made, **asks),
        "fit": lambda: files.workouts(plan, words, made, targets=given["targets"]),
        "intervals": lambda: files.intervals(plan, words),
        "csv": lambda: files.table(plan, words),
        "markdown": lambda: files.markdown(plan, words),
    }
    return write[kind]()
