"""The week: provably lighter than the one before it, in the depth that the reasons ask for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    GRID_M,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    Km,
    hurts,
    pains,
    run,
    running,
    said,
    scaled,
    state_of,
    verdict_of,
)
from unload.model.advice import VerdictKind
from unload.model.history import CheckIn, History, Runner, Session, Sport
from unload.model.plan import (
    Depth,
    Effort,
    Kind,
    Mode,
    Plan,
    PlannedSession,
    Repeat,
    RunStep,
    StepKind,
    UnloadingWeek,
    Wishes,
)
from unload.model.specialist import Instruction, Specialist
from unload.science.week import Size, lighter_week

DAY = timedelta(days=1)
HALF_MILE = 1609.344 / 2
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
REST, EASY, LONG = Kind.REST, Kind.EASY, Kind.LONG


def week_of(history: History, today: date = TODAY, grid_m: float = GRID_M) -> UnloadingWeek:
    """The lighter week, whatever the verdict says."""
    week = lighter_week(state_of(history, today), verdict_of(history, today), grid_m, K.week)
    assert week is not None
    return week


def broken(made: UnloadingWeek) -> list[str]:
    """The invariants that a week does not keep."""
    before, after = made.before, made.after
    known_before = [d.hard_s for d in before.days if d.hard_s is not None]
    kept = {
        "distance": after.distance_m <= before.distance_m,
        "time": after.duration_s <= before.duration_s,
        "hard": after.hard_s is not None and after.hard_s <= sum(known_before),
        "longest": after.longest_m <= before.longest_m,
        "rest": after.rest_days >= before.rest_days,
    }
    return [name for name, holds in kept.items() if not holds]


def rested(*weeks: Km) -> tuple[Session, ...]:
    """These weeks with a lighter one before the last: the calendar has nothing to ask."""
    return running(*weeks, scaled(weeks[-1], 0.5), weeks[-1])


def every_day_hard() -> History:
    return History(
        tuple(run(MONDAY + n * DAY, 9 + n % 5, hard_min=20 * (n % 3)) for n in range(-42, 7))
    )


ODD = {
    "anna": ANNA,
    "ben": BEN,
    "cleo": CLEO,
    "dara": DARA,
    "eli": ELI,
    "finn": FINN,
    "one run a week": History(running(*[(0, 0, 0, 0, 0, 0, 12)] * 10)),
    "a kilometre a day": History(tuple(run(MONDAY + n * DAY, 1) for n in range(-42, 7))),
    "hard days": every_day_hard(),
    "long wednesdays": History(rested(*[(0, 8, 20, 8, 0, 6, 9)] * 8)),
    "ill and sore": replace(ANNA, check_ins=(replace(said(TODAY, hurts(5)), ill=True),)),
    "red flag": replace(ANNA, runner=FEVER),
}


@pytest.mark.parametrize("grid_m", [GRID_M, HALF_MILE, 5000])
@pytest.mark.parametrize("name", ODD)
def test_the_five_invariants_hold(name: str, grid_m: float) -> None:
    """Never more distance, time, hard minutes, a longer long run or fewer rest days."""
    for today in (TODAY, TODAY + 3 * DAY):
        assert [] == broken(week_of(ODD[name], today, grid_m))


def test_the_invariants_can_be_broken() -> None:
    """A week turned upside down breaks those it must."""
    made = week_of(ANNA)
    upside_down = replace(made, before=made.after, after=made.before)
    assert ["distance", "time", "hard", "longest", "rest"] == broken(upside_down)


@pytest.mark.parametrize("history", [CLEO, ELI])
def test_the_calendar_alone_gives_a_step_back(history: History) -> None:
    """As coaches write it: the runs and rest days as they were, most taken from the long run."""
    made = week_of(history)
    assert Depth.STEP_BACK is made.depth
    assert [d.kind is REST for d in made.before.days] == [d.kind is REST for d in made.after.days]
    assert 0.80 <= made.factor <= 0.88
    assert 0.70 <= made.after.longest_m / made.before.longest_m <= 0.78


def test_a_body_that_complains_gets_an_unloading_week() -> None:
    """Ben: little more than half, all easy, a day more of rest, the long run capped."""
    made = week_of(BEN)
    assert Depth.UNLOADING is made.depth
    assert 0.40 <= made.factor <= 0.55
    assert 0 == made.after.hard_s
    assert made.before.rest_days + 1 == made.after.rest_days
    assert made.after.longest_m <= 0.6 * 16_000


@pytest.mark.parametrize(
    ("check_in", "deeper"),
    [
        (said(TODAY, hurts(5)), True),
        (replace(said(TODAY), ill=True), False),
        (CheckIn(TODAY, sleep=3), False),
    ],
)
def test_severe_pain_goes_deeper(check_in: CheckIn, deeper: bool) -> None:
    """Five of ten once this week is severe, whatever the verdict rests on."""
    ill = replace(ANNA, check_ins=(CheckIn(TODAY - DAY, ill=True), check_in))
    assert deeper == (week_of(ill).factor <= K.week.down_week_volume_factor_severe.value)


def test_several_signs_go_deeper() -> None:
    """Ill and sore together are more than either."""
    both = (*pains(3, 3, until=TODAY - DAY), replace(said(TODAY, hurts(3)), ill=True))
    assert week_of(replace(ANNA, check_ins=both)).factor <= 0.40
    assert week_of(replace(ANNA, check_ins=pains(3, 3, 3))).factor > 0.40


@pytest.mark.parametrize("history", [ANNA, BEN, CLEO, ELI])
def test_a_red_flag_gives_a_week_without_running(history: History) -> None:
    """Forced or not: seven days of rest."""
    made = week_of(replace(history, runner=FEVER))
    assert Depth.NO_RUNNING is made.depth
    assert (0, 7) == (made.after.distance_m, made.after.rest_days)
    assert {"why.no_running"} == {why.key for why in made.whys}


def test_an_unloading_week_can_be_insisted_on() -> None:
    """Anna need not; if she wants to, it is the real one and begins tomorrow."""
    made = week_of(ANNA)
    assert Depth.UNLOADING is made.depth
    assert TODAY + DAY == made.before.days[0].day


def test_a_week_due_begins_on_its_day() -> None:
    """Soon names a Monday, and the week begins there."""
    later = TODAY + 2 * DAY
    made = week_of(ELI, later)
    assert verdict_of(ELI, later).by == made.after.days[0].day
    assert 0 == made.after.days[0].day.weekday()


class TestDropped:
    def test_wednesday_is_for_working_it_out(self) -> None:
        """Of five runs one goes, and it is Wednesday's."""
        made = week_of(BEN)
        assert 2 == made.before.days[made.slot].day.weekday()
        assert "why.work_it_out" == made.whys[made.slot].key
        assert REST is made.after.days[made.slot].kind

    def test_a_long_wednesday_stays_and_the_day_after_it_goes(self) -> None:
        """Who runs long in the middle of the week keeps the long run and rests beside it."""
        made = week_of(ODD["long wednesdays"])
        assert LONG is made.after.days[made.slot].kind
        assert "why.rest_added" == made.whys[3].key

    def test_a_free_wednesday_costs_the_shortest_run(self) -> None:
        """The routine needs no run to be taken away for it."""
        free = History(rested(*[(8, 8, 0, 8, 0, 6, 16)] * 8))
        made = week_of(free)
        assert ["why.rest_added"] == [w.key for w in made.whys if w.key.startswith("why.rest_a")]
        assert REST is made.after.days[5].kind

    @pytest.mark.parametrize(
        ("week", "gone"),
        [((0, 8, 0, 8, 0, 0, 16), 0), ((0, 8, 8, 8, 0, 0, 16), 0), ((0, 8, 8, 8, 0, 8, 16), 1)],
    )
    def test_four_of_five_runs_stay(self, week: tuple[float, ...], gone: int) -> None:
        """Frequency is kept at four fifths: three and four runs lose none."""
        made = week_of(History(rested(*[week] * 8)))
        assert gone == made.after.rest_days - made.before.rest_days

    def test_pain_may_cost_a_run_more_often(self) -> None:
        """With a sore spot, two thirds of the runs are enough: of four one goes."""
        four = History(running(*[(0, 8, 8, 8, 0, 0, 16)] * 8), pains(3, 3, 3))
        made = week_of(four)
        assert made.before.rest_days + 1 == made.after.rest_days


class TestDays:
    def test_each_day_says_why(self) -> None:
        """Rest as ever, shorter, easy instead of hard, still the long one."""
        made = week_of(ANNA)
        assert [
            "why.rest_stays",
            "why.shorter",
            "why.work_it_out",
            "why.shorter",
            "why.rest_stays",
            "why.shorter",
            "why.long_shorter",
        ] == [why.key for why in made.whys]
        assert {why.key for why in (*made.whys, made.basis)} <= set(K.text)

    def test_hard_days_become_easy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The repetitions go; the run stays, shorter; a step-back leaves it a few strides."""
        made = week_of(every_day_hard())
        hard = [i for i, d in enumerate(made.before.days) if d.kind is Kind.HARD]
        assert hard
        for i in hard:
            assert (0, made.after.days[i].kind in {EASY, REST}) == (
                made.after.days[i].hard_s,
                True,
            )
        assert "why.easy_instead" in [why.key for why in made.whys]
        monkeypatch.setattr("unload.science.week.how_much", lambda *_: Size.STEP_BACK)
        assert "why.strides_instead" in [why.key for why in week_of(every_day_hard()).whys]

    def test_no_run_is_cut_to_a_token(self) -> None:
        """Three kilometres are the least, or the whole run where it was shorter."""
        made = week_of(ODD["ill and sore"])
        assert min(d.distance_m for d in made.after.days if d.distance_m) >= 3000
        short = week_of(History(rested(*[(0, 1, 1, 1, 0, 0, 1)] * 8)))
        assert {0.0, 1000.0} == {d.distance_m for d in short.after.days}

    def test_a_run_that_keeps_its_length_keeps_it_in_miles_too(self) -> None:
        """Half-mile steps do not lose one in the rounding."""
        made = week_of(ELI, grid_m=HALF_MILE)
        assert made.before.days[5].distance_m == made.after.days[5].distance_m

    def test_the_pace_stays(self) -> None:
        """Fewer metres take less time, not a faster run."""
        for day in week_of(BEN).after.days:
            assert 0.36 * day.distance_m == pytest.approx(day.duration_s)

    def test_the_cap_follows_the_longest_run_of_thirty_days(self) -> None:
        """Not the habit: who has run short lately does not go long in an easy week."""
        lately = [(0, 8, 8, 8, 0, 6, 10)] * 5
        made = week_of(History(rested(*[PLAIN] * 3, *lately)))
        assert made.after.longest_m <= 6000

    def test_without_a_recent_run_the_habit_caps(self) -> None:
        """A month after the newest run there is no longest one; the usual long run stands in."""
        made = week_of(ANNA, TODAY + 40 * DAY)
        assert 0.5 * 16_000 <= made.after.longest_m <= 0.6 * 16_000


def test_no_usual_week_no_lighter_week() -> None:
    """Nothing to start from, nothing made up."""
    young = History((run(TODAY, 5),))
    assert lighter_week(state_of(young), verdict_of(young), GRID_M, K.week) is None


def test_the_basis_says_how_many_weeks_it_rests_on() -> None:
    """Six building weeks for Anna, two for Dara."""
    assert [6, 2] == [week_of(h).basis.values["weeks"] for h in (ANNA, DARA)]


def test_a_red_flag_is_the_verdict_whatever_is_insisted_on() -> None:
    """See someone comes before every wish for a week."""
    assert VerdictKind.SEE_SOMEONE is verdict_of(replace(ANNA, runner=FEVER)).kind


TOMORROW = TODAY + DAY
WARM_UP = RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=900)
REPS = Repeat(
    8,
    (
        RunStep(StepKind.WORK, Effort.HARD, distance_m=400),
        RunStep(StepKind.RECOVERY, Effort.EASY, duration_s=60),
    ),
)
ILL = replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),))


def asked(ahead: int, km: float, kind: Kind = EASY, **more: object) -> PlannedSession:
    """One session of a plan that begins tomorrow, a Monday, at six minutes a kilometre."""
    hard_s = 1200.0 if kind in (Kind.HARD, Kind.RACE) else 0.0
    return PlannedSession(TOMORROW + ahead * DAY, kind, 1000 * km, 360 * km, hard_s, **more)


REPEATS = asked(1, 10, Kind.HARD, parts=(WARM_UP, REPS))
OWN = (asked(0, 8), REPEATS, asked(2, 8), asked(3, 9), asked(5, 6), asked(6, 18, LONG))


def from_plan(
    history: History, *sessions: PlannedSession, wishes: Wishes | None = None
) -> UnloadingWeek:
    """The lighter week of a runner with a plan, with the invariants checked."""
    state, verdict = state_of(history), verdict_of(history)
    made = lighter_week(
        state, verdict, GRID_M, K.week, plan=Plan(sessions), wishes=wishes or Wishes()
    )
    assert made is not None
    assert [] == broken(made)
    return made


def by_key(made: UnloadingWeek, key: str) -> list[PlannedSession]:
    """The sessions that were changed for one reason."""
    return [d for d, why in zip(made.after.days, made.whys, strict=True) if f"why.{key}" == why.key]


class TestPlans:
    def test_the_plan_is_what_comes_down(self) -> None:
        """To little more than half of what was run in the last building weeks."""
        made = from_plan(ILL, *OWN)
        assert ("week.plan", 59_000) == (made.basis.key, made.before.distance_m)
        assert 0.4 * 48_000 <= made.after.distance_m <= 0.55 * 48_000

    def test_a_steep_plan_comes_down_from_what_was_run(self) -> None:
        """Twice the plan does not give twice the unloading week."""
        steep = [replace(s, distance_m=2 * s.distance_m, duration_s=2 * s.duration_s) for s in OWN]
        made = from_plan(ILL, *steep)
        assert made.after.distance_m <= 0.55 * 48_000

    def test_what_never_has_runs_is_said(self) -> None:
        """Where the plan has one on such a day, and the week has any running at all."""
        never = Wishes(never=frozenset({asked(3, 8).day.weekday()}))
        made = from_plan(ILL, *OWN, wishes=never)
        assert "week.never_days" in {note.key for note in made.notes}
        assert "week.never_days" not in {note.key for note in from_plan(ILL, *OWN).notes}
        assert Kind.REST is next(d for d in made.before.days if d.day == asked(3, 8).day).kind

    def test_a_plan_that_steps_back_is_left_to_its_coach(self) -> None:
        """Cleo's calendar asks, and her plan's next week is lighter already."""
        light = [asked(1, 8), asked(3, 8, Kind.HARD), asked(5, 6), asked(6, 12, LONG)]
        made = from_plan(CLEO, *light)
        assert (Depth.STEP_BACK, made.before.days) == (made.depth, made.after.days)
        assert {"why.as_planned", "why.rest_stays"} == {why.key for why in made.whys}
        assert "why.as_planned" not in {why.key for why in from_plan(CLEO, *OWN).whys}

    def test_a_race_stays_in_a_step_back_and_is_not_raced_in_an_unloading_week(self) -> None:
        """The calendar makes room for it; a body that complains does not race."""
        race = asked(6, 10, Kind.RACE)
        with_race = (*OWN[:-1], race)
        back = from_plan(CLEO, *with_race)
        assert [race] == by_key(back, "race_kept")
        easy = by_key(from_plan(ILL, *with_race), "race_easy")
        assert [(EASY, 0)] == [(d.kind, d.hard_s) for d in easy]

    def test_one_sharp_session_stays_where_the_runner_wants_it(self) -> None:
        """With half its repetitions; the note says which of the two it is."""
        kept = from_plan(ANNA, *OWN, wishes=Wishes(Mode.KEEP_ONE))
        sharp = by_key(kept, "fewer_repeats")
        assert [4] == [sum(s.effort.is_hard for s in d.steps()) for d in sharp]
        assert ("week.mode_keep_one",) == tuple(note.key for note in kept.notes)
        reduced = from_plan(ANNA, *OWN)
        assert 0 == reduced.after.hard_s
        assert ("week.mode_reduce",) == tuple(note.key for note in reduced.notes)
        back = from_plan(CLEO, *OWN, wishes=Wishes(Mode.KEEP_ONE))
        assert (Depth.STEP_BACK, 1) == (back.depth, len(by_key(back, "fewer_repeats")))
        assert ("week.mode_keep_one",) == tuple(note.key for note in back.notes)

    def test_nothing_sharp_stays_where_something_hurts(self) -> None:
        """Three of ten anywhere this week is enough, or being ill; nor is a bare name kept."""
        sore = replace(ANNA, check_ins=pains(3, 3, 3))
        bare = [replace(s, parts=()) for s in OWN]
        for history, sessions in ((sore, OWN), (ILL, OWN), (ANNA, bare)):
            made = from_plan(history, *sessions, wishes=Wishes(Mode.KEEP_ONE))
            assert 0 == made.after.hard_s
            assert "week.mode_nothing_kept" == made.notes[-1].key

    def test_where_landing_hurts_much_hard_and_long_go_to_the_bike(self) -> None:
        """For as long as the easy run would have been; the other runs do not grow for it."""
        made = from_plan(replace(ANNA, check_ins=pains(5, 5, 5)), *OWN)
        hard, long = by_key(made, "bike_instead")
        assert [(Kind.CROSS, 0)] * 2 == [(d.kind, d.distance_m) for d in (hard, long)]
        assert 0.3 * 3600 <= hard.duration_s <= 0.45 * 3600
        assert 0.3 * 6480 <= long.duration_s <= 0.45 * 6480
        assert made.after.distance_m <= 0.25 * 48_000

    def test_a_race_on_legs_that_hurt_much_goes_to_the_bike_too(self) -> None:
        """It says that it is not raced, and hands the number on."""
        race = asked(6, 10, Kind.RACE)
        made = from_plan(replace(ANNA, check_ins=pains(5, 5, 5)), *OWN[:-1], race)
        assert [Kind.CROSS] == [d.kind for d in by_key(made, "race_bike")]

    def test_a_shoulder_keeps_nobody_from_landing(self) -> None:
        """The week is as deep as for the calf, but its runs stay runs."""
        state, verdict = (
            f(replace(ANNA, check_ins=pains(5, 5, 5))) for f in (state_of, verdict_of)
        )
        plan = Plan(OWN)
        landed = [
            lighter_week(state, verdict, GRID_M, K.week, plan=plan, aloft=frozenset(aloft))
            for aloft in ((), ("calf",))
        ]
        kinds = [[d.kind is Kind.CROSS for d in w.after.days] for w in landed if w is not None]
        assert [2, 0] == [sum(week) for week in kinds]

    def test_a_hard_session_on_the_wished_day_moves_the_routine_on(self) -> None:
        """The plan steps back by itself and keeps its Wednesday; the routine is for Thursday."""
        light = [asked(1, 8), asked(2, 8, Kind.HARD), asked(3, 6), asked(6, 12, LONG)]
        made = from_plan(CLEO, *light)
        assert (3, "week.slot_moved") == (made.slot, made.notes[0].key)
        racing = from_plan(CLEO, *[asked(ahead, 4, Kind.RACE) for ahead in range(7)])
        assert 2 == racing.slot

    def test_the_long_run_stays_the_longest_beside_a_sharp_session(self) -> None:
        """A warm-up and half the repetitions are as far as the long one, not farther."""
        wide = RunStep(StepKind.WARM_UP, Effort.EASY, duration_s=2700)
        own = (asked(1, 10, Kind.HARD, parts=(wide, REPS)), asked(3, 9), asked(6, 14, LONG))
        made = from_plan(ANNA, *own, wishes=Wishes(Mode.KEEP_ONE))
        assert [LONG] == [d.kind for d in made.after.days if d.distance_m == made.after.longest_m]

    def test_in_the_deepest_week_nothing_sharp_stays(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Several signs at once are an answer to the wish."""
        monkeypatch.setattr("unload.science.week.how_much", lambda *_: Size.MOST)
        made = from_plan(ANNA, *OWN, wishes=Wishes(Mode.KEEP_ONE))
        assert (0, "week.mode_nothing_kept") == (made.after.hard_s, made.notes[-1].key)

    def test_doubles_become_single_days(self) -> None:
        """The second runs go, and one whole day becomes free."""
        doubles = (*OWN, asked(0, 4), asked(3, 5), asked(5, 4), asked(1, 4))
        made = from_plan(ANNA, *doubles)
        gone = [d for d, why in zip(made.before.days, made.whys, strict=True)
                if "why.double_dropped" == why.key]  # fmt: skip
        assert [4000, 4000, 5000, 4000] == [d.distance_m for d in gone]
        assert made.before.rest_days + 1 == made.after.rest_days

    def test_a_plan_that_is_light_already_is_not_cut_twice(self) -> None:
        """Half of what was run is enough; all of it easy, and still a little less."""
        light = [replace(s, distance_m=s.distance_m / 2, duration_s=s.duration_s / 2) for s in OWN]
        made = from_plan(ILL, *light)
        assert 0.6 <= made.factor <= 0.84

    def test_a_sore_calf_costs_no_swim(self) -> None:
        """It may stay, easy; the long ride is shortened like the running."""
        swim = PlannedSession(TOMORROW, Kind.HARD, 0, 3600, 900, sport=Sport.SWIM)
        ride = PlannedSession(TOMORROW + DAY, Kind.LONG, 0, 9000, 0, sport=Sport.RIDE)
        made = from_plan(replace(ANNA, check_ins=pains(3, 3, 3)), *OWN, swim, ride)
        assert [(3600, 0)] == [(d.duration_s, d.hard_s) for d in by_key(made, "other_stays")]
        assert [True] == [d.duration_s < 9000 for d in by_key(made, "other_shorter")]

    def test_other_sports_come_down_too(self) -> None:
        """A triathlete's ride is shorter and easy; nobody's swim becomes a run."""
        ride = PlannedSession(TOMORROW + 4 * DAY, Kind.HARD, 0, 7200, 3600, sport=Sport.RIDE)
        for history in (ILL, CLEO):
            (lighter,) = by_key(from_plan(history, *OWN, ride), "other_shorter")
            assert lighter.duration_s < 7200
            assert (0, Sport.RIDE) == (lighter.hard_s, lighter.sport)

    @pytest.mark.parametrize("size", [Size.STEP_BACK, Size.HALF, Size.MOST])
    def test_a_runner_without_a_pace_is_shortened_by_time(
        self, size: Size, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A plan in minutes for somebody whose history holds no distance."""
        monkeypatch.setattr("unload.science.week.how_much", lambda *_: size)
        timed = [replace(s, distance_m=0.0, parts=()) for s in OWN]
        blind = [replace(s, distance_m=None) for s in ANNA.sessions]
        made = from_plan(History(tuple(blind)), *timed)
        assert made.after.duration_s <= 0.9 * made.before.duration_s

    def test_what_a_specialist_asked_for_is_kept(self) -> None:
        """No running until Wednesday, nothing over five kilometres after it."""
        asked_for = (
            Instruction(TOMORROW, TOMORROW + 2 * DAY, running=False),
            Instruction(TOMORROW, TOMORROW + 9 * DAY, longest_m=5000.0),
        )
        made = from_plan(ILL, *OWN, wishes=Wishes(instructions=asked_for))
        assert 0 == sum(d.distance_m for d in made.after.days[:3])
        assert 5000 == made.after.longest_m
        assert by_key(made, "told")
        by = tuple(replace(asked, by=Specialist.PHYSIO) for asked in asked_for)
        assert by_key(from_plan(ILL, *OWN, wishes=Wishes(instructions=by)), "told_physio")

    def test_a_third_easy_week_in_a_row_says_what_it_costs(self) -> None:
        """Two lighter weeks without anything hard, and another one wanted."""
        weeks = [*[PLAIN] * 6, scaled(PLAIN, 0.7), scaled(PLAIN, 0.45)]
        easy = [replace(s, hard_s=0.0) for s in running(*weeks)]
        ill = (CheckIn(TODAY, ill=True),)
        notes = [note.key for note in week_of(History(tuple(easy), ill)).notes]
        assert ["week.ill", "week.mode_reduce", "week.all_easy"] == notes
        unknown = [replace(s, hard_s=None) for s in easy]
        assert ["week.ill", "week.mode_reduce"] == [
            note.key for note in week_of(History(tuple(unknown), ill)).notes
        ]
