"""Compose the three doubts: the band, the sentences, what they rest on."""

from datetime import date

from unload.model.advice import Doubt
from unload.report.citations import Desk, grades
from unload.report.document import Entry, Meaning, Section, Span, label, muted
from unload.report.figures import MONTHS, change, clock, tidy
from unload.report.words import Words


def doubts_section(desk: Desk) -> Section | None:
    """One entry per doubt, in the order science gave them."""
    entries = tuple(_doubt(doubt, desk) for doubt in desk.advice.doubts)
    return Section("doubts", label("You are wondering"), entries) if entries else None


def _doubt(doubt: Doubt, desk: Desk) -> Entry:
    band = band_of(doubt, desk.words)
    said = " ".join(desk.words.say(phrase) for phrase in doubt.says)
    body = (Span(f"{band}  ", Meaning.NUMBER),) if band else ()
    rests = desk.citations.rests_on(grades(doubt.constants), doubt.constants)
    return Entry((*body, Span(said)), label(question(doubt, desk)), muted(rests))


def question(doubt: Doubt, desk: Desk) -> str:
    """The doubt as the runner would say it."""
    race = desk.advice.race
    if doubt.name == "race":
        return "Race ready?" if race is None else f"Ready {_day(race.day)}?"
    if doubt.name == "weight":
        return f"{tidy(desk.knowledge.futures.doubt_pounds.value, 0)} pounds?"
    return "Lose speed?" if doubt.name == "speed" else f"{doubt.name.capitalize()}?"


def _day(day: date) -> str:
    """Without the year: a race is never far enough away to be mistaken."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def band_of(doubt: Doubt, words: Words) -> str:
    """ "0 % (-0.5 to +1.0)", or nothing where the answer is not known."""
    if doubt.low is None or doubt.middle is None or doubt.high is None:
        return ""
    low, middle, high = (
        _amount(n, doubt.unit, words) for n in (doubt.low, doubt.middle, doubt.high)
    )
    unit = "" if ":" in middle else f" {middle.partition(' ')[2]}"
    return f"{middle} ({low.removesuffix(unit)} to {high.removesuffix(unit)})"


def _amount(number: float, unit: str, words: Words) -> str:
    if unit == "share":
        return change(number, 1)
    if unit == "s":
        return clock(number)
    if unit == "kg":
        return words.weight(number)
    return f"{tidy(number, 1)} {unit}".strip()
