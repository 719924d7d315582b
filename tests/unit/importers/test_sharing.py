"""Two sessions at one time: what they share counts once, and nothing is lost of either."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.alike import identity
from unload.importers.marks import SALVAGED, SHARED
from unload.importers.sharing import Sharing, overlaps, sharings
from unload.model.history import Session, Sport

START = datetime(2024, 6, 1, 6)
RUN = Session(
    START, Sport.RUN, 3600.0, 12_000.0, 3600.0, climb_m=100.0, hard_s=600.0, where="a.fit"
)
NO_ONE: frozenset[frozenset[str]] = frozenset()


def at(minute: float, minutes: float, **changes: object) -> Session:
    """A run from one minute on, for some minutes, at 200 m a minute."""
    told = {"duration_s": 60 * minutes, "elapsed_s": 60 * minutes, "distance_m": 200 * minutes}
    start = START + timedelta(minutes=minute)
    where = f"{minute:g}.fit"
    return replace(RUN, **({"start": start, "where": where} | told | changes))  # type: ignore[arg-type] # any field may be changed


def shared(*sessions: Session, apart: frozenset[frozenset[str]] = NO_ONE) -> list[Sharing]:
    """Which of these share their time."""
    ordered = sorted(sessions, key=lambda s: s.start)
    return list(sharings(overlaps(ordered), apart))


def test_the_second_half_counts_where_the_first_is_told_already() -> None:
    """Time, way, climb and hard part in proportion; the rest of what is known stays."""
    late = at(30, 40, avg_hr=150.0)
    (told,) = shared(RUN, late)
    assert (late, (RUN,), 1800.0) == (told.session, told.beside, told.shared_s)
    expected = replace(
        late, duration_s=600.0, elapsed_s=600.0, distance_m=2000.0, climb_m=25.0, hard_s=150.0,
        marks=(SHARED,),
    )  # fmt: skip
    assert expected == told.counted


def test_what_is_unknown_stays_unknown() -> None:
    """No distance is made out of none."""
    (told,) = shared(RUN, at(30, 40, distance_m=None, climb_m=None, hard_s=None, elapsed_s=None))
    assert told.counted is not None
    assert (None,) * 4 == (
        told.counted.distance_m, told.counted.climb_m, told.counted.hard_s, told.counted.elapsed_s
    )  # fmt: skip


def test_what_another_covers_counts_for_nothing() -> None:
    """Within a second, to which clocks round."""
    assert [None] == [told.counted for told in shared(RUN, at(10, 20))]
    assert [None] == [told.counted for told in shared(RUN, at(50, 10.01))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (at(10, 5), at(0, 60, sport=Sport.WALK)),
        (at(10, 5, sport=Sport.WALK), at(0, 60, sport=Sport.OTHER, distance_m=90_000.0)),
        (at(10, 30), at(0, 60, marks=(SALVAGED,))),
        (at(10, 30, distance_m=9000.0), at(0, 600, distance_m=8000.0)),  # a watch left running
        (at(0, 60), at(10, 30, distance_m=None)),
        (at(0, 60), at(10, 60)),
    ],
)
def test_who_has_the_time_that_both_share(first: Session, second: Session) -> None:
    """On foot before all else, then what is whole, then what went further; then the earlier."""
    for order in ((first, second), (second, first)):
        assert [second] == [told.session for told in shared(*order)]


def test_time_that_three_share_is_taken_off_once() -> None:
    """The last of them has what is left when the others' time is laid together."""
    one, two, three = at(0, 60), at(20, 50), at(30, 45)
    told = {sharing.session: sharing for sharing in shared(one, two, three)}
    left = [told[s].counted for s in (two, three)]
    assert [600.0, 300.0] == [s.duration_s for s in left if s is not None]
    assert (one, two) == told[three].beside


def test_a_pause_shares_nothing() -> None:
    """A watch left running until evening, and the evening's run: both are whole."""
    morning = replace(RUN, elapsed_s=3.9 * 3600)
    assert [] == shared(morning, at(180, 30))


def test_those_that_the_runner_keeps_apart_share_nothing() -> None:
    """And the legs of one watch's file are what it says."""
    late = at(30, 40)
    assert [] == shared(RUN, late, apart=frozenset([frozenset([identity(RUN), identity(late)])]))
    legs = (replace(RUN, source="fit", where="r.fit session 1"), at(30, 40, source="fit"))
    assert [] == shared(legs[0], replace(legs[1], where="r.fit session 2"))
    assert 1 == len(shared(*legs))


STRETCHES = st.lists(
    st.tuples(
        st.integers(0, 300),
        st.integers(2, 120),
        st.sampled_from((Sport.RUN, Sport.WALK, Sport.RIDE)),
    ),
    max_size=12,
)


@given(STRETCHES)
def test_i44_the_union_of_the_time_counts(stretches: list[tuple[int, int, Sport]]) -> None:
    """Fault I44: whatever overlaps with whatever, all minutes count, and each of them once."""
    many = [
        at(start, length, sport=sport, where=f"{n}.csv")
        for n, (start, length, sport) in enumerate(stretches)
    ]
    told = {sharing.session: sharing.counted for sharing in shared(*many)}
    counted_s = sum(s.duration_s for s in (told.get(s, s) for s in many) if s is not None)
    minutes = {m for start, length, _ in stretches for m in range(start, start + length)}
    assert pytest.approx(60 * len(minutes)) == counted_s


@given(STRETCHES, st.randoms())
def test_i44_the_order_does_not_matter(
    stretches: list[tuple[int, int, Sport]], chance: object
) -> None:
    """Fault I44: whoever reads the files in another order counts the same."""
    many = [
        at(start, length, sport=sport, where=f"{n}.csv")
        for n, (start, length, sport) in enumerate(stretches)
    ]
    other = list(many)
    chance.shuffle(other)  # type: ignore[attr-defined] # a random.Random of Hypothesis
    assert set(map(repr, shared(*many))) == set(map(repr, shared(*other)))
