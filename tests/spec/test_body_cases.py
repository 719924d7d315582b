"""What the body promises, case by case: place, character, answers -> level, findings, routine."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from unload.knowledge import load_knowledge
from unload.model.body import Level
from unload.model.complaint import Assessment
from unload.model.history import Character, Runner, Side, SoreSpot
from unload.science.assessment import assess

K = load_knowledge()
TODAY = date(2024, 11, 17)
CASES = tomllib.loads(Path(__file__).with_name("body_cases.toml").read_text("utf-8"))["case"]
YES = {
    "rest": "at_rest",
    "night": "at_night",
    "carries": "weight_bearing",
    "swollen": "swelling",
    "sudden": "sudden",
    "point": "point",
}
DENIED = {**dict.fromkeys(YES.values(), False), "character": Character.DULL, "since": TODAY}


def spot_of(text: str) -> SoreSpot:
    """A spot from its line in the table."""
    region, side, pain, *words = text.split()
    said: dict[str, Any] = {}
    for word in words:
        name, _, value = word.partition("=")
        if word == "calm":
            said |= DENIED
        elif name == "morning":
            said["next_morning"] = float(value)
        elif name == "since":
            said["since"] = TODAY - timedelta(days=int(value))
        elif word in YES:
            said[YES[word]] = True
        else:
            said["character"] = Character(word)
    return SoreSpot(region, Side(side), float(pain), **said)


def answered(spots: list[SoreSpot], yes: list[str]) -> Assessment:
    """The look at the body after every question that is asked has its answer."""
    answers: dict[str, bool] = {}
    while True:
        seen = assess(spots, answers, Runner(minutes=60), K, today=TODAY)
        if not seen.asked:
            return seen
        answers |= {flag.key: flag.key in yes for flag in seen.asked}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_case_comes_out_as_promised(case: dict[str, Any]) -> None:
    """Questions, level, flags, who and how soon, findings and steps are those of the table."""
    spots = [spot_of(text) for text in case["spots"]]
    if "asked" in case:
        asked = assess(spots, {}, Runner(), K, today=TODAY).asked
        assert case["asked"] == [flag.key for flag in asked]
        return
    seen = answered(spots, case.get("yes", []))
    level = Level(case["level"]) if case["level"] else None
    assert level is seen.level
    assert case.get("flags", []) == [flag.key for flag in seen.flags]
    assert (level is not None and level.stops) is not seen.may_run
    if not seen.may_run:
        assert ((), None) == (seen.findings, seen.routine)
        told = {"who": seen.flags[0].who, "how_soon": seen.flags[0].how_soon}
        assert told == {key: case.get(key, told[key]) for key in told}
        return
    assert_shown(case, seen)


def assert_shown(case: dict[str, Any], seen: Assessment) -> None:
    """Findings and routine where nothing stands in their way."""
    assert seen.routine is not None
    steps = {f"{s.technique.key} {s.side}" for s in seen.routine.steps}
    assert set() == set(case.get("steps", ())) - steps
    assert set() == set(case.get("absent", ())) & steps
    assert case.get("left_out", "") in "; ".join(seen.routine.left_out)
    if "first" in case:
        assert seen.findings[0].contributor.startswith(case["first"])
    if "order" in case:
        assert case["order"] == [finding.screen for finding in seen.findings]
        reaches = [finding.reach.value for finding in seen.findings]
        assert ["local"] * 3 + ["adjacent"] * 2 + ["remote"] * 2 == reaches
    assert case.get("findings", len(seen.findings)) == len(seen.findings)


def test_there_are_enough_cases() -> None:
    """At least sixty, each under a name of its own."""
    names = {case["says"] for case in CASES}
    assert 60 <= len(names) == len(CASES)


def test_the_hip_is_the_last_thing_to_check_for_a_calf_and_its_test_says_how_weak_it_is() -> None:
    """Rule out a clot; then load and calf, ankle, hip: and the hip's test finds 32 % of them."""
    calf = K.regions["calf"]
    assert calf.rule_out.startswith("A calf that is swollen, warm or tender on one side")
    seen = answered([spot_of("calf left 4 calm")], [])
    last = seen.findings[-1]
    assert ("modified-thomas", "remote", "expert") == (last.screen, last.reach, last.grade)
    assert "hypothesis" in last.contributor
    screen = K.screens[last.screen]
    assert "32 %" in screen.aloud
    assert not screen.telling
