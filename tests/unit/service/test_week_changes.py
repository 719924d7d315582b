"""Accepting and undoing a week: once, in part, never backwards, and shown by the stored week."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from athletes import TODAY
from change_samples import DAYS
from stores import nothing_urgent
from unload import service
from unload.errors import UnloadError
from unload.model.advice import VerdictKind
from unload.model.change import Decision
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Move, Week
from unload.model.specialist import Instruction
from unload.service import records, stored
from unload.service.advising import Answer
from unload.service.week_changes import (
    Accepted,
    accept,
    by_weekday,
    changes,
    move,
    undo,
    undoes,
    ways,
)

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


def test_a_question_comes_before_a_week(store: Path) -> None:
    """Whoever has to be asked first is told so, and not that no week is due."""
    answer = service.advise_path(SORE, today=TODAY, zone="UTC")
    asked = replace(answer.advice, week=None, questions=("calf_clot",))
    with pytest.raises(UnloadError, match="asks a question first"):
        accept(replace(answer, advice=asked))


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


TUE_TO_WED = Move(DAYS[1], WED)


def moved_now(wanted: Move, today: date = TODAY, **more: tuple[int, ...]) -> Accepted:
    """A move that is made."""
    made = move(shown(today), wanted, **more)
    assert isinstance(made, Accepted)
    return made


def refused(wanted: Move, today: date = TODAY, **more: tuple[int, ...]) -> str:
    """The key of the sentence a move is refused with."""
    says = move(shown(today), wanted, **more)
    assert isinstance(says, Phrase)
    return says.key


def test_a_move_in_a_proposed_week_takes_the_week(kept: Path) -> None:
    """Two entries, undone one after the other."""
    proposal = shown().advice.week
    made = moved_now(TUE_TO_WED)
    assert [(Decision.MOVED, ()), (Decision.ACCEPTED, DAYS)] == [
        (entry.decision, entry.days) for entry in changes()
    ]
    later = shown(WED).advice.week
    assert later is not None
    assert (made.week.after, made.week.order) == (later.after, later.order)
    back = undo(today=TODAY)
    assert (TUE_TO_WED, (), made.change.number) == (
        back.change.move, back.change.days, back.change.undoes,
    )  # fmt: skip
    assert proposal is not None
    assert proposal.after == back.week.after
    undo(today=TODAY)
    assert proposal == shown().advice.week


def test_a_move_begins_where_the_one_before_it_ended(kept: Path) -> None:
    """What went to Wednesday is found there, and its own day is free again."""
    moved_now(TUE_TO_WED)
    assert "move.nothing" == refused(TUE_TO_WED)
    back = moved_now(Move(WED, DAYS[1]))
    first = shown().advice.week
    assert first is not None
    assert first.after == back.week.after


def test_only_what_is_taken_moves_while_a_part_of_the_week_is(kept: Path) -> None:
    """What was not taken stays as it was; the day a session goes to is taken with it."""
    accept(shown(), (1, 2))
    assert "move.not_taken" == refused(Move(DAYS[3], DAYS[4]))
    moved_now(Move(DAYS[1], DAYS[4]))
    assert [(), (DAYS[4],), DAYS[1:3]] == [entry.days for entry in changes()]
    later = shown(DAYS[3]).advice.week
    assert later is not None
    assert DAYS[1] == later.after.days[later.origin(4)].day


def test_a_move_that_cannot_be_is_a_sentence_and_nothing_else(kept: Path) -> None:
    """Not even the week is taken for it."""
    assert "move.busy" == refused(Move(DAYS[1], DAYS[3]))
    assert "move.past" == refused(Move(DAYS[6], TODAY - timedelta(1)))
    assert "move.never" == refused(Move(DAYS[1], DAYS[4]), never=(4,))
    assert () == changes()


def test_a_specialist_s_word_stands_before_a_move(kept: Path) -> None:
    """As it does before the week."""
    answer = shown()
    told = (Instruction(WED, WED, running=False),)
    runner = replace(answer.history.runner, instructions=told)
    says = move(replace(answer, history=replace(answer.history, runner=runner)), TUE_TO_WED)
    assert Phrase("move.told", {"to": WED}) == says


def test_more_of_a_week_is_taken_around_a_move(kept: Path) -> None:
    """And a second time nothing is added; both show the session where it was put."""
    accept(shown(), (1, 2))
    moved_now(TUE_TO_WED)
    for made in (accept(shown()), accept(shown())):
        assert DAYS[1] == made.week.after.days[made.week.origin(2)].day


def test_a_weekday_names_what_stands_on_it(kept: Path) -> None:
    """Of two sessions of a day the first that is no rest; a day of rest names itself."""
    week = accept(shown()).week
    assert TUE_TO_WED == by_weekday(week, 1, 2)
    assert Move(DAYS[0], WED) == by_weekday(week, 0, 2)
    first = replace(week.after.days[1], kind=Kind.REST)
    days = (week.after.days[0], first, *week.after.days[1:])
    assert Move(DAYS[1], WED, 1) == by_weekday(replace(week, after=Week(days)), 1, 2)


def test_every_session_is_told_where_it_may_go(kept: Path) -> None:
    """As the move itself would answer; a day of rest goes nowhere."""
    answer = shown()
    found = ways(answer, ())
    assert [0, 6, 0, 6, 0, 6, 6] == [len(days) for days in found]
    assert (None, "move.busy") == (found[1][WED], found[1][DAYS[3]].key)  # type: ignore[union-attr] # it is refused
    part = ways(shown(), accept(answer, (1,)).change.days)
    assert [0, 6, 0, 0, 0, 0, 0] == [len(days) for days in part]


def test_without_a_week_nothing_may_go_anywhere(kept: Path) -> None:
    """Nor under a red flag, whatever was agreed."""
    answer = shown()
    assert () == ways(replace(answer, advice=replace(answer.advice, week=None)), ())
    verdict = replace(answer.advice.verdict, kind=VerdictKind.SEE_SOMEONE)
    assert () == ways(replace(answer, advice=replace(answer.advice, verdict=verdict)), ())


def test_what_would_be_undone_can_be_asked(kept: Path) -> None:
    """The move, the week it took, and then nothing."""
    moved_now(TUE_TO_WED)
    for entry in changes():
        assert entry == undoes(TODAY)
        undo(today=TODAY)
    assert undoes(TODAY) is None
