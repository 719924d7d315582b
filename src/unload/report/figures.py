"""Write one number or day for a reader: no trailing zeros, no minus zero, no locale."""

from datetime import date

from unload.model.units import MIN_PER_HOUR, PERCENT, S_PER_HOUR, S_PER_MIN

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMERALS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
LONG_SPAN_S = 10 * S_PER_MIN  # from here on seconds are noise


def tidy(number: float, decimals: int) -> str:
    """A number with at most so many decimals, no trailing zeros and no minus zero."""
    shown = f"{number:.{decimals}f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def weekday(day: date) -> str:
    """The English name of the weekday."""
    return WEEKDAYS[day.weekday()]


def clock(seconds: float) -> str:
    """h:mm from one hour on, mm:ss below it."""
    whole = round(seconds)
    if whole < S_PER_HOUR:
        return f"{whole // S_PER_MIN}:{whole % S_PER_MIN:02d}"
    minutes = round(seconds / S_PER_MIN)
    return f"{minutes // MIN_PER_HOUR}:{minutes % MIN_PER_HOUR:02d}"


def hours(seconds: float) -> str:
    """ "45 min", "3 h" or "3 h 10 min"."""
    whole, minutes = divmod(round(seconds / S_PER_MIN), MIN_PER_HOUR)
    parts = [f"{whole} h"] if whole else []
    if minutes or not whole:
        parts.append(f"{minutes} min")
    return " ".join(parts)


def span(seconds: float) -> str:
    """A stretch of time as one says it: "40 s", "3 min 20 s", and from ten minutes on "12 min"."""
    whole = round(seconds)
    if whole >= LONG_SPAN_S:
        return hours(seconds)
    minutes, left = divmod(whole, S_PER_MIN)
    parts = [f"{minutes} min"] if minutes else []
    if left or not minutes:
        parts.append(f"{left} s")
    return " ".join(parts)


def percent(share: float, decimals: int = 0) -> str:
    """A share in percent."""
    return f"{share * PERCENT:.{decimals}f} %"


def change(share: float, decimals: int = 0) -> str:
    """A signed share in percent; nothing is written as a plain 0."""
    shown = f"{share * PERCENT:+.{decimals}f}"
    return "0 %" if not float(shown) else f"{shown} %"


def plural(number: float, words: str) -> str:
    """The word for a number: `week` gives week or weeks, `foot|feet` either."""
    one, _, many = words.partition("|")
    return one if number == 1 else many or f"{one}s"


def spelled(number: float) -> str:
    """Whole numbers up to twelve in words."""
    whole = float(number).is_integer() and 0 <= number < len(NUMERALS)
    return NUMERALS[int(number)] if whole else tidy(number, 1)
