"""Print what a command found: for people in colour and columns, for programs as JSON."""

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

# As in cli: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from rich.console import Console, RenderableType

    from unload.model.play import Moment
    from unload.report.words import Words
    from unload.service import Answer


def words_of(answer: "Answer", units: str) -> "Words":
    """The words in which an answer is told."""
    from unload.report.words import UNITS, Words  # start-up

    facts = answer.knowledge
    names = {region.key: region.name for region in facts.regions.values()}
    return Words(facts.text, UNITS[units], answer.advice.today, names)


def plain_words(units: str, today: "date") -> "Words":
    """The words in which a week is told where there is no answer beside it."""
    from unload import service  # start-up
    from unload.report.words import UNITS, Words  # start-up

    return Words(service.sentences(), UNITS[units], today)


def print_problems(answer: "Answer", path: str, width: int | None) -> None:
    """What was assumed, and one line if something under the path was set aside."""
    from unload.report.inspection import notes_lines, problems_line  # start-up

    for note in notes_lines(answer.reading.notes, path):
        print_screen(f" {note}", width, style="dim")

    aside = problems_line(len(answer.reading.problems), answer.reading.files, path)
    if aside and path:
        print_screen(f" {aside}", width, style="dim")


def print_json(told: object) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, allow_nan=False, indent=2))


def print_screen(
    shown: "RenderableType", width: int | None = None, style: str | None = None
) -> None:
    from unload.report.terminal import width_of  # start-up

    console = _console()
    console.width = width if width is not None else width_of(console.width)
    console.print(shown, style=style)


@contextmanager
def screen_of(words: "Words") -> "Iterator[Callable[[Moment, Sequence[str]], None]]":
    """A screen of its own for the player, and the way to draw a moment on it."""
    from rich.live import Live  # start-up

    from unload.report.player_frame import Frame  # start-up

    with Live(console=_console(), screen=True, auto_refresh=False) as live:
        yield lambda moment, left_out: live.update(Frame(moment, words, left_out), refresh=True)


def _console(stderr: bool = False) -> "Console":
    from rich.console import Console  # start-up

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def ticking() -> Any:
    """A line on stderr that moves while files are read."""
    from unload.report.progress import Ticker  # start-up

    return Ticker(_console(stderr=True))
