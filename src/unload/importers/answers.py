"""Read a runner's own answers from a TOML file: who they are, flags, check-ins, calendar."""

from __future__ import annotations

import math
import re
import tomllib
from datetime import date, datetime
from pathlib import Path

from unload.errors import NoSuchPath, Problem
from unload.importers.body_answers import BadAnswers, Told, told_in
from unload.importers.diary import calendar_entries, weekly_answers
from unload.importers.soreness import spot_from
from unload.importers.specialist import instructions
from unload.importers.wellness import MEASURES, check_in_or_problem
from unload.model.history import CheckIn, Raced, Runner, Sex, SoreSpot
from unload.model.units import M_PER_KM, S_PER_HOUR, S_PER_MIN
from unload.model.week_start import MONDAY

_BODY = ("spots", "red_flags", "screens")
_RUNNER = ("runner", "check_in", "recent_race", "weekly", "calendar", "specialist")
_STORY = ("hand_over", "worked")  # read by story.py and worked.py
_COMEBACK = ("gate", "ladder")  # read by comeback_answers.py
_TOP = frozenset((*_BODY, *_RUNNER, *_STORY, *_COMEBACK))
_RACED = frozenset(("day", "km", "time"))
_NUMBERS = {
    "weight_kg": (20, 300),
    "hr_rest": (20, 150),
    "hr_max": (80, 250),
    "minutes": (0, 600),
    "age": (10, 110),
}
_LISTS = ("tools", "blockers")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHECK_IN = frozenset((*MEASURES, "day", "ill", "spot", "nothing_hurts"))


def read_answers(
    path: Path | str, now: datetime | None = None, *, today: date | None = None
) -> tuple[Runner, tuple[CheckIn, ...], tuple[Problem, ...]]:
    """The runner, the check-ins, and every answer that could not be used, with its place.

    Without `now` no check-in is refused for lying in the future. What `[[spots]]` says is a
    check-in of `today`; without that day it is left out, see `read_told`.
    """
    name, data = read_toml(path)
    problems = [_unknown(name, key, _TOP) for key in data if key not in _TOP]
    runner = _runner(name, data, problems)
    moment = now.replace(tzinfo=None) if now is not None else datetime(9999, 1, 1)
    check_ins = []
    for number, table in enumerate(_tables(data.get("check_in")), 1):
        made = _check_in(f"{name} check_in {number}", table, moment, problems)
        if isinstance(made, CheckIn):
            check_ins.append(made)
        else:
            problems.append(made)
    spots = told_in(name, data).spots
    if spots is not None and today is not None:
        check_ins.append(CheckIn(today, spots=spots, where=f"{name} spots"))
    return runner, tuple(check_ins), tuple(problems)


def read_told(path: Path | str) -> Told:
    """What a file of answers says of the body today."""
    return told_in(*read_toml(path))


def read_toml(path: Path | str) -> tuple[str, dict[str, object]]:
    """The file's name and what stands in it; UnloadError where it cannot be read."""
    name = Path(path).name
    try:
        return name, tomllib.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError:
        raise NoSuchPath(f"There is no file named {path}.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadAnswers(f"{name} cannot be read as answers: {error}.") from None


def _unknown(where: str, key: str, known: frozenset[str]) -> Problem:
    return Problem(where, f"{key!r} is no answer known here; known are {', '.join(sorted(known))}.")


def _tables(value: object) -> list[dict[str, object]]:
    """A list of tables, whatever the file holds in its place."""
    return [t for t in value if isinstance(t, dict)] if isinstance(value, list) else []


def _runner(name: str, data: dict[str, object], problems: list[Problem]) -> Runner:
    """What the runner says of themselves; what cannot be used is left out and told."""
    table = data.get("runner", {})
    table = table if isinstance(table, dict) else {}
    where = f"{name} [runner]"
    answered = told_in(name, data).red_flags or {}
    known = frozenset(("sex", "week_start", *_NUMBERS, *_LISTS))
    problems += [_unknown(where, key, known) for key in table if key not in known]
    return Runner(
        sex=_sex(where, table.get("sex"), problems),
        weight_kg=_number(where, table, "weight_kg", problems),
        hr_rest=_number(where, table, "hr_rest", problems),
        hr_max=_number(where, table, "hr_max", problems),
        minutes=_number(where, table, "minutes", problems),
        tools=_words(where, table.get("tools"), problems),
        blockers=_words(where, table.get("blockers"), problems) or (),
        red_flags=tuple(key for key, yes in answered.items() if yes),
        denied=tuple(key for key, yes in answered.items() if not yes),
        recent_race=_raced(f"{name} [recent_race]", data.get("recent_race"), problems),
        weekly=weekly_answers(name, _tables(data.get("weekly")), problems),
        calendar=calendar_entries(name, _tables(data.get("calendar")), problems),
        instructions=instructions(name, _tables(data.get("specialist")), problems),
        age=_number(where, table, "age", problems),
        week_start=_week_start(where, table.get("week_start"), problems),
    )


def _raced(where: str, table: object, problems: list[Problem]) -> Raced | None:
    """The race that was run, or None and a problem that shows how to write it."""
    if table is None:
        return None
    row = table if isinstance(table, dict) else {}
    problems += [_unknown(where, key, _RACED) for key in row if key not in _RACED]
    day, metres, seconds = _day(row), _metres(row), _clock_s(row.get("time"))
    if day is not None and metres is not None and seconds is not None:
        return Raced(day, metres, seconds)
    said = 'needs its day, km and time, like day = 2024-10-06, km = 21.1, time = "1:38:20".'
    problems.append(Problem(where, said))
    return None


def _day(row: dict[str, object]) -> date | None:
    day = row.get("day")
    return day if isinstance(day, date) and not isinstance(day, datetime) else None


def _metres(row: dict[str, object]) -> float | None:
    km = row.get("km")
    known = isinstance(km, int | float) and not isinstance(km, bool) and 0 < km < math.inf
    return float(str(km)) * M_PER_KM if known else None


def _clock_s(value: object) -> float | None:
    """Seconds of a TOML time (01:38:20) or a string ("1:38:20", "45:12"); None where it is none."""
    found = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", str(value))
    if found is None:
        return None
    whole = S_PER_HOUR * int(found[1] or 0) + S_PER_MIN * int(found[2]) + int(found[3])
    return float(whole) or None


def _sex(where: str, value: object, problems: list[Problem]) -> Sex | None:
    if value is None or value in tuple(Sex):
        return None if value is None else Sex(str(value))
    problems.append(Problem(where, f"sex is {value!r}; it must be female or male, or left out."))
    return None


def _week_start(where: str, value: object, problems: list[Problem]) -> int:
    if value is None or value in _WEEKDAYS:
        return MONDAY if value is None else _WEEKDAYS.index(str(value))
    said = f'week_start is {value!r}; it must be a day, like "sunday", or left out.'
    problems.append(Problem(where, said))
    return MONDAY


def _number(
    where: str, table: dict[str, object], name: str, problems: list[Problem]
) -> float | None:
    value = table.get(name)
    low, high = _NUMBERS[name]
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
        return float(value)
    said = f"{name} is {value!r}; it must be a number from {low} to {high}."
    problems.append(Problem(where, said))
    return None


def _words(where: str, value: object, problems: list[Problem]) -> tuple[str, ...] | None:
    """A list of words; None where it is not given, () where it is given and empty."""
    if value is None:
        return None
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value)
    problems.append(Problem(where, f'{value!r} must be a list of words, like ["roller", "ball"].'))
    return None


def _check_in(
    where: str, table: dict[str, object], now: datetime, problems: list[Problem]
) -> CheckIn | Problem:
    problems += [_unknown(where, key, _CHECK_IN) for key in table if key not in _CHECK_IN]
    day = table.get("day")
    if isinstance(day, datetime) or not isinstance(day, date):
        return Problem(where, "needs its day, like day = 2024-11-17.")
    answers = {name: table[name] for name in MEASURES if name in table}
    if "ill" in table:
        if not isinstance(table["ill"], bool):
            return Problem(where, "ill must be true or false.")
        answers["ill"] = table["ill"]
    try:
        spots = _spots(table)
    except ValueError as error:
        return Problem(where, f"{error}.")
    if spots is not None:
        answers["spots"] = spots
    return check_in_or_problem(where, day, answers, now)


def _spots(table: dict[str, object]) -> tuple[SoreSpot, ...] | None:
    """The sore spots; `spot = []` or `nothing_hurts = true` says that nothing hurts."""
    if "spot" not in table:
        return () if table.get("nothing_hurts") is True else None
    return tuple(spot_from(spot) for spot in _tables(table["spot"]))
