"""Turn a Phrase into an English sentence, in the runner's units.

A text of knowledge/text/en.toml may hold fields `{name}` or `{name:spec}`; `name` is a key of the
phrase's values, which are SI. A bare `{name}` takes ready strings and whole numbers only, so that
no float is ever shown raw. The specs (what they take -> what they give in km, in miles):

    distance       metres           29 km, 9.5 km            18 mi, 5.9 mi
    distance bare  metres           29, 9.5 (no unit)        18, 5.9
    metres         metres           400 m
    pace           metres a second  5:12 min/km              8:22 min/mi
    weight         kilograms        0.3 kg, 71.5 kg          0.7 lb, 157.6 lb
    weight 2       kilograms        0.29 kg                  0.64 lb (any number of decimals)
    minutes        seconds          12 min
    hours          seconds          45 min, 3 h, 3 h 10 min
    seconds        seconds          45 s
    span           seconds          40 s, 3 min 20 s, 12 min (from ten minutes on without seconds)
    clock          seconds          3:38 (h:mm from one hour on), 42:10 (mm:ss below it)
    day            date             14 October (with the year where it is not this year)
    short_day      date             14 Oct (same)
    weekday        date             Sunday
    when           date             today, tomorrow, yesterday, last Sunday (2-6 days ago),
                                    on Sunday (in 2-6 days), on 14 October
    ago            date             today, yesterday, 5 days ago, in 3 days
    percent        share            44 %             percent 1 -> 44.3 % (any number of decimals)
    change         share            +2 %, -5 %, 0 %  change 1  -> +1.0 %, -0.5 %, 0 %
    times          ratio            1.21 x
    pain           0-10             3/10
    number         number           1.21, 4 (at most two decimals) number 0 -> at most none
    count week     number           1 week, 4 weeks
    count foot|feet                 1 foot, 2 feet
    spelled week   number           one week, four weeks, 13 weeks (words up to twelve)
    plural run     number           run, runs (the word alone); plural is|are
    spot           region           left calf, calf on both sides, calf; the region is a name or
                                    a region key, the side is taken from the value `side`
    side           side             left, right, both, middle
    text           string           as it stands

A capital on the spec's first letter puts one on its result: `{region:Spot}` -> Left calf,
`{n:Spelled week}` -> Four weeks, `{day:When}` -> Last Sunday. Braces are doubled to be shown.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from string import Formatter
from types import MappingProxyType

from unload.errors import KnowledgeError
from unload.model.phrase import Phrase, Value
from unload.model.units import DAYS_PER_WEEK, KG_PER_LB, M_PER_KM, M_PER_MILE, S_PER_MIN
from unload.report.figures import (
    MONTHS,
    change,
    clock,
    hours,
    percent,
    plural,
    span,
    spelled,
    tidy,
    weekday,
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units a runner reads: one distance, one weight."""

    name: str
    m_per_distance: float
    kg_per_weight: float
    weight: str

    def distance(self, metres: float) -> float:
        """Metres in this unit."""
        return metres / self.m_per_distance


KM = Units("km", M_PER_KM, 1.0, "kg")
MI = Units("mi", M_PER_MILE, KG_PER_LB, "lb")
UNITS: Mapping[str, Units] = MappingProxyType({"km": KM, "mi": MI})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, one runner's units and one day.

    `regions` maps region keys to their names, for phrases that carry keys.
    """

    text: Mapping[str, str]
    units: Units
    today: date
    regions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def say(self, phrase: Phrase) -> str:
        """The sentence of a phrase; KnowledgeError names what is missing to say it."""
        if phrase.key not in self.text:
            raise KnowledgeError(f"text/en.toml has no text {phrase.key!r}")
        pieces = []
        for literal, name, spec, _ in Formatter().parse(self.text[phrase.key]):
            pieces.append(literal)
            if name is not None:
                pieces.append(self._fill(phrase, name, spec or ""))
        return "".join(pieces)

    def _fill(self, phrase: Phrase, name: str, spec: str) -> str:
        value = phrase.values.get(name)
        if value is None or (isinstance(value, float) and not math.isfinite(value)):
            raise KnowledgeError(f"text {phrase.key!r} needs {name!r}, and there is no such value")
        try:
            return self._value(spec, value, phrase.values)
        except (TypeError, ValueError, ZeroDivisionError) as error:
            raise KnowledgeError(
                f"text {phrase.key!r} cannot say {name}={value!r} as {spec!r}"
            ) from error

    def _value(self, spec: str, value: Value, values: Mapping[str, Value]) -> str:
        if not spec:
            return _bare(value)
        head, _, argument = spec.partition(" ")
        small = head[0].lower() + head[1:]
        if small == "spot":
            shown = self.spot(str(value), str(values.get("side") or ""))
        else:
            shown = self._format(small, value, argument)
        return shown if head == small else shown[:1].upper() + shown[1:]

    def _format(self, spec: str, value: Value, argument: str) -> str:
        if spec in NUMBERS and isinstance(value, int | float):
            return NUMBERS[spec](self, value, argument)
        if spec in DAYS and isinstance(value, date):
            return DAYS[spec](self, value, argument)
        if spec in STRINGS and isinstance(value, str):
            return str(value)
        raise TypeError(f"{spec} does not take {value!r}")

    def spot(self, region: str, side: str = "") -> str:
        """A region with its side: "left calf", "calf on both sides", "lower back"."""
        name = self.regions.get(region, region)
        if side in ("left", "right"):
            return f"{side} {name}"
        return f"{name} on both sides" if side == "both" else name

    def distance(self, metres: float, argument: str = "") -> str:
        """A distance with its unit, one decimal at most."""
        number = tidy(self.units.distance(metres), 1)
        return number if argument == "bare" else f"{number} {self.units.name}"

    def weight(self, kg: float, argument: str = "") -> str:
        """A weight with its unit, one decimal at most unless more are asked for."""
        number = tidy(kg / self.units.kg_per_weight, int(argument or 1))
        return f"{number} {self.units.weight}"

    def pace(self, mps: float, argument: str = "") -> str:
        """Minutes and seconds for one kilometre or mile."""
        minutes, seconds = divmod(round(self.units.m_per_distance / mps), S_PER_MIN)
        return f"{minutes}:{seconds:02d} min/{self.units.name}"

    def day(self, day: date, argument: str = "") -> str:
        """ "14 October", with the year where it is not this year."""
        return f"{day.day} {MONTHS[day.month - 1]}{self._year(day)}"

    def short_day(self, day: date, argument: str = "") -> str:
        """ "14 Oct", with the year where it is not this year."""
        return f"{day.day} {MONTHS[day.month - 1][:3]}{self._year(day)}"

    def _year(self, day: date) -> str:
        return "" if day.year == self.today.year else f" {day.year}"

    def when(self, day: date, argument: str = "") -> str:
        """The day as one would say it today: "tomorrow", "last Sunday", "on 14 October"."""
        ahead = (day - self.today).days
        if ahead in NEAR:
            return NEAR[ahead]
        if abs(ahead) < DAYS_PER_WEEK:
            return f"{'on' if ahead > 0 else 'last'} {weekday(day)}"
        return f"on {self.day(day)}"

    def ago(self, day: date, argument: str = "") -> str:
        """How long ago or ahead a day is."""
        ahead = (day - self.today).days
        if ahead in NEAR:
            return NEAR[ahead]
        return f"in {ahead} days" if ahead > 0 else f"{-ahead} days ago"


NEAR: Mapping[int, str] = MappingProxyType({-1: "yesterday", 0: "today", 1: "tomorrow"})


def _bare(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError("only strings and whole numbers need no spec")


NUMBERS: Mapping[str, Callable[[Words, float, str], str]] = MappingProxyType(
    {
        "distance": Words.distance,
        "metres": lambda _, metres, _a: f"{tidy(metres, 0)} m",
        "pace": Words.pace,
        "weight": Words.weight,
        "minutes": lambda _, seconds, _a: f"{tidy(seconds / S_PER_MIN, 0)} min",
        "hours": lambda _, seconds, _a: hours(seconds),
        "seconds": lambda _, seconds, _a: f"{tidy(seconds, 0)} s",
        "span": lambda _, seconds, _a: span(seconds),
        "clock": lambda _, seconds, _a: clock(seconds),
        "percent": lambda _, share, decimals: percent(share, int(decimals or 0)),
        "change": lambda _, share, decimals: change(share, int(decimals or 0)),
        "times": lambda _, ratio, _a: f"{ratio:.2f} x",
        "pain": lambda _, pain, _a: f"{tidy(pain, 1)}/10",
        "number": lambda _, number, decimals: tidy(number, int(decimals or 2)),
        "count": lambda _, number, words: f"{tidy(number, 1)} {plural(number, words)}",
        "spelled": lambda _, number, words: f"{spelled(number)} {plural(number, words)}".rstrip(),
        "plural": lambda _, number, words: plural(number, words),
    }
)
DAYS: Mapping[str, Callable[[Words, date, str], str]] = MappingProxyType(
    {
        "day": Words.day,
        "short_day": Words.short_day,
        "weekday": lambda _, day, _a: weekday(day),
        "when": Words.when,
        "ago": Words.ago,
    }
)
STRINGS = ("spot", "side", "text")
