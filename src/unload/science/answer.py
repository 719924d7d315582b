"""Answer: today's verdict with its reasons, what is unknown, and what would change it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from unload.model.advice import Role, Signal, Verdict, VerdictKind
from unload.model.body import RedFlag
from unload.model.constants import SignalConstants, VerdictConstants
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK
from unload.science.reasons import newest_day, next_monday, worst_spot
from unload.science.rolling import window_sum
from unload.science.under_way import lighter_so_far
from unload.science.verdict import KINDS, Codes, State, on, since, supported, verdicts

Constants = tuple[SignalConstants, VerdictConstants]

KIND_KEYS: Mapping[VerdictKind, str] = {kind: kind.name.lower() for kind in VerdictKind}


def answer(
    state: State,
    signals: Sequence[Signal],
    flags: Sequence[RedFlag],
    constants: Constants,
) -> Verdict:
    """The verdict of one runner today; arrays of `state` are (days,)."""
    days = state.days
    today = days.day(-1)
    codes = verdicts(state, constants[1])
    kind = KINDS[int(codes[-1])]
    by = _by(kind, state, constants)
    if kind is VerdictKind.ALREADY_UNLOADING:
        signals = [lighter_so_far(s, state) if s.name == "this_week" else s for s in signals]
    age = days.age[-1]
    return Verdict(
        kind=kind,
        says=Phrase(_headline(kind, by), {"by": by, "today": today, "race": _race_day(state)}),
        since=today - timedelta(days=since(codes)),
        by=by,
        data_age_days=None if np.isnan(age) else int(age),
        reasons=_reasons(kind, signals),
        unknown=_unknown(kind, signals, state, constants[1]),
        would_change=WOULD_CHANGE[kind](state, constants),
        flags=tuple(flags),
        changed=_changed(state, codes, signals),
    )


def _changed(state: State, codes: Codes, signals: Sequence[Signal]) -> tuple[Phrase, ...]:
    """What the answer before was, and which signals came on or went out with the change.

    Supporting signals are named only where no deciding one moved.
    """
    first = state.days.days - 1 - since(codes)
    if first == 0:
        return ()
    before = Phrase("changed.before", {"kind": KINDS[int(codes[first - 1])].value})
    moved: dict[Role, list[Phrase]] = {Role.DECIDES: [], Role.SUPPORTS: []}
    for signal in signals:
        stood, stands = np.nan_to_num(state.tracks[signal.name].on[first - 1 : first + 1]) > 0
        if stood != stands:
            key = f"changed.{signal.name}_{'on' if stands else 'off'}"
            moved[signal.role].append(Phrase(key))
    return (before, *(moved[Role.DECIDES] or moved[Role.SUPPORTS]))


def _race_day(state: State) -> date | None:
    ahead = state.days.race_in[-1]
    return None if np.isnan(ahead) else state.days.day(-1) + timedelta(days=int(ahead))


def _headline(kind: VerdictKind, by: date | None) -> str:
    dated = kind is VerdictKind.TRAIN_ON and by is not None
    return f"verdict.{KIND_KEYS[kind]}{'_by' if dated else ''}"


def _by(kind: VerdictKind, state: State, constants: Constants) -> date | None:
    """The day a lighter week begins, or is due at the latest; None where nobody can say."""
    today = state.days.day(-1)
    monday = next_monday(today)
    if kind is VerdictKind.UNLOAD_NOW:
        return today + timedelta(days=1)
    if kind is VerdictKind.UNLOAD_SOON:
        lead = 0 if supported(state)[-1] else int(constants[1].soon_lead_weeks.value)
        latest = monday + timedelta(days=lead * DAYS_PER_WEEK)
        asked = [
            day for day in (_due(state, constants), _calendar_monday(state)) if day is not None
        ]
        return min([latest, *(max(day, monday) for day in asked)])
    if kind is VerdictKind.TRAIN_ON:
        due = _due(state, constants)
        return None if due is None else max(due, monday)
    return None


def _calendar_monday(state: State) -> date | None:
    """The Monday after the phase, or of the journey, that the calendar asks by."""
    if not on(state, "calendar")[-1]:
        return None
    days = state.days
    phase, travel = days.phase_in[-1], days.travel_in[-1]
    if np.isnan(phase) or travel < phase:
        return next_monday(days.day(-1) + timedelta(days=int(travel) - 1))
    return next_monday(days.day(-1) + timedelta(days=int(phase)))


def _due(state: State, constants: Constants) -> date | None:
    """The Monday by which the calendar wants a lighter week; the same on every day of a week.

    Counted from the newest known week, so that a date once given does not move away.
    """
    weeks = state.tracks["build_weeks"].value[-1]
    if np.isnan(weeks):
        return None
    newest = state.days.day(newest_day(state.days))
    counted = newest - timedelta(days=(newest.weekday() + 1) % DAYS_PER_WEEK)
    left = constants[0].build_weeks_before_down.value - weeks
    ahead = int(left + constants[1].soon_lead_weeks.value)
    return counted + timedelta(days=1 + ahead * DAYS_PER_WEEK)


def _weeks_left(state: State, constants: SignalConstants) -> int | None:
    """Building weeks until the calendar asks."""
    weeks = state.tracks["build_weeks"].value[-1]
    if np.isnan(weeks):
        return None
    return max(int(constants.build_weeks_before_down.value - weeks), 0)


def _reasons(kind: VerdictKind, signals: Sequence[Signal]) -> tuple[Signal, ...]:
    """What speaks for the answer, deciding signals first; on calm days what was found calm."""
    fired = [s for s in signals if s.on]
    now = "this_week" if kind is VerdictKind.ALREADY_UNLOADING else ""
    fired.sort(key=lambda s: (s.role is Role.SUPPORTS, s.name != now))
    calm = [s for s in signals if s.on is False and s.role is Role.DECIDES]
    if kind is VerdictKind.NOT_ENOUGH_DATA:
        return tuple(fired)
    return tuple(fired) if any(s.role is Role.DECIDES for s in fired) else (*calm, *fired)


def _unknown(
    kind: VerdictKind, signals: Sequence[Signal], state: State, constants: VerdictConstants
) -> tuple[Phrase, ...]:
    """What could not be looked at or believed, each named once; holes in the record first.

    That no calendar is kept is no gap: nobody is asked to keep one.
    """
    recent = int(constants.coverage_window_days.value)
    phrases = [s.unknown for s in signals if s.unknown is not None and s.name != "calendar"]
    if kind is VerdictKind.NOT_ENOUGH_DATA:
        phrases = [p for p in phrases if p.key in CHECK_IN_SIGNALS]
    gaps = int(np.isnan(state.days.run_m[-(DAYS_PER_WEEK + DAYS_PER_WEEK) : -1]).sum())
    if gaps:
        phrases.insert(0, Phrase("unknown.days", {"days": gaps}))
    odd = np.flatnonzero(state.weeks.odd[-recent:]) + max(state.days.days - recent, 0)
    for day in odd:
        values: Mapping[str, Value] = {
            "day": state.days.day(int(day)),
            "run_m": float(state.days.run_m[day]),
        }
        phrases.insert(0, Phrase("unknown.odd", values))
    if np.isnan(state.days.pain).all() and np.isnan(state.days.wellness).all():
        phrases = [p for p in phrases if p.key not in CHECK_IN_SIGNALS]
        phrases.append(Phrase("unknown.check_ins"))
    return tuple(phrases)


CHECK_IN_SIGNALS = frozenset(
    f"unknown.{name}" for name in ("sore_spots", "wellness", "illness", "resting_hr", "hrv")
)

# The step above every answer but the topmost.
FLAG = Phrase("change.flag")


def _change_see_someone(state: State, constants: Constants) -> tuple[Phrase, ...]:
    return (Phrase("change.see_someone"),)


def _change_not_enough(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What would be enough, the nearest first."""
    verdict, out = constants[1], []
    age = state.days.age[-1]
    if np.isnan(age):
        return (Phrase("change.no_runs", {"weeks": int(verdict.history_weeks_min.value)}),)
    if age > verdict.data_age_max_days.value:
        out.append(Phrase("change.newer", {"age": int(age)}))
    wanted = int(verdict.history_weeks_min.value * DAYS_PER_WEEK)
    if state.recorded_days[-1] < wanted:
        more = wanted - int(state.recorded_days[-1])
        out.append(Phrase("change.longer", {"more": more, "wanted": wanted}))
    window = int(verdict.coverage_window_days.value)
    if state.coverage[-1] < verdict.coverage_min.value:
        known = round(float(state.coverage[-1]) * window)
        enough = int(np.ceil(verdict.coverage_min.value * window))
        out.append(Phrase("change.coverage", {"known": known, "window": window, "enough": enough}))
    if state.runs[-1] < verdict.runs_min.value:
        runs, least = int(state.runs[-1]), int(verdict.runs_min.value)
        out.append(Phrase("change.runs", {"runs": runs, "window": window, "enough": least}))
    return tuple(out)


def _change_taper(state: State, constants: Constants) -> tuple[Phrase, ...]:
    return (Phrase("change.taper"), FLAG)


def _change_already(state: State, constants: Constants) -> tuple[Phrase, ...]:
    share = constants[0].unloading_week_release.value
    newest = newest_day(state.days)
    values: Mapping[str, Value] = {
        "limit_m": float(share * state.weeks.usual_week_m[newest]),
        "so_far_m": float(state.weeks.so_far_m[newest]),
    }
    return (Phrase("change.already", values), FLAG)


def _change_now(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What lets each sign of the body go, and the one step that is left above."""
    return (*_signs_better(state, constants[0]), Phrase("change.now"), FLAG)


def _signs_better(state: State, constants: SignalConstants) -> list[Phrase]:
    """For every sign of the body that is on, what would let it go."""
    out = [p for p in (_spot_better(state, constants),) if p is not None]
    if on(state, "wellness")[-1]:
        days = int(constants.wellness_recent_days.value - constants.wellness_days_release.value)
        out.append(Phrase("change.wellness_better", {"days": days}))
    if on(state, "illness")[-1]:
        out.append(Phrase("change.well_again"))
    if on(state, "efficiency")[-1]:
        share = constants.efficiency_release.value
        out.append(Phrase("change.easy_run_back", {"share": share}))
    return out


def _spot_better(state: State, constants: SignalConstants) -> Phrase | None:
    """The number of quiet days after which the sorest spot lets go."""
    row = worst_spot(state, constants)
    if not state.days.spots or not np.nan_to_num(state.spots.on[row, -1]):
        return None
    window = int(constants.spot_window_days.value)
    pain = state.days.pain[row]
    sore = (pain >= constants.spot_pain_min.value).astype(float)
    ahead = window_sum(np.concatenate([sore, np.zeros(window)]), window)[-window:]
    quiet = 1 + int(np.argmax(ahead <= constants.spot_days_release.value))
    region, side = state.days.spots[row]
    values: dict[str, Value] = {"quiet": quiet, "region": region, "side": side}
    return Phrase("change.spot_better", {**values, "pain_min": constants.spot_pain_min.value})


def _change_soon(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """What would make it "train on", and what "now"."""
    softer = _signs_better(state, constants[0]) + _lighter_week(state, constants[0], "lighter_week")
    return (*softer, *_spot_worse(state, constants[0]))


def _change_train_on(state: State, constants: Constants) -> tuple[Phrase, ...]:
    """How far away the calendar and the body are, and what puts the calendar off."""
    left = _weeks_left(state, constants[0])
    weeks = () if left is None else (Phrase("change.weeks", {"weeks": left}),)
    counted = np.nan_to_num(state.tracks["build_weeks"].value[-1]) > 0
    later = _lighter_week(state, constants[0], "restart") if counted else ()
    return (*weeks, *_spot_worse(state, constants[0]), *later)


def _lighter_week(state: State, constants: SignalConstants, key: str) -> list[Phrase]:
    usual = state.weeks.usual_week_m[newest_day(state.days)]
    if np.isnan(usual):
        return []
    limit = float(constants.unloading_week_ratio.value * usual)
    return [Phrase(f"change.{key}", {"limit_m": limit})]


def _spot_worse(state: State, constants: SignalConstants) -> tuple[Phrase, ...]:
    """How many more sore days of one spot would ask for the week at once."""
    row = worst_spot(state, constants)
    sore = int(np.nan_to_num(state.spots.count[row, -1]))
    lately = state.spots.lately[row, -1]
    needed = constants.spot_return_days_min if lately else constants.spot_days_min
    more = int(needed.value) - sore
    values: dict[str, Value] = {
        "more": more,
        "window": int(constants.spot_window_days.value),
        "pain_min": constants.spot_pain_min.value,
    }
    if not sore or more <= 0:
        return (Phrase("change.spot_any", {**values, "days": int(constants.spot_days_min.value)}),)
    region, side = state.days.spots[row]
    return (Phrase("change.spot_worse", {**values, "region": region, "side": side}),)


WOULD_CHANGE: Mapping[VerdictKind, Callable[[State, Constants], tuple[Phrase, ...]]] = {
    VerdictKind.SEE_SOMEONE: _change_see_someone,
    VerdictKind.NOT_ENOUGH_DATA: _change_not_enough,
    VerdictKind.TAPER: _change_taper,
    VerdictKind.ALREADY_UNLOADING: _change_already,
    VerdictKind.UNLOAD_NOW: _change_now,
    VerdictKind.UNLOAD_SOON: _change_soon,
    VerdictKind.TRAIN_ON: _change_train_on,
}
