"""The command that looks at what hurts: body, asked on a terminal or read from a file."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.asking import asked_flags, asked_screen, asked_spots
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
from unload.cli.printing import print_json, print_screen, ticking

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.model.body import ScreenResult
    from unload.model.complaint import Look
    from unload.report.words import Words
    from unload.service.body import Visit

# What says who is sore, where it hurts, and what there is to work with.
visiting = options(
    maybe_path,
    click.option("--demo", type=click.Choice(DEMOS), help="A made-up runner instead of PATH."),
    click.option("--answers", type=PATH, metavar="FILE.toml", help="What hurts, and your answers."),
    click.option(
        "--tools",
        metavar="LIST",
        help="Tools at hand: roller, stick, ball (a lacrosse ball), tennis-ball.",
    ),
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
    nothing is shown below one that is open; without PATH the answers to them are kept, a no for
    its day and a yes until you say no. With PATH, or with what `unload import` has kept, the
    record says when it began and how it goes.

    \b
    Examples:
      unload body
      unload body --answers me.toml --json
      unload body ~/export_12345.zip
      unload body --demo sore
    """
    from unload.report.body_plain import look_dict  # start-up
    from unload.report.compose_body import screens_of  # start-up
    from unload.service import body as verbs  # start-up

    on = visited(path, given)
    asking = not given["as_json"] and given["answers"] is None and can_ask()
    if asking:
        before, on = on, asked_flags(asked_spots(on), verbs.look)
        if path is None and given["demo"] is None:
            _keep(given["runner"] or "", before, on)
    look = verbs.look(on)
    if given["as_json"]:
        print_json(look_dict(look, words_for(on, given["units"]), on.knowledge, on.problems))
        return
    show(on, look, given)
    while asking and (result := asked_screen(screens_of(look, on.knowledge))) is not None:
        if path is None and given["demo"] is None:
            _keep_result(given["runner"] or "", on, result)
        on = replace(on, results=(*on.results, result))
        look = verbs.look(on)
        show(on, look, given)


def show(on: "Visit", look: "Look", given: dict[str, Any]) -> None:
    """One look on the screen, then whatever could not be used."""
    from unload.report.compose_body import compose_body  # start-up
    from unload.report.terminal import draw  # start-up

    document = compose_body(look, words_for(on, given["units"]), on.knowledge)
    print_screen(draw(document), given["width"])
    for problem in on.problems:
        click.echo(str(problem), err=True)


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty()


def visited(path: Path | None, given: dict[str, Any]) -> "Visit":
    """What is known before anything is asked."""
    from unload.service import body as verbs  # start-up

    kept = path is None and given["demo"] is None
    visit = _visit_stored() if kept else partial(verbs.visit, path, demo=given["demo"])
    if given["demo"] is not None and (path is not None or given["answers"] is not None):
        raise click.UsageError("--demo stands alone: leave out PATH and --answers.")
    tools = given["tools"]
    with ticking() as ticker:
        on = visit(
            answers=given["answers"],
            today=None if given["today"] is None else given["today"].date(),
            runner=given["runner"],
            zone=given["zone"],
            progress=ticker,
        )
    said = None if tools is None else [tool.strip() for tool in tools.split(",") if tool.strip()]
    return verbs.equipped(on, said, given["minutes"])


def _keep(runner: str, before: "Visit", after: "Visit") -> None:
    from unload.service.body_stored import keep_answers  # brings Django

    keep_answers(runner, before, after)


def _keep_result(runner: str, on: "Visit", result: "ScreenResult") -> None:
    from unload.service.body_stored import keep_results  # brings Django

    keep_results(runner, on.today, [result])


def _visit_stored() -> "Callable[..., Visit]":
    from unload.service.body_stored import visit_stored  # brings Django

    return visit_stored


def words_for(on: "Visit", units: str) -> "Words":
    """The words in which a look is told."""
    from unload.report.words import UNITS, Words  # start-up

    facts = on.knowledge
    names = {region.key: region.name for region in facts.regions.values()}
    return Words(facts.text, UNITS[units], on.today, names)
