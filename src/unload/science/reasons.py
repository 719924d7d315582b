"""Reasons: today's column of every signal, as nouns that can be said to the runner."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np

from unload.model.advice import Phrase, Role, Signal, Value
from unload.model.constants import SignalConstants
from unload.model.daily import Array, Daily, Track
from unload.model.history import WELLNESS_ITEMS
from unload.model.units import DAYS_PER_WEEK
from unload.science.rolling import window_mean
from unload.science.signals import spot_starts, spot_tracks, wellness_z
from unload.science.verdict import SUPPORTS, State

Values = dict[str, Value]

# The constants each signal compares with; the first gives its threshold and its grade.
COMPARED: Mapping[str, tuple[str, ...]] = {
    "sore_spots": ("spot_days_min", "spot_pain_min", "spot_window_days"),
    "illness": ("wellness_recent_days",),
    "wellness": ("wellness_days_min", "wellness_items_min", "wellness_amber_z"),
    "efficiency": ("efficiency_drop", "efficiency_sessions"),
    "build_weeks": ("build_weeks_before_down",),
    "this_week": ("unloading_week_ratio",),
    "session_spike": ("session_spike_green_max", "session_spike_clear", "session_spike_large"),
    "hard_share": ("hard_share_rise",),
    "resting_hr": ("rhr_amber_z", "rhr_days_min"),
    "hrv": ("hrv_swc",),
    "monotony": ("monotony_amber",),
}


def signals_today(state: State, constants: SignalConstants) -> tuple[Signal, ...]:
    """Every signal of one runner, today; arrays of `state` are (days,)."""
    return tuple(_signal(name, state, constants) for name in COMPARED)


def _signal(name: str, state: State, constants: SignalConstants) -> Signal:
    compared = tuple(getattr(constants, key) for key in COMPARED[name])
    track = state.tracks[name]
    on = _today(track.on)
    silent = Phrase(f"unknown.{name}")
    known = on is not None
    key, values = SAYS[name](state, constants, bool(on)) if known else ("", {})
    return Signal(
        name=name,
        role=Role.SUPPORTS if name in SUPPORTS else Role.DECIDES,
        grade=compared[0].grade,
        value=_today(track.value) if known else None,
        baseline=_today(track.baseline) if known else None,
        threshold=compared[0].value if known else None,
        on=bool(on) if known else None,
        constants=compared,
        says=Phrase(f"signal.{name}.{key}", values) if known else silent,
        unknown=None if known else silent,
    )


def _today(x: Array) -> float | None:
    return None if np.isnan(x[-1]) else float(x[-1])


def worst_spot(state: State, constants: SignalConstants) -> int:
    """The row of the sore spot that hurt on most days of the window, then most."""
    count, on = spot_tracks(state.days, constants)
    window = window_mean(state.days.pain, int(constants.spot_window_days.value))
    keys = [np.nan_to_num(column[..., -1], nan=-1) for column in (window, count, on)]
    return int(np.lexsort(keys)[-1])


def _sore_spots(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    days, row = state.days, worst_spot(state, constants)
    count, spots_on = spot_tracks(days, constants)
    _, starts = spot_starts(days, constants)
    window = int(constants.spot_window_days.value)
    pain = days.pain[row, -window:]
    if not days.spots:
        return "none", {}
    region, side = days.spots[row]
    usual = _before_window(days.pain[row], constants)
    sore_days = int(np.nan_to_num(count[row, -1]))
    values: Values = {
        "region": region,
        "side": side,
        "sore_days": sore_days,
        "window": window,
        "pain_min": constants.spot_pain_min.value,
        "worst": float(np.nanmax(pain)) if not np.isnan(pain).all() else 0.0,
        "usual": usual,
        "spots": int(np.nansum(spots_on[:, -1])),
    }
    if not on:
        return "off", values
    if not starts[row, -1]:
        return "held", values
    if count[row, -1] >= constants.spot_days_min.value:
        return "on", values
    return "rising", values


def _before_window(x: Array, constants: SignalConstants) -> float:
    """Mean of the weeks before the window; 0 where nothing was asked then."""
    window = int(constants.spot_window_days.value)
    earlier = x[:-window][-int(constants.spot_baseline_days.value) :]
    return 0.0 if np.isnan(earlier).all() or not len(earlier) else float(np.nanmean(earlier))


def _wellness(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    recent = int(constants.wellness_recent_days.value)
    low = wellness_z(state.days, constants)[:, -recent:] <= constants.wellness_amber_z.value
    items = [item for item, days in zip(WELLNESS_ITEMS, low, strict=True) if days.any()]
    track = state.tracks["wellness"]
    low_days = int(np.nan_to_num(track.value[-1]))
    values: Values = {
        "low_days": low_days,
        "recent": recent,
        "items": ", ".join(items),
    }
    low_enough = low_days >= constants.wellness_days_min.value
    return ("on" if on and low_enough else "held" if on else "off"), values


def _illness(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    return ("on" if on else "off"), {}


def _efficiency(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    track = state.tracks["efficiency"]
    return _on(on), {
        "change": float(track.value[-1] / track.baseline[-1] - 1),
        "runs": int(constants.efficiency_sessions.value),
        "window": int(constants.efficiency_window_days.value),
    }


def _build_weeks(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    weeks, track = state.weeks, state.tracks["build_weeks"]
    values: Values = {"weeks": int(track.value[-1]), "usual": _today(track.baseline)}
    ends = np.flatnonzero(weeks.ends[: newest_day(state.days) + 1])
    if not len(ends) or not weeks.known[ends[-1]]:
        return f"{_on(on)}_start", values
    last = int(ends[-1])
    values["last"] = state.days.day(last) - timedelta(days=DAYS_PER_WEEK - 1)
    if not values["weeks"]:
        return "off_fresh", values
    kind = "stepped" if weeks.stepped_back[last] else "unloaded"
    return f"{_on(on)}_{kind if weeks.active[last] else 'empty'}", values


def newest_day(days: Daily) -> int:
    """The column of the newest known day, 0 where none is."""
    known = np.flatnonzero(~np.isnan(days.run_m))
    return int(known[-1]) if len(known) else 0


def _session_spike(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    days, track = state.days, state.tracks["session_spike"]
    ratio, base = float(track.value[-1]), float(track.baseline[-1])
    recent = int(constants.session_spike_recent_days.value)
    back = int(np.nanargmin(np.abs(days.longest_m[-recent:] - ratio * base)))
    values: Values = {
        "day": days.day(days.days - len(days.longest_m[-recent:]) + back),
        "longest_m": ratio * base,
        "ratio": ratio,
        "base_m": base,
        "window": int(constants.session_spike_window.value),
    }
    if not on:
        return "off", values
    if ratio > constants.session_spike_large.value:
        return "large", values
    return ("clear" if ratio > constants.session_spike_clear.value else "on"), values


def _against_usual(name: str) -> Callable[[State, SignalConstants, bool], tuple[str, Values]]:
    def says(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
        track: Track = state.tracks[name]
        values: Values = {"value": _today(track.value), "usual": _today(track.baseline)}
        if name == "hrv":
            up = bool(track.value[-1] > track.baseline[-1])
            return ("high" if on and up else _on(on)), values
        # The first week that has a monotony at all has no own average before it.
        return f"{_on(on)}{'_first' if values['usual'] is None else ''}", values

    return says


def _on(on: bool) -> str:
    return "on" if on else "off"


SAYS: Mapping[str, Callable[[State, SignalConstants, bool], tuple[str, Values]]] = {
    "sore_spots": _sore_spots,
    "illness": _illness,
    "wellness": _wellness,
    "efficiency": _efficiency,
    "build_weeks": _build_weeks,
    "this_week": _against_usual("this_week"),
    "session_spike": _session_spike,
    "hard_share": _against_usual("hard_share"),
    "resting_hr": _against_usual("resting_hr"),
    "hrv": _against_usual("hrv"),
    "monotony": _against_usual("monotony"),
}


def next_monday(today: date) -> date:
    """The first Monday after today."""
    return today + timedelta(days=DAYS_PER_WEEK - today.weekday())
