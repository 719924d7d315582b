"""What was found, in words: it follows from the numbers, and failures stand first."""

from dataclasses import replace

import pytest

from proof_samples import NOBODY, NUMBERS, PLANS, RESULT, WORDS, around, group, outcome, score
from unload.model.proof import BackTest, Estimate
from unload.report.proof_found import firm, found, nagged
from unload.report.proof_words import Speaker

SPEAKER = Speaker(WORDS, NUMBERS)


def of(*groups: object) -> tuple[str, ...]:
    return found(BackTest("v", groups, NUMBERS), SPEAKER)  # type: ignore[arg-type] # groups


def said(auc: Estimate) -> str:
    """What is said of one outcome."""
    return of(group("runners", outcome("stops", auc)))[0]


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
    assert says in said(auc)


def test_every_fourth_week_is_compared_by_intervals() -> None:
    """Clearly better, not clearly better, or not compared at all."""
    assert "did better than every fourth week" in said(around(0.7))
    assert "did not clearly do better" in said(around(0.52))
    assert "calendar" not in said(NOBODY)
    told = outcome("stops", around(0.7))
    mute = tuple(replace(s, auc=NOBODY) if s.rule == "every_fourth" else s for s in told.scores)
    assert "fourth week" not in of(group("runners", replace(told, scores=mute)))[0]


def test_what_failed_stands_before_what_worked() -> None:
    """No difference, the wrong way, too few, and only then a success; then how it behaves."""
    told = of(
        group("a", outcome("stops", around(0.7))),
        group("b", outcome("stops", NOBODY)),
        group("c", outcome("stops", around(0.4)), outcome("stops", around(0.51))),
    )
    starts = ("c, stop: 30", "c, stop: 30", "b, stop: fewer", "a, stop: 30", "a, stop, single")
    assert [True] * len(starts) == [x.startswith(y) for x, y in zip(told, starts, strict=False)]
    assert "did not tell" in told[0]
    assert "the answer changed" in told[-2]


@pytest.mark.parametrize(
    ("auc", "chance", "wanted"),
    [
        (around(0.6), 0.004, "more"),
        (around(0.6), 0.006, ""),
        (around(0.52), 0.004, ""),
        (around(0.4), 0.999, "less"),
        (around(0.4), 0.9, ""),
        (NOBODY, None, ""),
    ],
)
def test_a_signal_is_firm_where_ten_tries_do_not_explain_it(
    auc: Estimate, chance: float | None, wanted: str
) -> None:
    """Interval off the coin, and a chance under a tenth of one in twenty, either way."""
    assert wanted == firm(score("monotony", auc, chance), 10, 30)


@pytest.mark.parametrize(("events", "wanted"), [(30, "more"), (29, ""), (None, "")])
def test_nothing_is_firm_on_a_few_events(events: float | None, wanted: str) -> None:
    """However far from the coin it stands."""
    few = replace(score("monotony", around(0.7), 0.001), events=events)
    assert wanted == firm(few, 10, 30)


def test_every_firm_signal_has_a_sentence() -> None:
    """By its name; where none is firm that is said, and where none was ranked, nothing."""
    told = outcome("stops", around(0.7))
    more, less = score("monotony", around(0.6), 0.001), score("wellness", around(0.4), 1.0)
    both = of(group("runners", replace(told, scores=(*told.scores[:2], more, less))))
    assert "stop, monotony alone: it stood more often" in both[1]
    assert "stop, wellness alone: it stood less often" in both[2]
    none = of(group("runners", told))
    assert "single signals: of 1 that could be ranked, none" in none[1]
    assert 3 == len(of(group("runners", replace(told, scores=told.scores[:2]))))


def test_a_rank_is_said_beside_shuffled_orders_of_weeks() -> None:
    """In whole orders of the thousand that were tried."""
    assert "of 1000 shuffled orders of the weeks, 200 rank as well" in said(around(0.7))


def test_what_came_and_went_is_told_by_kind() -> None:
    """Light weeks that show late are no wavering of the advice."""
    told = of(group("runners"))[0]
    assert "0.1 were a light week that shows late" in told
    assert '0.1 a "soon" or "now" that came or went' in told


def test_followers_of_plans_are_told_of() -> None:
    """Days after a step-back first; then how often, in which plans, and the rest."""
    after, soon = nagged(PLANS, SPEAKER)
    assert "on 42 days after a step-back" in after
    assert "asked for 1 times" in after
    assert "10 of the 40 Sundays" in soon
    assert "(25.0 %)" in soon
    assert "5 were in plans that never step back; 2 in others" in soon
    assert "3 were neither" in soon
    assert (after, soon) == found(RESULT, SPEAKER)[-2:]
    assert "0 of the 0 Sundays" in nagged(replace(PLANS, asked=0, soon=0), SPEAKER)[1]


def test_a_whole_result_is_told() -> None:
    """Three folders, one of them with nothing but a name."""
    assert "checkins: too few to say how it behaves." in found(RESULT, SPEAKER)
