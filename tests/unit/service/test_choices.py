"""Which telling counts, why the others do not, and what they lent, by their places."""

from dataclasses import replace
from datetime import datetime

from unload.importers.merge import merge
from unload.model.history import Session, Sport
from unload.service.choices import Choice, choices_of

WATCH = Session(
    datetime(2024, 6, 1, 7), Sport.RUN, 3600.0, 10_000.0, avg_hr=150.0, where="watch.fit"
)


def test_a_choice_names_its_places_and_reasons() -> None:
    """In the order of the groups; a session told once is a choice of nothing."""
    diary = replace(WATCH, avg_hr=None, rpe=6.0, distance_m=None, where="diary.csv line 2")
    later = replace(WATCH, start=datetime(2024, 6, 2, 7), where="later.fit")
    assert (
        Choice(
            "watch.fit",
            (("diary.csv line 2", "the same time and sport"),),
            (("rpe", "diary.csv line 2"),),
        ),
        Choice("later.fit", (), ()),
    ) == choices_of(merge([later, diary, WATCH]).groups)
