"""Calendar weeks: which were lighter, and how long the building has gone on."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from athletes import (
    ANNA,
    DARA,
    ELI,
    EMPTY,
    FINN,
    MONDAY,
    PLAIN,
    STEADY,
    TODAY,
    K,
    Km,
    days_of,
    run,
    running,
    scaled,
    weekly,
)
from unload.model.daily import Track
from unload.model.history import Entry, EntryKind, History, Runner
from unload.model.units import M_PER_MILE
from unload.science.weeks import WeekTracks, believed, build_weeks, this_week, week_tracks


def weeks(history: History, today: date = TODAY) -> WeekTracks:
    return week_tracks(days_of(history, today), K.signals)


def built(history: History, today: date = TODAY) -> Track:
    days = days_of(history, today)
    return build_weeks(days, week_tracks(days, K.signals), K.signals)


def sundays(history: History, name: str, today: date = TODAY) -> list[bool]:
    """One yes or no a Sunday."""
    told = weeks(history, today)
    return getattr(told, name)[told.last_day].tolist()


# Long-run weeks as Higdon writes them: two building, the third with a shorter long run.
HIGDON = ((0, 8, 10, 8, 0, 6, 16), (0, 8, 10, 8, 0, 6, 18), (0, 8, 10, 8, 0, 6, 13))


class TestLighter:
    @pytest.mark.parametrize(("km", "unloaded"), [(36, True), (36.1, False)])
    def test_three_quarters_of_the_usual_week_is_an_unloading_week(
        self, km: float, unloaded: bool
    ) -> None:
        """The limit itself counts."""
        assert unloaded == sundays(weekly(48, 48, 48, km), "unloaded")[-1]

    def test_usual_is_the_mean_of_the_last_three_active_weeks(self) -> None:
        """A week without running does not lower what is usual."""
        assert 44_000 == pytest.approx(weeks(weekly(48, 40, 44, 48, 20)).usual_week_m[-1])
        assert 46_000 == pytest.approx(weeks(weekly(48, 44, 48, 0, 20)).usual_week_m[-1])

    def test_a_first_week_has_nothing_to_be_lighter_than(self) -> None:
        """Without a week before it no week is lighter."""
        assert [False] == sundays(weekly(20), "unloaded")

    def test_a_week_under_way_is_lighter_only_if_it_would_end_so(self) -> None:
        """On Saturday the long run is still to come: one run left out is no lighter week."""
        missed = History(running(PLAIN, PLAIN, PLAIN, (0, 8, 0, 8, 0, 6, 0)))
        saturday = TODAY - timedelta(1)
        assert not weeks(missed, saturday).lighter[-1]
        little = History(running(PLAIN, PLAIN, PLAIN, (0, 5, 5, 4, 0, 3, 0)))
        assert weeks(little, saturday).lighter[-1]

    def test_a_monday_off_does_not_make_a_light_week(self) -> None:
        """Until the days so far usually hold half a week nothing is judged."""
        quiet = History((*running(*[PLAIN] * 3, EMPTY), run(MONDAY + timedelta(1), 1)))
        assert not weeks(quiet, MONDAY + timedelta(1)).lighter[-1]

    def test_weekend_runners_are_judged_on_their_weekend(self) -> None:
        """Five days off are a week as ever for one who runs on Saturday and Sunday."""
        assert not any(sundays(ELI, "unloaded"))
        assert not weeks(ELI, TODAY - timedelta(2)).lighter.any()


class TestStepBack:
    def test_a_shorter_long_run_is_a_step_back(self) -> None:
        """Higdon's third week is recognised on its own Sunday, before any rebound."""
        assert sundays(History(running(*HIGDON)), "stepped_back")[-1]

    @pytest.mark.parametrize(("share", "stepped"), [(0.95, True), (0.96, False)])
    def test_a_rebound_makes_a_step_back_of_a_week_at_95_percent(
        self, share: float, stepped: bool
    ) -> None:
        """All runs shorter alike: the week after has to be fuller for it to count."""
        history = History(running(PLAIN, PLAIN, scaled(PLAIN, share), PLAIN))
        assert [False, False, stepped, False] == sundays(history, "stepped_back")

    def test_a_week_a_little_lighter_is_believed_until_the_next_is_over(self) -> None:
        """On its Sunday nobody knows what comes next; a week later without a rebound it is none."""
        down = (PLAIN, PLAIN, scaled(PLAIN, 0.9))
        assert sundays(History(running(*down)), "stepped_back")[-1]
        flat = History(running(*down, scaled(PLAIN, 0.9)))
        assert [False, False] == sundays(flat, "stepped_back")[-2:]

    def test_an_unloading_week_is_not_called_a_step_back_too(self) -> None:
        """A week has one name."""
        history = weekly(48, 48, 48, 24, 48)
        assert sundays(history, "unloaded")[3]
        assert not sundays(history, "stepped_back")[3]


class TestBuildWeeks:
    def test_the_count_begins_anew_after_an_unloading_week(self) -> None:
        """Two weeks built since the lighter one, and three is the habit."""
        track = built(weekly(48, *STEADY))
        assert (2, 3, 0) == (track.value[-1], track.baseline[-1], track.on[-1])

    @pytest.mark.parametrize(("since", "on"), [(1, 0), (2, 0), (3, 1), (4, 1)])
    def test_three_whole_weeks_are_enough(self, since: int, on: int) -> None:
        """Three weeks up, one down, is the convention."""
        track = built(weekly(48, 48, 48, 24, *[48] * since))
        assert (since, on) == (track.value[-1], track.on[-1])

    @pytest.mark.parametrize("ahead", range(6))
    def test_no_day_after_a_step_back_remembers_the_weeks_before_it(self, ahead: int) -> None:
        """On its Sunday and in the silence after it a step-back has stopped the clock."""
        cycle = (HIGDON[0], HIGDON[1], scaled(PLAIN, 1.1), HIGDON[2])
        track = built(History(running(*cycle * 3)), TODAY + timedelta(ahead))
        assert (0, 0) == (track.value[-1], track.on[-1])

    def test_a_higdon_runner_is_never_asked_by_the_calendar(self) -> None:
        """Every third week steps back, so three weeks are never reached."""
        assert not (built(History(running(*HIGDON * 5))).on > 0).any()

    def test_a_partial_first_week_does_not_count(self) -> None:
        """A record that begins on a Thursday knows no whole week until the next Sunday."""
        history = History(running((0, 0, 0, 8, 0, 6, 16), PLAIN))
        assert [False, True] == sundays(history, "known")
        track = built(history)
        assert np.isnan(track.value[:4]).all()
        assert 1 == track.value[-1]

    def test_a_week_without_running_ends_the_count(self) -> None:
        """Rest by accident is rest; nine days off stay known."""
        history = weekly(48, 48, 48, 48, 48, 0, 48)
        assert 1 == built(history).value[-1]
        assert [True, True, True, True, False, True] == sundays(history, "active")[1:]

    def test_unknown_weeks_end_the_count(self) -> None:
        """Dara is sure of two weeks: her first one back began on a Tuesday and is not whole."""
        assert 2 == built(DARA).value[-1]

    def test_in_silence_the_count_stands_as_it_stood(self) -> None:
        """Finn's three weeks of silence are neither building nor rest."""
        assert 3 == built(FINN).value[-1]
        assert 2 == built(ANNA, TODAY + timedelta(9)).value[-1]

    def test_a_week_counts_from_its_sunday_on(self) -> None:
        """On Saturday the week is not whole yet."""
        assert [1, 2] == [built(ANNA, TODAY - timedelta(back)).value[-1] for back in (1, 0)]

    def test_a_runner_who_never_steps_back_has_no_habit(self) -> None:
        """There is no usual number of weeks before the first lighter one."""
        assert np.isnan(built(weekly(*[48] * 6)).baseline).all()


class TestThisWeek:
    @pytest.mark.parametrize(("km", "on"), [(48, 0), (24, 1)])
    def test_it_is_held_against_the_usual_week(self, km: float, on: int) -> None:
        """So far against a whole week of the last three."""
        track = this_week(week_tracks(days_of(weekly(48, 48, 48, 48, km)), K.signals))
        assert (1000 * km, 48_000, on) == pytest.approx(
            (track.value[-1], track.baseline[-1], track.on[-1])
        )

    def test_a_week_with_a_hole_is_not_compared(self) -> None:
        """Dara's first week back began with unknown days; a part of it is not the whole."""
        back = date(2024, 11, 3)
        assert np.isnan(this_week(week_tracks(days_of(DARA, back), K.signals)).on[-1])

    def test_a_week_without_a_usual_one_is_not_compared(self) -> None:
        """Newcomers have nothing to be lighter than."""
        assert np.isnan(this_week(week_tracks(days_of(weekly(48)), K.signals)).on).all()


class TestOdd:
    def test_a_day_beyond_twice_anything_before_counts_as_the_most_before(self) -> None:
        """Twice is believed, a metre more is a slip of the watch or the feat of a year."""
        for km, counted in ((32, 32_000), (32.01, 16_000)):
            history = History(running(*[PLAIN] * 5, (0, 8, 10, 8, 0, 6, km)))
            run_m, odd = believed(days_of(history).run_m, K.signals)
            assert (counted, counted < 32_000) == (run_m[-1], odd[-1])

    def test_in_a_young_record_a_long_run_may_be_the_first(self) -> None:
        """Four weeks of record are needed to call a day odd."""
        history = History(running(*[PLAIN] * 3, (0, 8, 10, 8, 0, 6, 99)))
        assert not believed(days_of(history).run_m, K.signals)[1].any()

    def test_a_glitch_makes_no_lighter_week_of_the_next(self) -> None:
        """300 km on a Tuesday leave the plain weeks after it what they are."""
        glitch = (0, 300, 10, 8, 0, 6, 16)
        assert not any(sundays(History(running(*[PLAIN] * 5, glitch, PLAIN)), "unloaded"))


HALF_BY_THURSDAY = (0, 4.0234, 4.828, 4.0234, 0, 3.2187, 9.6561)
LIGHTER_THAN_BEFORE = (0, 7.1725, 11.575, 10.2069, 7.9132, 6.7665, 16)
THE_SAME_AGAIN = (0, 11.575, 7.9132, 10.2069, 6.7665, 7.1725, 16)


class TestUnits:
    @pytest.mark.parametrize(
        ("name", "drawn"),
        [
            ("lighter", (PLAIN, HALF_BY_THURSDAY, HALF_BY_THURSDAY, (0, 0, 0, 0, 0, 0, 1))),
            (
                "stepped_back",
                (PLAIN, (0, 10, 10, 10, 9, 9, 16), LIGHTER_THAN_BEFORE, THE_SAME_AGAIN),
            ),
        ],
    )
    def test_the_last_digit_of_a_mile_decides_nothing(
        self, name: str, drawn: tuple[Km, ...]
    ) -> None:
        """Exactly half a week by Thursday, and a week as long as the one before, in both units."""
        days = days_of(History(running(*drawn)))
        km = {n: np.round(getattr(days, n), 1) for n in ("run_m", "longest_m")}
        miles = {n: metres / M_PER_MILE * M_PER_MILE for n, metres in km.items()}
        one, other = (week_tracks(replace(days, **told), K.signals) for told in (km, miles))
        assert getattr(one, name).tolist() == getattr(other, name).tolist()


class TestNames:
    @pytest.mark.parametrize(("days", "name"), [(2, True), (1, False)])
    def test_two_days_of_illness_or_travel_name_a_week(self, days: int, name: bool) -> None:
        """One sniffle or one night away does not."""
        first = MONDAY + timedelta(3)
        last = first + timedelta(days - 1)
        calendar = tuple(Entry(k, first, last) for k in (EntryKind.ILLNESS, EntryKind.TRAVEL))
        history = replace(weekly(48, 48, 48, 24), runner=Runner(calendar=calendar))
        assert [name, name] == [sundays(history, part)[-1] for part in ("ill", "away")]

    def test_a_lighter_week_stays_one_by_a_margin(self) -> None:
        """Light on Friday, four fifths on Sunday: still what it was called, and not beyond."""
        for sunday_km, lighter in ((21, True), (24, False)):
            week = (0, 8, 5, 4, 0, 0, sunday_km)
            told = weeks(History(running(*[PLAIN] * 5, week)))
            assert [True, lighter] == [bool(told.lighter[day]) for day in (-2, -1)]
