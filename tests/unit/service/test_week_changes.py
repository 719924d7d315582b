"""Accepting and undoing a week: once, in part, never backwards, and shown by the stored week."""

from datetime import date
from pathlib import Path

import pytest

from athletes import TODAY
from change_samples import DAYS
from stores import nothing_urgent
from unload import service
from unload.errors import UnloadError
from unload.service import records, stored
from unload.service.advising import Answer
from unload.service.week_changes import accept, changes, undo

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
WED, SUN = DAYS[2], DAYS[6]


def proposed(today: date = TODAY) -> Answer:
    """What the demo's sore runner is told from files."""
    return service.advise_path(SORE, today=today, zone="UTC", answers=SORE / "answers.toml")


def shown(today: date = TODAY) -> Answer:
    """What the same runner is told from the store."""
    return stored.advise_stored(today=today, zone="UTC")


@pytest.fixture
def kept(store: Path) -> Path:
    """The sore runner's files in the store."""
    records.import_files(SORE, zone="UTC")
    nothing_urgent(TODAY)
    return store


def test_a_week_is_accepted_whole_and_then_shown(kept: Path) -> None:
    """On later days too, while what is proposed would have moved on (X11)."""
    made = accept(shown())
    assert (True, DAYS) == (made.new, made.change.days)
    later = shown(WED).advice.week
    assert later is not None
    assert made.week.after == later.after
    assert "week.accepted" in [note.key for note in later.notes]


def test_runs_that_arrive_late_leave_what_was_agreed(kept: Path, tmp_path: Path) -> None:
    """The week is shown as it was taken, whatever is learned of the weeks before it (X11)."""
    made = accept(shown())
    late = tmp_path / "late.csv"
    rows = [f"2024-11-{day:02} 19:00:00,run,12000,4320" for day in range(1, 15)]
    late.write_text("\n".join(["start_local,type,distance_m,moving_s", *rows]))
    assert 14 == records.import_files(late, zone="UTC").imported
    after = shown().advice
    assert after.week is not None
    assert (made.week.after, (made.change,)) == (after.week.after, changes())


def test_accept_twice_is_one(kept: Path) -> None:
    """The second time nothing is added."""
    first, second = accept(shown()), accept(shown())
    assert (True, False) == (first.new, second.new)
    assert (first.change, first.week) == (second.change, second.week)
    assert 1 == len(changes())


def test_a_part_can_be_accepted_and_then_more_of_it(kept: Path) -> None:
    """The rest of the same week, not a second week over it."""
    part = accept(shown(), (2, 6))
    assert (WED, SUN) == part.change.days
    assert "why.not_taken" == part.week.whys[5].key
    more = accept(shown(WED))
    assert DAYS[3:6] == more.change.days
    assert part.change.week == more.change.week


def test_undo_gives_back_what_was_accepted_last(kept: Path) -> None:
    """One acceptance at a time, as another entry; then there is nothing left."""
    before = shown().advice.week
    accept(shown(), (2,))
    accept(shown())
    assert {*DAYS} - {WED} == set(undo(today=TODAY).change.days)
    assert (WED,) == undo(today=TODAY).change.days
    assert before == shown().advice.week
    with pytest.raises(UnloadError, match="nothing to undo"):
        undo(today=TODAY)
    assert 4 == len(changes())


def test_days_gone_by_stay(kept: Path) -> None:
    """An undoing on Thursday leaves Monday to Wednesday."""
    accept(shown())
    back = undo(today=DAYS[3])
    assert DAYS[3:] == back.change.days
    assert [False] * 3 + [True] * 4 == [why.key == "why.not_taken" for why in back.week.whys]


def test_nothing_behind_can_be_accepted(kept: Path) -> None:
    """On Sunday there is no Monday left."""
    accept(shown(), (2, 6))
    with pytest.raises(UnloadError, match="None of these days"):
        accept(shown(SUN), (0,))


def test_a_week_from_files_is_kept_too(store: Path) -> None:
    """The store need not hold a run for it, and nobody else's book has it."""
    accept(proposed())
    assert DAYS == changes()[0].days
    assert () == changes(runner="somebody")


def test_without_a_week_there_is_nothing_to_accept(store: Path) -> None:
    """The steady runner has none due, unless it is asked for."""
    steady = SORE.with_name("steady")
    with pytest.raises(UnloadError, match="--force"):
        accept(service.advise_path(steady, today=TODAY, zone="UTC"))
    assert accept(service.advise_path(steady, today=TODAY, zone="UTC", force=True)).new


def test_a_red_flag_goes_before_whatever_was_agreed(kept: Path, tmp_path: Path) -> None:
    """Under one no week is accepted, nor an accepted one shown (X13)."""
    accept(shown())
    flag = next(f.key for f in shown().knowledge.red_flags if f.level.stops)
    answers = tmp_path / "me.toml"
    answers.write_text(f"[red_flags]\n{flag} = true\n", "utf-8")
    answer = stored.advise_stored(today=TODAY, zone="UTC", answers=answers)
    assert answer.advice.week is None
    with pytest.raises(UnloadError, match="See someone"):
        accept(answer)


def test_today_is_the_runner_s_own(store: Path) -> None:
    """Without a day it is today where they are, when this week is long past."""
    accept(proposed())
    with pytest.raises(UnloadError, match="nothing to undo"):
        undo(zone="UTC")
