"""The small picture: characters alone, narrow, and a name for every sign in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from advice_samples import FREE, FUTURES, NOW
from athletes import K
from unload.model.advice import Arm, Futures
from unload.report.document import text_of
from unload.report.picture import BOTH, MIDDLE, WITH, WITHOUT, drawing, legend
from unload.report.words import KM, Words

WORDS = Words(K.text, KM, NOW.today)
APART = replace(
    FUTURES,
    with_week=Arm((13_000.0,) * 4, (13_200.0,) * 4, (13_400.0,) * 4),
    without=Arm((13_600.0,) * 4, (13_800.0,) * 4, (14_000.0,) * 4),
)


def lines(futures: Futures) -> list[str]:
    return [text_of(line) for line in drawing(futures).lines]


def signs(futures: Futures) -> list[str]:
    return [text_of(entry.marker) for entry in legend(futures, WORDS)]


@pytest.mark.parametrize("futures", [FUTURES, FREE, APART])
def test_it_fits_a_narrow_terminal(futures: Futures) -> None:
    """56 columns at most, so that 60 hold it with its frame."""
    assert max(map(len, lines(futures))) <= 56


def test_two_futures_alike_are_one() -> None:
    """The same sign from edge to edge, and the middle of both through it."""
    plot = "".join(line.partition("┤")[2] + line.partition("│")[2] for line in lines(FREE))
    assert {BOTH, MIDDLE, " ", "┃", "║"} == set(plot)


def test_futures_apart_are_told_apart() -> None:
    """Fast above, slow below, each with a sign of its own; no middle is theirs together."""
    rows = lines(APART)
    first = next(n for n, row in enumerate(rows) if WITH in row)
    assert first < next(n for n, row in enumerate(rows) if WITHOUT in row)
    assert BOTH not in signs(APART)
    assert MIDDLE not in signs(APART)


@pytest.mark.parametrize("futures", [FUTURES, FREE, APART, replace(FREE, stops=())])
def test_every_sign_is_named_and_no_other(futures: Futures) -> None:
    """The legend holds what the picture holds."""
    plot = {sign for line in drawing(futures).lines for span in line[1:] for sign in span.text}
    assert plot - {" "} == set(signs(futures))


def test_the_axis_and_the_ends_are_named() -> None:
    """Fast at the top, slow at the bottom, today and the last day below."""
    rows = lines(FUTURES)
    assert rows[0].lstrip().startswith("3:37 ┤")
    assert "17 Nov" in rows[-1]
    assert rows[-1].endswith("21 Apr")


def test_a_forced_stop_stands_beside_the_plot() -> None:
    """The coaches' table above the gaps, for it costs less."""
    rows = lines(FUTURES)
    table, gaps = ([n for n, row in enumerate(rows) if sign in row] for sign in ("┃", "║"))
    assert max(table) < min(gaps)


def test_a_future_of_one_day_can_be_drawn() -> None:
    """From today to tomorrow."""
    first = FUTURES.days[0]
    arm = Arm((13_000.0,) * 2, (13_400.0,) * 2, (13_900.0,) * 2)
    days = (first, first + timedelta(days=1))
    rows = lines(replace(FUTURES, days=days, with_week=arm, without=arm))
    assert any(BOTH * 36 in row for row in rows)
