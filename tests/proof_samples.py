"""A made-up back-test and a made-up audit: what their reports must be able to show."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from unload.knowledge import load_knowledge
from unload.model.advice import VerdictKind
from unload.model.constants import constants_of
from unload.model.proof import (
    Audit,
    AuditWeek,
    BackTest,
    Done,
    Estimate,
    Group,
    Outcome,
    PlanTest,
    RuleScore,
    Shift,
)
from unload.report.words import KM, Words
from unload.science.summary import WAVERS

KNOWLEDGE = load_knowledge()
WORDS = Words(KNOWLEDGE.text, KM, date(2024, 11, 17))
NUMBERS: Mapping[str, float] = {n: c.value for n, c in constants_of(KNOWLEDGE.backtest).items()}
NOBODY = Estimate(None, None, None)


def around(value: float, by: float = 0.05) -> Estimate:
    return Estimate(value, value - by, value + by)


def score(rule: str, auc: Estimate, chance: float | None = 0.2) -> RuleScore:
    """A rule that ranks so well."""
    return RuleScore(
        rule=rule,
        runners=8,
        months=120,
        events=30,
        warned=around(0.2),
        begun=around(0.5),
        hits=around(0.4) if auc.value else NOBODY,
        lead_days=8.5 if auc.value else None,
        false=around(0.3),
        auc=auc,
        chance=chance,
        rerun=0.05 if rule == "unload" and auc.value else None,
    )


def outcome(name: str, auc: Estimate) -> Outcome:
    """An outcome with the advice, the calendar, a signal, one of a later version, a mute one."""
    ours = score("unload", auc, 0.2 if auc.value else None)
    calendar = score("every_fourth", around(0.5, 0) if auc.value else NOBODY, None)
    mute = replace(score("hrv", NOBODY, None), runners=4, months=12)
    return Outcome(
        name,
        8,
        30,
        120,
        (ours, calendar, score("monotony", around(0.51)), score("new_one", NOBODY), mute),
    )


def group(name: str, *outcomes: Outcome, few: bool = False) -> Group:
    """A folder of eight runners."""
    told = NOBODY if few else around(0.1)
    return Group(
        name=name,
        runners=8,
        months=120.4,
        sessions=2000,
        check_ins=900,
        reports=100,
        problems=3,
        days={kind.value: told for kind in VerdictKind},
        begun={kind.value: told for kind in VerdictKind},
        weeks=dict.fromkeys(("lighter", "step-back", "no running"), told),
        flapping=dict.fromkeys(WAVERS, told),
        unknown={"hrv": told, "sore_spots": told},
        shifts=tuple(Shift(c, told, told, told, told) for c in ("removed", "doubled", "miles")),
        outcomes=outcomes,
    )


PLANS = PlanTest(
    plans=4,
    weeks=50,
    step_backs=6,
    kinds={kind.value: n for n, kind in enumerate(VerdictKind, 1)},
    asked=40,
    soon=10,
    soon_never=5,
    soon_agreed=2,
    after_days=42,
    after_soon=1,
    problems=3,
)
RESULT = BackTest(
    "2026.11+test",
    (
        group("runners", outcome("stops", around(0.45, 0.02))),
        group(
            "checkins",
            outcome("reports", NOBODY),
            outcome("sore_days", around(0.52)),
            outcome("stops", around(0.7)),
            few=True,
        ),
        group("a|b <i>"),
    ),
    NUMBERS,
    PLANS,
)


def week(n: int, done: Done = Done.USUAL, **more: object) -> AuditWeek:
    base = AuditWeek(
        date(2024, 1, 1) + timedelta(weeks=n), VerdictKind.TRAIN_ON, done, 40_000, 42_000, 1, 0, 1.1
    )
    return replace(base, **more)  # type: ignore[arg-type] # fields of the week


AUDIT = Audit(
    weeks=(
        week(0),
        week(1, Done.UNKNOWN, run_m=None, usual_m=None, volume=None, complaints=None),
        week(2, Done.EMPTY, run_m=0.0, kind=VerdictKind.UNLOAD_SOON),
        week(3, Done.UNLOADED, missed=None, complaints=None, volume=None),
        week(4, Done.STEPPED_BACK),
    ),
    advised=1,
    taken=1,
    trouble=0.5,
    other_trouble=0.25,
    chance=0.4,
    knowledge_version="test",
    asked=8,
    others=20,
)
