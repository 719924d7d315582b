"""The gate from files: answers over answers, the ladder, and what only the runner knows."""

from datetime import date
from pathlib import Path

import pytest

from athletes import TODAY
from gate_samples import DAY
from unload import service
from unload.errors import NoRuns
from unload.model.comeback import GateAnswers, Light, Outcome
from unload.model.history import WELLNESS_ITEMS
from unload.service.coming_back import GateTold, gate_path, over

STEADY = Path(service.__file__).parents[1] / "demo" / "steady"
SORE = STEADY.with_name("sore")
RAISES = GateAnswers(date.min, raises=(20, 20))
FREE = GateAnswers(date.min, walks_freely=True)


def asked(path: Path = STEADY, **more: object) -> GateTold:
    return gate_path(path, today=TODAY, zone="UTC", **more)  # type: ignore[arg-type] # test builder


def light(told: GateTold, name: str, day: date = TODAY) -> Light:
    return next(c.light for c in told.back.gate.criteria if (c.name, c.day) == (name, day))


def test_what_only_the_runner_knows_is_to_be_asked() -> None:
    """Walking always, heel raises where the calf was sore, nothing twice."""
    assert ("walking",) == asked().to_ask
    assert ("morning", "walking", "heel raises") == asked(SORE).to_ask
    assert ("morning", "walking") == asked(SORE, said=RAISES).to_ask
    assert () == asked(said=FREE).to_ask


def test_of_a_day_without_a_check_in_all_of_it_is_to_be_asked() -> None:
    """And what was answered for this asking no more."""
    monday = {"today": TODAY + DAY, "zone": "UTC"}
    every = (*WELLNESS_ITEMS, "spots", "ill")
    assert {*every, "morning", "walking"} == {*gate_path(STEADY, **monday).to_ask}
    felt = {**dict.fromkeys(WELLNESS_ITEMS, 4.0), "spots": "none", "ill": False}
    told = gate_path(STEADY, felt=felt, **monday)
    assert ("walking",) == told.to_ask
    assert (told.felt, ()) == (told.check_in, told.felt and told.felt.spots)


def test_the_morning_goes_onto_the_spots_that_were_named() -> None:
    """Today's own in the files, or those that are named with it."""
    before = asked(SORE).check_in
    told = asked(SORE, felt={"morning": 1.0})
    assert before is not None
    assert told.check_in is not None
    assert [1.0] * len(before.spots or ()) == [s.next_morning for s in told.check_in.spots or ()]
    assert before.sleep == told.check_in.sleep
    named = asked(SORE, felt={"morning": 1.0, "spots": "calf:left:4:3; heel:right:2"}).check_in
    assert named is not None
    assert [3.0, 1.0] == [spot.next_morning for spot in named.spots or ()]


def test_two_good_mornings_open_it(tmp_path: Path) -> None:
    """Today's answer, yesterday's from the file, over what was kept before."""
    answers = tmp_path / "me.toml"
    answers.write_text("[[gate]]\nday = 2024-11-16\nwalks_freely = true\n", "utf-8")
    sore = GateAnswers(TODAY - DAY, walks_freely=False), Outcome.EXTEND
    told = asked(said=FREE, answers=answers, before=[sore])
    assert (Light.GREEN, Light.GREEN) == (
        light(told, "walking"), light(told, "walking", TODAY - DAY)
    )  # fmt: skip
    assert "me.toml" not in " ".join(map(str, told.problems))


def test_weeks_of_waiting_are_the_runners_own() -> None:
    """Of a week that begins on Sunday, Saturday is the last day: the week before today's."""
    saturday = [(GateAnswers(TODAY - DAY), Outcome.EXTEND)]
    assert 0 == asked(before=saturday).careful_weeks
    assert 1 == asked(before=saturday, week_start=6).careful_weeks


def test_a_bad_answer_is_a_problem(tmp_path: Path) -> None:
    """The rest is answered."""
    answers = tmp_path / "me.toml"
    answers.write_text("[[gate]]\nlimps = true\n", "utf-8")
    assert ["me.toml gate 1: needs its day, like day = 2024-11-17."] == [
        str(problem) for problem in asked(answers=answers).problems
    ]


def test_two_careful_weeks_are_enough() -> None:
    """Where no store counts them, the runner says how many there were."""
    assert Outcome.EXTEND is asked(SORE, said=FREE).back.gate.outcome
    assert Outcome.REFER is asked(SORE, said=FREE, careful_weeks=2).back.gate.outcome


def test_the_ladder_of_the_file_is_climbed(tmp_path: Path) -> None:
    """The rung after the last one."""
    answers = tmp_path / "me.toml"
    rung = '[[ladder]]\nday = 2024-11-16\nrung = 3\nsoreness = "none"\n'
    answers.write_text(rung, "utf-8")
    assert 4 == asked(answers=answers, ladder=True).back.ladder[0].climb.rung


def test_without_a_run_there_is_no_way_back() -> None:
    """One sentence, as everywhere."""
    with pytest.raises(NoRuns):
        gate_path(STEADY, today=date(2020, 1, 1), zone="UTC")


def test_later_answers_go_over_earlier_ones() -> None:
    """Of the same day, and only where something was answered."""
    first = GateAnswers(TODAY, walks_freely=True, raises=(1, 2))
    second = GateAnswers(TODAY, limps=False, raises=(3, 4))
    before = GateAnswers(TODAY - DAY, limps=True)
    merged = GateAnswers(TODAY, walks_freely=True, limps=False, raises=(3, 4))
    assert (before, merged) == over((first, second, before))
