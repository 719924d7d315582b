"""The two futures on paper: what is named, drawn and said of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from advice_samples import FREE, FUTURES, NOW
from athletes import K
from unload.model.advice import Arm, Futures
from unload.report.chart import Chart, svg
from unload.report.two_futures import chart_of, facts, shown, steps_of, y_axis
from unload.report.words import KM, Words

WORDS = Words(K.text, KM, NOW.today)
STILL = replace(FUTURES, change=Arm((0.0,) * 4, (0.0,) * 4, (0.0,) * 4))


def chart(futures: Futures = FUTURES) -> Chart:
    return chart_of(futures, WORDS)


def lasting(days: int) -> Futures:
    """The futures told over so many days."""
    first = FUTURES.days[0]
    ends = (
        first,
        first + timedelta(days=1),
        first + timedelta(days=2),
        first + timedelta(days=days),
    )
    return replace(FUTURES, days=ends)


def shifted(seconds: float) -> Futures:
    """The same futures of a shorter race."""
    arms = {
        name: Arm(*(tuple(x - seconds for x in edge) for edge in (arm.low, arm.middle, arm.high)))
        for name in ("with_week", "without")
        if (arm := getattr(FUTURES, name))
    }
    stops = tuple(replace(s, low=s.low - seconds, high=s.high - seconds) for s in FUTURES.stops)
    return replace(FUTURES, stops=stops, **arms)


def test_the_same_facts_are_said_in_words() -> None:
    """Both arms on the last day, and what a forced stop would leave."""
    stop = "A forced stop of 7 to 13 days would leave 3:44 to 3:48 by the coaches' table and 3:54 "
    assert [
        "With the lighter week you would be at 3:43, from 3:37 to 3:52, on 21 April 2025.",
        "Without it at 3:43, from 3:37 to 3:52.",
        f"{stop}to 4:01 going by real gaps.",
    ] == list(facts(FUTURES, WORDS))
    assert chart().says == " ".join(facts(FUTURES, WORDS))
    assert 2 == len(list(facts(replace(FUTURES, stops=()), WORDS)))


def test_faster_is_above_in_either_unit() -> None:
    """Times run downwards, speeds upwards, and everything drawn lies between the ends."""
    timed, free = y_axis(FUTURES), y_axis(FREE)
    assert (True, True) == (timed.low > 14_470, timed.high < 13_000)
    assert free.low < -0.07 < 0.03 < free.high
    for axis in (timed, free):
        assert [] == [t for t, _ in axis.ticks if not 0 <= axis.share(t) <= 1]
        assert 3 <= len(axis.ticks) <= 8
    assert ["3:40", "3:45", "3:50", "3:55", "4:00"] == [name for _, name in timed.ticks]
    assert "-2 %" in [name for _, name in free.ticks]


@pytest.mark.parametrize(
    ("futures", "said"),
    [
        (FUTURES, "(h:mm)"),
        (shifted(11_500), "(min:s)"),
        (shifted(10_000), "(min:s, then h:mm)"),
        (FREE, "Your speed against today's"),
    ],
)
def test_the_axis_says_how_times_are_written(futures: Futures, said: str) -> None:
    """Minutes or hours, or both where the hour lies on the axis."""
    assert said in chart(futures).panels[0].title


def test_what_the_week_does_is_seen_close_up() -> None:
    """Around nought, as far to either side; not at all where it does nothing."""
    close = chart().panels[1]
    assert (-0.005, 0.005, 0) == (close.y.low, close.y.high, close.level)
    assert ["-0.5 %", "0 %", "+0.5 %"] == [name for _, name in close.y.ticks]
    assert 1 == len(chart(STILL).panels)


def test_without_time_for_a_stop_none_is_drawn() -> None:
    """And nothing is said of what a week might spare."""
    assert ((), 1) == (
        chart(replace(FUTURES, stops=())).panels[0].bars,
        len(chart(replace(FUTURES, stops=())).notes),
    )
    assert 2 == len(chart().notes)


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (1, ["17 Nov", "18 Nov"]),
        (14, ["17 Nov", "24 Nov", "1 Dec"]),
        (56, ["17 Nov", "12 Jan"]),
        (155, ["17 Nov", "Jan", "Feb", "Mar", "21 Apr"]),
    ],
)
def test_dates_are_named_and_never_touch(days: int, names: list[str]) -> None:
    """The ends always; weeks of a short future, months of a long one, where there is room."""
    assert names == [name for _, name in chart(lasting(days)).x.ticks]


def test_the_lighter_week_is_marked_as_far_as_it_goes() -> None:
    """Its seven days, cut off by the race; none where there is none in time."""
    strip = chart().strips[0]
    assert 7 == strip.end - strip.start
    cut = chart(lasting(5)).strips[0]
    assert 4 == cut.end - cut.start
    late = replace(FUTURES, lighter=(date(2025, 4, 21), date(2025, 4, 27)))
    assert () == chart(late).strips == chart(replace(FUTURES, lighter=None)).strips


def test_values_are_read_in_their_unit() -> None:
    """A time, or a change of speed."""
    assert ("3:38", "-0.7 %") == (shown(13_080, "s"), shown(-0.007, "share"))


@pytest.mark.parametrize("futures", [FUTURES, FREE, STILL, shifted(11_500), lasting(1)])
def test_every_kind_can_be_drawn(futures: Futures) -> None:
    """No hole in the words, no number that is none."""
    text = svg(chart(futures))
    assert "nan" not in text
    assert "without it: " in text


def test_every_step_can_be_read_in_a_table() -> None:
    """The day, both ways and the week alone, each with its band."""
    rows = steps_of(FUTURES, WORDS)
    assert len(FUTURES.days) == len(rows)
    middle, low, high = (edge[-1] for edge in (
        FUTURES.with_week.middle, FUTURES.with_week.low, FUTURES.with_week.high))  # fmt: skip
    assert f"{shown(middle, 's')} ({shown(low, 's')} to {shown(high, 's')})" == rows[-1][1]
    assert rows[0][3].count(" %") == 3
