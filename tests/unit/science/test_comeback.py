"""The gate: pass, three more easy days, or see someone; unknown does not pass."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import ANNA, TODAY, K, days_of, hurts, said
from unload.model.comeback import Gate, GateAnswers, Light, Outcome
from unload.model.history import CheckIn, Side, SoreSpot
from unload.model.phrase import Phrase
from unload.science.comeback import careful_weeks, gate

DAY = timedelta(1)
STOPS = next(f for f in K.red_flags if f.level.stops)
SHOWN = next(f for f in K.red_flags if not f.level.stops)
WELL = {"sleep": 4.0, "fatigue": 4.0, "soreness": 4.0, "stress": 4.0, "mood": 4.0, "ill": False}
FREE = [GateAnswers(TODAY - n * DAY, walks_freely=True) for n in range(2)]


def month(*newest: CheckIn) -> tuple[CheckIn, ...]:
    """A month of ordinary mornings, the newest of them replaced."""
    ordinary = {TODAY - n * DAY: said(TODAY - n * DAY, **_wavy(n)) for n in range(35)}
    ordinary |= {check_in.day: check_in for check_in in newest}
    return tuple(ordinary.values())


def _wavy(n: int) -> dict[str, float | bool]:
    """Answers that vary as answers do; the newest two are the better ones."""
    return {**WELL, "sleep": 4.0 if n % 2 == 0 or n < 2 else 3.0}


def asked(
    check_ins: tuple[CheckIn, ...], answers: list[GateAnswers] = FREE, **more: object
) -> Gate:
    history = replace(ANNA, check_ins=check_ins)
    flags = more.pop("flags", ())
    days = days_of(history)
    return gate(days, check_ins, answers, flags, (K.signals, K.comeback), **more)  # type: ignore[arg-type] # test builder


def lights(made: Gate, name: str) -> list[Light]:
    """How one criterion stands, today first."""
    return [c.light for c in made.criteria if c.name == name]


def today(*spots: SoreSpot, **answers: float | bool) -> CheckIn:
    return said(TODAY, *spots, **{**WELL, **answers})


def test_two_good_mornings_pass() -> None:
    """Nothing sore, walking free, an ordinary month."""
    made = asked(month())
    assert (Outcome.PASS, ()) == (made.outcome, made.failed)
    assert 12 == len(made.criteria)


def test_one_morning_is_not_enough() -> None:
    """What was not answered yesterday is unknown, and unknown does not pass."""
    made = asked(month(), FREE[:1])
    assert Outcome.ASK is made.outcome
    assert ["walking"] == [c.name for c in made.failed]
    assert TODAY - DAY == made.failed[0].day


@pytest.mark.parametrize(
    ("pain", "light", "outcome"),
    [
        (2, Light.GREEN, Outcome.PASS),
        (3, Light.AMBER, Outcome.EXTEND),
        (5, Light.AMBER, Outcome.EXTEND),
        (6, Light.RED, Outcome.REFER),
    ],
)
def test_the_worst_spot_decides(pain: float, light: Light, outcome: Outcome) -> None:
    """Two of ten pass, up to five wait, more is looked at."""
    spot = hurts(pain, "hamstring", next_morning=0.0)
    made = asked(month(today(spot), replace(today(spot), day=TODAY - DAY)))
    assert [light, light] == lights(made, "pain")
    assert outcome is made.outcome


def test_pain_at_rest_is_red_however_small() -> None:
    """One of ten at night is looked at."""
    made = asked(month(today(hurts(1, "hamstring", at_rest=True, next_morning=0.0))))
    assert Outcome.REFER is made.outcome
    assert "gate.pain_rest" == made.failed[0].says.key


def test_a_stiffer_morning_than_usual_waits() -> None:
    """Against the runner's own mornings, not against nought."""
    month_of = [replace(c, spots=(hurts(1, "hamstring", next_morning=1.0),)) for c in month()]
    assert Outcome.PASS is asked(tuple(month_of)).outcome
    stiff = today(hurts(1, "hamstring", next_morning=2.0))
    made = asked((*month_of[1:], stiff))
    assert [Light.AMBER, Light.GREEN] == lights(made, "morning")
    assert (2.0, 1.0) == tuple(made.failed[0].says.values.values())


def test_a_sore_spot_without_its_morning_is_unknown() -> None:
    """Nothing sore needs no morning; a sore spot does."""
    made = asked(month(today(hurts(1, "hamstring"))))
    assert [Light.UNKNOWN, Light.GREEN] == lights(made, "morning")
    silent = asked(month(CheckIn(TODAY, **WELL)))
    assert [Light.UNKNOWN, Light.GREEN] == lights(silent, "morning")
    assert [Light.UNKNOWN, Light.GREEN] == lights(silent, "pain")


@pytest.mark.parametrize(
    ("answers", "light"),
    [
        ({"walks_freely": True}, Light.GREEN),
        ({"walks_freely": False}, Light.AMBER),
        ({"walks_freely": False, "limps": True}, Light.RED),
        ({}, Light.UNKNOWN),
    ],
)
def test_walking_is_asked(answers: dict[str, bool], light: Light) -> None:
    """Free, still sore, a limp, or not answered."""
    made = asked(month(), [GateAnswers(TODAY, **answers), FREE[1]])
    assert light is lights(made, "walking")[0]


@pytest.mark.parametrize(
    ("raises", "best", "light"),
    [
        ((15, 20), None, Light.GREEN),
        ((14, 20), None, Light.AMBER),
        ((12, 12), (15, 15), Light.GREEN),
        ((11, 12), (15, 15), Light.AMBER),
        (None, None, Light.UNKNOWN),
    ],
)
def test_heel_raises_are_asked_where_the_calf_was_sore(
    raises: tuple[int, int] | None, best: tuple[int, int] | None, light: Light
) -> None:
    """Fifteen on each leg, or four fifths of one's own best."""
    sore = replace(today(hurts(2, "calf", next_morning=0.0)), day=TODAY - 9 * DAY)
    answers = [replace(a, raises=raises, best_raises=best) for a in FREE]
    assert light is lights(asked(month(sore), answers), "heel raises")[0]
    elsewhere = replace(today(SoreSpot("glute", Side.LEFT, 2, 0.0)), day=TODAY - 9 * DAY)
    assert Light.GREEN is lights(asked(month(elsewhere)), "heel raises")[0]


def test_two_low_answers_wait_and_one_does_not() -> None:
    """The items are counted, never summed."""
    one = asked(month(today(fatigue=1.0)))
    two = asked(month(today(fatigue=1.0, mood=1.0)))
    assert Light.GREEN is lights(one, "wellness")[0]
    assert (Light.AMBER, 2) == (lights(two, "wellness")[0], two.failed[0].says.values["low"])


def test_without_a_month_there_is_no_usual() -> None:
    """Three check-ins are no baseline."""
    assert Light.UNKNOWN is lights(asked(month()[:3]), "wellness")[0]


def test_illness_waits() -> None:
    """And not having been asked is unknown."""
    assert Light.AMBER is lights(asked(month(today(ill=True))), "illness")[0]
    unasked = replace(today(), ill=None)
    assert Light.UNKNOWN is lights(asked(month(unasked)), "illness")[0]


def test_a_red_flag_is_red_and_one_that_stops_nothing_is_not() -> None:
    """With what to do in its words."""
    made = asked(month(), flags=(STOPS,))
    assert Outcome.REFER is made.outcome
    assert Phrase("gate.flag", {"action": STOPS.action}) == made.failed[0].says
    assert Outcome.PASS is asked(month(), flags=(SHOWN,)).outcome


def test_amber_extends_by_three_days_and_twice_is_enough() -> None:
    """After two careful weeks somebody should look."""
    ill = month(today(ill=True))
    first = asked(ill, amber_weeks=1)
    assert (Outcome.EXTEND, TODAY + 3 * DAY) == (first.outcome, first.until)
    assert (Outcome.REFER, "gate.refer_amber") == (
        asked(ill, amber_weeks=2).outcome, asked(ill, amber_weeks=2).says.key
    )  # fmt: skip


def test_red_outranks_amber_and_amber_unknown() -> None:
    """The gravest comes first."""
    sore = month(today(hurts(6, "hamstring"), ill=True))
    made = asked(sore, [])
    assert [Light.RED, Light.AMBER] == [c.light for c in made.failed[:2]]
    assert Light.UNKNOWN is made.failed[-1].light


def test_every_word_is_there() -> None:
    """Whatever the gate can say has its sentence."""
    worst = month(today(hurts(6, "calf", next_morning=4.0), ill=True, mood=1.0, sleep=1.0))
    answers = [replace(FREE[0], walks_freely=False, raises=(3, 4)), FREE[1]]
    for made in (asked(worst, answers), asked(month()), asked(month(), []), asked(())):
        assert {c.says.key for c in made.criteria} | {made.says.key} <= set(K.text)


def test_a_history_of_one_day_is_asked_for_more() -> None:
    """There is no yesterday to look at."""
    history = replace(ANNA, sessions=(), check_ins=(today(),))
    made = gate(days_of(history), history.check_ins, FREE, (), (K.signals, K.comeback))
    assert (Outcome.ASK, 6) == (made.outcome, len(made.criteria))


def test_careful_weeks_are_counted_back_from_this_one() -> None:
    """In a row, the current one left out, and anew once the gate has opened."""
    week = 7 * DAY
    wait = [(TODAY - n * week, Outcome.EXTEND) for n in range(1, 4)]
    assert 3 == careful_weeks([*wait, (TODAY, Outcome.EXTEND)], TODAY, 0)
    assert 1 == careful_weeks([wait[0], wait[2]], TODAY, 0)
    assert 1 == careful_weeks([*wait, (TODAY - 10 * DAY, Outcome.PASS)], TODAY, 0)
    assert 0 == careful_weeks([(TODAY, Outcome.EXTEND), (TODAY - week, Outcome.ASK)], TODAY, 0)
    assert 0 == careful_weeks([(TODAY + week, Outcome.EXTEND)], TODAY, 0)
