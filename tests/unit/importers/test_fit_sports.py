"""Numbers of sports mean what the profile says."""

import pytest
from fitdecode.profile import FIELD_TYPES

from unload.importers.fit_sports import fit_sport
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.importers.sports import sport_of
from unload.model.history import Sport


def test_i10_every_number_of_a_sport_means_what_another_decoder_says() -> None:
    """Fault I10: all numbers of a byte; unknown ones are kept as another sport, none raises."""
    names = FIELD_TYPES["sport"].enum
    for number in range(256):
        expected = sport_of(str(names.get(number, "unheard of")))
        assert expected == fit_sport(number, None), number


def test_i10_every_number_of_a_sub_sport_does_too() -> None:
    """Fault I10: where the sport is a wide word, the sub-sport decides."""
    names = FIELD_TYPES["sub_sport"].enum
    for number in range(256):
        finer = sport_of(str(names.get(number, "unheard of")))
        expected = (Sport.OTHER, ()) if SPORT_UNKNOWN in finer[1] else finer
        assert expected == fit_sport(4, number), number


@pytest.mark.parametrize(
    ("sport", "sub_sport", "expected"),
    [
        (4, 1, (Sport.RUN, (TREADMILL,))),
        (1, 1, (Sport.RUN, (TREADMILL,))),
        (4, 6, (Sport.RIDE, ())),
        (4, 15, (Sport.OTHER, ())),
        (10, 20, (Sport.STRENGTH, ())),
        (0, 0, (Sport.OTHER, (SPORT_UNKNOWN,))),
        (None, None, (Sport.OTHER, (SPORT_UNKNOWN,))),
        (1, 0, (Sport.RUN, ())),
        (1, 45, (Sport.RUN, ())),
    ],
)
def test_wide_words_are_narrowed_by_the_sub_sport(
    sport: int | None, sub_sport: int | None, expected: tuple[Sport, tuple[str, ...]]
) -> None:
    """A treadmill is a run; an elliptical is not."""
    assert expected == fit_sport(sport, sub_sport)
