"""The command that looks at what hurts: body, asked on a terminal or read from a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import (
    DAY,
    DEMOS,
    PATH,
    as_json,
    in_units,
    maybe_path,
    options,
    wide,
    zone_of,
)
from unload.cli.printing import print_json, ticking

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.report.words import Words
    from unload.service.body import Visit

# What says who is sore, where it hurts, and what there is to work with.
visiting = options(
    maybe_path,
    click.option("--demo", type=click.Choice(DEMOS), help="A made-up runner instead of PATH."),
    click.option("--answers", type=PATH, metavar="FILE.toml", help="What hurts, and your answers."),
    click.option("--tools", metavar="LIST", help="The tools at hand, like roller,ball."),
    click.option("--minutes", type=click.FloatRange(0, 600), help="The minutes you have."),
    click.option("--today", type=DAY, metavar="DATE", help="Answer for this day. Default: today."),
    click.option("--runner", metavar="NAME", help="Whose body, where there are several runners."),
    zone_of,
)


@click.command()
@visiting
@options(in_units, as_json, wide)
def body(path: Path | None, **given: Any) -> None:
    """Say where it hurts: what to rule out, what is worth checking, what to roll.

    Asks on a terminal; with --answers or --json nothing is asked. Red flags come first, and
    nothing is shown below one that is open. With PATH, or with what `unload import` has kept, the
    record says when it began and how it goes.

    \b
    Examples:
      unload body
      unload body --answers me.toml --json
      unload body ~/export_12345.zip
      unload body --demo sore
    """
    from unload.report.body_plain import look_dict  # start-up
    from unload.service import body as verbs  # start-up

    on = visited(path, given)
    look = verbs.look(on)
    if given["as_json"]:
        print_json(look_dict(look, words_for(on, given["units"]), on.knowledge, on.problems))
        return
    raise NotImplementedError


def visited(path: Path | None, given: dict[str, Any]) -> "Visit":
    """What is known before anything is asked."""
    from unload.service import body as verbs  # start-up

    if given["demo"] is not None and (path is not None or given["answers"] is not None):
        raise click.UsageError("--demo stands alone: leave out PATH and --answers.")
    tools = given["tools"]
    with ticking() as ticker:
        on = verbs.visit(
            path,
            demo=given["demo"],
            answers=given["answers"],
            today=None if given["today"] is None else given["today"].date(),
            runner=given["runner"],
            zone=given["zone"],
            progress=ticker,
        )
    said = None if tools is None else [tool.strip() for tool in tools.split(",") if tool.strip()]
    return verbs.equipped(on, said, given["minutes"])


def words_for(on: "Visit", units: str) -> "Words":
    """The words in which a look is told."""
    from unload.report.words import UNITS, Words  # start-up

    facts = on.knowledge
    names = {region.key: region.name for region in facts.regions.values()}
    return Words(facts.text, UNITS[units], on.today, names)
