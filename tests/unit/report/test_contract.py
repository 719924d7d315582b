"""The contract with programs: every sample fits its schema, and every key of it is described."""

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advice_samples import KNOWLEDGE, NAMES, NOW, SAMPLES, SEE_SOMEONE, THIN
from schemas import SCHEMAS, schema, undescribed
from unload.model.advice import Advice, VerdictKind
from unload.report.contract import advice_dict, doubts_dict
from unload.report.words import KM, MI, Units, Words


def plain(advice: Advice, units: Units = KM) -> dict[str, Any]:
    """The advice as a program reads it: through JSON text that holds no NaN."""
    words = Words(KNOWLEDGE.text, units, advice.today, NAMES)
    told = advice_dict(advice, words, KNOWLEDGE)
    loaded: dict[str, Any] = json.loads(json.dumps(told, allow_nan=False))
    return loaded


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_of_advice_fits_the_schema(name: str) -> None:
    """Programs may rely on the schema whatever the verdict."""
    told = plain(SAMPLES[name])
    assert [] == [e.message for e in Draft202012Validator(schema("advice")).iter_errors(told)]


def test_the_samples_hold_every_kind_of_verdict() -> None:
    """No kind of answer goes untested."""
    assert set(VerdictKind) == {advice.verdict.kind for advice in SAMPLES.values()}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_key_is_described(name: str) -> None:
    """Nothing is told to programs that the schema does not explain."""
    assert [] == undescribed(plain(SAMPLES[name]), schema("advice"))


@pytest.mark.parametrize(
    "name", ["accept", "advice", "changes", "doubts", "gate", "inspect", "season", "told"]
)
def test_the_schemas_are_schemas_and_let_later_versions_add(name: str) -> None:
    """A newer program's extra keys do not break an older reader."""
    Draft202012Validator.check_schema(schema(name))
    assert '"additionalProperties": false' not in (SCHEMAS / f"{name}.schema.json").read_text()


@pytest.mark.parametrize("name", SAMPLES)
def test_the_doubts_alone_are_keys_of_the_advice(name: str) -> None:
    """They fit their schema, say what the advice says, and name no source they do not use."""
    advice = SAMPLES[name]
    words = Words(KNOWLEDGE.text, KM, advice.today, NAMES)
    alone, whole = doubts_dict(advice, words, KNOWLEDGE), advice_dict(advice, words, KNOWLEDGE)
    assert [] == [e.message for e in Draft202012Validator(schema("doubts")).iter_errors(alone)]
    sources = alone.pop("sources")
    assert alone == {key: whole[key] for key in alone}
    assert sources.items() <= whole["sources"].items()
    assert "silber" not in sources or advice is SEE_SOMEONE


def test_the_week_is_told_before_and_after_in_kilometres_and_minutes() -> None:
    """The promised keys, whatever units the sentences use."""
    wanted = {
        "distance_km": 62.5,
        "duration_min": 356.2,
        "hard_min": 34.0,
        "longest_km": 23.5,
        "rest_days": 2,
    }
    for units in (KM, MI):
        week = plain(NOW, units)["week"]
        assert wanted == week["before"]
        assert 27.0 == week["after"]["distance_km"]
        assert "2024-11-20" == week["work_it_out"] == week["days"][2]["date"]


def test_sentences_follow_the_units() -> None:
    """What a runner reads is in the runner's units."""
    told = plain(NOW, MI)["reasons"][2]
    assert "18 mi" in told["sentence"]
    assert ["frandsen"] == told["sources"]


def test_unknown_is_null_and_never_nought() -> None:
    """A signal without a value has none."""
    told = plain(THIN)
    assert [None, None, None] == [told["signals"][0][k] for k in ("value", "on", "baseline")]
    assert [None, None] == [told["week"], told["verdict"]["since"]]
    assert {"speed", "race", "weight"} == set(told["doubts"])
    assert [None, None] == [told["doubts"]["speed"], told["doubts"]["race"]["low"]]


def test_a_number_that_is_none_stops_the_report() -> None:
    """NaN never reaches a program."""
    broken = replace(NOW, signals=(replace(NOW.signals[0], value=float("nan")),))
    with pytest.raises(ValueError, match="nan"):
        plain(broken)


def test_every_source_named_is_told_in_full() -> None:
    """Keys lead somewhere; our own choices are no source."""
    told = plain(NOW)
    named = {key for reason in told["reasons"] for key in reason["sources"]} - {"ours"}
    named |= {step["source"] for step in told["routine"]["steps"]}
    assert named <= set(told["sources"])
    assert "ours" not in told["sources"]
    assert "silber" in plain(SEE_SOMEONE)["sources"]


def test_a_program_learns_what_comes_first_and_how_far_to_trust_a_test() -> None:
    """What to think of first by region, the screens in full, why each step is there."""
    told = plain(NOW)
    assert {"calf": "clot"} == told["rule_outs"]
    assert "6 raises" == told["screens"]["heel_raise"]["error"]
    assert {None} == {finding["screen_says"] for finding in told["findings"]}
    assert {"It gets its turn every time."} == {step["why"] for step in told["routine"]["steps"]}
