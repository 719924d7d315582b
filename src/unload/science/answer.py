"""Answer: today's verdict with its reasons, and what is unknown."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np

from unload.model.advice import Role, Signal, Verdict, VerdictKind
from unload.model.body import RedFlag
from unload.model.constants import VerdictConstants
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK
from unload.model.week_start import next_week, week_of
from unload.science.reasons import newest_day
from unload.science.under_way import lighter_so_far
from unload.science.verdict import KINDS, Codes, State, on, since, supported, verdicts
from unload.science.would_change import Constants, would_change

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
        would_change=would_change(kind, state, constants),
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
    week = next_week(today, state.days.week_start)
    if kind is VerdictKind.UNLOAD_NOW:
        return today + timedelta(days=1)
    if kind is VerdictKind.UNLOAD_SOON:
        lead = 0 if supported(state)[-1] else int(constants[1].soon_lead_weeks.value)
        latest = week + timedelta(days=lead * DAYS_PER_WEEK)
        asked = [day for day in (_due(state, constants), _calendar_week(state)) if day is not None]
        return min([latest, *(max(day, week) for day in asked)])
    if kind is VerdictKind.TRAIN_ON:
        due = _due(state, constants)
        return None if due is None else max(due, week)
    return None


def _calendar_week(state: State) -> date | None:
    """The first day of the week after the phase, or of the journey, that the calendar asks by."""
    if not on(state, "calendar")[-1]:
        return None
    days = state.days
    phase, travel = days.phase_in[-1], days.travel_in[-1]
    if np.isnan(phase) or travel < phase:
        return next_week(days.day(-1) + timedelta(days=int(travel) - 1), days.week_start)
    return next_week(days.day(-1) + timedelta(days=int(phase)), days.week_start)


def _due(state: State, constants: Constants) -> date | None:
    """The week by which the calendar wants a lighter one; the same on every day of a week.

    Counted from the newest known week, so that a date once given does not move away.
    """
    weeks = state.tracks["build_weeks"].value[-1]
    if np.isnan(weeks):
        return None
    newest = state.days.day(newest_day(state.days))
    counted = week_of(newest + timedelta(days=1), state.days.week_start)
    left = constants[0].build_weeks_before_down.value - weeks
    ahead = int(left + constants[1].soon_lead_weeks.value)
    return counted + timedelta(days=ahead * DAYS_PER_WEEK)


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
