"""Ask on a terminal what hurts, the red-flag questions, and what a self-test showed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from unload.model.body import RedFlag, Region, Screen, ScreenResult
    from unload.model.complaint import Look
    from unload.model.history import SoreSpot
    from unload.service.body import Visit

T = TypeVar("T")
FACTS = {
    "at_rest": "it hurts at rest",
    "at_night": "it hurts at night",
    "weight_bearing": "it hurts when the leg carries you",
    "swelling": "it is swollen",
    "sudden": "it came with a pull or a pop",
    "point": "one fingertip covers it",
}
NONE = ("0", "none", "n", "no")
WHERE = "Where does it hurt? (? lists)"


def asked_spots(on: "Visit") -> "Visit":
    """The visit with every spot the runner named; enter alone ends the list.

    Where the record of the last days names some, enter alone at first leaves it at those.
    """
    from unload.service.body import recorded_spots  # start-up

    spots: list[SoreSpot] = []
    kept = [_named(spot, on) for spot in recorded_spots(on)]
    first = f"Where does it hurt? (enter: {', '.join(kept)}, as kept; ? lists)" if kept else WHERE
    while True:
        place = _place("Where else? (enter if that is all)" if spots else first)
        if place is None:
            return on if kept and not spots else replace(on, spots=tuple(spots))
        spots.append(_spot(place, on.today))


def _named(spot: "SoreSpot", on: "Visit") -> str:
    """A spot in a few words: left calf 5/10."""
    side = f"{spot.side} " if on.knowledge.regions[spot.region].sided else ""
    return f"{side}{on.knowledge.regions[spot.region].name} {spot.pain:g}/10"


def _place(question: str) -> "Region | None":
    """One place, chosen where a word may mean several."""
    from unload.service.places import by_area, places_like  # start-up

    while True:
        said = click.prompt(question, default="", show_default=False).strip()
        if not said:
            return None
        if said == "?":
            for area, regions in by_area():
                click.echo(f"  {area}: {', '.join(r.name for r in regions)}")
            continue
        found = places_like(said)
        if len(found) == 1:
            click.echo(f"  {found[0].name}")
            return found[0]
        if found:
            for number, region in enumerate(found, 1):
                click.echo(f"  {number} {region.name} ({region.anatomical})")
            chosen = prompt("  Which? (number, enter for none of them)", _number(1, len(found)))
            if chosen is not None:
                return found[int(chosen) - 1]
        else:
            click.echo("  No such place here; ? lists them.")


def _spot(place: "Region", today: date) -> "SoreSpot":
    """Everything about one spot that anything depends on, and nothing else."""
    from unload.model.history import Character, Side, SoreSpot  # start-up
    from unload.service.body import facts_of  # start-up

    side = Side.MIDDLE
    if place.sided:
        side = _insist("  Left, right or both?", _choice({s.value: s for s in Side if s != side}))
    pain = _insist("  Pain now, 0 to 10", _number(0, 10))
    morning = prompt("  And on waking, 0 to 10 (enter skips)", _number(0, 10))
    words = ", ".join(Character)
    character = prompt(
        f"  Like what: {words}? (enter skips)", _choice({c.value: c for c in Character})
    )
    facts = facts_of(place)
    yes = _several("  Which of these are true?", [FACTS[name] for name in facts], indent="  ")
    said: dict[str, Any] = {} if yes is None else {n: i in yes for i, n in enumerate(facts)}
    since = prompt("  How many days ago did it begin? (enter skips)", _number(0, 3650))
    began = None if since is None else today - timedelta(days=int(since))
    return SoreSpot(place.key, side, pain, morning, character=character, since=began, **said)


def asked_flags(on: "Visit", look_at: Callable[["Visit"], "Look"]) -> "Visit":
    """The visit with every red-flag question answered that its spots call for.

    The urgent ones must be answered; `?` leaves them open, and then nothing is shown below them.
    """
    while asked := look_at(on).seen.asked:
        urgent = [flag for flag in asked if flag.level.stops]
        answers = _answers(urgent or list(asked), urgent=bool(urgent))
        if answers is None:
            return on
        on = replace(on, answers={**on.answers, **answers})
    return on


def _answers(flags: "Sequence[RedFlag]", *, urgent: bool) -> dict[str, bool] | None:
    """Yes or no to each; None where they are left open."""
    click.echo()
    click.echo("Before anything else:" if urgent else "Two more things that are worth knowing:")
    yes = _several("Which of these are true?", [f.question for f in flags], insist=urgent)
    return None if yes is None else {flag.key: n in yes for n, flag in enumerate(flags)}


def asked_screen(screens: "Sequence[Screen]") -> "ScreenResult | None":
    """What one self-test showed; None for enter alone."""
    from unload.model.body import ScreenResult  # start-up

    if not screens:
        return None
    click.echo()
    for number, screen in enumerate(screens, 1):
        click.echo(f"  {number} {screen.name}")
    chosen = prompt("Done one of these tests? (number, enter to go on)", _number(1, len(screens)))
    if chosen is None:
        return None
    screen = screens[int(chosen) - 1]
    if not screen.unit:
        return ScreenResult(screen.key, yes=_insist(f"  {screen.asks} (y or n)", _choice(YES_NO)))
    click.echo(f"  {screen.asks}")
    left = _insist(f"  Left, in {screen.unit}", _number(0, 1000))
    return ScreenResult(
        screen.key, left=left, right=_insist(f"  Right, in {screen.unit}", _number(0, 1000))
    )


YES_NO = {"yes": True, "no": False}


def asked_pain(question: str) -> float | None:
    """A pain from 0 to 10, or None for enter alone."""
    return prompt(question, _number(0, 10))


def _several(
    question: str, said: Sequence[str], *, indent: str = "", insist: bool = False
) -> set[int] | None:
    """The places in the list of what is true; None where it is left open."""
    for number, text in enumerate(said, 1):
        click.echo(f"{indent}  {number} {text}")
    way = "numbers or none; ? leaves them open" if insist else "numbers or none; enter skips"

    def read(text: str) -> set[int]:
        if text.lower() in NONE:
            return set()
        numbers = text.replace(",", " ").split()
        if not numbers or not all(n.isdigit() and 1 <= int(n) <= len(said) for n in numbers):
            raise ValueError(f"Numbers from 1 to {len(said)} like 1 3, or none.")
        return {int(n) - 1 for n in numbers}

    asked = f"{question} ({way})"
    if not insist:
        return prompt(asked, read)
    answer: set[int] | None = _insist(asked, lambda text: None if text == "?" else read(text))
    return answer


def prompt(question: str, read: Callable[[str], T]) -> T | None:
    """One answer, or None for enter alone; asked again until it can be read."""
    while True:
        text = click.prompt(question, default="", show_default=False).strip()
        if not text:
            return None
        try:
            return read(text)
        except ValueError as error:
            click.echo(f"  {error}")


def _insist(question: str, read: Callable[[str], T]) -> T:
    """One answer; enter alone is none."""
    while True:
        text = click.prompt(question, default="", show_default=False).strip()
        try:
            return read(text)
        except ValueError as error:
            click.echo(f"  {error}")


def _number(low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise ValueError(f"A number from {low:g} to {high:g}.")
        return value

    return read


def _choice(options: Mapping[str, T]) -> Callable[[str], T]:
    """One of several words, or enough of its beginning to tell it from the others."""

    def read(text: str) -> T:
        found = [name for name in options if text and name.startswith(text.lower())]
        if len(found) != 1:
            raise ValueError(f"One of {', '.join(options)}.")
        return options[found[0]]

    return read
