"""What a back-test and an audit find: reports of injuries, estimates, tables of rules, weeks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unload.model.advice import VerdictKind


@dataclass(frozen=True, slots=True)
class InjuryReport:
    """One answered questionnaire: the parts from the lower back down that were named.

    It is no part of a History on purpose: what is to be foretold must not reach the signals.
    """

    day: date
    parts: tuple[str, ...] = ()
    major: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number over several runners with its interval; None where too few tell of it."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How one rule did against one outcome, on the days on which it could speak.

    `runners` could be asked about it at all; `events` is None where fewer than a cell needs had
    one. `warned` is the share of days it stood, `begun` and `false` are spells per runner-month,
    `hits` the share of events it came before, `lead_days` the median of how long before.
    `auc` is the chance that it ranks a day before an event over another day; `chance` how often
    the same answers in a shuffled order of weeks rank as well, `rerun` how often the rule itself
    does on histories whose weeks were shuffled.
    """

    rule: str
    runners: int
    months: float
    events: float | None
    warned: Estimate
    begun: Estimate
    hits: Estimate
    lead_days: float | None
    false: Estimate
    auc: Estimate
    chance: float | None
    rerun: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kind of event, how often it happened, and how every rule did against it."""

    name: str
    runners: int
    events: float | None
    months: float
    scores: tuple[RuleScore, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """What one odd run does to the answer: shares of the answers tried."""

    change: str
    same: Estimate
    one_class: Estimate
    more: Estimate
    other: Estimate


@dataclass(frozen=True, slots=True)
class Group:
    """Everything found in one folder of runners; every number is over all of them."""

    name: str
    runners: int
    months: float
    sessions: int
    check_ins: int
    reports: int
    problems: int
    days: Mapping[str, Estimate]
    begun: Mapping[str, Estimate]
    weeks: Mapping[str, Estimate]
    flapping: Mapping[str, Estimate]
    unknown: Mapping[str, Estimate]
    shifts: tuple[Shift, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class PlannedWeek:
    """One week of a plan: what is run in it, and whether it holds a race or is of the taper."""

    run_m: float
    longest_m: float
    runs: int
    race: bool = False
    taper: bool = False


@dataclass(frozen=True, slots=True)
class WeeklyPlan:
    """A training plan told as weeks."""

    name: str
    weeks: tuple[PlannedWeek, ...]


@dataclass(frozen=True, slots=True)
class PlanTest:
    """What somebody is told who follows plans to the letter and feels fine.

    Asked on the Sunday of every week: `kinds` counts the answers, `asked` those outside the taper
    that had data enough, `soon` those that wanted a lighter week: `soon_never` of them in plans
    that never step back, `soon_agreed` in others where the plan itself steps back or races soon.
    `after_days` are the days from the Sunday of a step-back on, a week long; `after_soon` those
    of them that wanted a lighter week.
    """

    plans: int
    weeks: int
    step_backs: int
    kinds: Mapping[str, int]
    asked: int
    soon: int
    soon_never: int
    soon_agreed: int
    after_days: int
    after_soon: int
    problems: int


@dataclass(frozen=True, slots=True)
class BackTest:
    """The back-test over several folders, and over plans where some were given."""

    knowledge_version: str
    groups: tuple[Group, ...]
    numbers: Mapping[str, float]
    plans: PlanTest | None = None


class Done(StrEnum):
    """What a week turned out to be."""

    UNLOADED = "lighter"
    STEPPED_BACK = "step-back"
    EMPTY = "no running"
    USUAL = "as usual"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AuditWeek:
    """One week: what Unload would have said before it, what was run, what came after.

    `complaints` counts the days with a sore spot at or above the limit in the weeks after,
    `missed` the weeks without running among them, `volume` is their mean week against this
    runner's usual one at the time; None where it cannot be known.
    """

    first_day: date
    kind: VerdictKind
    done: Done
    run_m: float | None
    usual_m: float | None
    complaints: int | None
    missed: int | None
    volume: float | None


@dataclass(frozen=True, slots=True)
class Audit:
    """A runner's own year: the weeks, and what followed the advised ones and the others.

    `trouble` and `other_trouble` are shares of weeks after which a week was missed or a spot
    complained; `chance` is how often shuffled weeks differ as much. All None where there are too
    few weeks of either kind; `asked` and `others` are how many of each there were.
    """

    weeks: tuple[AuditWeek, ...]
    advised: int
    taken: int
    trouble: float | None
    other_trouble: float | None
    chance: float | None
    knowledge_version: str
    asked: int = 0
    others: int = 0
