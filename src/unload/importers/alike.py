"""The evidence that two sessions are one: who told of it, when it was, how long and how far."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from hashlib import blake2b

from unload.importers.marks import CLOCK_SET_BACK, NO_TIME_OF_DAY, SPORT_UNKNOWN
from unload.importers.plausible import ELAPSED_TRUSTED
from unload.model.history import Session

# A watch and its Strava copy differ by seconds; two different runs share no time at all.
OVERLAP_SHARE = 0.8
# Clocks on earth differ by up to fourteen hours from UTC, by quarters in Nepal and by halves in
# India, and one recording keeps its seconds.
SHIFT_MIN_S, SHIFT_MAX_S = 3600, 14 * 3600
SHIFT_STEP_S = 15 * 60
SHIFT_SLACK_S = 10.0
SHIFT_DURATION_S = 1.0
SHIFT_DISTANCE_SHARE = 0.001
# A diary without times rounds; a run of the same day this close to it is the one it means.
DIARY_SHARE = 0.03
IDENTITY_BYTES = 8


class Why(StrEnum):
    """Why a session is taken for a telling of another one, the strongest reason first."""

    SAME_CONTENT = "the same content"
    SAME_ID = "the same id of the same source"
    SAME_TIME = "the same time and sport"
    SPORT_UNNAMED = "the same time, and this one does not say the sport"
    SAME_DAY = "the same day, duration and distance, and this one has no time of day"
    SHIFTED = "the same duration and distance, hours apart by the clock of another zone"

    @property
    def worth_asking(self) -> bool:
        """True where the runner should see the choice: the clocks themselves disagree."""
        return self in (Why.SAME_DAY, Why.SHIFTED)


def identity(session: Session) -> str:
    """A short name for a session that stays when its file moves or is read again.

    The source's own id where there is one, else what was recorded: start, duration, distance.
    The sport is left out, because the runner may state it; two tellings of one run have two names.
    """
    parts: tuple[object, ...] = (session.runner, session.source, session.source_id)
    if not session.source_id:
        told = (session.start.isoformat(), session.duration_s, session.distance_m)
        parts = (*parts, *told)
    return blake2b(repr(parts).encode(), digest_size=IDENTITY_BYTES).hexdigest()


def same_time(one: Session, other: Session) -> bool:
    """True if two sessions share at least four fifths of the longer one's time.

    One source may know the pauses and the other not, so elapsed or moving time may agree. Where
    the time of day is unknown everything starts at midnight, and only equal numbers are alike.
    """
    if NO_TIME_OF_DAY in one.marks or NO_TIME_OF_DAY in other.marks:
        return _numbers(one) == _numbers(other)
    set_back = {CLOCK_SET_BACK in one.marks, CLOCK_SET_BACK in other.marks}
    if one.source == other.source and len(set_back) > 1:
        return False  # one source knows the moments of both: they are an hour apart
    apart_s = abs((one.start - other.start).total_seconds())
    first, second = (one, other) if one.start <= other.start else (other, one)
    return _share(first.duration_s, second.duration_s, apart_s) >= OVERLAP_SHARE or (
        _share(elapsed_s(first), elapsed_s(second), apart_s) >= OVERLAP_SHARE
    )


def shared_s(one: Session, other: Session) -> float:
    """The seconds that both sessions cover; none where a time of day is unknown."""
    if NO_TIME_OF_DAY in one.marks or NO_TIME_OF_DAY in other.marks:
        return 0.0
    end = min(s.start + timedelta(seconds=elapsed_s(s)) for s in (one, other))
    return max(0.0, (end - max(one.start, other.start)).total_seconds())


def shifted(one: Session, other: Session) -> bool:
    """True for one recording under the clocks of two zones, with all else equal.

    Only across files: an export lists a run once, and whoever runs the same loop at seven and at
    nineteen writes both into one diary.
    """
    if NO_TIME_OF_DAY in one.marks or NO_TIME_OF_DAY in other.marks:
        return False
    apart_s = abs((one.start - other.start).total_seconds())
    over_s = (apart_s + SHIFT_SLACK_S) % SHIFT_STEP_S
    return (
        SHIFT_MIN_S - SHIFT_SLACK_S <= apart_s <= SHIFT_MAX_S + SHIFT_SLACK_S
        and over_s <= 2 * SHIFT_SLACK_S
        and _as_long(one, other)
        and _as_far(one, other, SHIFT_DISTANCE_SHARE)
        and file_of(one) != file_of(other)
    )


def same_day(diary: Session, timed: Session) -> bool:
    """True where an entry without a time of day may mean that run: as long and as far."""
    return (
        NO_TIME_OF_DAY not in timed.marks
        and diary.day == timed.day
        and file_of(diary) != file_of(timed)
        and abs(diary.duration_s - timed.duration_s) <= DIARY_SHARE * timed.duration_s
        and _as_far(diary, timed, DIARY_SHARE)
    )


def same_kind(one: Session, other: Session) -> bool:
    """True if one runner did both and the sports agree, as far as they are said."""
    unsaid = SPORT_UNKNOWN in one.marks or SPORT_UNKNOWN in other.marks
    return one.runner == other.runner and (unsaid or one.sport is other.sport)


def elapsed_s(session: Session) -> float:
    """The wall-clock length, or the moving time where the elapsed time cannot be trusted."""
    known_s = session.elapsed_s
    trusted = known_s is not None and known_s <= ELAPSED_TRUSTED * session.duration_s
    return max(known_s or 0.0, session.duration_s) if trusted else session.duration_s


def file_of(session: Session) -> str:
    """The label of the file a session was read from, without its `line 7` or `session 2`."""
    head, _, number = session.where.rpartition(" ")
    return head.rpartition(" ")[0] if number.isdigit() else session.where


def _numbers(session: Session) -> tuple[object, ...]:
    return session.start, session.duration_s, session.distance_m


def _share(first_s: float, second_s: float, apart_s: float) -> float:
    """The part of the longer stretch that both cover; the second begins `apart_s` later."""
    return (min(first_s, apart_s + second_s) - apart_s) / max(first_s, second_s)


def _as_long(one: Session, other: Session) -> bool:
    """True if the moving or the elapsed times are one; sources differ in what a pause is."""
    pairs = ((one.duration_s, other.duration_s), (one.elapsed_s, other.elapsed_s))
    return any(
        first is not None and second is not None and abs(first - second) <= SHIFT_DURATION_S
        for first, second in pairs
    )


def _as_far(one: Session, other: Session, slack: float) -> bool:
    """True if both distances are known and agree within a share of the longer one."""
    if one.distance_m is None or other.distance_m is None:
        return False
    return abs(one.distance_m - other.distance_m) <= slack * max(one.distance_m, other.distance_m)
