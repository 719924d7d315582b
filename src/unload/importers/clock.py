"""Turn the time stamps of files into the runner's own wall clock."""

from datetime import UTC, datetime, timedelta, tzinfo

from unload.importers.dates import read_date
from unload.importers.numbers import shown

# A text this short is a date without a time.
DATE_ONLY = len("2020-07-15")


def local_clock(text: str, zone: tzinfo, order: str = "") -> datetime:
    """The wall clock of a date or time; ValueError if the text is not one.

    `order` says whether the day or the month stands first, as dates.order_of tells it.
    No zone in the text means that it is the wall clock already. `Z` and `+00:00` are UTC and are
    moved to the runner's zone; any other offset is the place where the run was, and its wall
    clock is what the runner saw.
    """
    stamp = read_date(text, order)
    return stamp if stamp.tzinfo is None else wall_clock(stamp, zone)


def wall_clock(stamp: datetime, zone: tzinfo) -> datetime:
    """The wall clock of a time that carries its offset."""
    if stamp.utcoffset() == timedelta(0):
        stamp = in_zone(stamp, zone)
    return stamp.replace(tzinfo=None)


def from_utc(stamp: datetime, zone: tzinfo) -> datetime:
    """The wall clock in `zone` at a UTC time written without a zone."""
    return in_zone(stamp.replace(tzinfo=UTC), zone).replace(tzinfo=None)


def in_zone(stamp: datetime, zone: tzinfo) -> datetime:
    """The same moment in `zone`; the first and last years of the calendar stay where they are."""
    try:
        return stamp.astimezone(zone)
    except OverflowError:
        return stamp


def moment(text: str) -> datetime | None:
    """The moment of a recorded point; GPX and TCX say that a time without a zone is UTC."""
    try:
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return None
    return stamp.replace(tzinfo=UTC) if stamp.tzinfo is None else stamp


def month_first(text: str) -> datetime:
    """`03/20/20 17:23:37`, the year last whatever the country, or ISO; ValueError if it is none."""
    try:
        return datetime.strptime(text, "%m/%d/%y %H:%M:%S")
    except ValueError:
        return _stripped(text).replace(tzinfo=None)


def _stripped(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(
            f"{shown(text)} is not a date like 2020-07-15 or 2020-07-15 09:41:00"
        ) from None
