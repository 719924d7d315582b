"""The notebook: what one runner's pages read and write, and nobody else's."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notebooks import MINE, SORE, kept
from play_samples import STEPS
from unload.importers.guarded import read_guarded
from unload.model.advice import VerdictKind
from unload.model.complaint import Worked
from unload.model.history import Runner, Side
from unload.model.play import Press
from unload.service import body_stored, records, stored
from unload.service import notebook as verbs
from unload.service.played_elsewhere import replayed

__all__ = ["kept"]  # a fixture


def test_another_day_has_an_answer_of_its_own(kept: Path) -> None:
    """Thought out from what is known by now, and what is told of a day is kept under it."""
    then = MINE.on(date(2024, 10, 1))
    assert date(2024, 10, 1) == then.advice().advice.today
    told = {"verdict": {"kind": "train on", "sentence": "Train on."}}
    assert [True, False] == [then.keep_told(lambda _: told) for _ in range(2)]
    assert [then.today] == [one.day for one in MINE.told_days(most=9)]
    assert MINE.told_of(then.today) == MINE.everything_told()


def test_what_changed_while_it_was_thought_out_is_not_told(kept: Path) -> None:
    """It is told no longer."""

    def say(_: object) -> dict[str, dict[str, str]]:
        MINE.record({"mood": 2}, None)
        return {"verdict": {"kind": "train on", "sentence": "Train on."}}

    assert not MINE.keep_told(say)
    assert () == MINE.everything_told()


def test_a_red_flag_that_stands_is_in_the_answer(kept: Path) -> None:
    """Whatever was remembered before it."""
    MINE.advice()
    flag = next(f.key for f in verbs.knowledge().red_flags if f.level.stops)
    MINE.answer_flags({flag: True})
    assert VerdictKind.SEE_SOMEONE is MINE.advice().advice.verdict.kind
    assert [flag] == [key for key, yes in MINE.standing().items() if yes]
    assert flag in [f.key for f in MINE.look().seen.flags]


def test_what_was_worked_on_is_in_the_look(kept: Path) -> None:
    """As soon as it is kept; what was told after a stop is not."""
    assert () == MINE.look().trials
    worked = Worked(MINE.today, "calf", Side.LEFT, 5, 3)
    k = verbs.knowledge()
    for key, events in {"stopped": (Press.HURTS, Press.YES), "done": (Press.QUIT,)}.items():
        MINE.keep_workout(key, replayed(events, STEPS, MINE.today, k), [worked])
    assert ["calf"] == [trial.region for trial in MINE.look().trials]
    assert [None, 3] == [one.after for one in body_stored.worked_of("")]
    workout = MINE.workout([replace(worked, before=9)])
    assert (True, True, None) == (workout.stopped, workout.done, workout.routine)
    assert [5] == [spot.pain for spot in workout.sore]


def test_the_person_is_who_they_say(kept: Path) -> None:
    """Weight and tools go into the answer and into the look."""
    told = replace(MINE, person=Runner(weight_kg=50, tools=("ball",)), units="mi")
    assert 50 == told.advice().history.runner.weight_kg
    assert told.advice() != MINE.advice()


def test_a_week_is_taken_and_given_back(kept: Path) -> None:
    """And which days hold is known."""
    change = MINE.accept((2,))
    assert change.days == tuple(MINE.taken_days(change.first_day))
    MINE.give_back()
    assert (frozenset(), 2) == (MINE.taken_days(change.first_day), len(MINE.changes()))


def test_a_check_in_that_came_with_a_file_is_the_day_s(kept: Path) -> None:
    """What is typed goes over it."""
    before = MINE.check_in()
    assert before is not None
    MINE.record({"mood": 1}, "key")
    after = MINE.check_in()
    assert after is not None
    assert (1.0, before.sleep) == (after.mood, after.sleep)


def test_a_stranger_s_file_is_read_guarded(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a child process, and each file is told as it is read."""
    children: list[object] = []

    def watched(*words: Any, **more: Any) -> Any:
        children.append(words)
        return read_guarded(*words, **more)

    monkeypatch.setattr(records, "read_guarded", watched)
    told: list[tuple[int, int, str]] = []
    report = MINE.bring(SORE, lambda *said: told.append(said))
    assert 200 == report.imported
    assert (1, (3, 3)) == (len(children), told[-1][:2])
    assert report.number is not None
    assert report.files == MINE.an_import(report.number).files
    assert [report.number] == [one.number for one in MINE.imports()]


def test_tools_are_those_one_could_lack() -> None:
    """Hands are always there."""
    assert {"roller", "stick", "ball", "tennis-ball"} == set(verbs.tools())


def test_the_views_of_the_body_are_there() -> None:
    """Front, back, soles, inner and outer side."""
    assert 5 == len(verbs.body_figures())


def test_the_store_is_opened_where_it_lies(store: Path) -> None:
    """The data folder is that of the environment."""
    verbs.open_store()
    assert store == verbs.data_folder()


@pytest.mark.parametrize("keeps", [False, True])
def test_weights_are_brought_where_the_owner_asked_for_them(
    store: Path, tmp_path: Path, keeps: bool
) -> None:
    """By the tick on Me."""
    text = "com.samsung.health.weight,1,5\nstart_time,weight\n2024-06-01 05:00:00.000,61.5\n"
    (tmp_path / "w.csv").write_text(text)
    replace(MINE, keeps_weight=keeps).bring(tmp_path / "w.csv", lambda *_: None)
    kept = [day.weight_kg for day in stored.stored_reading().check_ins]
    assert ([61.5] if keeps else []) == kept
