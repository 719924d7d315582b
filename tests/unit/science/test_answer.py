"""Answer: the verdict with its date, its reasons, what is unknown and what would change it."""

from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import pytest

from athletes import (
    ANNA,
    BEN,
    CLEO,
    DARA,
    ELI,
    FINN,
    MARATHON,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    hurts,
    numbers_in,
    pains,
    run,
    running,
    said,
    state_of,
    verdict_of,
    weekly,
)
from unload.model.advice import Role, Verdict, VerdictKind
from unload.model.history import CheckIn, Entry, EntryKind, History, Runner
from unload.model.phrase import Phrase
from unload.science.answer import answer
from unload.science.reasons import signals_today
from unload.science.signals import SIGNALS

DAY = timedelta(days=1)
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
UNLOADING = weekly(48, 48, 48, 48, 24)
EVERYBODY = (ANNA, BEN, CLEO, DARA, ELI, FINN, UNLOADING, History(), replace(ANNA, runner=FEVER))


def changes(verdict: Verdict) -> list[str]:
    return [phrase.key for phrase in verdict.would_change]


def value(phrases: tuple[Phrase, ...], key: str) -> dict[str, object]:
    """The values of the phrase with this key."""
    return dict(next(phrase for phrase in phrases if phrase.key == key).values)


@pytest.mark.parametrize("history", EVERYBODY)
def test_no_verdict_holds_a_number_that_is_none(history: History) -> None:
    """NaN ends in the arrays and never reaches advice."""
    assert [] == [x for x in numbers_in(verdict_of(history)) if isnan(x)]


@pytest.mark.parametrize("history", EVERYBODY)
def test_whatever_is_said_has_words(history: History) -> None:
    """Headline, unknowns and changes are keys of the text."""
    verdict = verdict_of(history)
    phrases = (verdict.says, *verdict.unknown, *verdict.would_change)
    assert [] == [phrase.key for phrase in phrases if phrase.key not in K.text]


class TestDate:
    @pytest.mark.parametrize(
        ("history", "by"),
        [
            (BEN, MONDAY + 7 * DAY),
            (CLEO, MONDAY + 7 * DAY),
            (weekly(48, 48, 48, 24, 48, 48, 48), MONDAY + 14 * DAY),
            (ANNA, MONDAY + 21 * DAY),
            (UNLOADING, None),
            (FINN, None),
            (replace(ANNA, race=MARATHON, runner=FEVER), None),
        ],
    )
    def test_each_answer_has_its_day(self, history: History, by: date | None) -> None:
        """Now is tomorrow; soon leaves a week, or none with support; train on says the latest."""
        assert by == verdict_of(history).by

    def test_a_date_once_given_does_not_move_away(self) -> None:
        """From the end of her lighter week to the Monday it named, Anna hears one date."""
        steady = weekly(48, 48, 48, 48, 24, 48, 48, 48, 48)
        first = TODAY - 27 * DAY
        told = []
        for n in range(28):
            day = first + n * DAY
            read = tuple(s for s in steady.sessions if s.day <= day)
            told.append(verdict_of(replace(steady, sessions=read), day).by)
        assert {MONDAY + 7 * DAY} == set(told)

    def test_a_date_missed_becomes_the_next_monday(self) -> None:
        """Who builds on is asked again every week."""
        late = weekly(48, 48, 48, 24, *[48] * 5)
        assert MONDAY + 7 * DAY == verdict_of(late).by
        assert MONDAY + 14 * DAY == verdict_of(late, TODAY + DAY).by

    def test_a_weak_sign_of_the_body_does_not_wait_for_the_calendar(self) -> None:
        """A flat heart on a fresh runner says soon: the Monday after next."""
        runs = [run(TODAY - 2 * n * DAY, 10, hr=155 if n < 2 else 140) for n in range(4, 30)]
        last = [run(TODAY - 2 * n * DAY, 3.5, minutes=24, hr=165) for n in range(4)]
        hard = run(TODAY - 61 * DAY, 8, hr=210)
        verdict = verdict_of(History((hard, *runs, *last)), TODAY + 5 * DAY)
        assert VerdictKind.UNLOAD_SOON is verdict.kind
        assert MONDAY + 21 * DAY == verdict.by

    def test_the_answer_says_since_when_it_stands(self) -> None:
        """Ben's calf reached its third day on Friday."""
        assert TODAY - 2 * DAY == verdict_of(BEN).since

    def test_the_age_of_the_data_is_told(self) -> None:
        """Finn's newest run is three weeks old; without a run there is no age."""
        assert [0, 21, None] == [verdict_of(h).data_age_days for h in (ANNA, FINN, History())]


class TestReasons:
    def test_what_decides_comes_before_what_supports(self) -> None:
        """Cleo: the calendar first, the leap second."""
        reasons = verdict_of(CLEO).reasons
        assert ["build_weeks", "session_spike"] == [s.name for s in reasons]
        assert [Role.DECIDES, Role.SUPPORTS] == [s.role for s in reasons]

    def test_on_calm_days_the_calm_is_shown(self) -> None:
        """Anna is told what was looked at and found quiet."""
        assert all(s.on is False for s in verdict_of(ANNA).reasons)
        assert "build_weeks" in [s.name for s in verdict_of(ANNA).reasons]

    def test_a_leap_alone_stands_after_the_calm(self) -> None:
        """It supports; it does not push the others out."""
        sessions = [s for s in ANNA.sessions if s.day != TODAY]
        reasons = verdict_of(replace(ANNA, sessions=(*sessions, run(TODAY, 22)))).reasons
        assert "session_spike" == reasons[-1].name
        assert len(reasons) > 1

    def test_too_little_data_finds_nothing_calm(self) -> None:
        """Calm needs data as much as alarm does."""
        assert all(s.on for s in verdict_of(FINN).reasons)


class TestUnknown:
    def test_without_any_check_in_one_line_says_so(self) -> None:
        """Five signals of the body are not named one by one."""
        keys = [phrase.key for phrase in verdict_of(ANNA).unknown]
        assert 1 == keys.count("unknown.check_ins")
        assert "unknown.wellness" not in keys

    def test_with_some_check_ins_what_was_not_asked_is_named(self) -> None:
        """Ben tells of his calf and nothing of his sleep."""
        keys = [phrase.key for phrase in verdict_of(BEN).unknown]
        assert "unknown.wellness" in keys
        assert "unknown.sore_spots" not in keys
        assert "unknown.check_ins" not in keys

    def test_holes_of_the_last_two_weeks_come_first(self) -> None:
        """Finn's whole fortnight is unknown; today itself is nobody's fault."""
        first = verdict_of(FINN).unknown[0]
        assert ("unknown.days", 13) == (first.key, first.values["days"])


WELL_AGAIN = ["change.well_again", "change.now", "change.flag"]


class TestChanges:
    @pytest.mark.parametrize(
        ("history", "keys"),
        [
            (ANNA, ["change.weeks", "change.spot_any", "change.restart"]),
            (BEN, ["change.spot_better", "change.now", "change.flag"]),
            (CLEO, ["change.lighter_week", "change.spot_any"]),
            (UNLOADING, ["change.already", "change.flag"]),
            (FINN, ["change.newer", "change.coverage"]),
            (History(), ["change.no_runs"]),
            (replace(ANNA, race=replace(MARATHON, day=TODAY)), ["change.taper", "change.flag"]),
            (replace(ANNA, runner=FEVER), ["change.see_someone"]),
            (replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),)), WELL_AGAIN),
        ],
    )
    def test_each_answer_says_what_would_change_it(self, history: History, keys: list[str]) -> None:
        """The nearest thing on each side, in the runner's terms."""
        assert keys == changes(verdict_of(history))

    def test_a_short_thin_record_says_how_much_is_missing(self) -> None:
        """Two runs in ten days: eighteen more days, and two more runs."""
        thin = History((run(TODAY - 9 * DAY, 5), run(TODAY, 5)))
        told = verdict_of(thin).would_change
        assert (18, 28) == tuple(value(told, "change.longer")[k] for k in ("more", "wanted"))
        assert (10, 17) == tuple(value(told, "change.coverage")[k] for k in ("known", "enough"))
        assert (2, 4) == tuple(value(told, "change.runs")[k] for k in ("runs", "enough"))

    def test_only_what_is_missing_is_asked_for(self) -> None:
        """Twenty-seven days in a row lack one day and nothing else."""
        jogs = History(tuple(run(TODAY - n * DAY, 5) for n in range(27)))
        assert ["change.longer"] == changes(verdict_of(jogs))
        assert 1 == value(verdict_of(jogs).would_change, "change.longer")["more"]

    @pytest.mark.parametrize(("levels", "quiet"), [((3, 3, 3), 6), ((4, 4, 0, 4, 0, 0, 0), 2)])
    def test_the_quiet_days_that_let_a_spot_go_are_counted(
        self, levels: tuple[float, ...], quiet: int
    ) -> None:
        """So many days in a row, and the answer has indeed changed after them."""
        check_ins = pains(*[0] * 28, *levels)
        sore = replace(ANNA, check_ins=check_ins)
        told = value(verdict_of(sore).would_change, "change.spot_better")
        assert (quiet, "calf", "left") == (told["quiet"], told["region"], told["side"])
        for calm, kind in ((quiet - 1, VerdictKind.UNLOAD_NOW), (quiet, VerdictKind.TRAIN_ON)):
            later = replace(ANNA, check_ins=pains(*[0] * 28, *levels, *[0] * calm))
            assert kind is verdict_of(later).kind

    @pytest.mark.parametrize(("sore_days", "more"), [(1, 2), (2, 1)])
    def test_the_sore_days_that_would_ask_at_once_are_counted(
        self, sore_days: int, more: int
    ) -> None:
        """And so many more sore days do turn the answer."""
        sore = replace(ANNA, check_ins=pains(*[0] * 28, *[3] * sore_days))
        told = value(verdict_of(sore).would_change, "change.spot_worse")
        assert (more, "calf") == (told["more"], told["region"])
        worse = replace(ANNA, check_ins=pains(*[0] * 28, *[3] * (sore_days + more)))
        assert VerdictKind.UNLOAD_NOW is verdict_of(worse).kind

    def test_a_lighter_week_of_the_size_named_is_one(self) -> None:
        """Soon says how small a week would count, and a week of that size does."""
        limit = value(verdict_of(CLEO).would_change, "change.lighter_week")["limit_m"]
        weeks = weekly(*[48] * 12, 48, limit / 1000)
        assert VerdictKind.ALREADY_UNLOADING is verdict_of(weeks).kind

    def test_an_easy_week_says_how_far_it_may_go(self) -> None:
        """Four fifths of 48 km, of which 24 are run: once lighter, it stays so by a margin."""
        told = value(verdict_of(UNLOADING).would_change, "change.already")
        assert (38_400, 24_000) == (told["limit_m"], told["so_far_m"])

    def test_without_a_usual_week_no_lighter_one_is_named(self) -> None:
        """Soon by a flat heart, with no week whole enough to compare with."""
        now = state_of(CLEO)
        blank = replace(now.weeks, usual_week_m=now.weeks.usual_week_m * float("nan"))
        verdict = answer(
            replace(now, weeks=blank), signals_today(now, K.signals), (), (K.signals, K.verdict)
        )
        assert ["change.spot_any"] == changes(verdict)

    def test_without_a_count_no_week_and_no_date_are_named(self) -> None:
        """The calendar is silent where no whole week is known."""
        for history in (ANNA, CLEO):
            now = state_of(history)
            silent = replace(
                now.tracks["build_weeks"], value=now.tracks["build_weeks"].value * float("nan")
            )
            unheard = replace(now, tracks={**now.tracks, "build_weeks": silent})
            verdict = answer(unheard, (), (), (K.signals, K.verdict))
            assert "change.weeks" not in changes(verdict)
            if history is ANNA:
                assert (None, "verdict.train_on") == (verdict.by, verdict.says.key)
            else:
                assert MONDAY + 7 * DAY == verdict.by


def test_flags_travel_with_the_verdict() -> None:
    """Whoever is sent to someone is told why."""
    bone = next(key for key, region in K.regions.items() if region.tissue == "bone")
    sore = replace(ANNA, check_ins=(said(TODAY - DAY, hurts(4, bone)), said(TODAY, hurts(0, bone))))
    verdict = verdict_of(sore)
    assert VerdictKind.SEE_SOMEONE is verdict.kind
    assert any(flag.level.stops for flag in verdict.flags)


def test_a_weekend_runner_is_answered_on_every_weekday() -> None:
    """Eli's five days off change neither answer nor date within a week."""
    history = History(running(*[(0, 0, 0, 0, 0, 8, 14)] * 14))
    told = {
        (verdict_of(history, TODAY + n * DAY).kind, verdict_of(history, TODAY + n * DAY).by)
        for n in range(1, 7)
    }
    assert {(VerdictKind.UNLOAD_SOON, MONDAY + 14 * DAY)} == told


def test_a_step_back_is_not_followed_by_soon() -> None:
    """A runner on a plan that steps back every fourth week is left alone after it."""
    cycle = [PLAIN, (0, 8, 10, 8, 0, 6, 18), (0, 8, 10, 8, 0, 6, 19), (0, 8, 10, 8, 0, 6, 13)]
    history = History(running(*cycle * 3))
    for n in range(12):
        assert VerdictKind.TRAIN_ON is verdict_of(history, TODAY + n * DAY).kind


def planning(kind: EntryKind, first: int, last: int) -> History:
    """Anna, two building weeks on, with one entry of the calendar in days from today."""
    entry = Entry(kind, TODAY + first * DAY, TODAY + last * DAY)
    return replace(ANNA, runner=Runner(calendar=(entry,)))


class TestCalendar:
    @pytest.mark.parametrize(
        ("kind", "first", "by"),
        [
            (EntryKind.PHASE_END, 0, MONDAY + 7 * DAY),
            (EntryKind.PHASE_END, 1, MONDAY + 14 * DAY),
            (EntryKind.PHASE_END, 7, MONDAY + 14 * DAY),
            (EntryKind.TRAVEL, 1, MONDAY + 7 * DAY),
            (EntryKind.TRAVEL, 3, MONDAY + 14 * DAY),
        ],
    )
    def test_a_lighter_week_follows_a_phase_and_falls_on_a_journey(
        self, kind: EntryKind, first: int, by: date
    ) -> None:
        """From the Monday after the last day of a phase; from a journey's Monday or the next."""
        verdict = verdict_of(
            planning(kind, first, first + 2 if kind is EntryKind.TRAVEL else first)
        )
        assert (VerdictKind.UNLOAD_SOON, by) == (verdict.kind, verdict.by)

    def test_a_race_of_the_calendar_is_tapered_for(self) -> None:
        """As the goal race is."""
        assert VerdictKind.TAPER is verdict_of(planning(EntryKind.RACE, 10, 10)).kind


class TestChanged:
    def test_a_new_answer_says_what_came_with_it(self) -> None:
        """Ben's calf came on, and before that he was training."""
        before, came = verdict_of(BEN).changed
        assert ("changed.before", "train on") == (before.key, before.values["kind"])
        assert "changed.sore_spots_on" == came.key

    def test_and_what_went(self) -> None:
        """On the day the spot lets go the answer is another one."""
        healed = replace(ANNA, check_ins=pains(*[0] * 28, 3, 3, 3, *[0] * 6))
        before, went = verdict_of(healed).changed
        assert "unload now" == before.values["kind"]
        assert "changed.sore_spots_off" == went.key

    @pytest.mark.parametrize("name", SIGNALS)
    def test_every_signal_can_come_and_go(self, name: str) -> None:
        """Each has its two sentences."""
        assert {f"changed.{name}_on", f"changed.{name}_off"} <= set(K.text)

    def test_the_first_answer_has_none_before_it(self) -> None:
        """Nothing to compare with."""
        assert () == verdict_of(History((run(TODAY, 5),))).changed


class TestRestart:
    def test_right_after_a_lighter_week_no_other_one_is_offered(self) -> None:
        """There is no count to begin anew."""
        fresh = weekly(48, 48, 48, 48, 24)
        later = replace(fresh, sessions=(*fresh.sessions, run(TODAY + 2 * DAY, 8)))
        assert "change.restart" not in changes(verdict_of(later, TODAY + 2 * DAY))


class TestSofter:
    def test_low_days_say_how_many_good_ones_let_go(self) -> None:
        """Four of five, since one may be left."""
        low = {"sleep": 1, "mood": 1}
        tired = [CheckIn(TODAY - n * DAY, sleep=4, mood=4) for n in range(5, 30)]
        tired += [CheckIn(TODAY - n * DAY, **low) for n in range(5)]
        verdict = verdict_of(replace(ANNA, check_ins=tuple(tired)))
        assert ["change.wellness_better", "change.now", "change.flag"] == changes(verdict)
        assert 4 == value(verdict.would_change, "change.wellness_better")["days"]

    def test_a_place_that_was_sore_lately_is_nearer_to_now(self) -> None:
        """One day of two, where a first time needs three."""
        back = pains(*[0] * 28, 3, 3, 3, *[0] * 18, 3)
        told = value(verdict_of(replace(ANNA, check_ins=back)).would_change, "change.spot_worse")
        assert 1 == told["more"]


def test_a_day_too_odd_to_believe_is_named() -> None:
    """With its distance and its date, before anything else that is not known."""
    glitch = History(running(*[PLAIN] * 6, (0, 8, 10, 8, 0, 6, 300)))
    first = verdict_of(glitch).unknown[0]
    assert ("unknown.odd", TODAY, 300_000) == (
        first.key,
        first.values["day"],
        first.values["run_m"],
    )
