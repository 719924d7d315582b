"""Say the advice to programs: plain values by docs/schema/advice.schema.json and inspect's.

Rounding is report.plain's. Unknown is null, never 0 and never NaN. Sentences are in the language
and units of the words given; numbers are not.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from unload.errors import Problem
from unload.model.advice import Advice, Coverage, Doubt, Signal
from unload.model.body import Finding, RedFlag, Routine, Step
from unload.model.constants import Knowledge
from unload.model.evidence import Source
from unload.model.plan import PlannedSession, UnloadingWeek, Week
from unload.report.citations import OURS
from unload.report.plain import (
    Plain,
    day,
    finite,
    km,
    minutes,
    number,
    source_dict,
    used_dict,
)
from unload.report.words import Words

DOUBTS = ("speed", "race", "weight")


def advice_dict(advice: Advice, words: Words, knowledge: Knowledge) -> Plain:
    """The whole advice as plain values."""
    verdict = advice.verdict
    return {
        "today": advice.today.isoformat(),
        "verdict": {
            "kind": verdict.kind.value,
            "sentence": words.say(verdict.says),
            "since": day(verdict.since),
            "by": day(verdict.by),
            "data_age_days": verdict.data_age_days,
        },
        "flags": [_flag(flag) for flag in verdict.flags],
        "reasons": [_reason(reason, words) for reason in verdict.reasons],
        "unknown": [words.say(phrase) for phrase in verdict.unknown],
        "would_change": [words.say(phrase) for phrase in verdict.would_change],
        "signals": [_signal(signal) for signal in advice.signals],
        "week": None if advice.week is None else _week(advice.week, words),
        "routine": None if advice.routine is None else _routine(advice.routine),
        "findings": [_finding(finding) for finding in advice.findings],
        "doubts": _doubts(advice.doubts, words),
        "race": None
        if advice.race is None
        else {"date": day(advice.race.day), "distance_km": km(advice.race.distance_m)},
        "coverage": _coverage(advice.coverage),
        "sources": _sources(advice, knowledge.sources),
        "knowledge_version": advice.knowledge_version,
    }


def _flag(flag: RedFlag) -> Plain:
    return {
        "key": flag.key,
        "level": flag.level.value,
        "question": flag.question,
        "action": flag.action,
        "source": flag.source,
    }


def _signal(signal: Signal) -> Plain:
    return {
        "signal": signal.name,
        "role": signal.role.value,
        "on": signal.on,
        "value": number(signal.value),
        "baseline": number(signal.baseline),
        "threshold": number(signal.threshold),
        "grade": signal.grade.value,
    }


def _reason(signal: Signal, words: Words) -> Plain:
    constants = signal.constants
    return {
        **_signal(signal),
        "sentence": words.say(signal.says),
        "sources": list(dict.fromkeys(constant.source for constant in constants)),
        "constants": [used_dict(constant) for constant in constants],
    }


def _week(week: UnloadingWeek, words: Words) -> Plain:
    days = zip(week.before.days, week.after.days, week.whys, strict=True)
    return {
        "depth": week.depth.value,
        "basis": words.say(week.basis),
        "factor": number(week.factor),
        "work_it_out": day(week.after.days[week.slot].day),
        "notes": [words.say(note) for note in week.notes],
        "before": _totals(week.before),
        "after": _totals(week.after),
        "days": [
            {
                "date": day(after.day),
                "before": _planned(before),
                "after": _planned(after),
                "why": words.say(why),
            }
            for before, after, why in days
        ],
    }


def _totals(week: Week) -> Plain:
    return {
        "distance_km": km(week.distance_m),
        "duration_min": minutes(week.duration_s),
        "hard_min": minutes(week.hard_s),
        "longest_km": km(week.longest_m),
        "rest_days": week.rest_days,
    }


def _planned(planned: PlannedSession) -> Plain:
    return {
        "kind": planned.kind.value,
        "sport": planned.sport.value,
        "title": planned.title,
        "distance_km": km(planned.distance_m),
        "duration_min": minutes(planned.duration_s),
        "hard_min": minutes(planned.hard_s),
    }


def _routine(routine: Routine) -> Plain:
    return {
        "minutes": minutes(routine.total_s),
        "steps": [_step(step) for step in routine.steps],
        "left_out": list(routine.left_out),
    }


def _step(step: Step) -> Plain:
    technique = step.technique
    return {
        "technique": technique.key,
        "name": technique.name,
        "region": technique.region,
        "side": step.side.value,
        "tool": technique.tool,
        "sets": step.sets,
        "seconds": number(step.seconds),
        "spot": step.spot,
        "optional": technique.optional,
        "grade": technique.grade.value,
        "source": technique.source,
    }


def _finding(finding: Finding) -> Plain:
    return {
        "region": finding.region,
        "side": finding.side.value,
        "contributor": finding.contributor,
        "reach": finding.reach.value,
        "weight": number(finding.weight),
        "screen": finding.screen or None,
        "grade": finding.grade.value,
        "source": finding.source,
    }


def _doubts(doubts: Sequence[Doubt], words: Words) -> Plain:
    answered = {doubt.name: _doubt(doubt, words) for doubt in doubts}
    return {name: answered.get(name) for name in DOUBTS} | answered


def _doubt(doubt: Doubt, words: Words) -> Plain:
    return {
        "unit": doubt.unit,
        "low": number(doubt.low),
        "middle": number(doubt.middle),
        "high": number(doubt.high),
        "sentences": [words.say(phrase) for phrase in doubt.says],
        "sources": list(dict.fromkeys(constant.source for constant in doubt.constants)),
        "constants": [used_dict(constant) for constant in doubt.constants],
    }


def _coverage(known: Coverage) -> Plain:
    return {
        "window_days": known.window_days,
        "known_days": known.known_days,
        "runs": known.runs,
        "runs_with_hr": known.runs_with_hr,
        "runs_with_rpe": known.runs_with_rpe,
        "check_ins": known.check_ins,
        "load_source": known.load_source or None,
    }


def _sources(advice: Advice, sources: Mapping[str, Source]) -> Plain:
    """Every source the advice names, in full; our own choices are no source and are left out."""
    verdict = advice.verdict
    used = [reason.constants for reason in verdict.reasons]
    used += [doubt.constants for doubt in advice.doubts]
    keys = [constant.source for constants in used for constant in constants]
    keys += [flag.source for flag in verdict.flags]
    keys += [finding.source for finding in advice.findings]
    if advice.routine is not None:
        keys += [step.technique.source for step in advice.routine.steps]
    return {key: source_dict(sources[key]) for key in dict.fromkeys(keys) if key != OURS}


class Inspected(Protocol):
    """What reading a path found; the service's answer fits it."""

    @property
    def files(self) -> int: ...
    @property
    def activities(self) -> int: ...
    @property
    def runs(self) -> int: ...
    @property
    def run_km(self) -> float: ...
    @property
    def run_hours(self) -> float: ...
    @property
    def first_run(self) -> date | None: ...
    @property
    def last_run(self) -> date | None: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def runners(self) -> Sequence[str]: ...


def inspection_dict(found: Inspected) -> Plain:
    """What was read, as plain values."""
    return {
        "files": found.files,
        "activities": found.activities,
        "runs": found.runs,
        "run_km": round(finite(found.run_km), 2),
        "run_hours": round(finite(found.run_hours), 2),
        "first_run": day(found.first_run),
        "last_run": day(found.last_run),
        "runners": list(found.runners),
        "problems": problems_list(found.problems),
    }


def problems_list(problems: Iterable[Problem]) -> list[Plain]:
    """Where each problem is and what to do about it."""
    return [{"where": problem.where, "message": problem.message} for problem in problems]
