"""A season finds its weeks of one kind."""

from athletes import MONDAY, TODAY
from unload.model.phrase import Phrase
from unload.model.season import Season, SeasonWeek, Stage


def test_the_weeks_of_one_kind_are_named_by_their_first_days() -> None:
    """The others are left out."""
    weeks = (SeasonWeek(MONDAY, Stage.BUILD), SeasonWeek(TODAY, Stage.RACE))
    made = Season(TODAY, TODAY, 3, Phrase("season.rule"), weeks, (), ())
    assert ((MONDAY,), ()) == (made.first_days(Stage.BUILD), made.first_days(Stage.TAPER))
