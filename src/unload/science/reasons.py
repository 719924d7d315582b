"""Reasons: today's column of every signal, as nouns that can be said to the runner."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import numpy as np

from unload.model.advice import Role, Signal
from unload.model.constants import SignalConstants
from unload.model.daily import Array, Daily, Track
from unload.model.history import WELLNESS_ITEMS
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK
from unload.science.body_signals import wellness_z
from unload.science.rolling import window_mean
from unload.science.spots import substantial
from unload.science.verdict import SUPPORTS, State
from unload.science.weeks import WeekTracks

Values = dict[str, Value]

# The constants each signal compares with; the first gives its threshold and its grade.
COMPARED: Mapping[str, tuple[str, ...]] = {
    "sore_spots": ("spot_days_min", "spot_pain_min", "spot_window_days", "weekly_option_min"),
    "illness": ("wellness_recent_days",),
    "wellness": ("wellness_days_min", "wellness_items_min", "wellness_amber_z"),
    "efficiency": ("efficiency_drop", "efficiency_sessions"),
    "build_weeks": ("build_weeks_before_down",),
    "this_week": ("unloading_week_ratio",),
    "calendar": ("phase_end_days", "travel_days", "calendar_build_weeks"),
    "session_spike": ("session_spike_green_max", "session_spike_clear", "session_spike_large"),
    "hard_share": ("hard_share_rise",),
    "resting_hr": ("rhr_amber_z", "rhr_days_min"),
    "hrv": ("hrv_swc",),
    "monotony": ("monotony_amber",),
}


# What each signal looks at: the array, and the constant that holds its window; a week where none.
LOOKS_AT: Mapping[str, tuple[str, str]] = {
    "sore_spots": ("pain", "spot_window_days"),
    "illness": ("ill", "wellness_recent_days"),
    "wellness": ("wellness", "wellness_window_days"),
    "efficiency": ("efficiency", "efficiency_window_days"),
    "build_weeks": ("run_m", "efficiency_window_days"),
    "this_week": ("run_m", ""),
    "session_spike": ("longest_m", "session_spike_window"),
    "hard_share": ("hard_s", "hard_share_window_days"),
    "resting_hr": ("resting_hr", "wellness_window_days"),
    "hrv": ("ln_rmssd", "wellness_window_days"),
    "monotony": ("load_au", ""),
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
    coverage, age = looked_at(name, state.days, constants)
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
        coverage=coverage,
        age_days=age,
    )


def looked_at(
    name: str, days: Daily, constants: SignalConstants
) -> tuple[float | None, int | None]:
    """The share of a signal's window that is known, and the age of the newest of it in days.

    Both None where no window is looked at; the age None too where nothing was ever known.
    """
    if name not in LOOKS_AT:
        return None, None
    array, window_name = LOOKS_AT[name]
    x = getattr(days, array)
    known = ~np.isnan(x if x.ndim == 1 else np.fmax.reduce(x, axis=0))
    ever = np.flatnonzero(known)
    window = int(getattr(constants, window_name).value) if window_name else DAYS_PER_WEEK
    expected = days.run_m[-window:] > 0 if name == "efficiency" else np.ones(window, dtype=bool)
    share = float(known[-window:].sum()) / max(int(expected.sum()), 1)
    return min(share, 1.0), int(days.days - 1 - ever[-1]) if len(ever) else None


def _today(x: Array) -> float | None:
    return None if np.isnan(x[-1]) else float(x[-1])


def worst_spot(state: State, constants: SignalConstants) -> int:
    """The row of the sore spot that hurt on most days of the window, then most."""
    spots = state.spots
    window = window_mean(state.days.pain, int(constants.spot_window_days.value))
    keys = [np.nan_to_num(x[..., -1], nan=-1) for x in (window, spots.count, spots.on)]
    return int(np.lexsort(keys)[-1])


def _sore_spots(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    days, row, spots = state.days, worst_spot(state, constants), state.spots
    hampered = substantial(days, constants)[-1] > 0
    spot_on = bool(spots.on[row, -1] > 0)
    if hampered and not spot_on:
        return "weekly", {}
    if not days.spots:
        return "none", {}
    window = int(constants.spot_window_days.value)
    pain = days.pain[row, -window:]
    region, side = days.spots[row]
    values: Values = {
        "region": region,
        "side": side,
        "sore_days": int(np.nan_to_num(spots.count[row, -1])),
        "window": window,
        "pain_min": constants.spot_pain_min.value,
        "worst": float(np.nanmax(pain)) if not np.isnan(pain).all() else 0.0,
        "usual": _before_window(days.pain[row], constants),
        "spots": int(np.nansum(spots.on[:, -1])),
        "weeks": int(constants.spot_return_days.value) // DAYS_PER_WEEK,
    }
    return _why_sore(state, row, constants) if on else "off", values


def _why_sore(state: State, row: int, constants: SignalConstants) -> str:
    """The strongest of what turned the spot on; held where nothing of it stands today."""
    spots = state.spots
    if not spots.started[row, -1]:
        return "held"
    if spots.count[row, -1] >= constants.spot_days_min.value:
        return "on"
    if spots.rest[row, -1]:
        return "rest"
    back = spots.lately[row, -1] and spots.count[row, -1] >= constants.spot_return_days_min.value
    return "back" if back else "rising"


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
    change = float(track.value[-1] / track.baseline[-1] - 1)
    low = change <= -constants.efficiency_drop.value
    return "one" if low and not on else _on(on), {
        "change": change,
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
    return f"{_on(on)}_{_kind_of_week(weeks, last)}", values


def _kind_of_week(weeks: WeekTracks, end: int) -> str:
    """What a lighter week was: illness and travel by their name, else by its depth."""
    if weeks.ill[end]:
        return "ill"
    if weeks.away[end]:
        return "away"
    if not weeks.active[end]:
        return "empty"
    return "stepped" if weeks.stepped_back[end] else "unloaded"


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


def _calendar(state: State, constants: SignalConstants, on: bool) -> tuple[str, Values]:
    phase, travel = _today(state.days.phase_in), _today(state.days.travel_in)
    today = state.days.day(-1)
    phase_first = travel is None or (phase is not None and phase <= travel)
    ahead = phase if phase_first else travel
    day = None if ahead is None else today + timedelta(days=int(ahead))
    return f"{_on(on)}_{'phase' if phase_first else 'travel'}", {"day": day}


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
    "calendar": _calendar,
    "session_spike": _session_spike,
    "hard_share": _against_usual("hard_share"),
    "resting_hr": _against_usual("resting_hr"),
    "hrv": _against_usual("hrv"),
    "monotony": _against_usual("monotony"),
}
