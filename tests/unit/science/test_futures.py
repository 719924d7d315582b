"""Futures: the three doubts as bands, repeatable, and silent about what is not known."""

from dataclasses import replace
from datetime import timedelta
from math import isnan

import pytest
from numpy.random import default_rng

from athletes import (
    ANNA,
    BEN,
    CLEO,
    GRID_M,
    MARATHON,
    TODAY,
    K,
    numbers_in,
    run,
    state_of,
    verdict_of,
)
from unload.model.advice import Doubt, Futures
from unload.model.history import History, Race, Raced, Runner
from unload.science.futures import wondering
from unload.science.week import lighter_week

DAY = timedelta(days=1)
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))


def told(history: History, seed: int = 1) -> tuple[dict[str, Doubt], Futures | None]:
    week = lighter_week(state_of(history), verdict_of(history), GRID_M, K.week)
    doubts, futures = wondering(history, week, TODAY, K.futures, default_rng(seed))
    return {doubt.name: doubt for doubt in doubts}, futures


def race_of(history: History) -> Doubt:
    return told(history)[0]["race"]


def racing(days: int, metres: float = 42_195) -> History:
    return replace(ANNA, race=Race(TODAY + days * DAY, metres))


def keys(doubt: Doubt) -> list[str]:
    return [phrase.key for phrase in doubt.says]


def points(doubt: Doubt) -> list[str]:
    return [point.says.key for point in doubt.points]


EVERYBODY = [
    replace(BEN, race=MARATHON),
    replace(CLEO, race=Race(TODAY + 50 * DAY, 10_000)),
    replace(ANNA, runner=FEVER, race=MARATHON),
    replace(ANNA, runner=FEVER),
    ANNA,
    racing(0),
    racing(1),
    racing(5),
    racing(182, 100),
    racing(400, 100_000),
    History((run(TODAY, 3),), race=MARATHON),
]


@pytest.mark.parametrize("history", EVERYBODY)
def test_the_same_seed_gives_the_same_answers(history: History) -> None:
    """To the last digit, or no answer could be explained later."""
    assert told(history, 7) == told(history, 7)


def test_another_seed_moves_the_band_a_little() -> None:
    """Draws are draws; the band is not an artefact of one of them."""
    one, other = (told(EVERYBODY[0], seed)[0]["race"] for seed in (1, 2))
    assert one.middle != other.middle
    assert one.middle == pytest.approx(other.middle, rel=0.01)


@pytest.mark.parametrize("history", EVERYBODY)
def test_bands_are_bands_and_hold_no_nan(history: History) -> None:
    """Low, middle, high in this order, or none of the three."""
    doubts, futures = told(history)
    for doubt in doubts.values():
        band = [doubt.low, doubt.middle, doubt.high]
        assert band == [None] * 3 or band == sorted(band)
    assert [] == [x for x in numbers_in((tuple(doubts.values()), futures)) if isnan(x)]


@pytest.mark.parametrize("history", EVERYBODY)
def test_every_sentence_has_words(history: History) -> None:
    """What futures choose to say, the text holds."""
    said = [key for d in told(history)[0].values() for key in (*keys(d), *points(d))]
    assert [] == [key for key in said if key not in K.text]


class TestRace:
    def test_without_a_race_there_is_no_time(self) -> None:
        """And no band that could be taken for one; the week is still weighed."""
        race = race_of(ANNA)
        assert ("race.none", None, None) == (keys(race)[0], race.low, race.high)
        assert ["race.share", "race.left", "stop.share", "stop.why"] == points(race)[:4]

    def test_without_an_effort_there_is_no_time(self) -> None:
        """Three kilometres tell nothing of a marathon."""
        race = race_of(EVERYBODY[-1])
        assert ("race.no_effort", None) == (keys(race)[0], race.middle)

    def test_the_whole_argument_stands_in_its_order(self) -> None:
        """The time, the week in it, the stop, the price."""
        wanted = [
            *("race.trained", "race.rule_long", "race.form", "race.share", "race.left"),
            *("stop.time", "stop.why"),
            *("break_even.unknown", "break_even.judge", "break_even.kept_split"),
        ]
        assert wanted == points(race_of(replace(ANNA, race=MARATHON)))

    def test_a_race_that_was_run_leads_the_sentence(self) -> None:
        """Who has raced is predicted from that race, and told so."""
        raced = Raced(TODAY - 20 * DAY, 21_097.5, 5_000)
        race = race_of(replace(ANNA, race=MARATHON, runner=Runner(recent_race=raced)))
        said = race.says[0].values
        assert (21_097.5, 5_000, raced.day) == tuple(
            said[key] for key in ("effort_m", "effort_s", "effort_day")
        )

    def test_the_week_hardly_moves_the_race(self) -> None:
        """The two futures lie within a hundredth of each other."""
        race = race_of(EVERYBODY[0])
        assert abs(race.says[0].values["moved"]) < 0.01 * race.middle

    def test_near_a_race_the_week_is_a_taper(self) -> None:
        """Within three weeks, and not a day before."""
        assert "race.taper" in points(race_of(racing(21)))
        assert "race.taper" not in points(race_of(racing(22)))
        assert "race.taper" not in points(race_of(ANNA))

    def test_a_race_inside_the_lighter_week_gets_a_part_of_it(self) -> None:
        """No share of the weeks ahead, no bargain: there is no time for a forced stop."""
        race, futures = race_of(racing(5)), told(racing(5))[1]
        assert futures is not None
        assert () == futures.stops
        assert 0 < max(futures.change.high) < K.futures.speed_change_easy_high.value * 4 / 7
        assert ["race.left", "race.taper"] == points(race)[3:]
        assert ["race.band"] == keys(race)

    def test_a_race_tomorrow_is_not_touched(self) -> None:
        """The week begins too late for it."""
        race, futures = race_of(racing(1)), told(racing(1))[1]
        assert futures is not None
        assert futures.with_week == futures.without
        assert "race.before_the_week" == points(race)[-1]

    def test_a_race_today_leaves_no_future_to_draw(self) -> None:
        """And a time all the same."""
        doubts, futures = told(racing(0))
        assert futures is None
        assert doubts["race"].middle is not None

    @pytest.mark.parametrize(("days", "share"), [(70, 10), (7, 1)])
    def test_the_share_of_the_weeks_ahead(self, days: int, share: int) -> None:
        """One week of ten takes a tenth of what it takes of itself."""
        week = lighter_week(state_of(ANNA), verdict_of(ANNA), GRID_M, K.week)
        assert week is not None
        said = next(p.says for p in race_of(racing(days)).points if p.says.key == "race.share")
        assert (1 - week.factor) / share == pytest.approx(said.values["share"])

    def test_no_bargain_is_offered_under_a_red_flag(self) -> None:
        """A week that has to be is not weighed."""
        stopped = race_of(replace(ANNA, runner=FEVER, race=MARATHON))
        assert ["race.band"] == keys(stopped)
        assert ["stop.time", "stop.why"] == points(stopped)[-2:]

    def test_no_number_is_a_chance_of_getting_hurt(self) -> None:
        """The price is in stops per hundred weeks; what the week spares is said to be unknown."""
        for history in EVERYBODY[:2]:
            assert "break_even.unknown" in points(race_of(history))
