"""Hand-built advice for every kind of verdict: what a report must be able to show.

The words and the evidence are made up for the tests and say so; the shapes are the real ones.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, timedelta

from unload.model.advice import (
    Advice,
    Arm,
    Coverage,
    Doubt,
    Futures,
    Point,
    Role,
    Signal,
    Stop,
    Verdict,
    VerdictKind,
)
from unload.model.body import (
    Finding,
    Level,
    Reach,
    RedFlag,
    Region,
    Routine,
    Screen,
    Step,
    Technique,
    Tissue,
)
from unload.model.constants import (
    BacktestConstants,
    BodyConstants,
    ComebackConstants,
    FutureConstants,
    Knowledge,
    LoadConstants,
    RoutineConstants,
    SignalConstants,
    VerdictConstants,
    WeekConstants,
)
from unload.model.evidence import Constant, Grade, Source
from unload.model.history import Race, Side
from unload.model.phrase import Phrase, Value
from unload.model.plan import Depth, Kind, PlannedSession, UnloadingWeek, Week
from unload.report.compose import compose
from unload.report.document import Document, Entry, Section, text_of
from unload.report.words import KM, Units, Words

TODAY = date(2024, 11, 17)  # a Sunday
MONDAY = date(2024, 11, 18)

TEXT: Mapping[str, str] = {
    "verdict.see_someone": "See someone about the {region:spot} before you run again.",
    "verdict.not_enough_data": "Not enough data to say: {n:spelled week} of running so far.",
    "verdict.taper": "Taper: the race on {day:day} is {n:count day} away.",
    "verdict.already_unloading": "You are in a lighter week already. Go on with it.",
    "verdict.unload_now": "Take an unloading week, from {day:when}.",
    "verdict.unload_soon": "An unloading week is due by {day:day}.",
    "verdict.train_on": "Train on; the next lighter week is due by {day:day} at the latest.",
    "reason.spot": "{region:Spot}: {pain:pain} or more on {n:count day} of the last 7, and still "
    "there the next morning. Yours is usually at {base:pain}.",
    "reason.build": "{n:Spelled building week} since your last light one ({day:day}).",
    "reason.spike": "{day:When}'s {x_m:distance} was {ratio:times} your longest run of the 30 days "
    "before. This supports the others; alone it would decide nothing.",
    "unknown.sleep": "sleep (no check-ins)",
    "unknown.hr": "heart rate on {n} of {of} runs",
    "change.spot": "three mornings at {pain:pain} or less on the {region:spot} make it soon, by "
    "{day:short_day}",
    "why.same": "as it was",
    "why.shorter": "{factor:times} of the usual",
    "why.easy": "nothing hard while the {region:spot} talks",
    "why.rest": "one more rest day",
    "why.work": "the routine is below",
    "basis": "Before is your usual week: the median of your last {n:spelled building week}.",
    "doubt.speed": "No study found a loss after a week like this.",
    "doubt.race": "The same either way. The week pays if it spares you a forced stop in "
    "{n:count case} of 12.",
    "doubt.weight": "At the very most, if you eat as ever; the scale swings more from water.",
    "step.usual": "It gets its turn every time.",
    "doubt.unknown": "No recent hard effort to judge from.",
}


def phrase(key: str, **values: Value) -> Phrase:
    """A phrase with its values."""
    return Phrase(key, values)


def constant(
    name: str, source: str, grade: Grade = Grade.MODERATE, verified: bool = True
) -> Constant:
    """A made-up constant that carries a real shape."""
    return Constant(name, 3.0, "made up", 0.0, 10.0, source, "nowhere", grade, verified, "a test")


SOURCES = {
    key: Source(key, authors, year, title, "Journal of Made-up Results", "10.1000/" + key)
    for key, authors, year, title in (
        ("silber", "Silber KG, Thomeé R", 2007, "Continued sports activity while sore"),
        ("coaches", "Coaches of four plans", 2020, "Lighter weeks as they are written"),
        ("frandsen", "Frandsen JS, Hulme A", 2025, "How much running is too much?"),
        ("houmard", "Houmard JA", 1990, "Reduced training maintains performance"),
        ("roller", "Wiewelhove T, et al.", 2019, "A meta-analysis of foam rolling"),
    )
}
SPOT = constant("spot_pain_min", "silber")
BUILD = constant("build_weeks_before_down", "coaches", Grade.EXPERT, verified=False)
SPIKE = constant("session_spike_green_max", "frandsen")
OURS = constant("soon_lead_weeks", "ours", Grade.OURS)
SPEED = constant("speed_change_kept_low", "houmard", Grade.STRONG)

CALF = Region(
    "calf", "calf", "gastrocnemius", Tissue.MUSCLE, True, 1, "clot", "back of the knee", ("sole",)
)
SOLE = Region("sole", "sole", "plantar fascia", Tissue.FASCIA, True, 9, "", "", ("calf",))
THIGH = Region("thigh", "front thigh", "quadriceps", Tissue.MUSCLE, True, 0, "", "", ())
SCREEN = Screen("heel_raise", "single-leg heel raises", "Rise and count.", "6 raises", "silber")
FLAG = RedFlag(
    "calf_clot",
    Level.B,
    "Is the calf swollen, warm and sore at rest?",
    "See a doctor today, and do not massage the calf: this could be a clot.",
    ("calf",),
    "silber",
)


def signal(name: str, says: Phrase, role: Role = Role.DECIDES, *why: Constant) -> Signal:
    """A signal that is on."""
    return Signal(name, role, why[0].grade, 4.0, 0.0, 3.0, True, why, says)


REASONS = (
    signal(
        "sore_spots",
        phrase("reason.spot", region="calf", side="left", pain=3.0, n=4, base=0.0),
        Role.DECIDES,
        SPOT,
        OURS,
    ),
    signal(
        "build_weeks",
        phrase("reason.build", n=4, day=date(2024, 10, 14)),
        Role.DECIDES,
        BUILD,
    ),
    signal(
        "session_spike",
        phrase("reason.spike", day=date(2024, 11, 12), x_m=29_000.0, ratio=1.2083),
        Role.SUPPORTS,
        SPIKE,
    ),
)
UNKNOWN_SIGNAL = Signal(
    "wellness",
    Role.DECIDES,
    Grade.WEAK,
    None,
    None,
    None,
    None,
    (OURS,),
    phrase("why.same"),
    phrase("unknown.sleep"),
)


def _week(*days: tuple[Kind, float, float]) -> Week:
    return Week(
        tuple(
            PlannedSession(MONDAY + timedelta(n), kind, km * 1000, km * 342, hard * 60)
            for n, (kind, km, hard) in enumerate(days)
        )
    )


BEFORE = _week(
    (Kind.REST, 0, 0),
    (Kind.EASY, 10, 0),
    (Kind.HARD, 9, 24),
    (Kind.RUN, 12, 10),
    (Kind.REST, 0, 0),
    (Kind.EASY, 8, 0),
    (Kind.LONG, 23.5, 0),
)
AFTER = _week(
    (Kind.REST, 0, 0),
    (Kind.EASY, 6, 0),
    (Kind.REST, 0, 0),
    (Kind.EASY, 7, 0),
    (Kind.REST, 0, 0),
    (Kind.REST, 0, 0),
    (Kind.LONG, 14, 0),
)
SHORTER = phrase("why.shorter", factor=0.6)
WEEK = UnloadingWeek(
    Depth.UNLOADING,
    BEFORE,
    AFTER,
    (
        phrase("why.same"),
        SHORTER,
        phrase("why.work"),
        phrase("why.easy", region="calf", side="left"),
        phrase("why.same"),
        phrase("why.rest"),
        SHORTER,
    ),
    phrase("basis", n=6),
    2,
)
ROLL_CALF = Technique(
    "roll_calf", "calf", "roller", "Roll the calf", "sit", "slow", False, Grade.WEAK, "roller"
)
ROLL_THIGH = replace(ROLL_CALF, key="roll_thigh", region="thigh")
BALL_CALF = replace(ROLL_CALF, key="ball_calf", tool="lacrosse_ball")
BALL_SOLE = replace(BALL_CALF, key="ball_sole", region="sole", optional=True)
ROUTINE = Routine(
    (
        Step(ROLL_THIGH, Side.LEFT, 1, 45.0),
        Step(ROLL_THIGH, Side.RIGHT, 1, 45.0),
        Step(ROLL_CALF, Side.LEFT, 2, 45.0),
        Step(ROLL_CALF, Side.RIGHT, 1, 45.0),
        Step(BALL_CALF, Side.LEFT, 2, 30.0, spot=True),
        Step(BALL_SOLE, Side.LEFT, 1, 60.0),
        Step(BALL_SOLE, Side.RIGHT, 1, 60.0),
    ),
    ("back of the left knee: nerves and vessels lie there",),
)
FINDINGS = (
    Finding("calf", Side.LEFT, "soleus", Reach.LOCAL, Grade.EXPERT, "silber", "heel_raise", 0.7),
    Finding("calf", Side.LEFT, "stiff ankle", Reach.ADJACENT, Grade.WEAK, "roller", "", 0.25),
)
DOUBTS = (
    Doubt(
        "speed",
        "share",
        -0.005,
        0.0,
        0.01,
        (phrase("doubt.speed"),),
        (SPEED,),
        (
            Point(phrase("doubt.speed"), (SPEED, OURS)),
            Point(phrase("doubt.weight"), (), ("roller",)),
        ),
    ),
    Doubt("race", "s", 13_080.0, 13_500.0, 13_920.0, (phrase("doubt.race", n=1),), (SPEED, SPIKE)),
    Doubt("weight", "kg", 0.0, 0.2, 0.3, (phrase("doubt.weight"),), (OURS,)),
)
FUTURES = Futures(
    unit="s",
    days=(TODAY, MONDAY, date(2025, 1, 20), date(2025, 4, 21)),
    with_week=Arm(
        (13_000.0, 13_000.0, 13_010.0, 13_000.0),
        (13_400.0, 13_400.0, 13_380.0, 13_400.0),
        (13_900.0, 13_900.0, 13_930.0, 13_900.0),
    ),
    without=Arm((13_000.0,) * 4, (13_400.0,) * 4, (13_900.0,) * 4),
    change=Arm((0.0, 0.0, -0.002, 0.0), (0.0, 0.0, 0.001, 0.0), (0.0, 0.0, 0.004, 0.0)),
    lighter=(MONDAY, date(2024, 11, 24)),
    stops=(
        Stop("table", 13_460.0, 13_660.0, (SPEED,)),
        Stop("gaps", 14_070.0, 14_470.0, (SPEED,)),
    ),
    stop_days=(7, 13),
    inside=0.8,
    constants=(SPEED,),
)
FREE = replace(
    FUTURES,
    unit="share",
    with_week=Arm((-0.03,) * 4, (0.0,) * 4, (0.03,) * 4),
    without=Arm((-0.03,) * 4, (0.0,) * 4, (0.03,) * 4),
    stops=(Stop("table", -0.02, -0.005, (SPEED,)), Stop("gaps", -0.07, -0.05, (SPEED,))),
)
COVERAGE = Coverage(28, 26, 19, 13, 0, 12, "hr")
RACE = Race(date(2025, 4, 21), 42_195.0)
UNKNOWN = (phrase("unknown.sleep"), phrase("unknown.hr", n=6, of=19))
CHANGE = (phrase("change.spot", region="calf", side="left", pain=2.0, day=date(2024, 12, 2)),)


def _verdict(kind: VerdictKind, says: Phrase, **others: object) -> Verdict:
    base = Verdict(kind, says, TODAY, None, 0, (), (), ())
    return replace(base, **others)  # type: ignore[arg-type] # names of Verdict's own fields


NOW = Advice(
    today=TODAY,
    verdict=_verdict(
        VerdictKind.UNLOAD_NOW,
        phrase("verdict.unload_now", day=MONDAY),
        since=date(2024, 11, 15),
        by=MONDAY,
        reasons=REASONS,
        unknown=UNKNOWN,
        would_change=CHANGE,
    ),
    signals=(*REASONS, UNKNOWN_SIGNAL),
    week=WEEK,
    routine=ROUTINE,
    findings=FINDINGS,
    doubts=DOUBTS,
    coverage=COVERAGE,
    knowledge_version="test",
    race=RACE,
    futures=FUTURES,
)
SOON = replace(
    NOW,
    verdict=_verdict(
        VerdictKind.UNLOAD_SOON,
        phrase("verdict.unload_soon", day=date(2024, 12, 2)),
        by=date(2024, 12, 2),
        reasons=REASONS[1:],
        data_age_days=3,
    ),
    week=replace(WEEK, depth=Depth.STEP_BACK),
)
TRAIN_ON = replace(
    NOW,
    verdict=_verdict(
        VerdictKind.TRAIN_ON, phrase("verdict.train_on", day=date(2024, 12, 9)), unknown=UNKNOWN
    ),
    week=None,
    routine=None,
    findings=(),
    race=None,
    futures=replace(FREE, lighter=None),
)
TAPER = replace(
    TRAIN_ON,
    verdict=_verdict(VerdictKind.TAPER, phrase("verdict.taper", day=RACE.day, n=12)),
    race=RACE,
)
ALREADY = replace(
    TRAIN_ON,
    verdict=_verdict(VerdictKind.ALREADY_UNLOADING, phrase("verdict.already_unloading")),
    routine=ROUTINE,
)
THIN = replace(
    TRAIN_ON,
    verdict=_verdict(
        VerdictKind.NOT_ENOUGH_DATA,
        phrase("verdict.not_enough_data", n=2),
        since=None,
        data_age_days=None,
        unknown=UNKNOWN[:1],
    ),
    signals=(UNKNOWN_SIGNAL,),
    doubts=(Doubt("race", "s", None, None, None, (phrase("doubt.unknown"),), ()),),
    coverage=Coverage(28, 0, 0, 0, 0, 0, ""),
)
SEE_SOMEONE = replace(
    TRAIN_ON,
    verdict=_verdict(
        VerdictKind.SEE_SOMEONE,
        phrase("verdict.see_someone", region="calf", side="left"),
        reasons=REASONS[:1],
        flags=(FLAG,),
    ),
    doubts=(),
)
FORCED = replace(
    TRAIN_ON,
    week=replace(
        WEEK,
        depth=Depth.NO_RUNNING,
        before=Week(tuple(replace(d, hard_s=None) for d in BEFORE.days)),
        after=Week(tuple(PlannedSession(d.day, Kind.REST) for d in AFTER.days)),
    ),
)
SAMPLES: Mapping[str, Advice] = {
    "now": NOW,
    "soon": SOON,
    "train on": TRAIN_ON,
    "taper": TAPER,
    "already": ALREADY,
    "thin": THIN,
    "see someone": SEE_SOMEONE,
    "forced": FORCED,
}


def _stage(cls: type) -> object:
    return cls(**{f.name: constant(f.name, "ours", Grade.OURS) for f in fields(cls)})


def knowledge() -> Knowledge:
    """Knowledge of the right shape, every number made up."""
    limits = {
        "fr_max_discomfort": replace(constant("fr_max_discomfort", "roller"), value=5.0),
        "fr_stroke_s": constant("fr_stroke_s", "roller", Grade.WEAK, verified=False),
    }
    return Knowledge(
        version="test",
        sources=SOURCES,
        load=_stage(LoadConstants),  # type: ignore[arg-type] # built by the fields of the class
        signals=_stage(SignalConstants),  # type: ignore[arg-type] # the stand-in has what is used
        verdict=_stage(VerdictConstants),  # type: ignore[arg-type] # the stand-in has what is used
        week=_stage(WeekConstants),  # type: ignore[arg-type] # the stand-in has what is used
        comeback=_stage(ComebackConstants),  # type: ignore[arg-type] # the stand-in has what is used
        body=_stage(BodyConstants),  # type: ignore[arg-type] # the stand-in has what is used
        routine=replace(_stage(RoutineConstants), **limits),  # type: ignore[type-var] # the stand-in has what is used
        futures=replace(  # type: ignore[type-var] # the stand-in has what is used
            _stage(FutureConstants),
            doubt_pounds=Constant(
                "doubt_pounds", 40.0, "lb", 0.0, 99.0, "ours", "", Grade.OURS, True, "a test"
            ),
        ),
        backtest=_stage(BacktestConstants),  # type: ignore[arg-type] # the stand-in has what is used
        regions={region.key: region for region in (CALF, SOLE, THIGH)},
        links=(),
        screens={SCREEN.key: SCREEN},
        techniques=(ROLL_CALF, ROLL_THIGH, BALL_CALF, BALL_SOLE),
        red_flags=(FLAG,),
        blockers=(),
        ladder=(),
        text=TEXT,
    )


KNOWLEDGE = knowledge()
NAMES = {region.key: region.name for region in KNOWLEDGE.regions.values()}


def document(advice: Advice, units: Units = KM) -> Document:
    """The composed screen of some advice."""
    return compose(advice, Words(KNOWLEDGE.text, units, advice.today, NAMES), KNOWLEDGE)


def section(advice: Advice, key: str) -> Section:
    """One section of it."""
    return next(s for s in document(advice).sections if s.key == key)


def entries(advice: Advice, key: str) -> list[tuple[str, str, str]]:
    """Marker, body and tail of each entry of a section."""
    return [
        (text_of(b.marker), text_of(b.body), text_of(b.tail))
        for b in section(advice, key).blocks
        if isinstance(b, Entry)
    ]
