"""The page as plain values fits its schema, and says nothing that was not given."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hand_samples import ASKED, STORY, WORDS, K, flagged, page
from unload.model.hand_over import HandOver, Story
from unload.model.history import Character, Runner
from unload.model.specialist import Specialist
from unload.report.hand_over import hand_over_dict

SCHEMA = Path(__file__).parents[3] / "docs" / "schema" / "hand-over.schema.json"
FULL = page(2, 3, runner=Runner(instructions=(ASKED,), blockers=("open-wound:calf",)))


def plain(made: HandOver) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(hand_over_dict(made, WORDS, K), allow_nan=False))
    return told


@pytest.mark.parametrize("made", [FULL, page(), page(2, 3, story=Story()), flagged()])
def test_every_page_fits_its_schema(made: HandOver) -> None:
    """Full, empty, without own words, under a flag."""
    rules = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [] == [e.message for e in rules.iter_errors(plain(made))]


def test_own_words_stay_as_they_are() -> None:
    """Not a letter is changed, and no name appears by itself."""
    told = plain(FULL)
    assert (STORY.goal, STORY.note, None) == (told["goal"]["text"], told["note"], told["name"])
    assert "open" in told["pressing"]["blockers"][0]
    assert "Calf stretch" in told["instructions"][0]["sentences"]


def test_under_a_flag_somebody_is_named_first() -> None:
    """For a massage it says that there is none yet."""
    says = [plain(flagged(reader))["see_first"] for reader in Specialist]
    assert says[0].startswith("No massage yet")
    assert says[1].startswith("See a doctor first, today")
    assert None is plain(FULL)["see_first"]


def test_tests_are_told_as_they_were_found() -> None:
    """Both sides, one side, yes, no, and nothing."""
    tests = FULL.tested
    one = replace(tests[0], result=replace(tests[0].result, right=None))
    nothing = replace(tests[0], result=replace(tests[0].result, right=None, left=None))
    no = replace(tests[1], result=replace(tests[1].result, yes=False))
    told = plain(replace(FULL, tested=(*tests, one, no, nothing)))["tested"]
    assert ["left 22, right 31 raises", "yes", "left 22 raises", "no", ""] == [
        test["found"] for test in told
    ]


def test_what_a_spot_feels_like_is_told_yes_and_no() -> None:
    """Only what was asked."""
    spot = FULL.spots[0]
    assert spot.latest is not None
    latest = replace(spot.latest, character=Character.DULL, at_rest=False, swelling=True)
    told = plain(replace(FULL, spots=(replace(spot, latest=latest),)))
    assert ["dull", "not at rest", "swollen"] == told["spots"][0]["feels"]
