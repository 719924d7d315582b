"""Every fault of the catalogue has one answer: a test, a reason why it is open or not here."""

import pytest

from house.blueprint import script

PAGE = script("make_faults")
HELD = {"C1": [PAGE.Test(1, "store/test_import.py", "imports at once end like one")]}
CATALOGUE = {"I": 53, "C": 14, "D": 22, "S": 43, "X": 22}


def test_the_whole_catalogue_is_listed() -> None:
    """Family by family and number by number."""
    every = [f"{key}{n}" for key, count in CATALOGUE.items() for n in range(1, count + 1)]
    assert every == list(PAGE.listed())


def test_every_fault_has_one_answer() -> None:
    """A test that names it, or the reason why there is none."""
    assert [] == PAGE.wrong(PAGE.listed(), PAGE.tests_by_fault())


@pytest.mark.parametrize(
    ("faults", "says"),
    [
        ({"C1": {}, "C2": {}}, "C2 has no answer"),
        ({}, "C1 is named by store/test_import.py and not listed"),
        ({"C1": {"not_here": "None."}}, "C1 is said not to be here, and a test names it"),
        ({"C1": {}, "C2": {"not_here": "None.", "open": "All."}}, "C2 is said not to be here"),
    ],
)
def test_an_answer_that_is_none_is_found(faults: dict[str, dict[str, str]], says: str) -> None:
    """None at all, one of a fault that nobody listed, two that contradict each other."""
    (found,) = PAGE.wrong(faults, HELD)
    assert found.startswith(says)


def test_an_open_fault_may_be_named_too() -> None:
    """A test holds a part of it."""
    assert [] == PAGE.wrong({"C1": {"open": "The rest."}}, HELD)


def test_faults_are_counted_by_their_answers() -> None:
    """What is open in part is open."""
    told = [{}, {}, {"open": "The rest."}, {"not_here": "None."}]
    assert ("all", "4", "2", "1", "1") == PAGE.counted("all", told)


def test_a_row_of_numbers_names_each_of_them() -> None:
    """From one to another, and alone."""
    assert {"S1", "S2", "S3", "X9"} == PAGE.named("Held (S1-S3, X9), as A4 and S-3 are not.")
