"""What the commands ask for: days, races to come and races run, as runners write them."""

import re
from datetime import date
from pathlib import Path

import click
import pytest

from terminal import told
from unload import service
from unload.cli.options import (
    DAY,
    PlanType,
    RaceType,
    RanType,
    WeekdaysType,
    race_metres,
    race_seconds,
    wishes_of,
)
from unload.model.plan import Mode, Wishes


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("marathon", 42_195.0),
        ("Half", 21_097.5),
        ("10k", 10_000.0),
        ("5k", 5_000.0),
        ("42.195", 42_195.0),
        ("50km", 50_000.0),
        ("13.1mi", 21_082.4064),
        ("13.1 mi", 21_082.4064),
    ],
)
def test_races_are_written_as_runners_write_them(text: str, metres: float) -> None:
    """By name, in kilometres, or in miles."""
    assert pytest.approx(metres) == race_metres(text)


@pytest.mark.parametrize("text", ["", "far", "-5", "nan", "inf", "0", "5 parsecs", "1e9"])
def test_what_is_no_distance_is_refused(text: str) -> None:
    """Nothing that is not a positive number of kilometres or miles is taken."""
    with pytest.raises(ValueError, match="not a distance"):
        race_metres(text)


def test_a_race_knows_its_day() -> None:
    """The day stands before the colon."""
    given = RaceType().convert("2025-04-21:10k", None, None)
    assert (date(2025, 4, 21), 10_000.0) == given
    assert given == RaceType().convert(given, None, None)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45:12", 2712), ("3:41:05", 13_265), ("0:45:12", 2712), ("95:00", 5700), ("3:00:00", 10_800)],
)
def test_times_are_written_as_runners_write_them(text: str, seconds: float) -> None:
    """Minutes and seconds, with the hours before them where there are any."""
    assert seconds == race_seconds(text)


@pytest.mark.parametrize("text", ["", "45", "3h", "3:75", "1:75:00", "0:00", "-3:00", "1:2:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    """A lone number could be minutes or hours, so it is none of them."""
    with pytest.raises(ValueError, match="not a time"):
        race_seconds(text)


def test_a_race_that_was_run_knows_its_day_distance_and_time() -> None:
    """Three parts, the last of which has colons of its own."""
    given = RanType().convert("2024-10-06:half:1:38:20", None, None)
    assert (date(2024, 10, 6), 21_097.5, 5_900.0) == given
    assert given == RanType().convert(given, None, None)
    assert 2_712 == RanType().convert("2024-10-06:10:45:12", None, None)[-1]


@pytest.mark.parametrize("text", ["2024-10-06", "2024-10-06:10", "10:45:12", "2024-10-06:10:45"])
def test_half_a_race_is_refused_with_an_example(text: str) -> None:
    """The runner is shown how to write it."""
    with pytest.raises(click.BadParameter, match="2024-10-06:half:1:38:20"):
        RanType().convert(text, None, None)


@pytest.mark.parametrize(
    ("given", "saved"),
    [
        ("https://example.org/a.ics?key=1", "'https://example.org/a.ics?key=1'"),
        ("webcal://example.org/a.ics", "https://example.org/a.ics"),
        ("HTTP://example.org/a.ics", "http://example.org/a.ics"),
    ],
)
def test_an_address_is_not_fetched(given: str, saved: str) -> None:
    """It is met with the line that saves what lies there (S22)."""
    with pytest.raises(click.BadParameter, match=re.escape(f"curl -Lo plan.ics {saved}")):
        PlanType().convert(given, None, None)


def test_a_day_is_refused_with_how_to_write_it() -> None:
    """In the runner's words, not in those of a library."""
    assert date(2024, 11, 17) == DAY.convert("2024-11-17", None, None).date()
    with pytest.raises(click.BadParameter, match="'yesterday' is not a day; write it like 2024"):
        DAY.convert("yesterday", None, None)


def test_weekdays_are_written_as_in_a_sentence() -> None:
    """Short or in full, and none that there is not."""
    given = WeekdaysType().convert("tue, Thursday", None, None)
    assert (1, 3) == given == WeekdaysType().convert(given, None, None)
    with pytest.raises(click.BadParameter, match="wed,sun"):
        WeekdaysType().convert("tue,someday", None, None)


def test_the_week_is_wanted_as_it_was_said() -> None:
    """How hard, the day to work it out, the days without runs."""
    given = {"mode": "keep-one", "work_day": "thu", "never": (1, 3)}
    assert Wishes(Mode.KEEP_ONE, 3, never=frozenset({1, 3})) == wishes_of(given)


def test_a_plan_is_a_file() -> None:
    """Whatever its name."""
    assert Path("https.ics") == PlanType().convert("https.ics", None, None)


SORE = str(Path(service.__file__).parents[1] / "demo" / "sore")
ASKED = (SORE, "--today", "2024-11-17", "--zone", "UTC")


def begun(command: str, *more: str) -> list[int]:
    """On which weekdays the weeks begin that a command tells of, each once."""
    weeks = told(command, *ASKED, *more)["weeks"]
    return sorted({date.fromisoformat(week["first_day"]).weekday() for week in weeks})


@pytest.mark.parametrize(
    "asked", [("history",), ("season", "--race", "2025-04-21:marathon"), ("audit",)]
)
def test_weeks_begin_on_the_day_that_is_said(
    asked: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the option, else as the environment says, else on Monday."""
    assert ([0], [6]) == (begun(*asked), begun(*asked, "--week-start", "sun"))
    monkeypatch.setenv("UNLOAD_WEEK_START", "sat")
    assert ([5], [6]) == (begun(*asked), begun(*asked, "--week-start", "sun"))


def test_an_answer_is_of_weeks_that_begin_on_the_day_that_is_said(tmp_path: Path) -> None:
    """What an option says stands over what a file of answers says."""
    answers = tmp_path / "me.toml"
    answers.write_text('[runner]\nweek_start = "saturday"\n', "utf-8")
    asked = ("week", *STEADY, "--answers", str(answers))
    ends = [told(*asked, *more)["verdict"]["by"] for more in ((), ("--week-start", "sun"))]
    assert [5, 6] == [date.fromisoformat(end).weekday() for end in ends]


STEADY = (ASKED[0].replace("sore", "steady"), *ASKED[1:])
