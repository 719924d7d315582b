"""The unit of a distance, proved and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.lengths import (
    KM,
    MI,
    M,
    is_metres,
    metres_of,
    share_plausible,
    unit_in,
    unit_of_paces,
    unit_of_pairs,
    unit_of_steps,
)
from unload.model.history import Sport


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Distance (km)", KM), ("distance_mi", MI), ("Távolság [km]", KM), ("距离（公里）", KM),
        ("дистанция, м", M), ("Distance", None), ("", None), ("km per week", None),
    ],
)  # fmt: skip
def test_a_title_may_end_with_its_unit(title: str, unit: float | None) -> None:
    """I24: only the last word is a unit."""
    assert unit == unit_in(title)


def test_two_columns_that_carry_both_tell() -> None:
    """I24: truncated kilometres beside metres; short ones are too rough."""
    assert KM == unit_of_pairs([(5.02, 5025.3), (0.1, 170.0)], (KM, MI))
    assert MI == unit_of_pairs([(3.12, 5025.3)], (KM, MI))
    assert unit_of_pairs([(3.9, 5025.3)], (KM, MI)) is None
    assert unit_of_pairs([(0.5, 500.0)], (KM, MI)) is None


def test_steps_tell_kilometres_from_miles() -> None:
    """I24: 168 steps a minute of 1.02 m over 35 minutes are 6 km or 3.7 miles."""
    assert KM == unit_of_steps([(6.0, 168, 1.02, 2102)])
    assert MI == unit_of_steps([(3.73, 168, 1.02, 2102)])
    assert unit_of_steps([(4.6, 168, 1.02, 2102)]) is None
    assert unit_of_steps([(0.0, 168, 1.02, 2102)]) is None


def test_paces_of_rows_in_metres_tell() -> None:
    """I24: 2,810 m in 782 s at 4:38 is a kilometre's pace; at 7:28 it is a mile's."""
    assert KM == unit_of_paces([(2810.0, 278.0, 782.0)])
    assert MI == unit_of_paces([(2810.0, 448.0, 782.0)])
    assert unit_of_paces([]) is None


def test_only_metres_are_told_by_size() -> None:
    """I24: 5,000 km in half an hour is metres; 5 may be kilometres or miles."""
    assert is_metres([(5000.0, 1800.0), (8000.0, 2900.0)])
    assert not is_metres([(5.0, 1800.0), (8.0, 2900.0)])
    assert not is_metres([])


def test_a_share_is_of_the_rows_that_moved() -> None:
    """Rows without a distance say nothing."""
    assert 0.5 == share_plausible([(5.0, 1800.0), (5.0, 1.0), (0.0, 60.0)], KM)
    assert 0.0 == share_plausible([(0.0, 60.0)], KM)


def test_swims_and_track_runs_are_metres_among_kilometres() -> None:
    """I24: what would be too fast is metres; a fast ride is a fast ride."""
    assert 2810.0 == metres_of(2810.0, KM, 782.0, Sport.RUN)
    assert 2810.0 == metres_of(2.81, KM, 782.0, Sport.RUN)
    assert 1500.0 == metres_of(1500.0, MI, 1980.0, Sport.SWIM)
    assert 60_000.0 == metres_of(60.0, KM, 5400.0, Sport.RIDE)
    assert 90_000.0 == metres_of(90.0, KM, 1.0, Sport.RUN)
    assert 5000.0 == metres_of(5.0, KM, None, Sport.OTHER)


# Steps a minute, metres a step, minutes, and how far the watch's own sum is off.
RUNS = st.tuples(
    st.floats(140, 200), st.floats(0.7, 1.5), st.floats(20, 180), st.floats(0.98, 1.02)
)


@given(st.lists(RUNS, min_size=1, max_size=12), st.sampled_from([KM, MI]))
def test_any_runs_tell_the_unit_they_were_written_in(
    runs: list[tuple[float, float, float, float]], unit_m: float
) -> None:
    """By their steps, by a second column and by their paces; rounded, and two percent off."""
    rows, pairs, paces = [], [], []
    for steps, stride_m, minutes, off in runs:
        metres = steps * stride_m * minutes * off
        shown = int(metres / unit_m * 100) / 100
        rows.append((shown, round(steps), round(stride_m, 2), minutes * 60))
        pairs.append((shown, metres))
        paces.append((metres, round(minutes * 60 / (metres / unit_m)), minutes * 60))
    told = unit_of_steps(rows), unit_of_pairs(pairs, (KM, MI)), unit_of_paces(paces)
    assert (unit_m, unit_m) == told[:2]
    assert told[2] in {unit_m, None}
