"""The gate by criteria, not by a date: go on, three more easy days, or see someone.

Everything has to be well on two mornings in a row. What was not answered is unknown, and unknown
does not pass.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from unload.model.body import RedFlag
from unload.model.comeback import Criterion, Gate, GateAnswers, Light, Outcome
from unload.model.constants import ComebackConstants, SignalConstants
from unload.model.daily import Daily
from unload.model.history import CheckIn
from unload.model.phrase import Phrase, Value
from unload.model.week_start import week_of
from unload.science.body_signals import wellness_z
from unload.science.rolling import shift, window_mean

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
# What each criterion compares with; the others rest on being asked for at all.
RESTS_ON = {
    "pain": ("gate_pain_green", "gate_pain_amber"),
    "heel raises": ("gate_heel_raises", "gate_heel_raises_share"),
    "wellness": ("gate_wellness_items", "gate_wellness_z"),
}
# Where heel raises tell something: what lifts the heel.
LIFTERS = ("calf", "achilles")


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything known of one day: its column, its check-in, its answers."""

    days: Daily
    column: int
    check_in: CheckIn | None
    answers: GateAnswers
    signals: SignalConstants
    constants: ComebackConstants

    @property
    def day(self) -> date:
        return self.days.day(self.column)


def gate(
    days: Daily,
    check_ins: Sequence[CheckIn],
    answers: Sequence[GateAnswers],
    flags: Sequence[RedFlag],
    constants: tuple[SignalConstants, ComebackConstants],
    *,
    amber_weeks: int = 0,
) -> Gate:
    """What the newest mornings say; `amber_weeks` is how many weeks the gate has said amber.

    `days` of one runner, arrays (days,), ending on the day of the question.
    """
    signals, c = constants
    said = {check_in.day: check_in for check_in in check_ins}
    told = {answer.day: answer for answer in answers}
    criteria: list[Criterion] = []
    for back in range(int(c.gate_days.value)):
        column = days.days - 1 - back
        if column < 0:
            break
        day = days.day(column)
        morning = Morning(days, column, said.get(day), told.get(day, GateAnswers(day)), signals, c)
        criteria += [_grounded(look(morning), c) for look in LOOKS]
    criteria += [_flag(flag, days.day(-1)) for flag in flags if flag.level.stops]
    return _judged(tuple(criteria), days.day(-1), c, amber_weeks)


def _judged(
    criteria: tuple[Criterion, ...], today: date, c: ComebackConstants, amber_weeks: int
) -> Gate:
    lights = {criterion.light for criterion in criteria}
    if Light.RED in lights:
        return Gate(Outcome.REFER, Phrase("gate.refer"), criteria)
    if Light.AMBER in lights:
        if amber_weeks >= c.gate_amber_weeks_max.value:
            weeks = int(c.gate_amber_weeks_max.value)
            return Gate(Outcome.REFER, Phrase("gate.refer_amber", {"weeks": weeks}), criteria)
        until = today + timedelta(days=int(c.gate_extension_days.value))
        values: dict[str, Value] = {"days": int(c.gate_extension_days.value), "until": until}
        return Gate(Outcome.EXTEND, Phrase("gate.extend", values), criteria, until)
    if Light.UNKNOWN in lights:
        return Gate(Outcome.ASK, Phrase("gate.ask"), criteria)
    return Gate(Outcome.PASS, Phrase("gate.pass"), criteria)


def _grounded(criterion: Criterion, c: ComebackConstants) -> Criterion:
    """The criterion with what it rests on; at least the rule that asks for it on two mornings."""
    rests_on = RESTS_ON.get(criterion.name, ("gate_days",))
    return replace(criterion, constants=tuple(getattr(c, name) for name in rests_on))


def careful_weeks(said: Sequence[tuple[date, Outcome]], today: date, week_start: int) -> int:
    """How many weeks in a row before this one the gate has said "not yet", since it last opened."""
    opened = max((day for day, outcome in said if outcome is Outcome.PASS), default=date.min)
    waited = (day for day, o in said if o is Outcome.EXTEND and opened < day <= today)
    amber = {week_of(day, week_start) for day in waited}
    weeks, before = 0, week_of(today, week_start) - WEEK
    while before in amber:
        weeks, before = weeks + 1, before - WEEK
    return weeks


def _flag(flag: RedFlag, day: date) -> Criterion:
    return Criterion("red flag", day, Light.RED, Phrase("gate.flag", {"action": flag.action}))


def _pain(m: Morning) -> Criterion:
    """The worst spot of the day; at rest or at night nothing may hurt."""
    c = m.constants
    pain = m.days.pain[..., m.column]
    if np.isnan(pain).all():
        return _unknown("pain", m)
    worst = float(np.nanmax(pain))
    spots = m.check_in.spots or () if m.check_in is not None else ()
    values: dict[str, Value] = {"worst": worst, "green": c.gate_pain_green.value}
    if any(spot.at_rest for spot in spots):
        return Criterion("pain", m.day, Light.RED, Phrase("gate.pain_rest"))
    light = _light(worst, c.gate_pain_green.value, c.gate_pain_amber.value)
    return Criterion("pain", m.day, light, Phrase(f"gate.pain_{light.value}", values))


def _light(value: float, green: float, amber: float) -> Light:
    """Green up to one border, amber up to the next, red beyond."""
    return Light.GREEN if value <= green else Light.AMBER if value <= amber else Light.RED


def _stiffness(m: Morning) -> Criterion:
    """The pain on waking against the runner's own mornings before."""
    morning = m.days.morning[..., m.column]
    if np.isnan(morning).all():
        # Nothing sore and nothing said of the morning: there is nothing to be stiff.
        calm = np.nan_to_num(m.days.pain[..., m.column], nan=np.inf).max() == 0
        return _green("morning", m) if calm else _unknown("morning", m)
    window = int(m.signals.spot_baseline_days.value)
    usual = np.nan_to_num(shift(window_mean(m.days.morning, window), 1)[..., m.column])
    above = np.nan_to_num(morning) > usual
    if not above.any():
        return _green("morning", m)
    values: dict[str, Value] = {"now": float(np.nanmax(morning)), "usual": float(usual.max())}
    return Criterion("morning", m.day, Light.AMBER, Phrase("gate.morning_amber", values))


def _walking(m: Morning) -> Criterion:
    if m.answers.limps:
        return Criterion("walking", m.day, Light.RED, Phrase("gate.walking_red"))
    if m.answers.walks_freely is None:
        return _unknown("walking", m)
    if m.answers.walks_freely:
        return _green("walking", m)
    return Criterion("walking", m.day, Light.AMBER, Phrase("gate.walking_amber"))


def _raises(m: Morning) -> Criterion:
    """Asked only where the calf or the Achilles tendon has been sore."""
    used = (m.constants.gate_heel_raises, m.constants.gate_heel_raises_share)
    sore = [
        row
        for row, (region, _) in enumerate(m.days.spots)
        if region in LIFTERS and np.nan_to_num(m.days.pain[row]).max() > 0
    ]
    if not sore:
        return _green("heel raises", m)
    if m.answers.raises is None:
        return _unknown("heel raises", m)
    best = m.answers.best_raises or (0, 0)
    enough = [
        count >= used[0].value or (own > 0 and count >= used[1].value * own)
        for count, own in zip(m.answers.raises, best, strict=True)
    ]
    if all(enough):
        return _green("heel raises", m)
    values: dict[str, Value] = {"fewest": min(m.answers.raises), "wanted": int(used[0].value)}
    return Criterion("heel raises", m.day, Light.AMBER, Phrase("gate.raises_amber", values))


def _wellness(m: Morning) -> Criterion:
    """How many answers lie under the runner's own four weeks; never summed."""
    used = (m.constants.gate_wellness_items, m.constants.gate_wellness_z)
    z = wellness_z(m.days, m.signals)[..., m.column]
    if np.isnan(z).all():
        return _unknown("wellness", m)
    low = int((z < used[1].value).sum())
    if low < used[0].value:
        return _green("wellness", m)
    return Criterion("wellness", m.day, Light.AMBER, Phrase("gate.wellness_amber", {"low": low}))


def _illness(m: Morning) -> Criterion:
    ill = m.days.ill[m.column]
    if np.isnan(ill):
        return _unknown("illness", m)
    if not ill:
        return _green("illness", m)
    return Criterion("illness", m.day, Light.AMBER, Phrase("gate.illness_amber"))


def _green(name: str, m: Morning) -> Criterion:
    return Criterion(name, m.day, Light.GREEN, Phrase(f"gate.{_key(name)}_green"))


def _unknown(name: str, m: Morning) -> Criterion:
    says = Phrase(f"gate.{_key(name)}_unknown", {"day": m.day})
    return Criterion(name, m.day, Light.UNKNOWN, says)


def _key(name: str) -> str:
    return name.rpartition(" ")[-1]


LOOKS: tuple[Callable[[Morning], Criterion], ...] = (
    _pain,
    _stiffness,
    _walking,
    _raises,
    _wellness,
    _illness,
)
