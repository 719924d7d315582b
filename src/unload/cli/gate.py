"""The command that asks whether it is time to go on: gate."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.asking import prompt
from unload.cli.check_in import ASKED, ask_day, can_ask, yes_no
from unload.cli.options import GRID_M, as_json, asking, in_units, options, planning, wishes_of
from unload.cli.printing import plain_words, print_json, print_screen

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from unload.model.comeback import GateAnswers
    from unload.service.coming_back import GateTold


ON_WAKING = "Pain at the sore spot on waking this morning, 0 to 10"
AS_GIVEN = ("runner", "answers", "zone", "week_start", "columns", "plan", "ladder")


class PairType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """LEFT:RIGHT, two counts."""

    name = "LEFT:RIGHT"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        if isinstance(value, tuple):
            return value
        try:
            return pair(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


def pair(text: str) -> tuple[int, int]:
    """Two counts of "14:18" or "14 18"."""
    counts = text.replace(":", " ").split()
    if len(counts) != len(("left", "right")) or not all(count.isdecimal() for count in counts):
        raise ValueError("Two whole numbers, left and right, like 14:18.")
    return int(counts[0]), int(counts[1])


morning = options(
    click.option("--walks-freely/--walks-sore", default=None, help="Walking and stairs, today."),
    click.option("--limps/--no-limp", default=None, help="Whether you limp."),
    click.option("--raises", type=PairType(), help="Heel raises on one leg, left and right."),
    click.option("--best-raises", type=PairType(), help="Your own best of them."),
    click.option(
        "--careful-weeks", type=click.IntRange(0, 52), default=0, show_default=True,
        help="Weeks in a row it said not yet, where no store knows.",
    ),
    click.option("--ladder", is_flag=True, help="After an injury: the walk-run ladder behind it."),
)  # fmt: skip


@click.command()
@asking
@planning
@morning
@options(in_units, as_json)
def gate(path: Path | None, **given: Any) -> None:
    """Ask whether to go on to the next phase: go on, three more easy days, or see someone.

    All has to be well on two mornings in a row. Check-ins tell most of it; on a terminal what they
    leave open of today is asked, in a minute at most, and without PATH it is kept. Behind the gate
    stands the first week back, day by day, or with --ladder the way back after an injury.

    \b
    Examples:
      unload gate
      unload gate --walks-freely --raises 18:17
      unload gate runs.csv --answers me.toml --ladder
    """
    from unload.report.way_back import gate_dict, gate_screen  # start-up

    told = _asked(path, given)
    words = plain_words(given["units"], told.back.today)
    for problem in told.problems:
        click.echo(str(problem), err=True)
    if given["as_json"]:
        print_json(gate_dict(told.back, told.careful_weeks, words, told.knowledge))
        return
    print_screen(gate_screen(told.back, words, told.knowledge))


def _asked(path: Path | None, given: dict[str, Any]) -> "GateTold":
    """The gate's answer, after what only the runner knows was asked where somebody sits."""
    from unload.model.comeback import GateAnswers  # start-up

    names = ("walks_freely", "limps", "raises", "best_raises")
    said = {name: given[name] for name in names if given[name] is not None}
    made, felt = GateAnswers(_any_day(), **said), dict[str, Any]()
    if given["as_json"] or not can_ask():
        return gate_told(path, given, said=made, keep=True)
    told = gate_told(path, given, said=made)
    if set(told.to_ask) & {*ASKED}:
        felt = ask_day(told.check_in, [name for name in ASKED if name in told.to_ask])
        told = gate_told(path, given, said=made, felt=felt, reading=told.reading)
    if "morning" in told.to_ask:
        felt["morning"] = prompt(ON_WAKING, _pain)
    made = _with_typed(made, told.to_ask)
    return gate_told(path, given, said=made, felt=felt, reading=told.reading, keep=True)


def _pain(text: str) -> float:
    """A number from 0 to 10, with a point or a comma."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 10:
        raise ValueError("A number from 0 to 10, or enter to skip.")
    return value


def _any_day() -> "date":
    from datetime import date  # start-up

    return date.min  # the service puts today in its place


def _with_typed(made: "GateAnswers", to_ask: tuple[str, ...]) -> "GateAnswers":
    from dataclasses import replace  # start-up

    typed: dict[str, Any] = {}
    if "walking" in to_ask:
        typed["limps"] = prompt("Do you limp, y or n", yes_no)
        typed["walks_freely"] = prompt("Are walking and stairs free of pain, y or n", yes_no)
    if "heel raises" in to_ask:
        typed["raises"] = prompt("Heel raises on one leg, left and right, like 14 18", pair)
    return replace(made, **{name: value for name, value in typed.items() if value is not None})


def gate_told(
    path: Path | None,
    given: dict[str, Any],
    *,
    said: "GateAnswers | None" = None,
    felt: "Mapping[str, Any] | None" = None,
    reading: Any = None,
    keep: bool = False,
) -> "GateTold":
    """What the gate says: of the files under a path, or of the store, which can keep the asking.

    `said` are today's answers to the gate, `felt` those to the check-in; `reading` is what the
    files hold, where that is known from before.
    """
    from unload.model.history import Race, Raced  # start-up
    from unload.service.coming_back import gate_path  # start-up

    race, ran, today = given["race"], given["recent_race"], given["today"]
    known: dict[str, Any] = {
        **{name: given[name] for name in AS_GIVEN},
        "said": said,
        "felt": {name: value for name, value in (felt or {}).items() if value is not None},
        "reading": reading,
        "today": None if today is None else today.date(),
        "race": None if race is None else Race(*race),
        "recent_race": None if ran is None else Raced(*ran),
        "careful_weeks": given["careful_weeks"],
        "wishes": wishes_of(given),
        "grid_m": GRID_M[given["units"]],
    }
    if path is not None:
        return gate_path(path, **known)
    from unload.service.gate_stored import gate_stored  # brings Django

    return gate_stored(keep=keep, **known)
