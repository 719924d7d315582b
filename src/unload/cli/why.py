"""The command that explains: a number of the science, or what was told on a day."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import as_json
from unload.cli.printing import plain_words, print_json, print_screen

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from pathlib import Path

    from unload.report.words import Words
    from unload.service import Answer

ALL = "all"


class ToldType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """A day, or every day of which something is kept."""

    name = "DAY"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | str:
        if value == ALL:
            return ALL
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it like 2024-11-17, or all.", param, ctx)


@click.command()
@click.argument("name", required=False)
@click.option("--told", type=ToldType(), help="What was told on a day, word for word; or all.")
@click.option("--runner", metavar="NAME", help="Whose, where there are several runners.")
@as_json
def why(name: str | None, told: date | str | None, runner: str | None, as_json: bool) -> None:
    """Explain a number: value, range, grade and source of NAME; without NAME, list all.

    With --told it explains a day instead: the answer that was told then, its reasons and numbers,
    and what has changed since. `unload week` without a PATH and the pages keep what they tell.

    \b
    Examples:
      unload why session_spike_green_max
      unload why --told all
      unload why --told 2024-11-17
    """
    if told is None:
        _number(name, as_json)
    elif name is not None:
        raise click.UsageError("Say the NAME of a number, or --told, not both.")
    elif isinstance(told, date):
        _day(told, runner or "", as_json)
    else:
        _days(runner or "", as_json)


def _number(name: str | None, as_json: bool) -> None:
    from unload import service  # start-up
    from unload.report.evidence import STAGE_OF, in_full, overview  # start-up
    from unload.report.plain import constant_dict  # start-up

    known = service.constants() if name is None else (service.constant(name),)
    told = [constant_dict(c, STAGE_OF[c.name], service.source(c.source)) for c in known]
    if as_json:
        print_json(told if name is None else told[0])
    elif name is None:
        print_screen(overview(known))
    else:
        print_screen(in_full(known[0], service.source(known[0].source)))


def _days(runner: str, as_json: bool) -> None:
    from unload.report.told import day_dict, listed  # start-up
    from unload.service import told_verdicts  # brings Django

    days = told_verdicts.days(runner=runner)
    if as_json:
        print_json([day_dict(day) for day in days])
    else:
        print_screen(listed(days))


def _day(day: date, runner: str, as_json: bool) -> None:
    from unload import service  # start-up
    from unload.report.told import numbers, since_then, told_dict, told_screen  # start-up
    from unload.service import told_verdicts  # brings Django

    found = told_verdicts.of_day(day, runner=runner)
    if not found:
        raise click.UsageError(f"Nothing is kept of {day}; `unload why --told all` lists the days.")
    if as_json:
        print_json([told_dict(one) for one in found])
        return
    behind = numbers(found[0].said, service.constants())
    since = since_then(found[0], behind, plain_words("km", date.today()))
    print_screen(told_screen(found, behind, since))


def keep_told(path: "Path | None", answer: "Answer", words: "Words", given: dict[str, Any]) -> None:
    """Keep what was just told from the store; what is asked about another day is told to nobody."""
    if path is not None or given["today"] is not None:
        return
    from unload.report.told import verdict_dict  # start-up
    from unload.service import told_verdicts  # brings Django

    said = verdict_dict(answer.advice, words, answer.knowledge)
    told_verdicts.keep(answer.advice.today, said, runner=given["runner"] or "")
