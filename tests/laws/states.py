"""Strategies for runners as they come: histories, check-ins, races, and the days they end on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

from hypothesis import strategies as st
from numpy.random import Generator, default_rng

from unload.knowledge import load_knowledge
from unload.model.advice import Advice
from unload.model.history import (
    WELLNESS_ITEMS,
    CheckIn,
    History,
    Race,
    Runner,
    Session,
    Sex,
    Side,
    SoreSpot,
    Sport,
)
from unload.model.units import M_PER_KM, M_PER_MILE
from unload.science.pipeline import advise

K = load_knowledge()
TODAY = date(2024, 11, 17)  # a Sunday; today runs through the week after it
HALF_KM, HALF_MILE = 500.0, M_PER_MILE / 2
GRIDS = st.sampled_from([HALF_KM, HALF_MILE])
DAYS = st.integers(0, 6).map(lambda ahead: TODAY + timedelta(days=ahead))
STOPPING = [flag.key for flag in K.red_flags if flag.level.stops]
SHOWN_ONLY = [flag.key for flag in K.red_flags if not flag.level.stops]
PLACES = ("calf", "achilles", "shin-inner", "knee-front", "sole", "low-back", "groin", "hamstring")
PAINS = st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0, 3.3, 4.5, 5.0, 6.0, 10.0])
ITEMS = st.none() | st.sampled_from([1.0, 2.0, 3.0, 3.5, 4.0, 5.0])
# A strategy that is made anew in every draw takes as long to make as what it draws.
SEEDS = st.integers(0, 2**16)
AHEAD = st.sampled_from([None, None, None, -5, 0, 3, 21, 22, 60, 155])
METRES = st.sampled_from([5000.0, 21097.5, 42195.0, 100000.0])
LOST = st.sampled_from([0.0, 0.0, 0.05, 0.5])
AGES = st.sampled_from([0, 0, 0, 0, 0, 1, 2, 6, 14, 15])
WEEKS, AGO = st.integers(0, 8), st.integers(0, 5)
ODD_DAYS = st.lists(st.integers(-6, 5), max_size=2, unique=True)


def advised(history: History, today: date, grid_m: float = HALF_KM) -> Advice:
    """The whole answer, with the same chance every time."""
    return advise(history, today, K, default_rng(1), grid_m)


@cache
def spots() -> st.SearchStrategy[SoreSpot]:
    """One sore spot, at any place that raises no flag by itself or at one that does."""
    return st.builds(
        SoreSpot,
        region=st.sampled_from(PLACES),
        side=st.sampled_from([Side.LEFT, Side.RIGHT]),
        pain=PAINS,
        next_morning=st.none() | PAINS,
        at_rest=st.sampled_from([None, False, False, False, True]),
    )


@cache
def check_ins_on(day: date) -> st.SearchStrategy[CheckIn]:
    """Any check-in of one day, every question answered or not."""
    return st.builds(
        CheckIn,
        day=st.just(day),
        **dict.fromkeys(WELLNESS_ITEMS, ITEMS),
        resting_hr=st.none() | st.integers(38, 80).map(float),
        rmssd_ms=st.none() | st.integers(15, 140).map(float),
        ill=st.sampled_from([None, False, False, True]),
        spots=st.none() | st.lists(spots(), max_size=3, unique_by=place).map(tuple),
    )


def place(spot: SoreSpot) -> tuple[str, Side]:
    return spot.region, spot.side


RUNNERS = st.builds(
    Runner,
    sex=st.none() | st.sampled_from(Sex),
    weight_kg=st.none() | st.sampled_from([45.0, 70.0, 110.0]),
    hr_rest=st.none() | st.just(50.0),
    hr_max=st.none() | st.just(190.0),
    tools=st.sampled_from([None, (), ("roller",), ("roller", "ball")]),
    minutes=st.sampled_from([None, 0.0, 5.0, 20.0]),
)


@st.composite
def races(draw: st.DrawFn) -> Race | None:
    """No race, one to come, one in the taper window, one that is over."""
    ahead, metres = draw(AHEAD), draw(METRES)
    return None if ahead is None else Race(TODAY + timedelta(days=ahead), metres)


USUAL_KM = st.sampled_from(
    [
        (0, 8, 0, 10, 0, 8, 16),
        (0, 8.05, 9.66, 8.05, 0, 6.4, 19.3),
        (10, 12, 8, 14, 6, 10, 28),
        (0, 5, 0, 0, 5, 0, 0),
        (0, 5, 0, 5, 0, 0.4, 7),
        (0, 0, 0, 0, 0, 0, 30),
        (3, 3, 3, 3, 3, 3, 3),
    ]
) | st.lists(st.sampled_from([0.0, 3.0, 8.05, 30.0]), min_size=7, max_size=7)
FACTORS = st.sampled_from([0.0, 0.5, 0.74, 0.76, 0.84, 0.95, 1.0, 1.0, 1.08, 1.2, 2.0])
PLANS = st.sampled_from(
    [
        (1.0,) * 14,
        (1.0, 1.05, 1.1, 0.6) * 3,
        (1.0, 1.06, 1.12, 0.84) * 4,
        tuple(1.05**week for week in range(12)),
        (1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0),
    ]
)
LAST = st.lists(FACTORS, max_size=5).map(tuple)
PLANNED = PLANS | st.just(())
SHARES = st.sampled_from([0.0, 0.3, 0.8, 1.0, 1.0])


@st.composite
def sessions(draw: st.DrawFn, *, all_measured: bool = False) -> tuple[Session, ...]:
    """Up to five months of training around one usual week, with holes and oddities in it.

    `all_measured` gives every run its distance: without one its day is unknown, and taking the
    session away would turn it into a known day of rest.
    """
    usual = draw(USUAL_KM)
    factors = draw(PLANNED) + draw(LAST)
    known = draw(SHARES), draw(SHARES)
    lost, other = draw(LOST), draw(SHARES)
    age = draw(AGES)
    rng = default_rng(draw(SEEDS))
    start = TODAY + timedelta(days=7 - age - 7 * len(factors))  # the week after today included
    out = []
    for back, km in enumerate(tuple(usual) * len(factors)):
        at = datetime.combine(start + timedelta(days=back), time(7))
        stretch = float(rng.choice([1, 0.97, 1.03]))
        metres = round(km * factors[back // 7] * M_PER_KM * stretch, 1)
        if metres > 0 and rng.random() >= lost / 2:
            unmeasured = not all_measured and rng.random() < lost / 5
            out.append(_run(at, None if unmeasured else metres, rng, known))
        if rng.random() < other / 10:
            sport = (Sport.RIDE, Sport.STRENGTH, Sport.RUN)[int(rng.integers(3))]
            extra_m = 3000.0 if sport is Sport.RUN else None
            out.append(Session(at + timedelta(hours=11), sport, 2400.0, extra_m))
    return tuple(out)


def _run(at: datetime, metres: float | None, rng: Generator, known: tuple[float, float]) -> Session:
    speed = max(float(rng.normal(2.9, 0.2)), 1.5)
    seconds = round((metres or 6000.0) / speed) + 1.0
    heart = float(rng.integers(115, 185)) if rng.random() < known[0] else None
    effort = float(rng.integers(1, 11)) if rng.random() < known[1] else None
    return Session(at, Sport.RUN, seconds, metres, avg_hr=heart, max_hr=heart, rpe=effort)


def _spot(pain: float, **more: float) -> tuple[SoreSpot, ...]:
    return (SoreSpot("calf", Side.LEFT, pain, **more),)


SPELLS: tuple[tuple[dict[str, object], ...], ...] = (
    (),
    (),
    ({"spots": _spot(3.0)},) * 4,
    ({"spots": _spot(5.0)}, {"spots": _spot(1.0)}) * 3,
    tuple({"spots": _spot(p, next_morning=p / 2)} for p in (0.0, 1.0, 2.0, 3.0, 4.0)),
    ({"fatigue": 1.0, "sleep": 2.0},) * 4,
    ({"mood": 1.0, "stress": 2.0}, {}, {"fatigue": 1.0, "sleep": 2.0}),
    ({"ill": True},),
    ({"resting_hr": 66.0, "rmssd_ms": 35.0},) * 5,
)


SPELL = st.sampled_from(SPELLS)


@st.composite
def check_ins(draw: st.DrawFn) -> tuple[CheckIn, ...]:
    """None, a few, or weeks of check-ins around one usual mood, a bad spell, a few at random."""
    weeks, share = draw(WEEKS), draw(SHARES)
    rng = default_rng(draw(SEEDS))
    usual = CheckIn(TODAY, 4, 4, 3, 4, 4, 48.0, 70.0, ill=False, spots=())
    days: dict[date, CheckIn] = {}
    for back in range(7 * weeks, -7, -1):
        day = TODAY - timedelta(days=back)
        moved: dict[str, object] = {item: float(rng.integers(3, 6)) for item in WELLNESS_ITEMS}
        moved["resting_hr"], moved["rmssd_ms"] = float(rng.normal(48, 2)), float(rng.normal(70, 5))
        if rng.random() < share:
            days[day] = replace(usual, day=day, **moved)
    spell, ago = draw(SPELL), draw(AGO)
    for back, answers in enumerate(spell):
        day = TODAY - timedelta(days=ago - 4 + back)
        days[day] = replace(usual, day=day, **answers)
    for back in draw(ODD_DAYS):
        day = TODAY - timedelta(days=back)
        days[day] = draw(check_ins_on(day))
    return tuple(days.values())


TRAINED, MEASURED = sessions(), sessions(all_measured=True)
ANSWERED, RACES = check_ins(), races()


@st.composite
def histories(draw: st.DrawFn, *, all_measured: bool = False) -> History:
    """Everything known of one runner, red-flag questions answered no."""
    trained = MEASURED if all_measured else TRAINED
    return History(draw(trained), draw(ANSWERED), draw(RUNNERS), draw(RACES))


def calm(history: History) -> History:
    """The same history without any sore spot, so that no check-in raises a flag."""
    quiet = tuple(replace(c, spots=None if c.spots is None else ()) for c in history.check_ins)
    return replace(history, check_ins=quiet)


def in_place_of(history: History, check_in: CheckIn) -> History:
    """The history with this check-in instead of the one of its day."""
    others = tuple(c for c in history.check_ins if c.day != check_in.day)
    return replace(history, check_ins=(*others, check_in))


def known_to(history: History, today: date) -> History:
    """What was on record at the end of `today`."""
    return replace(
        history,
        sessions=tuple(s for s in history.sessions if s.day <= today),
        check_ins=tuple(c for c in history.check_ins if c.day <= today),
    )


def without(items: Sequence[object], index: int) -> tuple[object, ...]:
    """All of them but one."""
    return (*items[:index], *items[index + 1 :])
