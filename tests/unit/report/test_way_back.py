"""The gate in words and as plain values: criteria, grades, the week or the rung behind it."""

import json

from rich.console import Console

from athletes import GRID_M, TODAY, K
from gate_samples import FREE, sore, well
from schemas import faults
from unload.model.comeback import Soreness, WayBack
from unload.report.way_back import gate_dict, gate_screen
from unload.report.words import KM, Words
from unload.science.way_back import on_the_ladder, way_back

WORDS = Words(K.text, KM, TODAY)
OPEN = way_back(well(), TODAY, FREE, K, GRID_M)
SHUT = way_back(sore(3), TODAY, (), K, GRID_M)


def text(back: WayBack) -> str:
    """What a terminal of 80 columns shows, without colour."""
    console = Console(width=80, no_color=True, highlight=False)
    with console.capture() as caught:
        console.print(gate_screen(back, WORDS, K))
    shown = caught.get()
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 80
    return shown


def test_an_open_gate_shows_the_week_behind_it() -> None:
    """Day by day, with why, and how it stands without any colour; what is well is one line."""
    shown = text(OPEN)
    assert "Go on to the next phase." in shown
    assert "The first week back, from your usual week" in shown
    assert "the first days back are easy" in shown
    well = "pain, morning, walking, heel raises, wellness, illness"
    assert [well] * 2 == [line.strip()[3:].strip() for line in shown.splitlines() if " ok " in line]
    assert "check-in" not in shown


def test_a_shut_gate_says_what_and_by_how_much() -> None:
    """The value, the border, its grade and source; and what answers the unknown."""
    shown = " ".join(text(SHUT).split())
    assert "Not yet: three more easy days, until 20 November" in shown
    assert "The worst spot is at 3/10" in shown
    assert "Rests on: pain: expert, silbernagel2007 · morning, walking" in shown
    assert "On a terminal it asks what today leaves open" in shown
    assert "The first week back" not in shown


def test_the_ladder_names_its_day_and_its_parts() -> None:
    """Running and walking apart."""
    shown = text(on_the_ladder(OPEN, [(TODAY, 2, Soreness.NONE)], K))
    assert "6 x (3 min easy / 2 min walk)" in shown
    assert "Rung 3 of 9" in shown
    assert "Nothing sore: one rung up." in shown
    flat = " ".join(shown.split())
    assert "sore rung 4 6 x (4 min easy / 1 min walk) 21 Nov, 23 Nov, 25 Nov rung 5" in flat
    assert "`unload export --ladder` takes them to the calendar and the watch." in flat
    top = text(on_the_ladder(OPEN, [(TODAY, 9, Soreness.NONE)], K))
    assert ("Rung 9 of 9" in top, "As long as" in top) == (True, False)


def test_programs_get_the_same() -> None:
    """Strict JSON; what is not there is null."""
    for back in (OPEN, SHUT, on_the_ladder(OPEN, (), K)):
        told = gate_dict(back, 0, WORDS, K)
        assert told == json.loads(json.dumps(told, allow_nan=False))
        assert [] == faults(told, "gate")
    opened, shut = gate_dict(OPEN, 0, WORDS, K), gate_dict(SHUT, 1, WORDS, K)
    assert ("pass", None, 7, None) == (
        opened["outcome"], opened["until"], len(opened["week"]), opened["ladder"],
    )  # fmt: skip
    assert ("extend", "2024-11-20", None, 1) == (
        shut["outcome"], shut["until"], shut["week"], shut["careful_weeks"],
    )  # fmt: skip
    assert "2024-11-17 pain" == shut["failed"][0]
    rung = gate_dict(on_the_ladder(OPEN, (), K), 0, WORDS, K)["ladder"]
    assert (0, "2024-11-17", 1800) == (rung["rung"], rung["date"], rung["walk_s"])
    assert {"rung": 1, "date": "2024-11-19"} == rung["after_it"][0]
