"""Five made-up weeks: usual, lighter and ill, empty, not known, and one under way."""

from dataclasses import replace
from datetime import date, timedelta

from unload.knowledge import load_knowledge
from unload.model.past import Past, PastWeek
from unload.model.proof import Done

KNOWLEDGE = load_knowledge()
USUAL = PastWeek(
    first_day=date(2024, 10, 14),
    whole=True,
    done=Done.USUAL,
    run_m=48_000,
    usual_m=50_000,
    longest_m=16_000,
    load_au=300.4,
    slow_au=41.6,
    fast_au=42.2,
    monotony=1.26,
    strain=378.5,
    sore_days=2,
    ill=False,
    away=False,
)
LIGHTER = replace(
    USUAL, done=Done.UNLOADED, run_m=24_000, monotony=None, strain=None, ill=True, away=True
)
EMPTY = replace(USUAL, done=Done.EMPTY, run_m=0.0, longest_m=0.0, monotony=None, strain=None)
UNKNOWN = replace(
    EMPTY, done=Done.UNKNOWN, run_m=None, longest_m=None, load_au=None, slow_au=None, fast_au=None,
    usual_m=None, sore_days=None,
)  # fmt: skip
UNDER_WAY = replace(USUAL, whole=False, done=Done.UNKNOWN, run_m=12_000)
PAST = Past(
    today=date(2024, 11, 14),
    weeks=tuple(
        replace(week, first_day=USUAL.first_day + timedelta(weeks=n))
        for n, week in enumerate((USUAL, LIGHTER, EMPTY, UNKNOWN, UNDER_WAY))
    ),
    load_source="pace",
    load_tied=0,
    constants=(
        KNOWLEDGE.load.ewma_chronic_tau,
        KNOWLEDGE.load.ewma_acute_tau,
        KNOWLEDGE.signals.monotony_amber,
    ),
)
