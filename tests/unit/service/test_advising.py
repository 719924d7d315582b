"""The verbs: files in, advice out, and one clear sentence where something cannot be used."""

from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest

from athletes import MARATHON, TODAY, K
from language_samples import CODES, garmin_csv, season, strava_csv
from run_tables import rows_of, table
from unload.errors import NoRuns, UnloadError
from unload.model.advice import VerdictKind
from unload.model.history import Race
from unload.model.plan import Depth, Wishes
from unload.service import (
    DEMOS,
    Answer,
    advise_demo,
    advise_path,
    inspect_path,
    time_zone,
)


def asked(path: Path, **wishes: object) -> Answer:
    return advise_path(path, today=TODAY, zone="UTC", **wishes)


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """Sixty days of running in a table."""
    return table(rows_of(), tmp_path)


class TestAdvise:
    def test_a_table_becomes_advice(self, runs: Path) -> None:
        """Sixty sessions read, the calendar asks, the week is shown."""
        answer = asked(runs)
        assert (60, ()) == (answer.reading.imported, answer.reading.problems)
        assert VerdictKind.UNLOAD_SOON is answer.advice.verdict.kind
        assert answer.advice.week is not None
        assert K is answer.knowledge

    def test_the_week_is_hidden_unless_asked_for(self, tmp_path: Path) -> None:
        """Three sore answers or a wish show it; calm days do not."""
        rested = [row for row in rows_of() if not "2024-11-03" < row < "2024-11-09"]
        path = table(rested, tmp_path)
        assert VerdictKind.TRAIN_ON is asked(path).advice.verdict.kind
        assert asked(path).advice.week is None
        assert asked(path, force=True).advice.week is not None

    def test_the_same_path_gives_the_same_advice(self, runs: Path) -> None:
        """One seed for every draw."""
        assert asked(runs, race=MARATHON).advice == asked(runs, race=MARATHON).advice

    def test_today_is_the_day_where_the_runner_lives(self, runs: Path) -> None:
        """Without --today it is now, by which time these runs are long past (X20)."""
        answer = advise_path(runs, zone="UTC")
        assert VerdictKind.NOT_ENOUGH_DATA is answer.advice.verdict.kind
        assert answer.advice.today > TODAY

    def test_a_race_that_is_over_is_no_race(self, runs: Path) -> None:
        """It makes no taper and no prediction."""
        answer = asked(runs, race=Race(date(2024, 4, 21), 42_195))
        assert answer.advice.race is None
        assert VerdictKind.UNLOAD_SOON is answer.advice.verdict.kind

    def test_the_grid_is_that_of_the_units(self, runs: Path) -> None:
        """Eight kilometres are five miles on a grid of half miles."""
        half_mile = 1609.344 / 2
        week = asked(runs, grid_m=half_mile).advice.week
        assert week is not None
        assert {10 * half_mile} == {day.distance_m for day in week.before.days}


class TestAnswers:
    def test_a_file_of_answers_tells_who_the_runner_is(self, runs: Path, tmp_path: Path) -> None:
        """Weight, tools and a red flag by its key."""
        key = next(flag.key for flag in K.red_flags if flag.level.stops)
        answers = tmp_path / "me.toml"
        answers.write_text(
            f"[red_flags]\n{key} = true\n[runner]\nweight_kg = 60\n", encoding="utf-8"
        )
        advice = asked(runs, answers=answers, force=True).advice
        assert VerdictKind.SEE_SOMEONE is advice.verdict.kind
        assert advice.week is not None
        assert Depth.NO_RUNNING is advice.week.depth
        weight = advice.doubts[-1].says[0]
        assert ("weight.own", 60) == (weight.key, weight.values["reference_kg"])

    def test_a_weight_on_the_spot_outranks_the_file(self, runs: Path, tmp_path: Path) -> None:
        """--weight is the newer answer; without either the reference is named."""
        answers = tmp_path / "me.toml"
        answers.write_text("[runner]\nweight_kg = 60\n", encoding="utf-8")
        told = asked(runs, answers=answers, weight_kg=80).advice.doubts[-1].says[0]
        assert 80 == told.values["reference_kg"]
        assert "weight.reference" == asked(runs).advice.doubts[-1].says[0].key

    @pytest.mark.parametrize(
        ("place", "hint"), [("calve", "did you mean calf?"), ("xyzzy", "and ")]
    )
    def test_a_place_nobody_knows_is_a_problem(
        self, runs: Path, tmp_path: Path, place: str, hint: str
    ) -> None:
        """The spot is set aside with its place, the rest of the answers is used."""
        table(
            [f"2024-11-17,3,{place}:left:4", "2024-11-16,3,calf:left:4"],
            tmp_path,
            "feel.csv",
            "date,sleep,spots\n",
        )
        answer = asked(tmp_path)
        (problem,) = answer.reading.problems
        assert hint in problem.message
        assert "feel.csv" in problem.where
        assert 2 == answer.advice.coverage.check_ins


class TestWhose:
    def test_two_runners_have_to_be_told_apart(self, tmp_path: Path) -> None:
        """One path, two names: the names are shown and the way to choose."""
        path = table([*rows_of("ann"), *rows_of("bo")], tmp_path)
        with pytest.raises(UnloadError, match=r"2 runners \(ann, bo\); say which with --runner"):
            asked(path)
        assert 28 == asked(path, runner="bo").advice.coverage.runs

    def test_many_names_are_cut_short(self, tmp_path: Path) -> None:
        """A club is not printed in full."""
        path = table([row for name in "abcde" for row in rows_of(name, days=2)], tmp_path)
        with pytest.raises(UnloadError, match=r"\(a, b, c and 2 more\)"):
            asked(path)

    def test_a_name_a_letter_off_is_guessed(self, tmp_path: Path) -> None:
        """And a name in a file without names is refused with the reason."""
        path = table(rows_of("annabel"), tmp_path)
        with pytest.raises(UnloadError, match="Did you mean annabel"):
            asked(path, runner="anabel")
        with pytest.raises(UnloadError, match="names no runner"):
            asked(table(rows_of(), tmp_path), runner="ann")

    def test_a_single_name_needs_no_choosing(self, tmp_path: Path) -> None:
        """One runner is the runner."""
        assert 28 == asked(table(rows_of("ann"), tmp_path)).advice.coverage.runs


class TestNoRuns:
    def test_rides_alone_cannot_be_answered(self, tmp_path: Path) -> None:
        """What was found instead is said."""
        path = table(rows_of(kind="ride"), tmp_path)
        with pytest.raises(NoRuns, match=r"No run was found. There are 60 activities \(ride\)"):
            asked(path)

    def test_a_day_before_the_first_run_says_which_that_is(self, runs: Path) -> None:
        """The runner may have mistyped the year."""
        with pytest.raises(NoRuns, match="The first run is of 2024-09-19, after 2023-11-17"):
            advise_path(runs, today=date(2023, 11, 17), zone="UTC")

    def test_check_ins_alone_hold_no_run(self, tmp_path: Path) -> None:
        """Answers without any session."""
        table(["2024-11-17,3"], tmp_path, "feel.csv", "date,sleep\n")
        with pytest.raises(NoRuns, match=r"^No run was found\. Unload answers for running\.$"):
            asked(tmp_path)


class TestDemo:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("sore", VerdictKind.UNLOAD_NOW),
            ("steady", VerdictKind.TRAIN_ON),
            ("thin-data", VerdictKind.NOT_ENOUGH_DATA),
        ],
    )
    def test_each_demo_runner_shows_another_answer(self, name: str, kind: VerdictKind) -> None:
        """Read from the package like any other path."""
        answer = advise_demo(name)
        assert kind is answer.advice.verdict.kind
        assert TODAY == answer.advice.today
        assert () == answer.reading.problems

    def test_a_demo_of_nobody_names_those_there_are(self) -> None:
        """A mistyped name is no traceback."""
        with pytest.raises(UnloadError, match=", ".join(DEMOS)):
            advise_demo("fast")


class TestZone:
    def test_a_zone_is_named_or_that_of_the_machine(self) -> None:
        """Names are those of the IANA table."""
        assert "Europe/Berlin" == str(time_zone("Europe/Berlin"))
        assert time_zone(None) is not None
        assert UTC.utcoffset(None) == time_zone("UTC").utcoffset(None)

    @pytest.mark.parametrize("name", [
        "Berlin", "../etc/passwd", "", "localtime", "posixrules", "Factory", "posix/Europe/Berlin",
        "right/UTC", "Europe", "UTC\0",
    ])  # fmt: skip
    def test_a_zone_of_nowhere_is_refused(self, name: str) -> None:
        """With an example of how to write one."""
        with pytest.raises(UnloadError, match="Europe/Berlin"):
            time_zone(name)


class TestTables:
    def test_the_same_history_in_every_language_gives_the_same_verdict(
        self, tmp_path: Path
    ) -> None:
        """I26: sessions and advice, whatever the account speaks; Garmin's in miles as well."""
        answers = {}
        for code in CODES:
            path = tmp_path / f"{code}.csv"
            path.write_text(strava_csv(code, season()), "utf-8")
            answer = asked(path)
            told = [replace(s, where="") for s in answer.reading.sessions]
            answers[code] = (told, answer.advice.verdict)
        assert [answers["en"]] * len(CODES) == list(answers.values())
        for code, unit in (("de", "km"), ("ja", "mi")):
            path = tmp_path / "garmin.csv"
            path.write_text(garmin_csv(code, season(), unit), "utf-8")
            assert answers["en"][1].kind is asked(path).advice.verdict.kind

    def test_what_the_columns_hold_can_be_said(self, tmp_path: Path) -> None:
        """I24: a unit that nothing proves is said once, and not before the problem says how."""
        rows = [f"2024-06-{n + 10},{5 + n / 10:.1f},0:{26 + n}:00" for n in range(9)]
        path = table(rows, tmp_path, header="mikor,tav,ido\n")
        with pytest.raises(NoRuns, match="--columns date=1,distance=2:km,duration=3"):
            inspect_path(path, zone="UTC")
        found = inspect_path(path, zone="UTC", columns="date=1,distance=2:mi,duration=3")
        assert pytest.approx(sum(5 + n / 10 for n in range(9)) * 1.609344) == found.run_km
        assert "the distance from 2 (miles)" in found.notes[0]
        with pytest.raises(UnloadError, match="colour"):
            inspect_path(path, columns="colour=1")

    def test_the_zone_that_was_assumed_is_said(self, tmp_path: Path) -> None:
        """Only where nobody said it, and days depend on it."""
        path = tmp_path / "activities.csv"
        path.write_text(strava_csv("nl", season()), "utf-8")
        assert () == inspect_path(path, zone="UTC").notes
        assert "--zone NAME says another" in inspect_path(path).notes[-1]
        assert () == inspect_path(table(rows_of(), tmp_path)).notes


class TestPlan:
    def test_the_week_comes_from_the_runners_own_plan(self, runs: Path, tmp_path: Path) -> None:
        """What of it cannot be read is a problem among the others."""
        plan = tmp_path / "plan.csv"
        plan.write_text("date,session\n2024-11-19,12 km easy\n2024-11-20,soon\n", encoding="utf-8")
        answer = asked(runs, plan=plan)
        assert answer.advice.week is not None
        assert ("week.plan", 12_000) == (
            answer.advice.week.basis.key, answer.advice.week.before.distance_m
        )  # fmt: skip
        assert ["plan.csv line 3"] == [p.where for p in answer.reading.problems]

    def test_wishes_reach_the_week(self, runs: Path) -> None:
        """The work-it-out day is a wish like any other."""
        week = asked(runs, wishes=Wishes(slot=4)).advice.week
        assert week is not None
        assert 4 == week.after.days[week.slot].day.weekday()
