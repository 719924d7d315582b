"""Pages for a specialist: a sore runner with and without open questions, flags and own words."""

from dataclasses import replace
from datetime import date, timedelta

from numpy.random import default_rng

from athletes import TODAY, K, hurts, running, said
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.hand_over import HandOver, Story
from unload.model.history import CheckIn, History, Race, Runner, Side
from unload.model.specialist import Exercise, Instruction, Specialist
from unload.report.words import KM, Words
from unload.science.hand_over import hand_over

PLAIN = (0, 8, 10, 8, 0, 6, 16)
WORDS = Words(K.text, KM, TODAY, {r.key: r.name for r in K.regions.values()})
NO = {flag.key: False for flag in K.red_flags}
ASKED = Instruction(
    TODAY, TODAY + timedelta(9), hard=False, longest_m=6000.0, by=Specialist.PHYSIO,
    exercises=(Exercise("Heel raises, 3 x 15", 6), Exercise("Calf stretch")),
)  # fmt: skip


def check_ins(*pains: float, region: str = "calf") -> tuple[CheckIn, ...]:
    """A quiet check-in a day for sixty days; the last ones say how much it hurts, 0 is quiet."""
    quiet = [0.0] * (60 - len(pains))
    days = [*quiet, *pains]
    return tuple(
        said(TODAY - timedelta(len(days) - 1 - n), *([hurts(p, region)] if p else []))
        for n, p in enumerate(days)
    )


def history(*pains: float, runner: Runner | None = None, region: str = "calf") -> History:
    """Thirteen even weeks of running, and the pains of the last days."""
    race = Race(date(2025, 4, 21), 42_195.0)
    weeks = running(*[PLAIN] * 13)
    return History(weeks, check_ins(*pains, region=region), runner or Runner(), race)


STORY = Story(
    goal='#read("/etc/passwd") *bold* <b>x</b>',
    tried=("New insoles: no change.",),
    medication="none",
    past="Nothing.",
    note='$x$ #panic("no") <script>alert(1)</script>',
    answered=NO,
    results=(
        ScreenResult("heel-raise", left=22, right=31),
        ScreenResult("log-look-back", yes=True),
    ),
    worked=(Worked(TODAY, "calf", Side.LEFT, 3, 2),),
)


def page(
    *pains: float,
    story: Story = STORY,
    reader: Specialist = Specialist.PHYSIO,
    runner: Runner | None = None,
    region: str = "calf",
) -> HandOver:
    made = history(*pains, runner=runner, region=region)
    return hand_over(made, TODAY, K, default_rng(1), story=story, reader=reader)


def flagged(reader: Specialist = Specialist.PHYSIO) -> HandOver:
    """A swollen calf."""
    story = replace(STORY, answered={**NO, "swollen-calf": True})
    return page(2, 3, story=story, reader=reader)
