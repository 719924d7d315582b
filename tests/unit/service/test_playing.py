"""A session under way: kept in one file, gone on with, thrown away."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from body_samples import CALF, CALM, NO
from play_samples import STEPS, TODAY, K
from unload.errors import UnloadError
from unload.model.body import Routine, Step
from unload.model.complaint import Worked
from unload.model.history import Side, SoreSpot
from unload.model.play import Phase, Press, Tick
from unload.science.player import begun
from unload.service import playing
from unload.service.body import look

ROUTINE = Routine(STEPS)
BEFORE = (Worked(TODAY, "calf", Side.LEFT, 0), Worked(TODAY, "sole", Side.BOTH))
NEW = playing.begin("me", CALM, ROUTINE, BEFORE, None)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet."""
    monkeypatch.setenv("UNLOAD_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def after(*events: Press | Tick) -> playing.Playing:
    now = NEW
    for event in (Press.PAUSE, *events):
        now = playing.next_state(now, event, STEPS, K)
    return now


def test_it_comes_back_as_it_was_kept(folder: Path) -> None:
    """What hurt, what was lowered, what was left out, what was answered before; nobody else's."""
    now = after(Tick(10), Press.HURTS, Press.NO, Press.HURTS, Press.NO, Press.SKIP, Press.HURTS)
    playing.save(now)
    assert now == playing.kept("me", TODAY)
    assert None is playing.kept("you", TODAY)
    file = folder / playing.FILE
    assert (0o600, 0o700) == (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777)


def test_it_ends_with_its_day(folder: Path) -> None:
    """The next morning there is nothing left of it."""
    playing.save(after(Tick(10)))
    assert None is playing.kept("me", date(2024, 11, 18))
    assert not (folder / playing.FILE).exists()


def test_it_is_gone_on_with_where_it_stood() -> None:
    """With what was said before it; it waits for the runner."""
    now = after(Tick(10), Press.HURTS, Press.NO)
    again = playing.begin("me", CALM, ROUTINE, (), now)
    assert replace(now, play=replace(now.play, paused=True), goes_on=True) == again


@pytest.mark.parametrize("steps", [STEPS[:2], STEPS[::-1]], ids=["fewer", "another order"])
def test_another_routine_begins_anew(steps: tuple[Step, ...]) -> None:
    """A tool less or another order, and it is another one."""
    fresh = playing.begin("me", CALM, Routine(steps), BEFORE, after(Tick(10)))
    assert begun(steps, TODAY) == fresh.play


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": 9}, {"at": -1}, {"left_s": 0.0}, {"left_s": float("nan")}, {"limits": (5.0,)},
        {"phase": Phase.DONE}, {"phase": Phase.ASKING}, {"held": Phase.DONE},
    ],
)  # fmt: skip
def test_a_state_that_cannot_be_begins_anew(wrong: dict[str, object]) -> None:
    """Whatever somebody wrote into the file."""
    now = after(Tick(10))
    damaged = replace(now, play=replace(now.play, **wrong))  # type: ignore[arg-type] # on purpose
    assert NEW == playing.begin("me", CALM, ROUTINE, BEFORE, damaged)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"play": {"day": "x"}}', '{"play": 3}', "\x00"]
)
def test_a_damaged_file_is_no_session(folder: Path, text: str) -> None:
    """It is written over, and nobody sees a traceback."""
    folder.mkdir()
    (folder / playing.FILE).write_text(text, "utf-8")
    assert None is playing.kept("me", TODAY)
    playing.save(NEW)
    assert NEW == playing.kept("me", TODAY)


def test_answers_that_are_none_are_no_session(folder: Path) -> None:
    """A list where a table was, in a file that is a session otherwise."""
    playing.save(NEW)
    told = json.loads((folder / playing.FILE).read_text("utf-8"))
    (folder / playing.FILE).write_text(json.dumps(told | {"answers": [1]}), "utf-8")
    assert None is playing.kept("me", TODAY)


def test_what_is_kept_is_whole_or_as_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped half-way through writing, the state before it is still there (D13)."""
    playing.save(NEW)

    def broken(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(json, "dump", broken)
    with pytest.raises(KeyboardInterrupt):
        playing.save(after(Tick(10)))
    assert NEW == playing.kept("me", TODAY)


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """In a sentence that says what still works."""
    folder.write_text("a file in the way", "utf-8")
    with pytest.raises(UnloadError, match="--print lists it"):
        playing.save(NEW)


def test_soreness_before_is_the_pain_of_today() -> None:
    """What was told takes the place of what was known; what was skipped leaves it."""
    skipped = playing.with_before(CALM, (Worked(TODAY, "calf", Side.LEFT),))
    assert CALM == skipped
    told = playing.with_before(CALM, (Worked(TODAY, "calf", Side.LEFT, 0),))
    assert [0] == [spot.pain for spot in told.spots or ()]


def test_more_pain_before_it_asks_what_it_must() -> None:
    """A calf at 9 calls for its questions again, and hides the routine."""
    worse = playing.with_before(CALM, (Worked(TODAY, "calf", Side.LEFT, 9),))
    assert look(worse).seen.level is not None
    assert look(worse).seen.level <= look(CALM).seen.level  # type: ignore[operator] # known


def test_what_was_said_before_is_known_again() -> None:
    """Soreness and answers, so that nothing is asked twice."""
    bare = replace(CALM, answers={})
    now = playing.begin("me", CALM, ROUTINE, (Worked(TODAY, "calf", Side.LEFT, 2),), None)
    on = playing.restored(bare, now)
    assert (NO, 2) == (on.answers, (on.spots or ())[0].pain)


def test_only_what_is_sore_is_asked_about() -> None:
    """A spot at 0 is none."""
    quiet = SoreSpot("sole", Side.LEFT, 0)
    assert (CALF,) == playing.sore(replace(CALM, spots=(CALF, quiet)))


def test_both_sides_are_kept_apart() -> None:
    """And a spot of which nothing was said is not kept at all."""
    worked = (Worked(TODAY, "sole", Side.BOTH, 0), Worked(TODAY, "calf", Side.LEFT))
    expected = [("sole", Side.LEFT, 0), ("sole", Side.RIGHT, 0)]
    assert expected == [(w.region, w.side, w.before) for w in playing.by_site(worked, K)]


def test_forgetting_what_is_not_there_is_no_fault() -> None:
    """It is gone either way."""
    playing.forget()
    playing.save(NEW)
    playing.forget()
    assert None is playing.kept("me", TODAY)


def test_nothing_half_written_is_left_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kill in the middle of a write leaves a file that goes with the session."""
    playing.save(NEW)

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(json, "dump", killed)
        with pytest.raises(KeyboardInterrupt):
            playing.save(NEW)
    assert 2 == len(list(folder.iterdir()))
    playing.forget()
    assert [] == list(folder.iterdir())


def test_a_stop_is_seen_without_touching_it(folder: Path) -> None:
    """By its own runner, on its own day; looking on another day throws nothing away."""
    playing.save(replace(after(Press.HURTS, Press.YES), whose=playing.own()))
    assert playing.stopped_on(playing.own(), TODAY)
    assert not playing.stopped_on("somebody", TODAY)
    assert not playing.stopped_on(playing.own(), date(2024, 11, 18))
    assert (folder / playing.FILE).exists()
    playing.save(replace(after(Press.HURTS, Press.NO), whose=playing.own()))
    assert not playing.stopped_on(playing.own(), TODAY)
