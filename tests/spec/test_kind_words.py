"""In and after an unloading week nothing the program says is a punishment."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from athletes import (
    ANNA,
    GRID_M,
    MARATHON,
    MONDAY,
    PLAIN,
    TODAY,
    K,
    advice_of,
    running,
    scaled,
    state_of,
    verdict_of,
    weekly,
)
from change_samples import DAYS, change
from gate_samples import FREE, sore, well
from unload import cli
from unload.model.advice import VerdictKind
from unload.model.comeback import Soreness
from unload.model.history import History, Raced, Runner
from unload.model.phrase import Phrase
from unload.report.words import UNITS, Words
from unload.science.accepted import shown_week
from unload.science.season import season
from unload.science.way_back import on_the_ladder, way_back

PUNISHING = re.compile(
    r"\b(lost|lose|losing|behind|detrain\w*|streak\w*|fail\w*|should have|overdue|missed out"
    r"|lazy|slack\w*|ruin\w*|catch up|make up for)\b",
    re.IGNORECASE,
)
# What names a test or a place in time and blames nobody, each with the reason it stays.
HARMLESS = (
    "is behind you",  # a building week that is done
    "right behind it",  # the taper, after the week
    "Lose speed?",  # the runner's own doubt, by its name
    "Will I lose speed?",  # as above, in full
)
LIGHT = scaled(PLAIN, 0.5)
WEEKS = running(*[PLAIN] * 8, last=MONDAY - timedelta(7))
NAMES = {key: region.name for key, region in K.regions.items()}
CALM = tuple(replace(c, day=c.day + timedelta(14)) for c in well().check_ins)


def runners() -> Iterator[tuple[str, History]]:
    """Those who unload: by plan, by accident, with check-ins, sore, before a race."""
    light = History((*WEEKS, *running(LIGHT, PLAIN)))
    yield "plain", light
    yield "with check-ins", replace(light, check_ins=CALM)
    yield "with a race", replace(light, race=MARATHON)
    raced = Raced(date(2024, 10, 6), 21_097.5, 5900)
    yield "with a race run", replace(light, race=MARATHON, runner=Runner(recent_race=raced))
    yield "sore", replace(light, check_ins=sore(4).check_ins)
    yield "nothing after it", History((*WEEKS, *running(LIGHT)))
    yield "a week of nothing", weekly(48, 48, 48, 48, 48, 0, 48)
    yield "weeks in a row", weekly(48, 48, 48, 48, 24, 24, 24)


# Every day of the lighter week and of the week after it.
SPAN = [MONDAY + timedelta(n) for n in range(14)]


def phrases(thing: object) -> Iterator[Phrase]:
    """Every phrase inside a noun, however deep it stands."""
    if isinstance(thing, Phrase):
        yield thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from phrases(getattr(thing, field.name))
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from phrases(one)


def faults(thing: object, today: date = TODAY) -> list[str]:
    """What is said in it that would punish."""
    out = []
    for units in UNITS.values():
        words = Words(K.text, units, today, NAMES)
        for phrase in phrases(thing):
            said = words.say(phrase)
            for harmless in HARMLESS:
                said = said.replace(harmless, "")
            if PUNISHING.search(said):
                out.append(f"{phrase.key}: {said}")
    return sorted(set(out))


@pytest.mark.parametrize(("name", "history"), list(runners()))
def test_no_advice_of_a_lighter_week_punishes(name: str, history: History) -> None:
    """Verdict, reasons, week, doubts, futures: on every day in and after it (X22)."""
    found = [fault for day in SPAN for fault in faults(advice_of(history, day), day)]
    assert [] == sorted(set(found))


def test_the_walk_meets_a_lighter_week() -> None:
    """Otherwise it would find nothing because there was nothing to find."""
    kinds = {verdict_of(history, day).kind for _, history in runners() for day in SPAN}
    assert VerdictKind.ALREADY_UNLOADING in kinds
    said = {p.key for _, h in runners() for p in phrases(advice_of(h, SPAN[6]))}
    assert {"signal.this_week.on", "changed.before"} <= said


def test_no_accepted_week_no_gate_and_no_season_punishes() -> None:
    """What is accepted, what the gate says whatever its light, the ladder, the season."""
    backs = [
        way_back(history, TODAY, answers, K, GRID_M)
        for history in (well(), sore(3), sore(6), ANNA)
        for answers in (FREE, ())
    ]
    rungs = [on_the_ladder(backs[0], [(TODAY, 3, soreness)], K) for soreness in Soreness]
    week = shown_week([change(1, *DAYS[:3])], TODAY, None)
    raced = replace(ANNA, race=MARATHON)
    drawn = [
        season(state_of(raced), verdict_of(raced), MARATHON.day, (K.week, K.verdict), prone=prone)
        for prone in (False, True)
    ]
    assert [] == faults([*backs, *rungs, week, *drawn])


RACE = ("--race", "2025-04-21:marathon")
# In this order, for an accepted week is what is listed, given back and exported.
SCREENS = (
    ("week",),
    ("week", "--force", "--units", "mi"),
    ("week", "--mode", "keep-one", "--force"),
    ("doubts", *RACE),
    ("season", *RACE),
    ("season", *RACE, "--injury-prone"),
    ("accept", "--force", "--only", "tue,sun"),
    ("accept", "--force"),
    ("accept", "--force"),
    ("week",),
    ("changes",),
    ("export", "--as", "markdown"),
    ("export", "--as", "ics", "--details"),
    ("export", "--as", "intervals"),
    ("undo",),
    ("changes",),
    ("gate", "--walks-freely"),
    ("gate", "--walks-sore", "--ladder"),
    ("hand-over",),
)
# What stands in a calendar's own language and in a table's head, and is no sentence.
CODES = re.compile(r"^(BEGIN|END|UID|DTSTAMP|PRODID|SEQUENCE|LAST-MODIFIED)[:;].*$", re.MULTILINE)


def screen(*words: str) -> str:
    """Everything one command prints; it may refuse, but never break."""
    result = CliRunner(env={"NO_COLOR": "1", "COLUMNS": "120"}).invoke(cli.main, words)
    assert result.exit_code in (0, 2), (words, result.stderr)
    return CODES.sub("", result.stdout + result.stderr)


@pytest.mark.parametrize("last", [7, 14])
def test_no_screen_of_these_weeks_punishes(store: Path, tmp_path: Path, last: int) -> None:
    """The program itself, every command, at the end of the lighter week and of the one after it."""
    runs = tmp_path / "runs.csv"
    weeks = (*[PLAIN] * 10, LIGHT, PLAIN)
    first = MONDAY - timedelta(weeks=len(weeks) - 2)
    days = [(first + timedelta(n), km) for n, km in enumerate(km for week in weeks for km in week)]
    rows = [f"{day}T08:00:00,Run,{1000 * km},{360 * km}" for day, km in days if km]
    runs.write_text("\n".join(("start_local,type,distance_m,moving_s", *rows)), "utf-8")
    today = MONDAY + timedelta(last - 1)
    dated = ("--today", str(today), "--zone", "UTC")
    shown = [screen("import", str(runs), "--zone", "UTC")]
    for command in SCREENS:
        told = () if command[0] == "changes" else dated
        shown.append(screen(*command, *told))
    shown.append(screen("audit", str(runs), *dated))
    if last == len(("mon", "tue", "wed", "thu", "fri", "sat", "sun")):
        assert "unloading" in shown[1]
    assert "Accepted:" in "".join(shown)
    found = [line for text in shown for line in text.splitlines() if punishes(line)]
    assert [] == found


def punishes(line: str) -> bool:
    for harmless in HARMLESS:
        line = line.replace(harmless, "")
    return PUNISHING.search(line) is not None


@pytest.mark.parametrize(
    "part", ["week", "why", "gate", "ladder", "season", "verdict", "changed", "audit"]
)
def test_no_text_of_these_parts_punishes_whoever_reaches_it(part: str) -> None:
    """Also the sentences that no runner above has met."""
    texts = {key: text for key, text in K.text.items() if key.startswith(f"{part}.")}
    assert texts
    bad = [
        key for key, text in texts.items()
        if PUNISHING.search(text) and not any(harmless in text for harmless in HARMLESS)
    ]  # fmt: skip
    assert [] == bad


@pytest.mark.parametrize(
    "sentence", ["You lost your streak.", "You are behind.", "You should have run.", "Overdue."]
)
def test_the_net_catches_what_it_is_for(sentence: str) -> None:
    """Each sentence that must never be said is caught."""
    assert PUNISHING.search(sentence)
