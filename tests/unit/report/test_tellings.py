"""Choices on the screen and for programs."""

from dataclasses import dataclass
from datetime import date, datetime

from rich.console import Console

from unload.model.history import Session, Sport
from unload.report.tellings import choices, choices_dict
from unload.report.words import MI, Words

WORDS = Words({}, MI, date(2024, 11, 17))
KEPT = Session(datetime(2024, 11, 10, 8), Sport.RUN, 3000.0, 10_000.0, where="watch.fit")
BARE = Session(datetime(2024, 11, 10, 8), Sport.RUN, 3000.0, where="diary.csv line 2")


@dataclass(frozen=True)
class Told:
    name: str
    session: Session
    why: str
    worth_asking: bool


@dataclass(frozen=True)
class Made:
    kept: Session
    aside: tuple[Told, ...]


CHOICE = Made(KEPT, (Told("3f9c01ab", BARE, "the same day", True),))


def shown(*made: Made, pairs: tuple[tuple[str, str], ...] = ()) -> str:
    console = Console(width=100, no_color=True)
    with console.capture() as capture:
        console.print(choices(made, pairs, WORDS))
    return capture.get()


def test_a_choice_is_a_block() -> None:
    """What counts, what was set aside by name and reason, and how to say otherwise."""
    text = shown(CHOICE, pairs=(("aa", "bb"),))
    for part in (
        "2024-11-10 08:00  run 6.2 mi",
        "from watch.fit",
        "3f9c01ab  diary.csv line 2",
        "the same day   worth a look",
        "kept apart: aa and bb",
        "unload apart NAME",
    ):
        assert part in " ".join(text.split("\n"))  # fmt: skip


def test_no_choice_is_said() -> None:
    """Nothing is told twice."""
    assert "No session is told by more than one file." in shown()
    assert "no distance" in shown(Made(BARE, CHOICE.aside))


def test_programs_are_told_the_same() -> None:
    """Plain values, unknown as null."""
    told = choices_dict((CHOICE,), (("aa", "bb"),))
    assert [["aa", "bb"]] == told["kept_apart"]
    (choice,) = told["choices"]
    assert (10.0, "watch.fit") == (choice["kept"]["distance_km"], choice["kept"]["where"])
    assert (None, 50.0, "3f9c01ab") == (
        choice["aside"][0]["distance_km"],
        choice["aside"][0]["duration_min"],
        choice["aside"][0]["name"],
    )
