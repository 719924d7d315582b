"""The sliders: what is sent lies between their ends, and what cannot be a place is said kindly."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from told_samples import WORDS
from unload.model.supposed import Choices, Supposed
from unload.web.supposing import form_of, supposed_in

MONDAY = date(2024, 11, 18)
CHOICES = Choices((0.3, 0.47, 0.6), 1, tuple(MONDAY + timedelta(days=7 * n) for n in range(3)),
                  can_stay_sharp=True, stays_sharp=False)  # fmt: skip


def test_nothing_sent_is_nothing_supposed() -> None:
    """Nor is what has nothing to do with it, nor anything where there is no week."""
    assert (None, []) == supposed_in({}, CHOICES)
    assert (None, []) == supposed_in({"said": "kept"}, CHOICES)
    assert (None, []) == supposed_in({"deep": "1"}, None)


def test_what_is_sent_is_supposed() -> None:
    """The written week by no share of its own, so that it stays what it is."""
    sent = {"deep": "2", "later": "1", "sharp": "1", "spared": "4"}
    assert (Supposed(0.6, 1, True, 4), []) == supposed_in(sent, CHOICES)
    assert (Supposed(None, 2, False, None), []) == supposed_in({"deep": "1", "later": "2"}, CHOICES)
    assert (Supposed(0.47, 0, True, 0), []) == supposed_in({"sharp": "1", "spared": "0"}, CHOICES)
    dull = replace(CHOICES, can_stay_sharp=False)
    assert (Supposed(), []) == supposed_in({"sharp": "1"}, dull)


@pytest.mark.parametrize(
    ("sent", "supposed", "says"),
    [
        ({"deep": "99"}, Supposed(0.6), "no further than its end"),
        ({"deep": "-1"}, Supposed(0.3), "no further than its end"),
        ({"later": "3"}, Supposed(later_weeks=2), "no further than its end"),
        ({"spared": "31"}, Supposed(spared=30), "no further than its end"),
        ({"deep": "deep"}, Supposed(), "something else than a number"),
        ({"later": "1.5"}, Supposed(), "something else than a number"),
        ({"spared": "nan"}, Supposed(), "something else than a number"),
        ({"spared": "9" * 9999}, Supposed(), "something else than a number"),
    ],
)
def test_junk_is_said_and_does_no_harm(sent: dict[str, str], supposed: Supposed, says: str) -> None:
    """Nearest end or nothing, one sentence each."""
    made, remarks = supposed_in(sent, CHOICES)
    assert (supposed, [True]) == (made, [says in remark for remark in remarks])


def test_the_sliders_stand_where_they_were_sent() -> None:
    """Each place has a name; the written week says that it is."""
    made = form_of(CHOICES, Supposed(0.6, 1, True, 4), WORDS)
    assert [(2, 2), (1, 2), (4, 30)] == [(one.at, one.last) for one in made.sliders]
    assert ["60 % of the distance", "from 25 Nov", "4 in a hundred"] == [
        one.says for one in made.sliders
    ]
    assert made.sharp is True
    plain = form_of(CHOICES, None, WORDS)
    assert ["47 % of the distance, as written", "from 18 Nov", "none in a hundred"] == [
        one.says for one in plain.sliders
    ]
    assert plain.sharp is False
    assert form_of(replace(CHOICES, can_stay_sharp=False), None, WORDS).sharp is None
