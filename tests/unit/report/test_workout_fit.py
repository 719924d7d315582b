"""A FIT workout that another's decoder reads back, checksum and all."""

import io
from datetime import UTC, date, datetime

import fitdecode
import pytest

from unload.model.plan import Effort, Kind, Part, PlannedSession, Repeat, RunStep, StepKind
from unload.report.words import KM, Words
from unload.report.workout_fit import NAME_BYTES, Field, workout_file
from unload.report.workout_words import title_of

DAY = date(2024, 11, 19)
WORDS = Words({}, KM, DAY)
MADE = datetime(2024, 11, 18, 12, tzinfo=UTC)
PARTS: tuple[Part, ...] = (
    RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=900),
    Repeat(
        4,
        (
            RunStep(StepKind.WORK, Effort.HARD, distance_m=400),
            RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=90),
        ),
    ),
    RunStep(StepKind.COOL_DOWN, Effort.EASY, distance_m=2000),
)


Messages = dict[str, list[dict[str, object]]]


def decoded(session: PlannedSession, *, targets: bool = False) -> Messages:
    """The messages of the file by name, read strictly by another's decoder."""
    data = workout_file(session, title_of(session, WORDS), WORDS, MADE, targets=targets)
    found: Messages = {}
    reader = fitdecode.FitReader(
        io.BytesIO(data),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    )
    with reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                values = {field.name: field.value for field in frame.fields}
                found.setdefault(frame.name, []).append(values)
    return found


def test_another_decoder_reads_what_was_written() -> None:
    """A running workout of five steps, one of which goes back to the second."""
    told = decoded(PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=PARTS))
    assert ("workout", MADE) == (told["file_id"][0]["type"], told["file_id"][0]["time_created"])
    assert ("running", 5, "Hard, 8 km") == (
        told["workout"][0]["sport"],
        told["workout"][0]["num_valid_steps"],
        told["workout"][0]["wkt_name"],
    )
    steps = told["workout_step"]
    assert [0, 1, 2, 3, 4] == [step["message_index"] for step in steps]
    assert ["warmup", "active", "recovery", None, "cooldown"] == [
        step.get("intensity") for step in steps
    ]
    assert ["15 min warm-up", "400 m hard", "90 s jog", None, "2 km cool-down"] == [
        step.get("wkt_step_name") for step in steps
    ]
    assert [900, 90] == [s["duration_time"] for s in steps if "duration_time" in s]
    assert [400, 2000] == [s["duration_distance"] for s in steps if "duration_distance" in s]
    again = next(s for s in steps if s["duration_type"] == "repeat_until_steps_cmplt")
    assert (1, 4) == (again["duration_step"], again["repeat_steps"])


def test_targets_are_zones_of_the_watch_where_they_are_asked_for() -> None:
    """Easy, steady and threshold; what is hard, and what goes back, stays open."""
    efforts = (Effort.EASY, Effort.STEADY, Effort.THRESHOLD, Effort.HARD, Effort.WALK)
    steps = tuple(RunStep(StepKind.WORK, effort, duration_s=600) for effort in efforts)
    session = PlannedSession(DAY, Kind.HARD, 8000, 3000, parts=(Repeat(2, steps),))
    told = decoded(session, targets=True)["workout_step"]
    assert [2, 3, 4] == [step["target_hr_zone"] for step in told if "target_hr_zone" in step]
    kinds = ["heart_rate"] * 3 + ["open"] * 3
    assert kinds == [step["target_type"] for step in told]
    assert {"open"} == {step["target_type"] for step in decoded(session)["workout_step"]}


def test_a_pace_of_the_plan_is_what_the_watch_asks_for() -> None:
    """Three hundredths either way, whether targets are wanted or not; no zone beside it."""
    fast = RunStep(StepKind.WORK, Effort.THRESHOLD, distance_m=800, speed_mps=4.0)
    for targets in (False, True):
        session = PlannedSession(DAY, Kind.HARD, 8000, 2700, 480, parts=(fast,))
        (step,) = decoded(session, targets=targets)["workout_step"]
        assert "speed" == step["target_type"]
        assert (3.88, 4.12) == (
            step["custom_target_speed_low"],
            step["custom_target_speed_high"],
        )


@pytest.mark.parametrize(
    ("session", "key", "value"),
    [
        (PlannedSession(DAY, Kind.EASY, 8000, 2700), "duration_distance", 8000),
        (PlannedSession(DAY, Kind.EASY, 0, 2700), "duration_time", 2700),
    ],
)
def test_a_session_without_parts_is_one_step(
    session: PlannedSession, key: str, value: float
) -> None:
    """As far, or as long, as it says."""
    (step,) = decoded(session)["workout_step"]
    assert value == step[key]


def test_a_long_name_is_cut_between_letters() -> None:
    """The field is of fixed size and ends in a zero."""
    packed = Field(8, 0x07, "läufe" * 10).packed()
    assert NAME_BYTES == len(packed)
    assert packed.rstrip(b"\x00").decode().startswith("läufeläufe")
