"""Say the advice to programs: plain values by docs/schema/advice.schema.json.

Rounding is report.plain's. Unknown is null, never 0 and never NaN. Sentences are in the language
and units of the words given; numbers are not.
"""

from dataclasses import replace

from unload.model.advice import Advice, Coverage, Signal
from unload.model.constants import Knowledge
from unload.model.history import Race
from unload.model.plan import Kind, PlannedSession, UnloadingWeek, Week
from unload.report.citations import OURS
from unload.report.contract_body import (
    finding_dict,
    flag_dict,
    routine_dict,
    rule_outs_dict,
    screens_dict,
)
from unload.report.contract_doubts import doubts_dicts, futures_dict, point_sources
from unload.report.plain import (
    Plain,
    day,
    km,
    minutes,
    number,
    source_dict,
    used_dict,
)
from unload.report.words import Words


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
        "flags": [flag_dict(flag) for flag in verdict.flags],
        "questions": [flag_dict(flag) for flag in advice.questions],
        "reasons": [_reason(reason, words) for reason in verdict.reasons],
        "unknown": [words.say(phrase) for phrase in verdict.unknown],
        "would_change": [words.say(phrase) for phrase in verdict.would_change],
        "changed": [words.say(phrase) for phrase in verdict.changed],
        "signals": [_signal(signal) for signal in advice.signals],
        "week": None if advice.week is None else week_dict(advice.week, words),
        "routine": None if advice.routine is None else routine_dict(advice.routine, words),
        "findings": [finding_dict(finding) for finding in advice.findings],
        "rule_outs": rule_outs_dict((f.region for f in advice.findings), knowledge.regions),
        "screens": screens_dict(advice.findings, knowledge.screens),
        "doubts": doubts_dicts(advice.doubts, words),
        "futures": None if advice.futures is None else futures_dict(advice.futures),
        "race": _race(advice.race),
        "coverage": _coverage(advice.coverage),
        "sources": _sources(advice, knowledge),
        "knowledge_version": advice.knowledge_version,
    }


def doubts_dict(advice: Advice, words: Words, knowledge: Knowledge) -> Plain:
    """What the advice says to the doubts alone; its keys are the advice's own."""
    keys = ("today", "doubts", "futures", "race", "sources", "knowledge_version")
    alone = replace(advice, verdict=replace(advice.verdict, reasons=()), routine=None, findings=())
    told = advice_dict(alone, words, knowledge)
    return {key: told[key] for key in keys}


def _race(race: Race | None) -> Plain | None:
    if race is None:
        return None
    return {"date": day(race.day), "distance_km": km(race.distance_m)}


def _signal(signal: Signal) -> Plain:
    return {
        "signal": signal.name,
        "role": signal.role.value,
        "on": signal.on,
        "value": number(signal.value),
        "baseline": number(signal.baseline),
        "threshold": number(signal.threshold),
        "grade": signal.grade.value,
        "coverage": number(signal.coverage),
        "age_days": signal.age_days,
    }


def _reason(signal: Signal, words: Words) -> Plain:
    constants = signal.constants
    return {
        **_signal(signal),
        "sentence": words.say(signal.says),
        "sources": list(dict.fromkeys(constant.source for constant in constants)),
        "constants": [used_dict(constant) for constant in constants],
    }


def week_dict(week: UnloadingWeek, words: Words) -> Plain:
    """A lighter week, day by day, as plain values."""
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
                "before": planned_dict(before),
                "after": planned_dict(after),
                "why": words.say(why),
                "moved_from": _moved_from(week, row),
            }
            for row, (before, after, why) in enumerate(days)
        ],
    }


def _moved_from(week: UnloadingWeek, row: int) -> str | None:
    """The day on which a session stood that was moved; a day left free was moved from nowhere."""
    came, here = week.origin(row), week.after.days[row]
    return None if came == row or here.kind is Kind.REST else day(week.after.days[came].day)


def _totals(week: Week) -> Plain:
    return {
        "distance_km": km(week.distance_m),
        "duration_min": minutes(week.duration_s),
        "hard_min": minutes(week.hard_s),
        "longest_km": km(week.longest_m),
        "rest_days": week.rest_days,
    }


def planned_dict(planned: PlannedSession) -> Plain:
    """One planned session as plain values."""
    return {
        "kind": planned.kind.value,
        "sport": planned.sport.value,
        "title": planned.title,
        "distance_km": km(planned.distance_m),
        "duration_min": minutes(planned.duration_s),
        "hard_min": minutes(planned.hard_s),
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
        "load_tied": known.load_tied,
    }


def _sources(advice: Advice, knowledge: Knowledge) -> Plain:
    """Every source the advice names, in full; our own choices are no source and are left out."""
    verdict, sources, screens = advice.verdict, knowledge.sources, knowledge.screens
    used = [reason.constants for reason in verdict.reasons]
    used += [doubt.constants for doubt in advice.doubts]
    points = [point for doubt in advice.doubts for point in doubt.points]
    used += [() if advice.futures is None else advice.futures.constants]
    keys = [constant.source for constants in used for constant in constants]
    keys += [key for point in points for key in point_sources(point)]
    keys += [flag.source for flag in (*verdict.flags, *advice.questions)]
    keys += [finding.source for finding in advice.findings]
    keys += [screens[f.screen].source for f in advice.findings if f.screen in screens]
    if advice.routine is not None:
        keys += [step.technique.source for step in advice.routine.steps]
    return {key: source_dict(sources[key]) for key in dict.fromkeys(keys) if key != OURS}
