"""accept, undo and changes as they are typed."""

import json
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from athletes import TODAY
from stores import nothing_urgent
from terminal import run, told
from unload import service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
DAY = ("--today", "2024-11-17")


@pytest.fixture
def kept(store: Path) -> Path:
    """The sore runner's files in the store."""
    assert 0 == run("import", str(SORE), "--zone", "UTC").exit_code
    nothing_urgent(TODAY)
    return store


def test_a_week_is_accepted_shown_listed_and_given_back(kept: Path) -> None:
    """The whole life of an acceptance, in the words of the terminal."""
    made = run("accept", *DAY, "--only", "wed,sun")
    assert (0, True) == (made.exit_code, "Accepted: Wed 20, Sun 24" in made.stdout), made.stderr
    assert "You accepted this week" in run("week", *DAY).stdout
    assert "Given back: Wed 20, Sun 24" in run("undo", *DAY).stdout
    assert "You accepted" not in run("week", *DAY).stdout
    listed = run("changes").stdout
    assert ["undone", "accepted"] == [line.split()[3] for line in listed.splitlines()]


def test_days_that_never_have_runs_are_left_alone(kept: Path) -> None:
    """No run stands there or is moved there, as the pages leave them."""
    never = ("--never", "tue,thu")
    assert {"tue", "thu"} & _run_days(run("week", *DAY, "--force", "--json").stdout)
    assert not {"tue", "thu"} & _run_days(run("week", *DAY, *never, "--force", "--json").stdout)
    first = min(_run_days(run("week", *DAY, *never, "--force", "--json").stdout))
    made = run("accept", *DAY, *never, "--force", "--move", f"{first}=thu")
    assert (2, True) == (made.exit_code, "on which you never run" in made.stdout), made.output


def _run_days(told_week: str) -> set[str]:
    """The weekdays of the lighter week that have a run."""
    return {
        f"{date.fromisoformat(day['date']):%a}".lower()
        for day in json.loads(told_week)["week"]["days"]
        if day["after"]["distance_km"]
    }


def test_programs_are_told_the_same(kept: Path) -> None:
    """Whole weeks, and once."""
    first, second = told("accept", *DAY), told("accept", *DAY)
    assert (True, False, first["change"]) == (first["new"], second["new"], second["change"])
    assert 7 == len(first["days"])
    back = told("undo", *DAY)
    assert (first["change"], first["days"]) == (back["undoes"], back["days"])
    assert [back["change"], first["change"]] == [change["change"] for change in told("changes")]


def test_a_week_of_files_is_accepted_with_its_plan(store: Path, tmp_path: Path) -> None:
    """PATH and --plan as for `unload week`."""
    plan = tmp_path / "plan.csv"
    plan.write_text("date,session\n2024-11-19,12 km easy\n2024-11-22,8 km easy\n", "utf-8")
    made = told(
        "accept",
        str(SORE),
        *DAY,
        "--zone",
        "UTC",
        "--plan",
        str(plan),
        "--answers",
        str(SORE / "answers.toml"),
    )
    assert "your own plan" == made["week"]["basis"]


def test_no_weekday_and_no_acceptance_are_one_sentence(kept: Path) -> None:
    """What to write instead."""
    assert "write them like wed,sun" in run("accept", *DAY, "--only", "soon").stderr
    assert "nothing to undo" in run("undo", *DAY).stderr
    assert "Nothing was accepted yet" in run("changes").stdout


def test_a_session_is_moved_and_moved_back(kept: Path) -> None:
    """With the acceptance or after it; shown in the week, the list and the calendar."""
    made = run("accept", *DAY, "--move", "tue=wed")
    assert (0, True) == (made.exit_code, "Moved: the session of Tue 19 to Wed 20." in made.stdout)
    assert "moved here from Tuesday" in run("week", *DAY).stdout
    assert ["moved", "accepted"] == [
        line.split()[3] for line in run("changes").stdout.splitlines()
    ]  # fmt: skip
    events = Calendar.from_ical(run("export", *DAY, "--as", "ics").stdout).walk("VEVENT")
    moved = next(event for event in events if "2024-11-19-0@unload" == event["UID"])
    assert "2024-11-20" == moved["DTSTART"].dt.isoformat()
    assert "Moved back: Tue 19 to Wed 20" in run("undo", *DAY).stdout


def test_a_move_that_is_refused_says_why(kept: Path) -> None:
    """The week is taken, the session stays, and the exit code is that of what cannot be used."""
    result = run("accept", *DAY, "--move", "tue=thu", "--move", "tue=wed", "--json")
    told = json.loads(result.stdout)
    assert (2, 1, "2024-11-20") == (
        result.exit_code, len(told["refused"]), told["move"]["to"],
    )  # fmt: skip
    assert "Thursday holds a session already" in told["refused"][0]
    assert "write it like tue=thu" in run("accept", *DAY, "--move", "tue").stderr
    assert "write it like tue=thu" in run("accept", *DAY, "--move", "tue=soon").stderr
