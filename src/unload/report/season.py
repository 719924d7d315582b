"""Draw the season as rows of weeks, readable without colour; and say it to programs."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from unload.model.advice import Verdict
from unload.model.phrase import Phrase
from unload.model.season import Season, SeasonWeek, Stage
from unload.report.figures import MONTHS
from unload.report.plain import Plain, day, used_dict
from unload.report.words import Words

CELL, MARGIN = 3, 4
# High and low as the weeks are; the taper goes down, the race is a letter.
SIGNS = {Stage.BUILD: "██", Stage.LIGHTER: "▂▂", Stage.TAPER: "▅▃", Stage.RACE: "R"}
STYLES = {
    Stage.BUILD: "dim",
    Stage.LIGHTER: "bold green",
    Stage.TAPER: "cyan",
    Stage.RACE: "bold",
}


def season_screen(season: Season, verdict: Verdict, words: Words, width: int) -> RenderableType:
    """The verdict, the row of weeks, where the lighter ones stand, and why there."""
    parts: list[RenderableType] = [Text(words.say(verdict.says), style="bold yellow"), ""]
    size = max((width - MARGIN) // CELL, 1)
    for start in range(0, len(season.weeks), size):
        parts += [*_row(season.weeks[start : start + size]), ""]
    if season.weeks:
        parts += [*_legend(season), ""]
    light = ", ".join(words.day(first) for first in season.first_days(Stage.LIGHTER))
    if light:
        parts.append(Text(f"Lighter weeks begin on: {light}."))
    said = [words.say(phrase) for phrase in (season.says, *season.notes)]
    if season.weeks:
        said.append(words.say(Phrase("season.suggestion")))
    parts += [Text(text) for text in said]
    grades = "; ".join(dict.fromkeys(f"{c.grade.value}, {c.name}" for c in season.constants))
    parts.append(Text(f"Rests on: {grades}", style="dim"))
    return Padding(Group(*parts), (0, 1))


def _row(weeks: Sequence[SeasonWeek]) -> Iterator[Text]:
    """Month, day on which the week begins, sign; one cell a week."""
    yield Text(f"  {_months(weeks)}".rstrip(), style="dim", no_wrap=True)
    yield Text("  " + "".join(f"{week.first_day.day:<{CELL}}" for week in weeks), no_wrap=True)
    signs = Text("  ", no_wrap=True)
    for week in weeks:
        signs.append(f"{SIGNS[week.stage]:<{CELL}}", style=STYLES[week.stage])
    yield signs


def _months(weeks: Sequence[SeasonWeek]) -> str:
    """The name of each month over its first week, where there is room for it."""
    line = ""
    for number, week in enumerate(weeks):
        new = number == 0 or week.first_day.month != weeks[number - 1].first_day.month
        place = number * CELL
        if new and place >= len(line):
            line = f"{line:<{place}}{MONTHS[week.first_day.month - 1][:3]} "
    return line


def _legend(season: Season) -> Iterator[Text]:
    there = dict.fromkeys(week.stage for week in season.weeks)
    yield Text("  " + "   ".join(f"{SIGNS[s]} {s.value}" for s in SIGNS if s in there), style="dim")


def season_dict(season: Season, verdict: Verdict, words: Words) -> Plain:
    """The same as plain values."""
    return {
        "today": day(season.today),
        "race_date": day(season.race_day),
        "verdict": {"kind": verdict.kind.value, "by": day(verdict.by)},
        "building_weeks": season.building_weeks,
        "rule": words.say(season.says),
        "constants": [used_dict(constant) for constant in season.constants],
        "notes": [words.say(note) for note in season.notes],
        "weeks": [
            {"first_day": day(week.first_day), "stage": week.stage.value} for week in season.weeks
        ],
    }
