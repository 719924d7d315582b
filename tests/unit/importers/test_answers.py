"""Answers from a TOML file."""

from datetime import date
from pathlib import Path

import pytest

from file_samples import NOW
from unload.errors import NoSuchPath
from unload.importers.answers import BadAnswers, read_answers, read_told
from unload.model.history import CheckIn, Raced, Runner, Sex, Side, SoreSpot

FULL = """
[red_flags]
night-pain = true
chest = false

[runner]
sex = "female"
weight_kg = 58.5
hr_rest = 48
hr_max = 186
tools = ["roller", "ball"]
minutes = 12
blockers = ["varicose-veins"]

[[check_in]]
day = 2024-06-01
sleep = 4
mood = 3.5
ill = false

[[check_in.spot]]
region = "calf"
side = "left"
pain = 4
next_morning = 0
at_rest = true

[[check_in]]
day = 2024-06-02
nothing_hurts = true
"""


def written(folder: Path, text: str) -> Path:
    """A file of answers."""
    path = folder / "answers.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_full_file(tmp_path: Path) -> None:
    """Runner, red flags, check-ins and spots; 0 is a pain of 0."""
    runner, check_ins, problems = read_answers(written(tmp_path, FULL), NOW)
    expected = Runner(
        Sex.FEMALE,
        58.5,
        48.0,
        186.0,
        ("roller", "ball"),
        12.0,
        ("night-pain",),
        ("varicose-veins",),
        denied=("chest",),
    )
    assert ((), expected) == (problems, runner)
    spot = SoreSpot("calf", Side.LEFT, 4, 0, True)
    first = CheckIn(
        date(2024, 6, 1),
        sleep=4,
        mood=3.5,
        ill=False,
        spots=(spot,),
        where="answers.toml check_in 1",
    )
    second = CheckIn(date(2024, 6, 2), spots=(), where="answers.toml check_in 2")
    assert (first, second) == check_ins


def test_everything_may_be_left_out(tmp_path: Path) -> None:
    """An empty file is an answer nobody gave; no tools is not the same as tools not asked."""
    assert (Runner(), (), ()) == read_answers(written(tmp_path, ""))
    assert () == read_answers(written(tmp_path, "[runner]\ntools = []\n"))[0].tools


@pytest.mark.parametrize(("day", "week_start"), [("monday", 0), ("saturday", 5), ("sunday", 6)])
def test_a_week_begins_on_a_day_by_its_name(tmp_path: Path, day: str, week_start: int) -> None:
    """As a number, 0 = Monday."""
    runner, _, problems = read_answers(written(tmp_path, f"[runner]\nweek_start = '{day}'\n"))
    assert ((), week_start) == (problems, runner.week_start)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[runner]\nsex = 'f'", "female or male"),
        ("[runner]\nhr_max = 500", "80 to 250"),
        ("[runner]\nhr_max = 'high'", "must be a number"),
        ("[runner]\nhr_rest = true", "must be a number"),
        ("[runner]\nweight = 60", "'weight' is no answer known here"),
        ("[runner]\ntools = 'ball'", "list of words"),
        ("[runner]\nweek_start = 6", 'like "sunday"'),
        ("[runner]\nweek_start = ['sunday']", 'like "sunday"'),
        ("weather = 'fine'", "'weather' is no answer known here"),
        ("[[check_in]]\nmood = 3", "needs its day"),
        ("[[check_in]]\nday = 2024-06-01\nmood = 9", "mood is 9"),
        ("[[check_in]]\nday = 2024-06-01\nill = 'yes'", "true or false"),
        ("[[check_in]]\nday = 2024-06-01\nmod = 3", "'mod' is no answer"),
        ("[[check_in]]\nday = 2030-06-01\nmood = 3", "cannot be right"),
        ("[[check_in]]\nday = 2024-06-01\n[[check_in.spot]]\nregion='calf'\nside='left'", "pain"),
        ("[[check_in]]\nday = 2024-06-01\n[[check_in.spot]]\nplace='calf'", "'place'"),
    ],
)
def test_each_bad_answer_is_one_problem(tmp_path: Path, text: str, words: str) -> None:
    """It is left out, named, and the rest is read."""
    rest = "" if text.startswith("[") else "\n"
    _, _, problems = read_answers(written(tmp_path, text + rest), NOW)
    assert 1 == len(problems)
    assert words in problems[0].message
    assert problems[0].where.startswith("answers.toml")


def test_a_file_that_is_none_is_said_to_be(tmp_path: Path) -> None:
    """Missing, or not TOML: one sentence."""
    with pytest.raises(NoSuchPath):
        read_answers(tmp_path / "no.toml")
    with pytest.raises(BadAnswers, match=r"answers\.toml"):
        read_answers(written(tmp_path, "sex = "))


def test_a_race_that_was_run_is_read(tmp_path: Path) -> None:
    """Its time as a TOML clock or as a runner writes it."""
    for time in ('"1:38:20"', "01:38:20"):
        text = f"[recent_race]\nday = 2024-10-06\nkm = 21.1\ntime = {time}\n"
        runner, _, problems = read_answers(written(tmp_path, text), NOW)
        assert ((), Raced(date(2024, 10, 6), 21100.0, 5900.0)) == (problems, runner.recent_race)


@pytest.mark.parametrize(
    "row",
    [
        'km = 10\ntime = "45:12"',
        'day = 2024-10-06T10:00:00\nkm = 10\ntime = "45:12"',
        'day = 2024-10-06\nkm = true\ntime = "45:12"',
        'day = 2024-10-06\nkm = inf\ntime = "45:12"',
        "day = 2024-10-06\nkm = 10\ntime = 45",
        'day = 2024-10-06\nkm = 10\ntime = "0:00"',
    ],
)
def test_a_race_that_lacks_something_is_a_problem(tmp_path: Path, row: str) -> None:
    """It is left out, and the message shows how to write it."""
    runner, _, problems = read_answers(written(tmp_path, f"[recent_race]\n{row}\n"), NOW)
    assert runner.recent_race is None
    assert 'like day = 2024-10-06, km = 21.1, time = "1:38:20"' in problems[0].message


def test_weekly_answers_and_calendar_go_with_the_runner(tmp_path: Path) -> None:
    """What is told of the weeks before and after today."""
    day = "day = 2024-06-02"
    text = f'[[weekly]]\n{day}\npart = 3\n[[calendar]]\nkind = "race"\n{day}\n'
    runner, _, problems = read_answers(written(tmp_path, text), NOW)
    assert (1, 1, ()) == (len(runner.weekly), len(runner.calendar), problems)


def test_age_is_read(tmp_path: Path) -> None:
    """It is for the norms of self-tests."""
    runner, _, problems = read_answers(written(tmp_path, "[runner]\nage = 44\n"), NOW)
    assert (44, ()) == (runner.age, problems)


def test_spots_of_today_are_a_check_in_of_that_day(tmp_path: Path) -> None:
    """`[[spots]]` counts on the day that is asked about, and nowhere where no day is."""
    path = written(tmp_path, "[[spots]]\nregion='calf'\nside='left'\npain=3\nswelling=true\n")
    spot = SoreSpot("calf", Side.LEFT, 3, swelling=True)
    day = date(2024, 6, 3)
    expected = (CheckIn(day, spots=(spot,), where="answers.toml spots"),)
    assert expected == read_answers(path, NOW, today=day)[1]
    assert () == read_answers(path, NOW)[1]
    assert (spot,) == read_told(path).spots


def test_a_table_of_red_flags_tells_yes_from_no(tmp_path: Path) -> None:
    """Only what is answered yes is a red flag of the runner."""
    path = written(tmp_path, "[red_flags]\nchest = true\ntear = false\n")
    assert ("chest",) == read_answers(path, NOW)[0].red_flags
    assert {"chest": True, "tear": False} == read_told(path).red_flags


def test_red_flags_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    """To pass one over could hide what comes before everything else."""
    with pytest.raises(BadAnswers, match="red_flags is 1"):
        read_answers(written(tmp_path, "red_flags = 1\n"), NOW)
