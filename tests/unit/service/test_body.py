"""The verbs of the body: what is known before, and what a look shows."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from athletes import BEN, hurts, said
from body_samples import ASKED, CALM, FLAGGED, QUIET, RECORDED, TESTED, TODAY, TRIED, K
from unload.errors import UnloadError
from unload.model.body import Level, Outcome
from unload.model.complaint import Course, Helped
from unload.model.history import CheckIn, History, Runner, Side, SoreSpot
from unload.model.specialist import Exercise, Instruction, Specialist
from unload.service.body import Visit, equipped, look, recorded_spots, visit

FOR_TWO_WEEKS = Instruction(
    TODAY, date(2024, 12, 1), exercises=(Exercise("Slow heel raises", 6),), by=Specialist.PHYSIO
)
OVER = replace(FOR_TWO_WEEKS, first_day=date(2024, 10, 1), last_day=date(2024, 10, 9))

ME = """
[runner]
age = 44
minutes = 12

[[spots]]
region = "calf"
side = "left"
pain = 3

[[spots]]
region = "Front thigh"
side = "right"
pain = 2

[red_flags]
breathless = false

[screens]
log-look-back = false
"""


def written(folder: Path, text: str = ME) -> Path:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_says_what_hurts(tmp_path: Path) -> None:
    """Spots by any name of their place, answers, results, the runner."""
    on = visit(answers=written(tmp_path), today=TODAY)
    assert ["calf", "thigh-front"] == [spot.region for spot in on.spots or ()]
    assert {"breathless": False} == on.answers
    assert ["log-look-back"] == [result.screen for result in on.results]
    assert (TODAY, 44, ()) == (on.today, on.runner.age, on.problems)


def test_a_place_nobody_knows_is_refused(tmp_path: Path) -> None:
    """A spot that was passed over could hide a red flag."""
    text = '[[spots]]\nregion = "xyzzy"\nside = "left"\npain = 3\n'
    with pytest.raises(UnloadError, match="no place 'xyzzy'"):
        visit(answers=written(tmp_path, text))


def test_without_a_word_nothing_hurts() -> None:
    """No file and no record: nothing is asked, and today is today."""
    on = visit()
    assert (None, date.today()) == (on.spots, on.today)
    assert look(on).seen.level is None


def test_the_files_of_a_runner_are_the_record(tmp_path: Path) -> None:
    """Runs and check-ins under a path, with an unknown place set aside and told."""
    (tmp_path / "checkins.csv").write_text(
        "date,spots\n2024-11-16,calf:left:3\n2024-11-15,xyzzy:left:3\n", "utf-8"
    )
    on = visit(tmp_path, today=TODAY, zone="Europe/Berlin")
    assert 1 == len(on.problems)
    assert ["calf"] == [spot.region for spot in look(on).spots]


def test_the_demo_has_its_own_day() -> None:
    """The made-up runner is looked at on the demo's day, or on another if that is asked for."""
    assert TODAY == visit(demo="sore").today
    assert date(2024, 11, 18) == visit(demo="sore", today=date(2024, 11, 18)).today
    assert ["calf"] == [spot.region for spot in look(visit(demo="sore")).spots]


def test_tools_and_minutes_of_today_go_first() -> None:
    """What is at hand today replaces what the runner said once."""
    on = equipped(CALM, ["stick"], 5)
    assert (("stick",), 5) == (on.runner.tools, on.runner.minutes)
    assert CALM == equipped(CALM)


def test_a_calm_calf_is_looked_at_in_full() -> None:
    """Findings, a routine, and running is open."""
    seen = look(CALM).seen
    assert (Level.E, True) == (seen.level, seen.may_run)
    assert seen.findings
    assert seen.routine is not None


@pytest.mark.parametrize("on", [ASKED, FLAGGED], ids=["open question", "flag"])
def test_nothing_is_shown_below_what_is_open(on: Visit) -> None:
    """Neither a finding nor a routine nor a run."""
    seen = look(on).seen
    assert ((), None, False) == (seen.findings, seen.routine, seen.may_run)


def test_a_flag_of_the_last_days_is_not_forgotten() -> None:
    """A bone that hurt three days ago stands, whatever is named and answered today."""
    bone = CheckIn(date(2024, 11, 14), spots=(SoreSpot("shin-bone", Side.LEFT, 4),))
    on = replace(CALM, history=History((), (bone,), CALM.runner), answers={"bone-site": False})
    assert ["bone-site"] == [flag.key for flag in look(on).seen.flags]


def test_the_record_answers_by_itself() -> None:
    """Onset, course and returns; the same spot again and rising are D flags that stop nothing."""
    seen = look(RECORDED)
    assert {"rising", "again"} <= {flag.key for flag in seen.seen.flags}
    assert seen.seen.may_run
    assert ("calf", Course.RISING, 2) == (
        seen.complaints[0].region,
        seen.complaints[0].course,
        seen.complaints[0].returns,
    )


def test_a_self_test_re_ranks() -> None:
    """The sore side lags: what the calf can lift goes first."""
    first = look(TESTED).seen.findings[0]
    assert ("heel-raise", Outcome.SUPPORTS) == (first.screen, first.outcome)
    assert look(CALM).seen.findings[0].screen != "heel-raise"


def test_a_question_nobody_asks_is_refused() -> None:
    """An answer to no question is not passed over."""
    with pytest.raises(UnloadError, match="unknown red flag"):
        look(replace(CALM, answers={"xyzzy": True}))


def test_nothing_hurts_is_an_answer() -> None:
    """Level none, the usual routine, and running is open."""
    seen = look(QUIET).seen
    assert (None, True) == (seen.level, seen.may_run)
    assert seen.routine is not None


def test_a_runner_is_whoever_the_history_is_of() -> None:
    """A visit without a history is of nobody in particular."""
    assert Runner() == Visit(TODAY, K).runner


def test_what_a_specialist_asked_for_is_part_of_the_session() -> None:
    """As long as it lasts, and not below a flag."""
    runner = replace(CALM.runner, instructions=(FOR_TWO_WEEKS, OVER))
    on = replace(CALM, history=replace(CALM.history, runner=runner))
    seen = look(on).seen
    assert seen.routine is not None
    assert (FOR_TWO_WEEKS,) == seen.routine.asked
    assert None is look(replace(on, answers={"swollen-calf": True})).seen.routine


def test_after_four_weeks_it_is_said_whether_it_helped() -> None:
    """Mornings after a session against mornings after none, at the spot that was worked on."""
    (tried,) = look(TRIED).trials
    assert ("calf", Side.LEFT, Helped.HELPED) == (tried.region, tried.side, tried.answer)
    assert (tried.change_with, tried.change_without, tried.right_after) == (-2, 0, -1)
    assert () == look(CALM).trials


def test_sessions_of_a_file_are_judged_too(tmp_path: Path) -> None:
    """With those that cannot be used told as problems."""
    rows = "[[worked]]\nday = 2024-11-12\nregion = 'calf'\nside = 'left'\nbefore = 3\n"
    on = visit(answers=written(tmp_path, f"{ME}{rows}[[worked]]\nside = 'up'\n"), today=TODAY)
    assert [3] == [worked.before for worked in on.worked]
    assert ["me.toml worked 2"] == [problem.where for problem in on.problems]


def test_the_record_names_spots_until_today_is_said() -> None:
    """Those of the last days that hurt; none once the runner has spoken."""
    on = Visit(today=TODAY, knowledge=K, history=BEN)
    assert [("calf", 2.0)] == [(spot.region, spot.pain) for spot in recorded_spots(on)]
    assert () == recorded_spots(replace(on, spots=()))
    healed = replace(BEN, check_ins=(*BEN.check_ins[:-1], said(TODAY, hurts(0))))
    assert () == recorded_spots(replace(on, history=healed))
