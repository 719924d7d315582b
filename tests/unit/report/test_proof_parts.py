"""A back-test in words: what was found follows from the numbers, and nobody is named."""

from dataclasses import replace

from proof_samples import NOBODY, NUMBERS, RESULT, WORDS, around, group, outcome
from unload.model.proof import BackTest
from unload.report.proof_parts import Part, parts, title

ASKED, DATA, FOUND = 0, 1, 2


def of(*groups: object) -> tuple[Part, ...]:
    return parts(BackTest("v", groups, NUMBERS), WORDS)  # type: ignore[arg-type] # groups


def test_the_parts_come_in_their_order() -> None:
    """Asked, data, found, limits, context, then the tables and the numbers of the test."""
    titles = [part.title for part in parts(RESULT, WORDS)]
    wanted = ["What was asked", "What the data are", "What was found, and what was not"]
    assert wanted == titles[:3]
    assert "What was changed after looking" == titles[3]
    assert "cannot be concluded" in titles[4]
    assert "others" in titles[5]
    assert "runners: How the advice behaves" == titles[6]
    assert "runners: stop" == titles[7]
    assert "The numbers of the test" == titles[-1]


def test_data_are_described_where_they_are_known() -> None:
    """The two sets by name; another folder in general words."""
    said = parts(RESULT, WORDS)[DATA].said
    assert "Public records" in said[0]
    assert "PMData" in said[1]
    assert "A folder of runners' files" in said[2]
    row = parts(RESULT, WORDS)[DATA].tables[0].rows[0]
    assert ("runners", "8", "120", "2000", "900", "100", "3") == row


def test_too_few_are_left_out() -> None:
    """Sentences of a group too small say so; its tables, which could not, are not there."""
    few = of(group("checkins", few=True))
    assert "too few to say how it behaves" in few[FOUND].said[0]
    assert 1 == len(few[FOUND].said)
    assert () == few[6].tables


def test_rules_that_few_could_be_asked_about_are_no_rows() -> None:
    """A sentence stands where no row is left."""
    lone = outcome("stops", around(0.7))
    scores = tuple(replace(score, runners=4) for score in lone.scores)
    part = of(group("runners", replace(lone, scores=scores)))[7]
    assert () == part.tables
    assert "Fewer than 5 runners could be asked" in part.said[-1]


def test_a_rule_is_one_row() -> None:
    """Shares with intervals; a rule that could not speak has none, a new one keeps its name."""
    (table,) = of(group("runners", outcome("stops", around(0.7))))[7].tables
    assert len(table.head) == len(table.rows[0])
    ours, calendar, monotony, new = table.rows
    assert "20.0 % (15.0 to 25.0)" in ours
    assert ("8.5", "0.30 (0.25 to 0.35)", "0.70 (0.65 to 0.75)", "20.0 %", "5 %") == ours[5:]
    assert ("", "") == calendar[-2:]
    assert "monotony alone" == monotony[0]
    assert "new one" == new[0]
    assert "too few" == new[5]
    told = outcome("stops", around(0.7))
    few = (replace(told.scores[0], events=None), *told.scores[1:])
    (table,) = of(group("runners", replace(told, scores=few)))[7].tables
    assert "too few" == table.rows[0][2]


def test_ranks_are_drawn_where_there_are_some() -> None:
    """One picture for an outcome with ranks, named after it; none where nothing was ranked."""
    mute = outcome("reports", NOBODY)
    mute = replace(mute, scores=tuple(replace(s, auc=NOBODY) for s in mute.scores))
    drawn = of(group("runners", outcome("stops", around(0.7)), mute))
    assert '<title id="runnersstops-title">runners: stop</title>' in drawn[7].picture
    assert ["", "drawn", ""] == ["drawn" if p.picture else "" for p in drawn[6:9]]


def test_plans_have_a_part_where_some_were_given() -> None:
    """Every answer with its number and share of all Sundays."""
    part = parts(RESULT, WORDS)[-2]
    assert "Published plans" == part.title
    assert "4 published plans, 50 weeks, 6 of them step-backs" in part.said[0]
    assert ("see someone", "1", "2.0 %") == part.tables[0].rows[0]
    assert "Published plans" not in [p.title for p in of(group("runners"))]


def test_the_page_says_how_it_was_made() -> None:
    """Knowledge and commit; without a commit none is named."""
    assert "2026.11+test at commit abc" in title(RESULT, WORDS, "abc")[1]
    assert "commit" not in title(RESULT, WORDS, "")[1]


def test_the_numbers_of_the_test_are_listed() -> None:
    """Every one of them, with its value."""
    rows = dict(parts(RESULT, WORDS)[-1].tables[0].rows)  # type: ignore[arg-type] # pairs
    assert set(NUMBERS) == set(rows)
    assert "14" == rows["horizon_days"]
