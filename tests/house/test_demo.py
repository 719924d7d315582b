"""The demo's runners are who the documents say they are."""

import csv
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path

from house.blueprint import SRC
from unload.importers.answers import read_answers

DEMO = SRC / "demo"
ABOUT = tomllib.loads((DEMO / "demo.toml").read_text(encoding="utf-8"))
TODAY: date = ABOUT["today"]


def rows(runner: str, table: str) -> list[dict[str, str]]:
    with (DEMO / runner / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def runs(runner: str) -> dict[date, int]:
    """Metres by day."""
    found = rows(runner, "runs")
    return {datetime.fromisoformat(r["start_local"]).date(): int(r["distance_m"]) for r in found}


def week_m(runner: str, sunday: date) -> int:
    """Metres of the seven days that end on a Sunday."""
    days = runs(runner)
    return sum(days.get(sunday - timedelta(days=back), 0) for back in range(7))


def test_every_runner_is_complete() -> None:
    """Each runner of demo.toml has runs, check-ins and answers, and nothing lies after today."""
    folders = {path.name for path in DEMO.iterdir() if path.is_dir() and "__" not in path.name}
    assert set(ABOUT["runners"]) == folders
    assert ABOUT["default"] in folders
    for runner in folders:
        assert max(runs(runner)) <= TODAY
        assert max(date.fromisoformat(r["date"]) for r in rows(runner, "checkins")) <= TODAY
        person, _, problems = read_answers(DEMO / runner / "answers.toml")
        assert () == problems
        assert person.weight_kg is not None


def test_the_sore_runner_is_sore() -> None:
    """Check-ins on 26 of the last 28 days, and a left calf at 3 or more on 5 of the last 7."""
    spots = {date.fromisoformat(r["date"]): r["spots"] for r in rows("sore", "checkins")}
    month = {day: spot for day, spot in spots.items() if day > TODAY - timedelta(days=28)}
    assert 26 == len(month)
    sore = {day: spot.split(":") for day, spot in month.items() if spot != "none"}
    assert {("calf", "left")} == {(spot[0], spot[1]) for spot in sore.values()}
    week = [s for day, s in sore.items() if day > TODAY - timedelta(days=7)]
    assert 5 == sum(int(spot[2]) >= 3 for spot in week)


def test_the_sore_runner_overdid_one_sunday() -> None:
    """29 km on 10 November after at most 24 km in the thirty days before it."""
    days = runs("sore")
    spike = date(2024, 11, 10)
    before = [m for day, m in days.items() if timedelta(0) < spike - day <= timedelta(days=30)]
    assert (29_000, 24_000) == (days[spike], max(before))


def test_lighter_weeks_are_lighter() -> None:
    """The last lighter week ends on 13 October for the sore, on 3 November for the steady."""
    for runner, sunday in (("sore", date(2024, 10, 13)), ("steady", date(2024, 11, 3))):
        before = week_m(runner, sunday - timedelta(days=7))
        assert week_m(runner, sunday) < 0.75 * before


def test_the_steady_runner_has_no_pain() -> None:
    """No sore spot on any day, and the question was answered each time."""
    assert {"none"} == {row["spots"] for row in rows("steady", "checkins")}


def test_the_thin_history_is_thin() -> None:
    """Nine runs in three weeks, the newest twelve days old."""
    days = sorted(runs("thin-data"))
    assert 9 == len(days)
    assert timedelta(days=12) == TODAY - days[-1]
    assert days[-1] - days[0] < timedelta(days=21)


def test_heart_rate_and_effort_are_known_in_part() -> None:
    """The sore runner wears a strap on about a third of the runs and rates about half of them."""
    found = rows("sore", "runs")
    assert 0.25 < sum(r["avg_hr"] != "" for r in found) / len(found) < 0.42
    assert 0.4 < sum(r["rpe"] != "" for r in found) / len(found) < 0.6


def test_no_file_but_the_promised_ones() -> None:
    """A runner's folder holds three files."""
    for runner in ABOUT["runners"]:
        names = {path.name for path in Path(DEMO / runner).iterdir()}
        assert {"runs.csv", "checkins.csv", "answers.toml"} == names
