"""A back-test in words: what was found follows from the numbers, and nobody is named."""

from dataclasses import replace

import pytest

from proof_samples import NOBODY, NUMBERS, RESULT, WORDS, around, group, outcome
from unload.model.proof import BackTest, Estimate
from unload.report.proof_parts import Part, parts, title

ASKED, DATA, FOUND = 0, 1, 2


def of(*groups: object) -> tuple[Part, ...]:
    return parts(BackTest("v", groups, NUMBERS), WORDS)  # type: ignore[arg-type] # groups


def found(auc: Estimate) -> str:
    """What is said of one outcome."""
    return of(group("runners", outcome("stops", auc)))[FOUND].said[-1]


def test_the_parts_come_in_their_order() -> None:
    """Asked, data, found, limits, context, then the tables and the numbers of the test."""
    titles = [part.title for part in parts(RESULT, WORDS)]
    wanted = ["What was asked", "What the data are", "What was found"]
    assert wanted == titles[:3]
    assert "cannot be concluded" in titles[3]
    assert "others" in titles[4]
    assert "runners: How the advice behaves" == titles[5]
    assert "runners: stop" == titles[6]
    assert "The numbers of the test" == titles[-1]


@pytest.mark.parametrize(
    ("auc", "says"),
    [
        (around(0.7), "were ranked over other days, 0.7 (0.65 to 0.75)"),
        (around(0.52), "did not tell the days before one from other days"),
        (around(0.4), "stood less often on days before one"),
        (NOBODY, "too few to say anything"),
    ],
)
def test_what_was_found_follows_from_the_interval(auc: Estimate, says: str) -> None:
    """Better only where the whole interval lies above a coin, worse only below it."""
    assert says in found(auc)


def test_the_calendar_is_compared_by_intervals() -> None:
    """Clearly better, not clearly better, or not compared at all."""
    assert "did better than every fourth week" in found(around(0.7))
    assert "did not clearly do better" in found(around(0.52))
    assert "calendar" not in found(NOBODY)
    told = outcome("stops", around(0.7))
    mute = tuple(replace(s, auc=NOBODY) if s.rule == "calendar" else s for s in told.scores)
    alone = of(group("runners", replace(told, scores=mute)))[FOUND].said[-1]
    assert "fourth week" not in alone


def test_data_are_described_where_they_are_known() -> None:
    """The two sets by name; another folder in general words."""
    said = parts(RESULT, WORDS)[DATA].said
    assert "Public records" in said[0]
    assert "PMData" in said[1]
    assert "A folder of runners' files" in said[2]
    row = parts(RESULT, WORDS)[DATA].tables[0].rows[0]
    assert ("runners", "8", "120", "2000", "900", "100", "3") == row


def test_too_few_are_left_out() -> None:
    """Cells and sentences of a group too small say so."""
    few = of(group("checkins", few=True))
    assert "too few to say how it behaves" in few[FOUND].said[0]
    assert 1 == len(few[FOUND].said)
    cells = {cell for table in few[5].tables for row in table.rows for cell in row[1:]}
    assert {"too few"} == cells


def test_a_rule_is_one_row() -> None:
    """Shares with intervals; a rule that could not speak has none, a new one keeps its name."""
    (table,) = of(group("runners", outcome("stops", around(0.7))))[6].tables
    assert len(table.head) == len(table.rows[0])
    ours, calendar, monotony, new = table.rows
    assert "20.0 % (15.0 to 25.0)" in ours
    assert ("8.5", "0.30 (0.25 to 0.35)", "0.70 (0.65 to 0.75)", "20.0 %", "5 %") == ours[5:]
    assert ("", "") == calendar[-2:]
    assert "monotony alone" == monotony[0]
    assert "new one" == new[0]
    assert "too few" == new[5]


def test_the_page_says_how_it_was_made() -> None:
    """Knowledge and commit; without a commit none is named."""
    assert "2026.11+test at commit abc" in title(RESULT, WORDS, "abc")[1]
    assert "commit" not in title(RESULT, WORDS, "")[1]


def test_the_numbers_of_the_test_are_listed() -> None:
    """Every one of them, with its value."""
    rows = dict(parts(RESULT, WORDS)[-1].tables[0].rows)  # type: ignore[arg-type] # pairs
    assert set(NUMBERS) == set(rows)
    assert "14" == rows["horizon_days"]
