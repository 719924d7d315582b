"""The command that asks for the twenty seconds of a day: check-in."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.asking import prompt
from unload.cli.options import DAY, PATH, as_json, options, zone_of
from unload.cli.printing import print_json, print_screen

if TYPE_CHECKING:
    from unload.model.history import CheckIn

# Each question with what its ends mean; 5 is the good end of every one.
QUESTIONS = {
    "sleep": "Sleep, 1 (poor) to 5 (good)",
    "fatigue": "Fatigue, 1 (worn out) to 5 (fresh)",
    "soreness": "Soreness, 1 (very sore) to 5 (none)",
    "stress": "Stress, 1 (a lot) to 5 (none)",
    "mood": "Mood, 1 (low) to 5 (good)",
}
ASKED = (*QUESTIONS, "spots", "ill")
WHERE = "Sore spot, as place:side:pain like calf:left:3 (none if nothing hurts, ? lists the places)"
ITEM = click.FloatRange(1, 5)
UNANSWERED = (
    "Nothing was answered, so nothing is kept. On a terminal `unload check-in` asks; elsewhere "
    "answer like `unload check-in --sleep 4 --mood 3 --nothing-hurts`, as much of it as you like."
)
YES_NO = {"y": True, "yes": True, "n": False, "no": False}

answering = options(
    click.option("--day", type=DAY, metavar="DATE", help="The day it is about. Default: today."),
    *(click.option(f"--{name}", type=ITEM, help=f"{told}.") for name, told in QUESTIONS.items()),
    click.option("--ill/--not-ill", default=None, help="Whether you are ill."),
    click.option(
        "--sore", multiple=True, metavar="PLACE:SIDE:PAIN",
        help="A sore spot, like calf:left:3; pain 0 to 10. May be given several times.",
    ),
    click.option("--nothing-hurts", is_flag=True, help="Say that nothing hurts."),
    click.option("--answers", type=PATH, metavar="FILE.toml", help="Keep a file's check-ins."),
)  # fmt: skip


@click.command("check-in")
@answering
@zone_of
@as_json
def check_in(**given: Any) -> None:
    """Keep how a day is: sleep, fatigue, soreness, stress, mood, any sore spot, ill.

    Asks on a terminal; enter skips a question, and what is skipped is unknown, never zero. With
    an answer as an option nothing is asked. A second check-in of a day goes over the first.

    \b
    Examples:
      unload check-in
      unload check-in --sleep 4 --soreness 2 --sore calf:left:3
      unload check-in --answers me.toml
    """
    from unload.report.days import check_in_dict, checked_in  # start-up

    kept = _of_file(given) if given["answers"] else (_of_day(given),)
    if given["as_json"]:
        print_json([check_in_dict(day) for day in kept])
        return
    for day in kept:
        print_screen(checked_in(day))


def _of_file(given: dict[str, Any]) -> tuple["CheckIn", ...]:
    """Every check-in of a file; what could not be used is told on the error stream."""
    from unload.service import checking_in  # brings Django

    path: Path = given["answers"]
    kept, problems = checking_in.record_answers(path, zone=given["zone"])
    for problem in problems:
        click.echo(str(problem), err=True)
    if not kept:
        raise click.UsageError(f"{path} holds no check-in that can be kept.")
    return kept


def _of_day(given: dict[str, Any]) -> "CheckIn":
    from unload.service import checking_in  # brings Django

    day = given["day"].date() if isinstance(given["day"], datetime) else None
    answers = _said(given)
    if not answers and not given["as_json"] and can_ask():
        answers = ask_day(checking_in.check_in_of(day, zone=given["zone"]))
    if not answers:
        raise click.UsageError(UNANSWERED)
    return checking_in.record_check_in(answers, day, zone=given["zone"])


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty()


def _said(given: dict[str, Any]) -> dict[str, Any]:
    """The answers that came as options."""
    answers = {name: given[name] for name in (*QUESTIONS, "ill") if given[name] is not None}
    if given["sore"] or given["nothing_hurts"]:
        if given["sore"] and given["nothing_hurts"]:
            raise click.UsageError("--sore and --nothing-hurts say opposite things.")
        answers["spots"] = ";".join(given["sore"]) or "none"
    return answers


def ask_day(before: "CheckIn | None", names: Sequence[str] = ASKED) -> dict[str, Any]:
    """The answers to the questions, one after the other; enter leaves what was said before."""
    answers: dict[str, Any] = {}
    for name in names:
        if name in QUESTIONS:
            was = None if before is None else getattr(before, name)
            shown = "" if was is None else f" [{was:g}]"
            answers[name] = prompt(f"{QUESTIONS[name]}{shown}", _item)
    if "spots" in names:
        answers["spots"] = _ask_spots()
    if "ill" in names:
        answers["ill"] = prompt("Ill, y or n", yes_no)
    return {name: value for name, value in answers.items() if value is not None}


def _ask_spots() -> str | None:
    from unload.service.answering import places  # start-up

    while (spots := prompt(WHERE, str)) == "?":
        click.echo(", ".join(places()))
    return spots if spots is None else ":".join(spots.split())


def _item(text: str) -> float:
    """A number from 1 to 5, with a point or a comma."""
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = 0.0
    if not 1 <= value <= 5:
        raise ValueError("A number from 1 to 5, or enter to skip.")
    return value


def yes_no(text: str) -> bool:
    """Yes or no, in a letter or a word."""
    if text.lower() not in YES_NO:
        raise ValueError("y or n, or enter to skip.")
    return YES_NO[text.lower()]
