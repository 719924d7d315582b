"""What the words of a plan say of a session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.importers.plan_words import Size, effort_of, kind_of, size_of
from unload.model.plan import Effort, Kind

EASY, HARD, THRESHOLD = Effort.EASY, Effort.HARD, Effort.THRESHOLD
MILE = 1609.344


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rest", Kind.REST),
        ("day off", Kind.REST),
        ("10 km easy", Kind.EASY),
        ("Recovery jog", Kind.EASY),
        ("Long run 24 km", Kind.LONG),
        ("Tempo 20 min", Kind.HARD),
        ("8 x 400 m", Kind.HARD),
        ("Hills", Kind.HARD),
        ("4 x 1 mi T with 1:00 rest", Kind.HARD),
        ("Half-marathon race", Kind.RACE),
        ("10 km", None),
        ("", None),
    ],
)
def test_words_name_the_session(text: str, kind: Kind | None) -> None:
    """And a rest between repeats is no rest day."""
    assert kind is kind_of(text)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("400 m", Size(distance_m=400)),
        ("1.5 km", Size(distance_m=1500)),
        ("1,5 km", Size(distance_m=1500)),
        ("10k", Size(distance_m=10_000)),
        ("2 mi easy", Size(distance_m=2 * MILE)),
        ("3 miles", Size(distance_m=3 * MILE)),
        ("90 s", Size(duration_s=90)),
        ("20 sec", Size(duration_s=20)),
        ("45 min", Size(duration_s=2700)),
        ("10'", Size(duration_s=600)),
        ("15m easy", Size(duration_s=900)),
        ("100m", Size(distance_m=100)),
        ("2 h", Size(duration_s=7200)),
        ("1 h 33 min easy", Size(duration_s=5580)),
        ("0 h 0 min", Size()),
        ("1:30", Size(duration_s=90)),
        ("1:05:00", Size(duration_s=3900)),
        ("0:00", Size()),
        ("0 km", None),
        ("easy", None),
        ("5 parsecs", None),
    ],
)
def test_lengths_are_read_as_they_are_written(text: str, size: Size | None) -> None:
    """Metres from fifty on, minutes below, where only an m stands there."""
    assert size == size_of(text)


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("400 m hard", HARD),
        ("1 km @ 5k pace", HARD),
        ("10 min threshold", THRESHOLD),
        ("1 mi T", THRESHOLD),
        ("60 s jog", EASY),
        ("5 km at MP", Effort.STEADY),
        ("20 s strides", Effort.STRIDES),
        ("1 min walk", Effort.WALK),
        ("2 min run", EASY),
        ("3 min fast run", HARD),
        ("10 km @ half marathon pace", THRESHOLD),
        ("5 km zügig", Effort.STEADY),
        ("1 min Trabpause", EASY),
        ("10 km", None),
        ("5 km", None),
    ],
)
def test_words_tell_the_effort(text: str, effort: Effort | None) -> None:
    """The length itself is no pace: 5 km is not 5 km pace."""
    assert effort is effort_of(text)


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Nothing that a calendar may hold breaks the reading."""
    kind_of(text)
    size_of(text)
