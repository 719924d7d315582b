"""Say one look at the body to programs, by docs/schema/body.schema.json."""

from collections.abc import Iterable, Sequence

from unload.errors import Problem
from unload.model.complaint import Complaint, Look, Moving, Trial
from unload.model.constants import Knowledge
from unload.report.citations import OURS
from unload.report.contract_body import (
    finding_dict,
    flag_dict,
    routine_dict,
    rule_outs_dict,
    screens_dict,
    spot_dict,
)
from unload.report.contract_inspect import problems_list
from unload.report.plain import Plain, day, km, number, source_dict
from unload.report.words import Words


def look_dict(
    look: Look, words: Words, knowledge: Knowledge, problems: Sequence[Problem] = ()
) -> Plain:
    """The whole look; while `may_run` is false, all that stands below the flags is empty."""
    seen = look.seen
    shown = [spot.region for spot in look.spots] if seen.may_run else []
    return {
        "today": day(look.today),
        "level": None if seen.level is None else seen.level.value,
        "may_run": seen.may_run,
        "flags": [flag_dict(flag) for flag in seen.flags],
        "questions": [flag_dict(flag) for flag in seen.asked],
        "spots": [spot_dict(spot) for spot in look.spots],
        "rule_outs": rule_outs_dict(shown, knowledge.regions),
        "findings": [finding_dict(finding) for finding in seen.findings],
        "screens": screens_dict(seen.findings, knowledge.screens),
        "routine": None if seen.routine is None else routine_dict(seen.routine, words),
        "complaints": [_complaint(complaint) for complaint in look.complaints],
        "moving": None if look.moving is None else _moving(look.moving),
        "trials": [_trial(trial, words) for trial in look.trials] if seen.may_run else [],
        "one_side": None if look.one_side is None else look.one_side.value,
        "sources": _sources(look, knowledge),
        "problems": problems_list(problems),
        "knowledge_version": knowledge.version,
    }


def _complaint(complaint: Complaint) -> Plain:
    onset = complaint.onset
    return {
        "region": complaint.region,
        "side": complaint.side.value,
        "first": day(complaint.first),
        "last": day(complaint.last),
        "sore_days": len(complaint.sore_days),
        "worst": number(complaint.worst),
        "course": complaint.course.value,
        "returns": complaint.returns,
        "eased": complaint.eased,
        "after_runs": number(complaint.after_runs),
        "after_rest": number(complaint.after_rest),
        "morning_change": number(complaint.morning_change),
        "onset_week_km": km(onset.week_m),
        "usual_week_km": None if onset.usual_week_m is None else km(onset.usual_week_m),
        "followed": [day(session.day) for session in complaint.followed],
    }


def _moving(moving: Moving) -> Plain:
    return {
        "side": moving.side.value,
        "regions": list(moving.regions),
        "days": [day(one) for one in moving.days],
        "down": moving.down,
    }


def _trial(trial: Trial, words: Words) -> Plain:
    return {
        "region": trial.region,
        "side": trial.side.value,
        "answer": trial.answer.value,
        "sentence": words.say(trial.says),
        "days_with": trial.days_with,
        "days_without": trial.days_without,
        "change_with": number(trial.change_with),
        "change_without": number(trial.change_without),
        "right_after": number(trial.right_after),
        "chance": number(trial.chance),
    }


def _sources(look: Look, knowledge: Knowledge) -> Plain:
    """Every source the look names, in full."""
    keys = dict.fromkeys(_keys(look, knowledge))
    return {key: source_dict(knowledge.sources[key]) for key in keys if key != OURS}


def _keys(look: Look, knowledge: Knowledge) -> Iterable[str]:
    seen, screens = look.seen, knowledge.screens
    yield from (flag.source for flag in (*seen.flags, *seen.asked))
    yield from (finding.source for finding in seen.findings)
    yield from (screens[f.screen].source for f in seen.findings if f.screen in screens)
    if seen.routine is not None:
        yield from (step.technique.source for step in seen.routine.steps)
