"""The commands that keep a lighter week: accept, undo, changes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import (
    DAY,
    WEEKDAYS,
    WeekdaysType,
    as_json,
    asked,
    asking,
    force,
    in_units,
    options,
    planning,
    wishes_of,
    zone_of,
)
from unload.cli.printing import plain_words, print_json, print_screen, words_of
from unload.cli.why import keep_told

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from unload.model.phrase import Phrase
    from unload.report.words import Words
    from unload.service.week_changes import Accepted

UNUSABLE = 2  # the exit code for what was asked for and cannot be
runner_of = click.option("--runner", metavar="NAME", help="Whose, where there are several runners.")


class MoveType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """tue=thu as two weekdays, 0 = Monday."""

    name = "DAY=DAY"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        names = [name.strip().lower()[:3] for name in str(value).split("=")]
        if len(names) != len(("from", "to")) or not set(names) <= set(WEEKDAYS):
            self.fail(f"{value!r} is no move; write it like tue=thu.", param, ctx)
        origin, target = map(WEEKDAYS.index, names)
        return origin, target


@click.command()
@asking
@planning
@click.option("--only", type=WeekdaysType(), metavar="DAYS", help="Only these days, like wed,sun.")
@click.option(
    "--move", "moves", type=MoveType(), multiple=True,
    help="Put a day's session on a free day, like tue=thu; as often as you like.",
)  # fmt: skip
@options(in_units, as_json, force)
def accept(
    path: Path | None,
    only: tuple[int, ...] | None,
    moves: tuple[tuple[int, int], ...],
    **given: Any,
) -> None:
    """Take the week that `unload week` proposes, whole or in part, into the store.

    `unload week` then shows what was accepted, and nothing alters it but you. Days that have
    passed stay as they were; what was missed on them is not moved to another day.

    A session moves to a free day of its week, from today on, and no law of the week is bent for
    it. A move that cannot be made is refused with the reason; the exit code is then 2.

    \b
    Examples:
      unload accept
      unload accept --only wed,sun
      unload accept --move tue=thu
      unload accept runs.csv --plan plan.ics
    """
    from unload.service import week_changes  # brings Django

    answer, runner = asked(path, given), given["runner"] or ""
    made, refused = week_changes.accept(answer, only or (), runner=runner), []
    never = wishes_of(given).never
    for origin, target in moves:
        wanted = week_changes.by_weekday(made.week, origin, target)
        told = week_changes.move(answer, wanted, runner=runner, never=never)
        if isinstance(told, week_changes.Accepted):
            made = told
        else:
            refused.append(told)
    words = words_of(answer, given["units"])
    _show(made, words, given["as_json"], refused)
    keep_told(path, answer, words, given)
    if refused:
        click.get_current_context().exit(UNUSABLE)


@click.command()
@click.option("--today", type=DAY, metavar="DATE", help="From this day on. Default: today.")
@runner_of
@zone_of
@options(in_units, as_json)
def undo(**given: Any) -> None:
    """Give back what was accepted or moved last; days that have passed stay as they were.

    \b
    Example:
      unload undo
    """
    from unload.service import week_changes  # brings Django

    today = None if given["today"] is None else given["today"].date()
    runner = given["runner"] or ""
    made = week_changes.undo(today=today, runner=runner, zone=given["zone"])
    _show(made, plain_words(given["units"], made.change.day), given["as_json"])


@click.command()
@runner_of
@options(in_units, as_json)
def changes(**given: Any) -> None:
    """List what was accepted, moved and given back, with the week as it was proposed.

    \b
    Example:
      unload changes --json
    """
    from datetime import date  # start-up

    from unload.report.changes import change_dict, listed_changes  # start-up
    from unload.service import week_changes  # brings Django

    every = week_changes.changes(runner=given["runner"] or "")
    if given["as_json"]:
        words = plain_words(given["units"], date.today())
        print_json([change_dict(change, words) for change in every])
    else:
        print_screen(listed_changes(every))


def _show(
    made: "Accepted", words: "Words", as_json: bool, refused: "Sequence[Phrase]" = ()
) -> None:
    from unload.report.changes import decided, decided_dict  # start-up

    told = (made.change, made.week, made.new, words, refused)
    if as_json:
        print_json(decided_dict(*told))
    else:
        print_screen(decided(*told))
