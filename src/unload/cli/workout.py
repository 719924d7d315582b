"""The command that lists the work-it-out session step by step, with its times."""

from pathlib import Path
from typing import Any

import click

from unload.cli.asking import asked_flags
from unload.cli.body import can_ask, show, visited, visiting, words_for
from unload.cli.options import as_json, in_units, options, wide
from unload.cli.printing import print_json, print_screen


@click.command()
@visiting
@options(in_units, as_json, wide)
def workout(path: Path | None, **given: Any) -> None:
    """List the session for what hurts: each step, side and second.

    The newest sore spots of PATH, of --answers or of the demo are worked on. Red-flag questions
    come first; while one is open, or a flag stands, there is no session.

    \b
    Examples:
      unload workout --answers me.toml --minutes 12 --tools roller,ball
      unload workout ~/export_12345.zip
      unload workout --demo sore --json
    """
    from unload.report.body_plain import look_dict  # start-up
    from unload.report.compose_body import compose_workout  # start-up
    from unload.report.terminal import draw  # start-up
    from unload.service import body as verbs  # start-up

    on = visited(path, given)
    if not given["as_json"] and given["answers"] is None and can_ask():
        on = asked_flags(on, verbs.look)
    look, words = verbs.look(on), words_for(on, given["units"])
    if given["as_json"]:
        told = look_dict(look, words, on.knowledge, on.problems)
        keys = ("today", "level", "may_run", "flags", "questions", "routine", "knowledge_version")
        print_json({key: told[key] for key in keys})
    elif look.seen.routine is None:
        show(on, look, given)
    else:
        shown = compose_workout(look.seen.routine, look, words, on.knowledge)
        print_screen(draw(shown), given["width"])
