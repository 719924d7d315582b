"""Write one history as Strava and as Garmin Connect would export it in any listed language."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from unload.importers.dialect import Dialect, dialects

LANGUAGES: Mapping[str, Dialect] = {dialect.code: dialect for dialect in dialects()}
CODES = tuple(LANGUAGES)
M_PER = {"km": 1000.0, "mi": 1609.344}
DECIMAL_POINT = ("en", "ja", "zh")
STRAVA_WIDTH = 44  # up to the perceived exertion; the rest of a real export says nothing to us
FILE_PLACE = 12
# A table in a language that nobody listed; its columns tell what they hold.
UNLISTED = "Tevékenység,Dátum,Távolság (km),Idő\n" + "".join(
    f"Futás,2024-0{1 + n}-{10 + n} 08:00:00,{8 + n % 3}.25,0:{45 + n}:10\n" for n in range(9)
)
ENGLISH_SPORTS = {"run": "Run", "ride": "Ride", "swim": "Swim", "walk": "Walk", "strength": "Gym"}


@dataclass(frozen=True)
class Bout:
    """One activity, as it was; its start is the wall clock of the runner and of UTC alike."""

    start: datetime
    sport: str
    metres: float
    moving_s: int
    elapsed_s: int
    hr: int
    climb_m: int = 30


def named(dialect: Dialect, nth: int) -> str:
    """The shortest name of a month."""
    return min((w for w, n in dialect.months.items() if n == nth), key=len)


def _numeric(pattern: str) -> Callable[[datetime, Dialect], str]:
    return lambda when, _: pattern.format(w=when)


def _by_name(pattern: str) -> Callable[[datetime, Dialect], str]:
    return lambda when, dialect: pattern.format(w=when, month=named(dialect, when.month))


DATES: Mapping[str, Callable[[datetime, Dialect], str]] = {
    "en": lambda when, _: f"{when:%b} {when.day}, {when.year}, {when:%I:%M:%S}\u202f{when:%p}",
    "de": _numeric("{w:%d.%m.%Y, %H:%M:%S}"),
    "fr": _by_name("{w.day} {month}. {w:%Y, %H:%M:%S}"),
    "es": _by_name("{w.day} {month} {w:%Y, %H:%M:%S}"),
    "pt": _by_name("{w.day} de {month}. de {w:%Y, %H:%M:%S}"),
    "it": _by_name("{w.day} {month} {w:%Y, %H:%M:%S}"),
    "nl": _by_name("{w.day} {month} {w:%Y, %H:%M:%S}"),
    "pl": _by_name("{w.day} {month} {w:%Y, %H:%M:%S}"),
    "sv": _by_name("{w.day} {month}. {w:%Y %H:%M:%S}"),
    "da": _by_name("{w.day}. {month}. {w:%Y %H.%M.%S}"),
    "no": _by_name("{w.day}. {month}. {w:%Y, %H:%M:%S}"),
    "fi": _numeric("{w.day}.{w.month}.{w.year} klo {w:%H.%M.%S}"),
    "cs": _numeric("{w.day}. {w.month}. {w.year} {w:%H:%M:%S}"),
    "ru": _by_name("{w.day} {month}. {w:%Y} г., {w:%H:%M:%S}"),
    "ja": _numeric("{w:%Y/%m/%d %H:%M:%S}"),
    "zh": lambda w, _: f"{w.year}年{w.month}月{w.day}日 {w:%H:%M:%S}",
}


def title(dialect: Dialect, kind: str, meaning: str) -> str:
    """The first title of a meaning, one that was seen in a file before one that was not."""
    tables = sorted((t for t in dialect.tables if t.kind == kind), key=lambda t: not t.verified)
    return next((t.names[meaning][0] for t in tables if meaning in t.names), f"?{meaning}")


def sport(dialect: Dialect, name: str) -> str:
    """What the language calls a sport."""
    return ENGLISH_SPORTS[name] if dialect.code == "en" else title(dialect, "sports", name)


def strava_csv(code: str, bouts: Iterable[Bout], unit: str = "km") -> str:
    """An activities.csv of these; the n-th names the recording activities/n.fit.gz."""
    dialect = LANGUAGES[code]
    places = {
        "id": 0, "date": 1, "type": 3, "elapsed": 5, "distance": 6, "max_hr": 7,
        "file": FILE_PLACE, "elapsed2": 15, "moving": 16, "distance2": 17, "climb": 20,
        "max_hr2": 30, "avg_hr": 31, "rpe": 43,
    }  # fmt: skip
    header = [f"c{n}" for n in range(STRAVA_WIDTH)]
    for meaning, place in places.items():
        header[place] = title(dialect, "strava", meaning.rstrip("2"))
    rows = [header]
    for number, bout in enumerate(bouts, 1):
        shown = bout.metres if bout.sport == "swim" else int(bout.metres / M_PER[unit] * 100) / 100
        text = f"{shown:.2f}" if code in DECIMAL_POINT else f"{shown:.2f}".replace(".", ",")
        cells = {
            "id": str(number), "date": DATES[code](bout.start, dialect),
            "type": sport(dialect, bout.sport), "elapsed": str(bout.elapsed_s), "distance": text,
            "max_hr": str(bout.hr + 20), "file": f"activities/{number}.fit.gz",
            "elapsed2": f"{bout.elapsed_s}.0", "moving": f"{bout.moving_s}.0",
            "distance2": f"{bout.metres:.1f}", "climb": str(bout.climb_m),
            "max_hr2": f"{bout.hr + 20}.0", "avg_hr": f"{bout.hr}.0",
        }  # fmt: skip
        row = [""] * STRAVA_WIDTH
        for meaning, cell in cells.items():
            row[places[meaning]] = cell
        rows.append(row)
    return written(rows)


GARMIN = ("type", "date", "favorite", "title", "distance", "calories", "time", "avg_hr", "max_hr",
          "cadence", "pace", "climb", "stride", "moving", "elapsed")  # fmt: skip


def garmin_csv(code: str, bouts: Iterable[Bout], unit: str = "km") -> str:
    """A list of Garmin Connect of these; thousands have a comma in every language."""
    dialect = LANGUAGES[code]
    header = [title(dialect, "garmin", m) if m not in ("favorite", "title", "calories") else m
              for m in GARMIN]  # fmt: skip
    rows = [header]
    for bout in bouts:
        on_foot, away = bout.sport in ("run", "walk"), bout.metres > 0
        steps = 166
        stride = bout.metres / (steps * bout.moving_s / 60)
        far = f"{bout.metres:,.0f}" if bout.sport == "swim" else f"{bout.metres / M_PER[unit]:.2f}"
        pace = bout.moving_s / (bout.metres / M_PER[unit]) if away else 0
        cells = {
            "type": sport(dialect, bout.sport), "date": f"{bout.start:%Y-%m-%d %H:%M:%S}",
            "favorite": "false", "title": "x", "distance": far, "calories": "1,214",
            "time": clock(bout.moving_s), "avg_hr": str(bout.hr), "max_hr": str(bout.hr + 20),
            "cadence": str(steps) if on_foot else "--", "climb": str(bout.climb_m),
            "pace": f"{pace // 60:.0f}:{pace % 60:02.0f}" if on_foot and away else "--",
            "stride": f"{stride:.2f}" if on_foot else "--", "moving": clock(bout.moving_s),
            "elapsed": clock(bout.elapsed_s),
        }  # fmt: skip
        rows.append([cells[meaning] for meaning in GARMIN])
    return written(rows)


def clock(seconds: float) -> str:
    return f"{int(seconds) // 3600:02d}:{int(seconds) // 60 % 60:02d}:{int(seconds) % 60:02d}"


def written(rows: Iterable[Iterable[str]]) -> str:
    """The rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def week(first: datetime = datetime(2024, 5, 27, 6, 30)) -> list[Bout]:
    """Six activities of one week, every sport once and runs twice."""
    return [
        Bout(first, "run", 8040, 2890, 2950, 141, 52),
        Bout(first + timedelta(days=1), "ride", 31500, 4500, 4700, 128, 210),
        Bout(first + timedelta(days=2), "swim", 1500, 1980, 2100, 132, 0),
        Bout(first + timedelta(days=3), "walk", 5200, 3600, 3900, 101, 80),
        Bout(first + timedelta(days=4), "strength", 0, 1800, 1800, 110, 0),
        Bout(first + timedelta(days=6), "run", 23800, 8640, 8900, 149, 160),
    ]


def season(days: int = 112, last: datetime = datetime(2024, 11, 16, 6, 30)) -> list[Bout]:
    """Runs on five days of seven up to the last day, growing, with a ride on a sixth."""
    bouts = []
    for back in range(days, -1, -1):
        start = last - timedelta(days=back)
        far = (0, 8040, 10050, 0, 8040, 6030, 20100)[start.weekday()] * (1 + (days - back) / 400)
        if far:
            bouts.append(Bout(start, "run", round(far), round(far * 0.345), round(far * 0.36), 146))
        elif start.weekday() == 3:
            bouts.append(Bout(start, "ride", 30150, 4320, 4500, 125))
    return bouts
