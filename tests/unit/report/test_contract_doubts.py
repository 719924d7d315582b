"""The doubts and the futures for programs: plain values, every day and every source."""

from dataclasses import replace

from advice_samples import FREE, FUTURES, KNOWLEDGE, NAMES, NOW, THIN
from unload.report.contract import advice_dict
from unload.report.contract_doubts import doubts_dicts, futures_dict
from unload.report.words import KM, Words

WORDS = Words(KNOWLEDGE.text, KM, NOW.today, NAMES)


def test_the_two_futures_are_told_day_by_day() -> None:
    """As many values as days, the week, and both scales of a forced stop."""
    told = futures_dict(FUTURES)
    assert ["2024-11-17", "2024-11-18", "2025-01-20", "2025-04-21"] == told["days"]
    assert [13400.0, 13400.0, 13380.0, 13400.0] == told["with_week"]["middle"]
    assert {"first": "2024-11-18", "last": "2024-11-24"} == told["lighter"]
    assert {"low": 14070.0, "high": 14470.0} == told["forced_stop"]["scales"]["gaps"]
    assert futures_dict(replace(FREE, lighter=None))["lighter"] is None


def test_every_step_of_an_argument_names_its_sources() -> None:
    """Those of its numbers and those without one, in full at the end."""
    points = doubts_dicts(NOW.doubts, WORDS)["speed"]["points"]
    assert [["houmard", "ours"], ["roller"]] == [point["sources"] for point in points]
    assert {"houmard", "roller"} <= set(advice_dict(NOW, WORDS, KNOWLEDGE)["sources"])


def test_a_doubt_that_was_not_asked_is_none() -> None:
    """Speed and weight stay keys where only the race was wondered about."""
    told = doubts_dicts(THIN.doubts, WORDS)
    assert [None, None] == [told["speed"], told["weight"]]
    assert told["race"]["low"] is None
