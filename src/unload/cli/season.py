"""The command that draws the weeks until race day: season."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import as_json, asking, in_units, options, wide
from unload.cli.printing import plain_words, print_json, print_screen

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from unload.service.seasons import SeasonTold

NARROW = 80
AS_GIVEN = ("runner", "answers", "zone", "week_start", "columns")


@click.command()
@asking
@click.option("--injury-prone", is_flag=True, help="You are hurt easily: two weeks to a lighter.")
@options(in_units, as_json, wide)
def season(path: Path | None, injury_prone: bool, **given: Any) -> None:
    """Suggest the lighter weeks until race day, and draw them.

    The next one is the verdict's; the others follow by the coaches' convention, up to the taper,
    which is left alone. Nothing is fixed: every new answer moves it, and says so.

    \b
    Examples:
      unload season --race 2025-04-21:marathon
      unload season runs.csv --race 2025-04-21:42.195 --injury-prone
    """
    from unload.model.history import Race  # start-up
    from unload.report.season import season_dict, season_screen  # start-up
    from unload.service.seasons import season_path  # start-up

    race, today = given["race"], given["today"]
    draw = _stored() if path is None else partial(season_path, path)
    told = draw(
        prone=injury_prone,
        race=None if race is None else Race(*race),
        today=None if today is None else today.date(),
        **{name: given[name] for name in AS_GIVEN},
    )
    words = plain_words(given["units"], told.season.today)
    if given["as_json"]:
        print_json(season_dict(told.season, told.verdict, words))
        return
    width = given["width"] or NARROW
    print_screen(season_screen(told.season, told.verdict, words, width), given["width"])


def _stored() -> "Callable[..., SeasonTold]":
    from unload.service.stored import season_stored  # brings Django, which files need not pay for

    return season_stored
