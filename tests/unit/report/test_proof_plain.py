"""A back-test and an audit for programs: the nouns by name, unknown as null."""

import json

from proof_samples import AUDIT, NUMBERS, RESULT
from unload.report.proof_plain import plain


def test_a_back_test_is_plain_values() -> None:
    """Valid JSON without NaN; estimates keep value and interval."""
    told = json.loads(json.dumps(plain(RESULT), allow_nan=False))
    assert {"knowledge_version", "groups", "numbers", "plans"} == set(told)
    assert {"value": 0.1, "low": 0.05, "high": 0.15} == told["groups"][0]["days"]["train on"]
    assert {"value": None, "low": None, "high": None} == told["groups"][1]["days"]["train on"]
    assert NUMBERS["horizon_days"] == told["numbers"]["horizon_days"]


def test_an_audit_is_plain_values() -> None:
    """Days are ISO, kinds are words, what is not known is null."""
    told = json.loads(json.dumps(plain(AUDIT), allow_nan=False))
    assert ("2024-01-08", "unknown", None) == tuple(
        told["weeks"][1][key] for key in ("first_day", "done", "run_m")
    )
    assert (1, 0.5, 0.4) == (told["advised"], told["trouble"], told["chance"])
