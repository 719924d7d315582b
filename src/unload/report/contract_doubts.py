"""Say the doubts and the two futures to programs, as a part of the advice."""

from collections.abc import Sequence

from unload.model.advice import Arm, Doubt, Futures, Point
from unload.report.plain import Plain, day, number, used_dict
from unload.report.words import Words

DOUBTS = ("speed", "race", "weight")


def doubts_dicts(doubts: Sequence[Doubt], words: Words) -> Plain:
    """The three doubts by name; None for one that was not asked."""
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
        "points": [_point(point, words) for point in doubt.points],
    }


def _point(point: Point, words: Words) -> Plain:
    return {
        "sentence": words.say(point.says),
        "sources": point_sources(point),
        "constants": [used_dict(constant) for constant in point.constants],
    }


def point_sources(point: Point) -> list[str]:
    """Every source that a step of an argument names, each once."""
    return list(dict.fromkeys((*(c.source for c in point.constants), *point.sources)))


def futures_dict(futures: Futures) -> Plain:
    """The two futures, day by day."""
    lighter = futures.lighter
    return {
        "unit": futures.unit,
        "inside": number(futures.inside),
        "days": [day(one) for one in futures.days],
        "with_week": _arm(futures.with_week),
        "without": _arm(futures.without),
        "change": _arm(futures.change),
        "lighter": None if lighter is None else {"first": day(lighter[0]), "last": day(lighter[1])},
        "forced_stop": {
            "days_min": futures.stop_days[0],
            "days_max": futures.stop_days[1],
            "scales": {
                stop.scale: {"low": number(stop.low), "high": number(stop.high)}
                for stop in futures.stops
            },
        },
        "sources": list(dict.fromkeys(constant.source for constant in futures.constants)),
        "constants": [used_dict(constant) for constant in futures.constants],
    }


def _arm(arm: Arm) -> Plain:
    edges = {"low": arm.low, "middle": arm.middle, "high": arm.high}
    return {name: [number(value) for value in edge] for name, edge in edges.items()}
