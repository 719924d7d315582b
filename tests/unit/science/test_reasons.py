"""Reasons: today's signals as nouns, said in the key that fits them."""

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
    EMPTY,
    FINN,
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
    weekly,
)
from unload.model.advice import Role, Signal
from unload.model.history import (
    CheckIn,
    Entry,
    EntryKind,
    History,
    Runner,
    Side,
    SoreSpot,
    Weekly,
)
from unload.science.reasons import (
    COMPARED,
    SAYS,
    newest_day,
    signals_today,
    worst_spot,
)
from unload.science.signals import SIGNALS

DAY = timedelta(days=1)


def looked_at(history: History, today: date = TODAY) -> dict[str, Signal]:
    return {s.name: s for s in signals_today(state_of(history, today), K.signals)}


def key(name: str, history: History, today: date = TODAY) -> str:
    return looked_at(history, today)[name].says.key


def test_every_signal_is_compared_and_said() -> None:
    """No signal without its numbers, none without words."""
    assert set(SIGNALS) == set(COMPARED) == set(SAYS)


def test_every_key_has_its_words() -> None:
    """What the science may choose, the text holds."""
    for runner in (ANNA, BEN, CLEO, DARA, ELI, FINN, History()):
        for signal in looked_at(runner).values():
            assert signal.says.key in K.text


@pytest.mark.parametrize("runner", [ANNA, BEN, CLEO, DARA, ELI, FINN, History()])
def test_no_noun_holds_a_number_that_is_none(runner: History) -> None:
    """Unknown is None in a noun; NaN stays in the arrays."""
    assert [] == [x for x in numbers_in(tuple(looked_at(runner).values())) if isnan(x)]


def test_an_unknown_signal_has_no_number_at_all() -> None:
    """Neither value nor baseline nor threshold, and a sentence that says why."""
    wellness = looked_at(ANNA)["wellness"]
    assert (None, None, None, None) == (
        wellness.on,
        wellness.value,
        wellness.baseline,
        wellness.threshold,
    )
    assert wellness.unknown is not None


BACK_MIDWEEK = History(
    (
        *running(*[PLAIN] * 6, last=MONDAY - 14 * DAY),
        run(TODAY - 2 * DAY, 8),
        run(TODAY, 8),
    )
)


@pytest.mark.parametrize("runner", [ANNA, BEN, CLEO, DARA, ELI, FINN, BACK_MIDWEEK])
def test_a_signal_that_answers_has_its_number(runner: History) -> None:
    """On or off without a value would be said with a hole in the sentence."""
    empty = [s.name for s in looked_at(runner).values() if s.on is not None and s.value is None]
    assert [] == empty


def test_only_body_and_calendar_decide() -> None:
    """The others support, as the evidence allows."""
    deciding = [name for name, s in looked_at(ANNA).items() if s.role is Role.DECIDES]
    body = ["sore_spots", "illness", "wellness", "efficiency"]
    assert [*body, "build_weeks", "this_week", "calendar"] == deciding


class TestSpots:
    @pytest.mark.parametrize(
        ("levels", "said_as"),
        [
            ((3, 3, 3), "on"),
            ((2, 2, 2, 2, 2, 2, 2), "rising"),
            ((3, 3, 3, 0, 0, 0, 0, 0), "held"),
            ((3, 3, 3, 0, 0, 0, 0, 0, 0), "off"),
            ((2,), "off"),
            ((0,), "none"),
        ],
    )
    def test_the_words_tell_rising_from_held(self, levels: tuple[float, ...], said_as: str) -> None:
        """A spot that grows quiet is not called rising, and one that rises is not called quiet."""
        history = replace(ANNA, check_ins=pains(*[0] * 28, *levels))
        assert f"signal.sore_spots.{said_as}" == key("sore_spots", history)

    def test_the_spot_is_told_with_its_numbers(self) -> None:
        """Four days of seven, five at worst, usually one (X18)."""
        history = replace(ANNA, check_ins=pains(*[1] * 28, 0, 3, 0, 4, 0, 5, 3))
        values = dict(looked_at(history)["sore_spots"].says.values)
        assert ("calf", "left", 4, 5, 1) == tuple(
            values[name] for name in ("region", "side", "sore_days", "worst", "usual")
        )

    def test_a_spot_without_a_past_was_usually_quiet(self) -> None:
        """First check-ins have no weeks before them."""
        new = replace(ANNA, check_ins=pains(4, 4, 4))
        assert 0 == looked_at(new)["sore_spots"].says.values["usual"]
        young = History(tuple(run(TODAY - n * DAY, 5) for n in range(3)), pains(4, 4, 4))
        assert 0 == looked_at(young)["sore_spots"].says.values["usual"]

    def test_the_spot_that_is_on_is_told_before_one_that_hurts_more(self) -> None:
        """One bad day of a sole does not hide three days of a calf."""
        history = replace(
            ANNA,
            check_ins=(*pains(3, 3, until=TODAY - DAY), said(TODAY, hurts(3), hurts(8, "sole"))),
        )
        now = state_of(history)
        assert ("calf", "left") == now.days.spots[worst_spot(now, K.signals)]

    def test_of_equal_days_the_sorer_spot_is_told(self) -> None:
        """Same count, more pain."""
        spots = (hurts(4, side=Side.RIGHT), hurts(3))
        now = state_of(replace(ANNA, check_ins=(said(TODAY, *spots),)))
        assert ("calf", "right") == now.days.spots[worst_spot(now, K.signals)]


class TestBuildWeeks:
    @pytest.mark.parametrize(
        ("history", "said_as"),
        [
            (ANNA, "off_unloaded"),
            (weekly(48, 48, 48, 24), "off_fresh"),
            (weekly(48, 48, 48, 24, 48, 48, 48), "on_unloaded"),
            (History(running(PLAIN, PLAIN, (0, 8, 10, 8, 0, 6, 13), PLAIN)), "off_stepped"),
            (History(running(PLAIN, PLAIN, EMPTY, (5, *PLAIN[1:]))), "off_empty"),
            (CLEO, "on_start"),
            (weekly(48, 48), "off_start"),
            (DARA, "off_start"),
        ],
    )
    def test_the_words_tell_what_ended_the_building(self, history: History, said_as: str) -> None:
        """A lighter week, a step-back, a week off, or the edge of what is known."""
        assert f"signal.build_weeks.{said_as}" == key("build_weeks", history)

    def test_the_last_lighter_week_is_told_by_its_monday(self) -> None:
        """Anna's was that of 28 October."""
        assert date(2024, 10, 28) == looked_at(ANNA)["build_weeks"].says.values["last"]

    @pytest.mark.parametrize("ahead", [0, 1, 5])
    def test_a_lighter_week_just_over_is_told_as_such(self, ahead: int) -> None:
        """From its Sunday on, also where Monday is not read yet."""
        light = weekly(48, 48, 48, 48, 24)
        assert "signal.build_weeks.off_fresh" == key("build_weeks", light, TODAY + ahead * DAY)
        assert MONDAY == looked_at(light)["build_weeks"].says.values["last"]


class TestSpike:
    @pytest.mark.parametrize(
        ("km", "said_as"),
        [(17, "off"), (18, "on"), (20.8, "on"), (20.9, "clear"), (32, "clear"), (33, "large")],
    )
    def test_the_three_published_bands_have_their_own_words(self, km: float, said_as: str) -> None:
        """Above 1.10, above 1.30, above 2.00; each limit belongs to the band below it."""
        history = History(running(*[PLAIN] * 7, (*PLAIN[:6], km)))
        assert f"signal.session_spike.{said_as}" == key("session_spike", history)

    def test_the_leap_is_told_with_its_day_and_its_base(self) -> None:
        """Cleo's 22 km of today against 16."""
        values = looked_at(CLEO)["session_spike"].says.values
        assert (TODAY, 22_000, 1.375, 16_000) == tuple(
            values[name] for name in ("day", "longest_m", "ratio", "base_m")
        )

    def test_a_leap_of_last_week_keeps_its_day(self) -> None:
        """On Tuesday it is still Sunday's run."""
        later = replace(CLEO, sessions=(*CLEO.sessions, run(TODAY + 2 * DAY, 8)))
        assert TODAY == looked_at(later, TODAY + 2 * DAY)["session_spike"].says.values["day"]


def answered(*days: dict[str, float]) -> History:
    """Anna with a month of calm answers and then these."""
    calm = [{"sleep": 4, "fatigue": 4, "resting_hr": 50, "rmssd_ms": 60 + n % 2} for n in range(28)]
    rows = [*calm, *days]
    first = TODAY - (len(rows) - 1) * DAY
    return replace(
        ANNA, check_ins=tuple(CheckIn(first + n * DAY, **row) for n, row in enumerate(rows))
    )


BAD = {"sleep": 1, "fatigue": 1}
GOOD = {"sleep": 4, "fatigue": 4}


@pytest.mark.parametrize(
    ("days", "said_as"),
    [([BAD] * 3, "on"), ([*[BAD] * 3, *[GOOD] * 3], "held"), ([BAD], "off"), ([GOOD], "off")],
)
def test_low_days_that_are_getting_fewer_are_told_so(
    days: list[dict[str, float]], said_as: str
) -> None:
    """On while they are many, held until they are over."""
    assert f"signal.wellness.{said_as}" == key("wellness", answered(*days))


def test_the_low_items_are_named() -> None:
    """Mood was not asked, stress neither."""
    items = str(looked_at(answered(*[BAD] * 3))["wellness"].says.values["items"])
    assert "sleep" in items
    assert "fatigue" in items
    assert "mood" not in items


@pytest.mark.parametrize(("rmssd", "said_as"), [(90, "high"), (40, "on"), (60.5, "off")])
def test_variability_is_told_with_its_direction(rmssd: float, said_as: str) -> None:
    """Above the own band is not the same sentence as below it."""
    week = [{"rmssd_ms": rmssd}] * 7
    assert f"signal.hrv.{said_as}" == key("hrv", answered(*week))


def test_illness_and_a_high_pulse_are_told() -> None:
    """One key each, on or off."""
    ill = replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),))
    assert "signal.illness.on" == key("illness", ill)
    assert "signal.resting_hr.on" == key("resting_hr", answered(*[{"resting_hr": 60}] * 2))
    assert "signal.resting_hr.off" == key("resting_hr", answered({"resting_hr": 50}))


def test_a_drop_of_efficiency_is_told_as_a_share() -> None:
    """Ten beats more for the same pace are 7 % fewer metres a beat; the worst run is no usual."""
    runs = [run(TODAY - 2 * n * DAY, 10, hr=150 if n < 2 else 140) for n in range(9)]
    history = History((run(TODAY - 30 * DAY, 5, hr=190), *runs))
    told = looked_at(history)["efficiency"]
    assert "signal.efficiency.on" == told.says.key
    assert -0.0667 == pytest.approx(told.says.values["change"], abs=0.0005)


def test_the_newest_known_day_of_nothing_is_the_first() -> None:
    """A record without sessions has a column to look at and nothing in it."""
    assert 0 == newest_day(state_of(History()).days)
    assert state_of(FINN).days.days - 22 == newest_day(state_of(FINN).days)


def planned(history: History, *entries: Entry) -> History:
    return replace(history, runner=Runner(calendar=entries))


class TestCalendar:
    @pytest.mark.parametrize(
        ("entries", "said_as", "ahead"),
        [
            ([(EntryKind.PHASE_END, 3)], "signal.calendar.on_phase", 3),
            ([(EntryKind.PHASE_END, 30)], "signal.calendar.off_phase", 30),
            ([(EntryKind.TRAVEL, 3)], "signal.calendar.on_travel", 3),
            ([(EntryKind.TRAVEL, 4), (EntryKind.PHASE_END, 3)], "signal.calendar.on_phase", 3),
            ([(EntryKind.TRAVEL, 2), (EntryKind.PHASE_END, 3)], "signal.calendar.on_travel", 2),
        ],
    )
    def test_the_nearer_of_phase_and_journey_is_said(
        self, entries: list[tuple[EntryKind, int]], said_as: str, ahead: int
    ) -> None:
        """With its day."""
        days = [(kind, TODAY + n * DAY) for kind, n in entries]
        history = planned(ANNA, *(Entry(kind, day, day) for kind, day in days))
        told = looked_at(history)["calendar"].says
        assert (said_as, TODAY + ahead * DAY) == (told.key, told.values["day"])

    @pytest.mark.parametrize(
        ("kind", "name"), [(EntryKind.ILLNESS, "ill"), (EntryKind.TRAVEL, "away")]
    )
    def test_a_lighter_week_is_called_what_it_was(self, kind: EntryKind, name: str) -> None:
        """Illness and travel by their names."""
        light = MONDAY - 14 * DAY
        history = planned(ANNA, Entry(kind, light, light + 3 * DAY))
        assert f"signal.build_weeks.off_{name}" == key("build_weeks", history)


class TestSoreness:
    def test_a_hampered_week_is_said_where_no_spot_is_on(self) -> None:
        """The weekly answer speaks alone only where no spot does."""
        weekly_told = Runner(weekly=(Weekly(TODAY, part=4),))
        assert "signal.sore_spots.weekly" == key("sore_spots", replace(ANNA, runner=weekly_told))
        assert "signal.sore_spots.on" == key("sore_spots", replace(BEN, runner=weekly_told))

    def test_rest_and_return_have_their_own_words(self) -> None:
        """Weak pain at night, and two days at a place that was sore a month ago."""
        night = SoreSpot("calf", Side.LEFT, 1, at_rest=True)
        calm = pains(*[0] * 28, until=TODAY - DAY)
        history = replace(ANNA, check_ins=(*calm, said(TODAY, night)))
        assert "signal.sore_spots.rest" == key("sore_spots", history)
        back = replace(ANNA, check_ins=pains(*[0] * 28, 3, 3, 3, *[0] * 18, 3, 3))
        assert "signal.sore_spots.back" == key("sore_spots", back)


class TestCoverage:
    def test_a_signal_says_how_much_it_saw_and_how_old_that_is(self) -> None:
        """Four of seven days asked, the newest two days ago."""
        asked = replace(ANNA, check_ins=pains(0, 0, None, 0, 0, None, None))
        told = looked_at(asked)["sore_spots"]
        assert (4 / 7, 2) == (told.coverage, told.age_days)

    def test_easy_runs_are_counted_among_the_runs(self) -> None:
        """Every run easy and with heart rate is all there is to see."""
        runs = [run(TODAY - 2 * n * DAY, 10, hr=140) for n in range(9)]
        told = looked_at(History((run(TODAY - 30 * DAY, 5, hr=190), *runs)))["efficiency"]
        assert (1, 0) == (told.coverage, told.age_days)

    def test_what_was_never_asked_has_no_age(self) -> None:
        """And a calendar has neither."""
        told = looked_at(ANNA)
        assert (0, None) == (told["wellness"].coverage, told["wellness"].age_days)
        assert (None, None) == (told["calendar"].coverage, told["calendar"].age_days)


def test_one_bad_easy_run_is_called_one() -> None:
    """It is down a lot, and alone it is no sign."""
    runs = [run(TODAY - 2 * n * DAY, 10, hr=150 if n < 1 else 140) for n in range(9)]
    history = History((run(TODAY - 30 * DAY, 5, hr=190), *runs))
    assert "signal.efficiency.one" == key("efficiency", history)
