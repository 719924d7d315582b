"""Calendar weeks: which were lighter, planned or not, and how long the building has gone on."""

from dataclasses import dataclass

import numpy as np

from unload.model.constants import SignalConstants
from unload.model.daily import Array, Bools, Daily, Track
from unload.model.units import DAYS_PER_WEEK
from unload.science.rolling import (
    hold,
    last_index,
    last_known,
    padded,
    rounded,
    shift,
    window_sum,
)


@dataclass(frozen=True, slots=True)
class WeekTracks:
    """The runner's weeks told day by day; arrays (..., days).

    `so_far_m` and `longest_m` run from the week's first day to the day itself; `usual_m` is the
    mean of the same part of the last active weeks, `usual_week_m` that of the whole of them.
    `lighter` is true on a day by which the week is clearly lighter than usual, until it no longer
    is by a margin; `unloaded`, `stepped_back`, `known` and `active` are told on `last_day`, a
    week's last, alone, `ill` and `away` too: a week with some days of illness, or of travel by the
    calendar. `odd` days are counted for less than was recorded, see `believed`.
    """

    so_far_m: Array
    longest_m: Array
    usual_m: Array
    usual_week_m: Array
    lighter: Bools
    unloaded: Bools
    stepped_back: Bools
    ill: Bools
    away: Bools
    odd: Bools
    known: Bools
    active: Bools
    last_day: Bools

    @property
    def ends(self) -> Bools:
        """Where a run of building weeks ends: with a lighter, an empty or an unknown week."""
        return self.last_day & (self.unloaded | self.stepped_back | ~self.active)


def week_tracks(days: Daily, constants: SignalConstants) -> WeekTracks:
    """Every week of every runner, judged by its own neighbours.

    A week under way is lighter when it would be so even if the rest of it went as usual, and it
    is judged only once the days so far usually hold half of it: a rest day cannot mislead. Once
    lighter it stays so until more has been run than a lighter week holds, or the week is over.
    """
    place = days.in_week()
    last_day = place == DAYS_PER_WEEK - 1
    run_m, odd = believed(days.run_m, constants)
    so_far = _so_far(run_m, place)
    longest = _longest_so_far(days.longest_m, place)
    whole = _whole_week(so_far, place)
    usual = _mean_of_active(so_far, whole, constants)
    usual_week = _mean_of_active(whole, whole, constants)
    half = rounded(constants.partial_week_share_min.value * usual_week)
    told = (usual > 0) & (rounded(usual) >= half)
    limit = rounded(constants.unloading_week_ratio.value * usual_week)
    ahead = rounded(so_far + usual_week - usual)
    release = rounded(constants.unloading_week_release.value * usual_week)
    over = (place == 0) | (rounded(so_far) > release)
    held = hold(told & (ahead <= limit), np.asarray(over), ~np.isnan(so_far))
    lighter = np.asarray(held > 0)
    known = last_day & ~np.isnan(so_far)
    return WeekTracks(
        so_far_m=so_far,
        longest_m=longest,
        usual_m=usual,
        usual_week_m=usual_week,
        lighter=lighter,
        unloaded=known & lighter,
        stepped_back=known & ~lighter & _stepped_back(so_far, longest, constants),
        ill=known & _some_days(days.ill, constants),
        odd=odd,
        away=known & _some_days((days.travel_in == 0) * 1.0, constants),
        known=known,
        active=known & (so_far > 0),
        last_day=np.broadcast_to(last_day, so_far.shape),
    )


def believed(run_m: Array, constants: SignalConstants) -> tuple[Array, Bools]:
    """Each day's distance as the weeks count it, and the days that were too odd to believe whole.

    A day of more than twice the most that was ever run on one, once weeks of record are there to
    compare with, is a slip of a watch or the feat of a year. Either way it says little of what a
    usual week is, and counts as that most.
    """
    before = shift(np.maximum.accumulate(np.nan_to_num(run_m), axis=-1), 1)
    recorded = shift(np.cumsum(~np.isnan(run_m), axis=-1).astype(np.float64), 1)
    limit = constants.session_spike_large.value * before
    odd = (run_m > limit) & (before > 0) & (recorded >= constants.odd_day_record_min.value)
    return np.where(odd, before, run_m), np.asarray(odd)


def build_weeks(days: Daily, weeks: WeekTracks, constants: SignalConstants) -> Track:
    """Whole weeks since the last lighter one, planned or not.

    Value: weeks; baseline: the mean the runner has reached before a lighter week. A week counts,
    or ends the count, from its known last day on. An unknown week ends the count: what follows is
    the number we can be sure of. On days after the newest session the count stands as it stood.
    """
    light = weeks.unloaded | weeks.stepped_back
    ends = weeks.ends
    counted = weeks.last_day & ~ends
    total = np.cumsum(counted, axis=-1).astype(np.float64)
    at_end = np.nan_to_num(np.take_along_axis(padded(total), last_index(ends), axis=-1))
    count = total - at_end
    before_light = np.where(light, shift(count, 1), np.nan)
    heard = np.cumsum(light & (shift(count, 1) > 0), axis=-1)
    habit = np.cumsum(np.nan_to_num(before_light), axis=-1) / np.maximum(heard, 1)
    ever = np.cumsum(weeks.known, axis=-1) > 0
    value = last_known(np.where(ever & ~np.isnan(days.run_m), count, np.nan))
    on = np.where(np.isnan(value), np.nan, value >= constants.build_weeks_before_down.value)
    return Track(value, np.where(heard > 0, habit, np.nan), on)


def this_week(weeks: WeekTracks) -> Track:
    """This week so far; on where it is lighter even if the rest of it goes as usual.

    Value: metres since the week began; baseline: metres of a whole usual week. Unknown where
    a day since then is, and so on every day after the newest session.
    """
    open_week = ~np.isnan(weeks.so_far_m) & ~np.isnan(weeks.usual_week_m)
    value = np.where(open_week, weeks.so_far_m, np.nan)
    lighter = np.where(open_week, weeks.lighter.astype(np.float64), np.nan)
    return Track(value, np.where(open_week, weeks.usual_week_m, np.nan), lighter)


def _stepped_back(so_far: Array, longest: Array, constants: SignalConstants) -> Bools:
    """A coach's step-back: a little under the week before, and a rebound or a shorter long run.

    As long as the week after it is not over, the rebound is believed.
    """
    before, after = shift(so_far, DAYS_PER_WEEK), shift(so_far, -DAYS_PER_WEEK)
    long_before = shift(longest, DAYS_PER_WEEK)
    down = rounded(so_far) <= rounded(constants.step_back_ratio.value * before)
    shorter = rounded(longest) <= rounded(constants.step_back_long_run_ratio.value * long_before)
    rebound = (rounded(so_far) < rounded(after)) | np.isnan(after)
    return down & (rebound | shorter) & (before > 0)


def _some_days(mark: Array, constants: SignalConstants) -> Bools:
    """Enough days of the last seven to give the week its name."""
    return np.asarray(window_sum(mark, DAYS_PER_WEEK) >= constants.away_days_min.value)


def _so_far(x: Array, place: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Array:
    """Sum from the week's first day to each; NaN once a day of the week is unknown or outside."""
    out = x.copy()
    for back in range(1, DAYS_PER_WEEK):
        out += np.where(place >= back, shift(x, back), 0)
    return out


def _longest_so_far(x: Array, place: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Array:
    out = x.copy()
    for back in range(1, DAYS_PER_WEEK):
        out = np.maximum(out, np.where(place >= back, shift(x, back), 0))
    return out


def _whole_week(so_far: Array, place: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Array:
    """The total of the week each day belongs to, NaN where the week is not known to its end."""
    out = np.full(so_far.shape, np.nan)
    for ahead in range(DAYS_PER_WEEK):
        ends = place + ahead == DAYS_PER_WEEK - 1
        out = np.where(ends, shift(so_far, -ahead), out)
    return out


def _mean_of_active(part: Array, whole: Array, constants: SignalConstants) -> Array:
    """Mean of the same part of the reference weeks before, those with any running in them."""
    total, count = np.zeros(part.shape), np.zeros(part.shape)
    for week in range(1, int(constants.unloading_reference_weeks.value) + 1):
        earlier = shift(part, week * DAYS_PER_WEEK)
        active = (shift(whole, week * DAYS_PER_WEEK) > 0) & ~np.isnan(earlier)
        total += np.where(active, earlier, 0)
        count += active
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
