"""Say the body to programs: flags, findings, self-tests and the routine as plain values."""

from collections.abc import Iterable, Mapping, Sequence

from unload.model.body import Finding, RedFlag, Region, Routine, Screen, Step
from unload.model.history import SoreSpot
from unload.report.asked_for import asked_dict
from unload.report.plain import Plain, day, minutes, number
from unload.report.words import Words


def flag_dict(flag: RedFlag) -> Plain:
    """A red flag, or the question that could raise it."""
    return {
        "key": flag.key,
        "level": flag.level.value,
        "question": flag.question,
        "action": flag.action,
        "who": flag.who or None,
        "how_soon": flag.how_soon or None,
        "source": flag.source,
    }


def routine_dict(routine: Routine, words: Words) -> Plain:
    """The routine with every step in order."""
    return {
        "minutes": minutes(routine.total_s),
        "steps": [_step(step, words) for step in routine.steps],
        "left_out": list(routine.left_out),
        "asked": [asked_dict(asked, words) for asked in routine.asked],
    }


def _step(step: Step, words: Words) -> Plain:
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
        "kind": technique.kind.value,
        "position": technique.position,
        "stroke": technique.stroke,
        "never": technique.never or None,
        "why": words.say(step.why),
        "limit": number(step.limit),
    }


def finding_dict(finding: Finding) -> Plain:
    """Something worth checking."""
    return {
        "region": finding.region,
        "side": finding.side.value,
        "contributor": finding.contributor,
        "reach": finding.reach.value,
        "weight": number(finding.weight),
        "screen": finding.screen or None,
        "screen_says": None if finding.outcome is None else finding.outcome.value,
        "grade": finding.grade.value,
        "source": finding.source,
    }


def rule_outs_dict(places: Iterable[str], regions: Mapping[str, Region]) -> Plain:
    """What must be thought of first, by region."""
    return {key: regions[key].rule_out for key in dict.fromkeys(places) if key in regions}


def screens_dict(findings: Sequence[Finding], screens: Mapping[str, Screen]) -> Plain:
    """The self-tests that the findings name, in full."""
    named = dict.fromkeys(f.screen for f in findings if f.screen in screens)
    return {
        key: {
            "name": screens[key].name,
            "instructions": screens[key].instructions,
            "asks": screens[key].asks or None,
            "unit": screens[key].unit or None,
            "error": screens[key].error,
            "source": screens[key].source,
        }
        for key in named
    }


def spot_dict(spot: SoreSpot) -> Plain:
    """A sore spot with everything that was said of it; null was not asked."""
    return {
        "region": spot.region,
        "side": spot.side.value,
        "pain": number(spot.pain),
        "next_morning": number(spot.next_morning),
        "at_rest": spot.at_rest,
        "at_night": spot.at_night,
        "weight_bearing": spot.weight_bearing,
        "swelling": spot.swelling,
        "sudden": spot.sudden,
        "point": spot.point,
        "character": None if spot.character is None else spot.character.value,
        "since": day(spot.since),
    }
