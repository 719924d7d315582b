"""One look at the body for programs: it fits its schema, and every key is described."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from body_samples import RECORDED, TRIED, VISITS
from unload.errors import Problem
from unload.report.body_plain import look_dict
from unload.report.words import KM, Words
from unload.service.body import Visit, look, visit

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[3] / "docs" / "schema" / "body.schema.json").read_text("utf-8")
)


def told(on: Visit) -> dict[str, Any]:
    """A look as a program reads it."""
    words = Words(on.knowledge.text, KM, on.today)
    shown = look_dict(look(on), words, on.knowledge, (Problem("here", "was wrong"),))
    loaded: dict[str, Any] = json.loads(json.dumps(shown, allow_nan=False))
    return loaded


@pytest.mark.parametrize("name", VISITS)
def test_every_look_fits_the_schema(name: str) -> None:
    """Every key is required, typed and described."""
    Draft202012Validator(SCHEMA).validate(told(VISITS[name]))
    assert set(SCHEMA["properties"]) == set(told(VISITS[name]))


@pytest.mark.parametrize("name", ["asked", "flagged"])
def test_nothing_stands_below_what_is_open(name: str) -> None:
    """No rule-out, finding, screen or routine, and no run."""
    shown = told(VISITS[name])
    below = {key: shown[key] for key in ("rule_outs", "findings", "screens", "routine", "may_run")}
    expected = {"rule_outs": {}, "findings": [], "screens": {}, "routine": None, "may_run": False}
    assert expected == below


def test_what_is_open_is_a_question_and_what_stands_a_flag() -> None:
    """With level, who and how soon."""
    questions = told(VISITS["asked"])["questions"]
    assert ["breathless", "swollen-calf"] == [flag["key"] for flag in questions]
    (flag,) = told(VISITS["flagged"])["flags"]
    assert ("B", "a doctor", "today") == (flag["level"], flag["who"], flag["how_soon"])


def test_every_source_is_told_in_full() -> None:
    """Of findings, screens, flags and steps."""
    shown = told(VISITS["recorded"])
    named = {finding["source"] for finding in shown["findings"]}
    named |= {step["source"] for step in shown["routine"]["steps"]}
    named |= {flag["source"] for flag in shown["flags"]}
    assert named - {"ours"} <= set(shown["sources"])


def test_the_record_tells_onset_and_course() -> None:
    """When it began, how it goes, how often it came back, and the running before it."""
    calf = told(RECORDED)["complaints"][0]
    assert ("2024-11-05", "rising", 2) == (calf["first"], calf["course"], calf["returns"])
    assert calf["onset_week_km"] > 0


def test_a_way_along_the_chain_is_told() -> None:
    """The demo has none, and says null; its problems are listed."""
    shown = told(visit(demo="sore"))
    assert shown["moving"] is None
    assert [{"where": "here", "message": "was wrong"}] == shown["problems"]


def test_whether_it_helped_is_told_with_its_numbers() -> None:
    """And hidden, as everything, while a flag stands."""
    (tried,) = told(TRIED)["trials"]
    assert ("calf", "left", "helped", -2, 0) == (
        tried["region"], tried["side"], tried["answer"], tried["change_with"],
        tried["change_without"],
    )  # fmt: skip
    assert tried["sentence"].startswith("Left calf: it helped you.")
    assert [] == told(replace(TRIED, answers={"swollen-calf": True}))["trials"]
