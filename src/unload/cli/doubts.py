"""Answer the doubts in full: `unload doubts`, on the screen, as JSON, or drawn as SVG."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import (
    DEMOS,
    GRID_M,
    PATH,
    about,
    as_json,
    asked,
    in_units,
    maybe_path,
    options,
    planning,
    wide,
)
from unload.cli.printing import print_json, print_problems, print_screen, words_of
from unload.errors import UnloadError

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.report.words import Words
    from unload.service import Answer

FLAGGED = "See someone first. Under a red flag the two futures are not weighed, so none is drawn."
TOO_LATE = "Your race is today: there is no future left to draw. Enjoy it."


@click.command()
@options(maybe_path, about, planning)
@click.option("--demo", type=click.Choice(DEMOS), help="Answer a made-up runner instead of PATH.")
@click.option("--plot", type=PATH, metavar="FILE.svg", help="Draw the two futures into this file.")
@options(in_units, as_json, wide)
def doubts(path: Path | None, demo: str | None, plot: Path | None, **given: Any) -> None:
    """Lose speed, be ready, gain 40 pounds? The whole answers.

    Each with what it rests on, and the two futures: with the lighter week and without it. Without
    PATH the answer comes from what `unload import` has kept.

    \b
    Examples:
      unload doubts ~/export_12345.zip --race 2025-04-21:marathon
      unload doubts runs.csv --recent-race 2024-10-06:half:1:38:20 --plot futures.svg
      unload doubts --demo sore
    """
    from unload.report.compose_argument import compose_argument  # start-up
    from unload.report.contract import doubts_dict  # start-up
    from unload.report.terminal import draw  # start-up

    answer = _answer(path, demo, given)
    words = words_of(answer, given["units"])
    if plot is not None:
        _plot(plot, answer, words)
    if given["as_json"]:
        print_json(doubts_dict(answer.advice, words, answer.knowledge))
        return
    shown = draw(compose_argument(answer.advice, words, answer.knowledge))
    print_screen(shown, given["width"])
    print_problems(answer, "" if path is None else str(path), given["width"])
    if plot is not None:
        print_screen(f" The two futures are drawn in {plot}.", given["width"], style="dim")


def _answer(path: Path | None, demo: str | None, given: dict[str, Any]) -> "Answer":
    """The answer for the files under a path, for a made-up runner, or from what is kept."""
    from unload import service  # start-up

    if path is not None and demo is not None:
        raise click.UsageError("Say the PATH of your files, or --demo, not both.")
    if demo is None:
        return asked(path, given)
    return service.advise_demo(demo, grid_m=GRID_M[given["units"]])


def _plot(file: Path, answer: "Answer", words: "Words") -> None:
    """The two futures as an SVG file."""
    from unload.model.advice import VerdictKind  # start-up
    from unload.report.chart import svg  # start-up
    from unload.report.two_futures import chart_of  # start-up

    futures = answer.advice.futures
    if futures is None:
        flagged = answer.advice.verdict.kind is VerdictKind.SEE_SOMEONE
        raise UnloadError(FLAGGED if flagged else TOO_LATE)
    try:
        file.write_text(svg(chart_of(futures, words)), encoding="utf-8")
    except OSError as error:
        raise UnloadError(f"{file} cannot be written: {error.strerror}.") from error
