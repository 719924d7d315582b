"""The command that looks back: history."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import DAY, PATH, as_json, in_units, options, week_start_of, wide, zone_of
from unload.cli.printing import plain_words, print_json, print_screen

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from unload.service.past import PastTold

NARROW, WEEKS, MOST = 80, 16, 1040


@click.command()
@click.argument("path", type=PATH, required=False)
@click.option(
    "--weeks",
    type=click.IntRange(1, MOST),
    default=WEEKS,
    show_default=True,
    help="How many weeks, the one under way included.",
)
@click.option("--today", type=DAY, metavar="DATE", help="Look back from this day. Default: today.")
@click.option("--runner", metavar="NAME", help="Whose weeks, where there are several runners.")
@click.option("--answers", type=PATH, metavar="FILE.toml", help="Your check-ins and answers.")
@options(zone_of, week_start_of, in_units, as_json, wide)
def history(path: Path | None, weeks: int, **given: Any) -> None:
    """Show the weeks that were: distance, load, and which of them were lighter.

    A lighter week is marked and judged against the weeks before it; it breaks nothing. Load over
    time, monotony and strain are told for who wants them: no answer hangs on the first and the
    last, and monotony never decides alone.

    \b
    Examples:
      unload history
      unload history runs.csv --weeks 52
    """
    from unload.report.past import past_dict, past_screen  # start-up
    from unload.service.past import past_path  # start-up

    today = given["today"]
    look = _stored() if path is None else partial(past_path, path)
    told = look(
        weeks=weeks,
        today=None if today is None else today.date(),
        **{name: given[name] for name in ("runner", "answers", "zone", "week_start")},
    )
    if given["as_json"]:
        print_json(past_dict(told.past))
        return
    words, width = plain_words(given["units"], told.past.today), given["width"] or NARROW
    print_screen(past_screen(told.past, words, told.knowledge, width), given["width"])


def _stored() -> "Callable[..., PastTold]":
    from unload.service.stored import past_stored  # brings Django, which files need not pay for

    return past_stored
