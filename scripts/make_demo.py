"""Write the demo's three runners, made up from a seed; no real person is in them.

python3 run python scripts/make_demo.py           writes src/unload/demo/
python3 run python scripts/make_demo.py --check   fails where the files differ
"""

import csv
import io
import random
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

DEMO = Path(__file__).parent.parent / "src" / "unload" / "demo"
TODAY = date(2024, 11, 17)
SEEDS = (40, 41, 9)  # sore, steady, thin-data
RACE = date(2025, 4, 21)
MON, TUE, WED, THU, SAT, SUN = 0, 1, 2, 3, 5, 6

DEMO_TOML = f"""\
# The demo's fixed day and its runners; written by scripts/make_demo.py, all of it made up.
today = {TODAY}
default = "sore"

[runners.sore]
about = "A marathon build with a left calf that has begun to talk."
race = {RACE}
race_distance_m = 42195

[runners.steady]
about = "The same build in good health, two weeks after a lighter week."
race = {RACE}
race_distance_m = 42195

[runners.thin-data]
about = "Nine runs, the newest twelve days ago: too little to say anything."
race = {RACE}
race_distance_m = 42195
"""


@dataclass(frozen=True)
class Run:
    """A row of runs.csv; None becomes an empty cell, which means not known."""

    start_local: str
    type: str
    distance_m: int
    moving_s: int
    avg_hr: int | None
    elev_gain_m: int
    rpe: int | None
    name: str


@dataclass(frozen=True)
class CheckIn:
    """A row of checkins.csv; wellness runs 1 to 5, higher is better."""

    date: date
    sleep: int
    fatigue: int
    soreness: int
    stress: int
    mood: int
    resting_hr: int | None
    rmssd_ms: int | None
    ill: str
    spots: str


@dataclass(frozen=True)
class Kind:
    """A kind of run: what it is called, its pace, heart rate and effort."""

    name: str
    s_per_km: int
    hr: int
    rpe: int


EASY = Kind("Easy run", 362, 141, 3)
STEADY = Kind("Steady run", 325, 154, 5)
REPEATS = Kind("8 x 400 m", 338, 160, 8)
LONG = Kind("Long run", 366, 146, 5)
HALF_MARATHON = Kind("Half marathon race", 297, 171, 9)
TEN_KM = Kind("10 km race", 282, 174, 9)
RACES = {date(2024, 9, 8): (TEN_KM, 10.0), date(2024, 10, 20): (HALF_MARATHON, 21.1)}


@dataclass(frozen=True)
class Habits:
    """How one runner trains and records; shares are of runs, or of days for check-ins."""

    weeks: int
    first_km: float
    last_km: float
    lighter_sundays: tuple[date, ...]
    hr_share: float
    rpe_share: float
    check_in_share: float


def sundays(*days: tuple[int, int]) -> tuple[date, ...]:
    return tuple(date(2024, month, day) for month, day in days)


SORE = Habits(
    weeks=40,
    first_km=45,
    last_km=62,
    lighter_sundays=sundays((3, 10), (4, 7), (5, 5), (6, 9), (7, 7), (8, 11), (9, 8), (10, 13)),
    hr_share=0.33,
    rpe_share=0.5,
    check_in_share=0.7,
)
FIT = Habits(
    weeks=40,
    first_km=44,
    last_km=56,
    lighter_sundays=sundays(
        (3, 3), (4, 7), (5, 5), (6, 2), (7, 7), (8, 4), (9, 8), (10, 6), (11, 3)
    ),
    hr_share=0.85,
    rpe_share=0.8,
    check_in_share=0.9,
)
LIGHTER = 0.64  # of the week as it would have been
SHARES = {TUE: (EASY, 0.165), WED: (REPEATS, 0.16), THU: (STEADY, 0.19), SAT: (EASY, 0.13)}
LONG_SHARE = 0.355
USUAL_ANSWERS = ((3, 4, 5), (12, 70, 18))  # a healthy day's answer to an item, and how often


def weeks_of(habits: Habits, chance: random.Random) -> Iterator[Run]:
    """Every run of a build that grows from the first week to the last, lighter weeks included."""
    for index in range(habits.weeks):
        sunday = TODAY - timedelta(weeks=habits.weeks - 1 - index)
        grown = index / (habits.weeks - 1)
        km = habits.first_km + (habits.last_km - habits.first_km) * grown
        if sunday in habits.lighter_sundays:
            km *= LIGHTER
        for weekday, (kind, share) in SHARES.items():
            easier = EASY if kind is REPEATS and sunday in habits.lighter_sundays else kind
            day = sunday - timedelta(days=SUN - weekday)
            yield run_on(day, easier, km * share, habits, chance)
        yield sunday_run(sunday, km * LONG_SHARE, habits, chance)


def sunday_run(sunday: date, km: float, habits: Habits, chance: random.Random) -> Run:
    """The long run, or a race that takes its place."""
    kind, raced_km = RACES.get(sunday, (LONG, km))
    return run_on(sunday, kind, raced_km, habits, chance, exact=sunday in RACES)


def run_on(
    day: date,
    kind: Kind,
    km: float,
    habits: Habits,
    chance: random.Random,
    *,
    exact: bool = False,
) -> Run:
    """One run with the small differences of real days, known as far as the runner records."""
    metres = round(km * 1000) if exact else round(km * 1000 * chance.uniform(0.96, 1.04))
    pace = kind.s_per_km * (1 if exact else chance.uniform(0.985, 1.015))
    start = datetime.combine(day, time(8 if day.weekday() >= SAT else 18)) + timedelta(
        minutes=chance.randrange(50)
    )
    hr, rpe = round(kind.hr + chance.uniform(-3, 3)), kind.rpe + chance.choice((-1, 0, 0, 0, 1))
    return Run(
        start_local=start.isoformat(),
        type="Run",
        distance_m=metres,
        moving_s=round(metres / 1000 * pace),
        avg_hr=hr if chance.random() < habits.hr_share else None,
        elev_gain_m=round(metres / 1000 * chance.uniform(4, 9)),
        rpe=rpe if chance.random() < habits.rpe_share else None,
        name=kind.name,
    )


# What the sore runner's last four weeks hold, whatever the seed: the story the demo tells.
LONG_RUNS_M = {
    date(2024, 10, 27): 23_100,
    date(2024, 11, 3): 24_000,
    date(2024, 11, 10): 29_000,
    date(2024, 11, 17): 25_000,
}
LEFT_CALF = {
    date(2024, 11, 6): "calf:left:1:0",
    date(2024, 11, 7): "calf:left:2:1",
    date(2024, 11, 9): "calf:left:1:0",
    date(2024, 11, 10): "calf:left:3:3",
    date(2024, 11, 11): "calf:left:3:2",
    date(2024, 11, 12): "calf:left:2:1",
    date(2024, 11, 13): "calf:left:4:3",
    date(2024, 11, 14): "calf:left:3:2",
    date(2024, 11, 15): "calf:left:1:1",
    date(2024, 11, 16): "calf:left:3:3",
    date(2024, 11, 17): "calf:left:5",
}
FORGOTTEN = (date(2024, 10, 26), date(2024, 11, 4))
DRIFT_FROM = date(2024, 11, 11)


def sore_runs(chance: random.Random) -> list[Run]:
    """The build, with its last long runs set to the metre: 29 km after at most 24."""
    runs = []
    for run in weeks_of(SORE, chance):
        metres = LONG_RUNS_M.get(datetime.fromisoformat(run.start_local).date())
        runs.append(lengthened(run, metres) if metres else run)
    return runs


def lengthened(run: Run, metres: int) -> Run:
    """The same run over another distance at the same pace."""
    scale = metres / run.distance_m
    return replace(run, distance_m=metres, moving_s=round(run.moving_s * scale))


def check_ins(habits: Habits, days: int, chance: random.Random) -> Iterator[CheckIn]:
    """A check-in on most days; nothing hurts."""
    for back in range(days - 1, -1, -1):
        answered = chance.random() < habits.check_in_share
        items = chance.choices(*USUAL_ANSWERS, k=5)
        hr, rmssd = round(chance.gauss(50, 1.5)), round(chance.gauss(62, 6))
        if answered:
            day = TODAY - timedelta(days=back)
            yield CheckIn(day, *items, hr, rmssd, "no", "none")


def sore_check_ins(chance: random.Random) -> list[CheckIn]:
    """Nearly every day of the last four weeks, with a calf that speaks up at the end."""
    month_began = TODAY - timedelta(days=27)
    before = [c for c in check_ins(SORE, 40 * 7, chance) if c.date < month_began]
    daily = check_ins(Habits(0, 0, 0, (), 0, 0, check_in_share=1), 28, chance)
    last = [drifted(c) for c in daily if c.date not in FORGOTTEN]
    # This runner has no strap or ring that measures heart rate variability.
    return [without_rmssd(c) for c in before + last]


def drifted(row: CheckIn) -> CheckIn:
    """Fatigue and soreness a little worse in the last week, and the spots of the story."""
    worse = 1 if row.date >= DRIFT_FROM else 0
    spots = LEFT_CALF.get(row.date, "none")
    return replace(row, fatigue=row.fatigue - worse, soreness=row.soreness - worse, spots=spots)


def without_rmssd(row: CheckIn) -> CheckIn:
    return replace(row, rmssd_ms=None)


def thin_runs(chance: random.Random) -> list[Run]:
    """Nine easy runs over three weeks, the newest twelve days before today."""
    newest = TODAY - timedelta(days=12)
    habits = Habits(0, 0, 0, (), hr_share=0.3, rpe_share=0.2, check_in_share=0)
    days = [newest - timedelta(days=back) for back in (20, 18, 15, 13, 11, 8, 6, 2, 0)]
    return [run_on(day, EASY, chance.choice((6, 7, 8)), habits, chance) for day in days]


def thin_check_ins(chance: random.Random) -> list[CheckIn]:
    """Four check-ins from the days when the runner still kept it up."""
    days = {TODAY - timedelta(days=back) for back in (30, 29, 27, 24)}
    daily = check_ins(Habits(0, 0, 0, (), 0, 0, check_in_share=1), 40, chance)
    return [without_rmssd(c) for c in daily if c.date in days]


# What a sore calf is asked first; this one is no worse than sore.
DENIED = (
    "breathless", "tense-limb", "dark-urine", "swollen-calf", "pop-at-heel", "earlier-each-run",
    "tear", "numb-or-weak", "limp", "too-long", "again", "hindered",
)  # fmt: skip


def answers(weight_kg: int, sex: str, hr_max: int, denied: tuple[str, ...] = ()) -> str:
    flags = "".join(f"{key} = false\n" for key in denied)
    return (
        "# What this made-up runner says of themselves; written by scripts/make_demo.py.\n"
        f'[runner]\nsex = "{sex}"\nweight_kg = {weight_kg}\nhr_rest = 50\nhr_max = {hr_max}\n'
        'tools = ["roller", "ball"]\nminutes = 12\n' + (f"\n[red_flags]\n{flags}" if flags else "")
    )


def table(kind: type, rows: list[Run] | list[CheckIn]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(f.name for f in fields(kind))
    writer.writerows(["" if cell is None else cell for cell in astuple(row)] for row in rows)
    return out.getvalue()


def demo_files() -> dict[Path, str]:
    """Every file of the demo and what it should hold."""
    sore, fit, thin = (random.Random(seed) for seed in SEEDS)
    return {
        Path("demo.toml"): DEMO_TOML,
        Path("sore/runs.csv"): table(Run, sore_runs(sore)),
        Path("sore/checkins.csv"): table(CheckIn, sore_check_ins(sore)),
        Path("sore/answers.toml"): answers(68, "male", 188, DENIED),
        Path("steady/runs.csv"): table(Run, list(weeks_of(FIT, fit))),
        Path("steady/checkins.csv"): table(CheckIn, list(check_ins(FIT, 40 * 7, fit))),
        Path("steady/answers.toml"): answers(57, "female", 191),
        Path("thin-data/runs.csv"): table(Run, thin_runs(thin)),
        Path("thin-data/checkins.csv"): table(CheckIn, thin_check_ins(thin)),
        Path("thin-data/answers.toml"): answers(80, "male", 184),
    }


def main(*, check: bool) -> int:
    wanted = {DEMO / path: text for path, text in demo_files().items()}
    if check:
        stale = [p for p, text in wanted.items() if not p.exists() or p.read_text() != text]
        for path in stale:
            print(f"{path.name} of {path.parent.name} differs: run scripts/make_demo.py")
        return 1 if stale else 0
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
