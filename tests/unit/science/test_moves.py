"""A move within a week: made, refused by each law with its own sentence, and told where it went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from change_samples import DAY, DAYS, WEEK
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Move, PlannedSession, UnloadingWeek, Week
from unload.model.specialist import Instruction
from unload.science.moves import moved, place_of, refusal

MON, TUE, WED, THU, FRI, SAT, SUN = DAYS
EASY = PlannedSession(MON, Kind.EASY, 6000, 2160)
HARD = PlannedSession(MON, Kind.HARD, 8000, 2400, 1200)
RACE = PlannedSession(MON, Kind.RACE, 10_000, 2700, 2700)


def a_week(*sessions: PlannedSession | None, why: str = "why.x", slot: int = 2) -> UnloadingWeek:
    """A week of these sessions from Monday on, the rest of it free, as heavy after as before."""
    rest = [PlannedSession(day, Kind.REST) for day in DAYS]
    told = [replace(s, day=day) for s, day in zip(sessions, DAYS, strict=False) if s is not None]
    days = sorted((*told, *(r for r in rest if r.day not in {t.day for t in told})),
                  key=lambda d: d.day)  # fmt: skip
    whys = tuple(Phrase(why if d.kind is Kind.REST else "why.stays") for d in days)
    week = Week(tuple(days))
    return replace(WEEK, before=week, after=week, whys=whys, slot=slot)


def said(week: UnloadingWeek, move: Move, today: date = MON, **more: object) -> str | None:
    """The key of the sentence a move is refused with."""
    says = refusal(week, move, today, **more)  # type: ignore[arg-type] # test builder
    return None if says is None else says.key


def test_a_session_and_a_free_day_change_places() -> None:
    """Nothing of the session is altered, and both days say what happened."""
    assert said(WEEK, Move(TUE, WED)) is None
    made = moved(WEEK, [Move(TUE, WED)])
    was = WEEK.after.days
    assert (Kind.REST, replace(was[1], day=WED)) == (made.after.days[1].kind, made.after.days[2])
    assert (Phrase("why.moved_away", {"day": WED}), Phrase("why.moved_here", {"day": TUE})) == (
        made.whys[1], made.whys[2],
    )  # fmt: skip
    assert (0, 2, 1, 3, 4, 5, 6) == made.order
    assert (WEEK.before, WEEK.slot, WEEK.notes) == (made.before, made.slot, made.notes)


def test_a_session_that_moves_on_says_where_it_came_from_first() -> None:
    """The day between is what it was; one that comes home is as if it had never left."""
    on = moved(WEEK, [Move(TUE, WED), Move(WED, FRI)])
    away, here = Phrase("why.moved_away", {"day": FRI}), Phrase("why.moved_here", {"day": TUE})
    assert [away, WEEK.whys[2], here] == [on.whys[1], on.whys[2], on.whys[4]]
    home = moved(WEEK, [Move(TUE, WED), Move(WED, TUE)])
    assert (WEEK.after, WEEK.whys) == (home.after, home.whys)


@pytest.mark.parametrize(
    ("why", "week", "move"),
    [
        ("move.outside", WEEK, Move(TUE, SUN + DAY)),
        ("move.nothing", WEEK, Move(SUN + DAY, MON)),
        ("move.nothing", WEEK, Move(MON, WED)),
        ("move.nothing", WEEK, Move(TUE, WED, 1)),
        ("move.nothing", WEEK, Move(TUE, WED, -1)),
        ("move.race", a_week(RACE), Move(MON, THU)),
        ("move.busy", WEEK, Move(TUE, THU)),
        ("move.busy", WEEK, Move(TUE, TUE)),
        ("move.ill", a_week(None, None, EASY, why="why.rest_first"), Move(WED, TUE)),
        ("move.hard", a_week(HARD, None, None, HARD), Move(MON, FRI)),
        ("move.hard", a_week(HARD, None, None, None, RACE), Move(MON, THU)),
        ("move.work_day", a_week(HARD), Move(MON, WED)),
    ],
)
def test_every_law_has_its_sentence(why: str, week: UnloadingWeek, move: Move) -> None:
    """What would break it is refused, and made nowhere."""
    assert why == said(week, move)
    lost = moved(week, [move])
    assert (week.after, "week.move_lost") == (lost.after, lost.notes[-1].key)


def test_an_easy_session_may_stand_beside_a_hard_one() -> None:
    """And a hard one where it stands alone, with its own day left out of the count."""
    assert said(a_week(EASY, None, None, HARD), Move(MON, FRI)) is None
    assert said(a_week(HARD), Move(MON, TUE)) is None
    assert said(a_week(EASY), Move(MON, WED)) is None


def test_who_is_ill_may_run_after_the_rest() -> None:
    """The day behind the days of rest is free."""
    rest = a_week(None, None, EASY)
    ill = replace(rest, whys=(Phrase("why.rest_first"), *rest.whys[1:]))
    assert ("move.ill", None) == (said(ill, Move(WED, MON)), said(ill, Move(WED, TUE)))


def test_one_of_two_sessions_takes_no_free_day() -> None:
    """The week has as many days of rest as the one it replaces, or the session stays."""
    ride = PlannedSession(TUE, Kind.CROSS, 0, 1800)
    days = (WEEK.after.days[0], WEEK.after.days[1], ride, *WEEK.after.days[2:])
    after = Week(days)
    doubled = replace(WEEK, after=after, whys=(*WEEK.whys, Phrase("x")))
    assert said(doubled, Move(TUE, FRI, 1)) is None
    assert "move.rest_days" == said(replace(doubled, before=after), Move(TUE, FRI, 1))
    assert [0, 1] == [place_of(doubled, row) for row in (1, 2)]
    gone = (days[0], replace(days[1], kind=Kind.REST), *days[2:])
    assert "move.busy" == said(replace(doubled, after=Week(gone)), Move(SAT, TUE))


@pytest.mark.parametrize("move", [Move(TUE, FRI), Move(SAT, MON)])
def test_nothing_moves_from_or_into_the_past(move: Move) -> None:
    """Whatever was planned there; a day that is today is not past."""
    assert "move.past" == said(WEEK, move, WED)
    assert said(WEEK, Move(THU, WED), WED) is None


def test_what_a_specialist_asked_for_holds_on_the_other_day_too() -> None:
    """No running, and nothing beyond the distance."""
    none = Instruction(FRI, FRI, running=False)
    short = Instruction(WED, WED, longest_m=3000)
    assert "move.told" == said(WEEK, Move(TUE, FRI), instructions=(none,))
    assert "move.told" == said(WEEK, Move(TUE, WED), instructions=(short,))
    assert said(WEEK, Move(TUE, MON), instructions=(none, short)) is None


def test_no_run_goes_to_a_day_that_never_has_one() -> None:
    """The bike may."""
    assert "move.never" == said(WEEK, Move(TUE, FRI), never=(4,))
    ride = PlannedSession(MON, Kind.CROSS, 0, 1800)
    assert said(a_week(ride), Move(MON, FRI), never=(4,)) is None


def test_a_move_whose_session_is_gone_is_told() -> None:
    """By its days; the moves after it are made."""
    gone = replace(WEEK, after=a_week(None, None, None, EASY).after)
    made = moved(gone, [Move(TUE, WED), Move(THU, FRI)])
    assert Phrase("week.move_lost", {"day": TUE, "to": WED}) == made.notes[-1]
    assert (Kind.REST, Kind.EASY) == (made.after.days[3].kind, made.after.days[4].kind)
    assert timedelta(0) == made.after.days[4].day - FRI
