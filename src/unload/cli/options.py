"""What the commands ask for: the types of their options, and the options they share."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

import click

from unload.model.units import M_PER_KM, M_PER_MILE, MIN_PER_HOUR, S_PER_MIN

if TYPE_CHECKING:
    from unload.model.plan import Wishes
    from unload.service import Answer

M_PER = {"km": M_PER_KM, "": M_PER_KM, "mi": M_PER_MILE}
RACES_M = {"marathon": 42_195.0, "half": 21_097.5, "10k": 10_000.0, "5k": 5_000.0}
GRID_M = {"km": M_PER_KM / 2, "mi": M_PER_MILE / 2}
DEMOS = ("sore", "steady", "thin-data")  # as in service, which help must not wait for
Command = TypeVar("Command", bound=Callable[..., object])


class RaceType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """DATE:DISTANCE, as (day, metres)."""

    name = "DATE:KM"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, float]:
        if isinstance(value, tuple):
            return value
        day, _, distance = str(value).partition(":")
        try:
            return date.fromisoformat(day), race_metres(distance)
        except ValueError:
            self.fail(
                f"{value!r} is not a race; write it like 2025-04-21:42.195, 2025-04-21:marathon "
                "or 2025-04-21:26.2mi.",
                param,
                ctx,
            )


class RanType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """DATE:DISTANCE:TIME, as (day, metres, seconds)."""

    name = "DATE:KM:TIME"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, float, float]:
        if isinstance(value, tuple):
            return value
        day, _, rest = str(value).partition(":")
        distance, _, time = rest.partition(":")
        try:
            return date.fromisoformat(day), race_metres(distance), race_seconds(time)
        except ValueError:
            self.fail(
                f"{value!r} is not a race that was run; write it like 2024-10-06:half:1:38:20 "
                "or 2024-10-06:10:45:12 (hours may be left out, seconds may not).",
                param,
                ctx,
            )


def race_metres(text: str) -> float:
    """Metres of "marathon", "half", "10k", "5k", "42.195", "42.195km" or "26.2mi"."""
    if text.lower() in RACES_M:
        return RACES_M[text.lower()]
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(km|mi|)", text.lower())
    if found is None or not float(found[1]):
        raise ValueError(f"not a distance: {text!r}")
    return float(found[1]) * M_PER[found[2]]


def race_seconds(text: str) -> float:
    """Seconds of "45:12" or "3:41:05"; minutes alone could be hours, and are refused."""
    found = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)", text)
    minutes = 0 if found is None else MIN_PER_HOUR * int(found[1] or 0) + int(found[2])
    seconds = 0 if found is None else S_PER_MIN * minutes + int(found[3])
    if not seconds or (found and found[1] and int(found[2]) >= MIN_PER_HOUR):
        raise ValueError(f"not a time: {text!r}")
    return float(seconds)


class PlanType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """A file with a plan; an address is met with how to save what lies behind it."""

    name = "FILE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        text = str(value)
        found = re.match(r"(?:https?|webcal):/+(?P<rest>.+)", text, re.IGNORECASE)
        if found is not None:
            plain = "http" if text.lower().startswith("http:") else "https"
            address = quote(f"{plain}://{found['rest']}")
            self.fail(
                "Unload asks the network for nothing. Save the calendar and name the file:\n"
                f"  curl -Lo plan.ics {address}\n  unload week --plan plan.ics",
                param,
                ctx,
            )
        return Path(text)


class WeekdaysType(click.ParamType):  # type: ignore[type-arg] # generic in newer click only
    """wed,sun as weekdays, 0 = Monday."""

    name = "DAYS"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, ...]:
        if isinstance(value, tuple):
            return value
        names = [name.strip().lower()[:3] for name in str(value).split(",")]
        if not set(names) <= set(WEEKDAYS):
            self.fail(f"{value!r} names no weekdays; write them like wed,sun.", param, ctx)
        return tuple(WEEKDAYS.index(name) for name in names)


class DayType(click.DateTime):
    """A day, refused with how to write it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is not a day; write it like 2024-11-17.", param, ctx)


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = DayType(formats=["%Y-%m-%d"])
PATH = click.Path(path_type=Path)


def options(*every: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, shown in the order given."""

    def decorate(command: Command) -> Command:
        for option in reversed(every):
            command = option(command)
        return command

    return decorate


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
in_units = click.option(
    "--units", type=click.Choice(["km", "mi"]), default="km", show_default=True,
    help="Kilometres and kilograms, or miles and pounds.",
)  # fmt: skip
zone_of = click.option(
    "--zone", metavar="NAME", envvar="UNLOAD_ZONE", show_envvar=True,
    help="Your time zone, like Europe/Berlin.",
)  # fmt: skip
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _number(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """A weekday by its number, 0 = Monday."""
    return None if value is None else WEEKDAYS.index(value)


week_start_of = click.option(
    "--week-start", type=click.Choice(WEEKDAYS), metavar="DAY", callback=_number,
    envvar="UNLOAD_WEEK_START", show_envvar=True,
    help="The day your weeks begin: mon, sun, sat, or any other. Default: mon.",
)  # fmt: skip
columns_of = click.option(
    "--columns", metavar="WHERE",
    help="What the columns of a table hold: date=2,type=1,distance=5:km,duration=7.",
)  # fmt: skip
maybe_path = click.argument("path", type=PATH, required=False)
# What says whose week is asked for, and what is known of it besides the files.
about = options(
    click.option("--today", type=DAY, metavar="DATE", help="Answer for this day. Default: today."),
    click.option("--race", type=RaceType(), help="Your goal race; also DATE:marathon."),
    click.option(
        "--recent-race", type=RanType(), help="A race you ran; predictions start from it."
    ),
    click.option("--runner", metavar="NAME", help="Whose week, where there are several runners."),
    click.option("--answers", type=PATH, metavar="FILE.toml", help="Your check-ins and answers."),
    zone_of,
    week_start_of,
    columns_of,
    click.option("--weight", type=click.FloatRange(20, 300), metavar="KG", help="Your weight."),
)
asking = options(maybe_path, about)
# How the lighter week is wanted.
planning = options(
    click.option(
        "--plan", type=PlanType(), help="Your own plan: CSV, YAML, ICS or FIT workouts."
    ),
    click.option(
        "--mode", type=click.Choice(["reduce", "keep-one"]), default="reduce", show_default=True,
        help="Fewer miles and less effort, or keep one short sharp session.",
    ),
    click.option(
        "--work-day", type=click.Choice(WEEKDAYS), default="wed", show_default=True,
        help="The day to work it out.",
    ),
    click.option(
        "--never", type=WeekdaysType(), metavar="DAYS", default=(),
        help="Days that never have runs, like tue,thu.",
    ),
)  # fmt: skip
wide = click.option("--width", type=click.IntRange(40, 200), help="Columns to draw in.")
force = click.option("--force", is_flag=True, help="Write the week whatever the verdict says.")
showing = options(in_units, as_json, wide, force)


def wishes_of(given: dict[str, Any]) -> "Wishes":
    """How the lighter week is wanted, as `planning` asks for it."""
    from unload.model.plan import Mode, Wishes  # start-up

    slot, never = WEEKDAYS.index(given["work_day"]), frozenset(given["never"])
    return Wishes(Mode(given["mode"]), slot, never=never)


def asked(path: Path | None, given: dict[str, Any]) -> "Answer":
    """The answer to what `asking` asks for, with a line that moves while files are read."""
    from unload import service  # start-up
    from unload.cli.printing import ticking  # start-up
    from unload.model.history import Race, Raced  # start-up

    today, race, ran = given["today"], given["race"], given["recent_race"]
    with ticking() as ticker:
        advise = _advise_stored() if path is None else partial(service.advise_path, path)
        return advise(
            today=None if today is None else today.date(),
            race=None if race is None else Race(*race),
            recent_race=None if ran is None else Raced(*ran),
            runner=given["runner"],
            answers=given["answers"],
            zone=given["zone"],
            columns=given["columns"],
            weight_kg=given["weight"],
            week_start=given["week_start"],
            plan=given["plan"],
            wishes=wishes_of(given),
            force=given.get("force", False),
            grid_m=GRID_M[given["units"]],
            progress=ticker,
        )


def _advise_stored() -> "Callable[..., Answer]":
    from unload.service.stored import advise_stored  # brings Django, which files need not pay for

    return advise_stored
