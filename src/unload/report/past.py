"""Draw the weeks that were as rows, readable without colour; and say them to programs."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from unload.model.constants import Knowledge
from unload.model.past import Past, PastWeek
from unload.model.phrase import Phrase
from unload.model.proof import Done
from unload.report.citations import Citations, source_keys
from unload.report.plain import Plain, day, km, number, used_dict
from unload.report.words import Words

HEADS = ("week", "run", "longest", "kind", "load", "slow", "fast", "monotony", "strain")
LEFT = ("week", "kind")
# What the columns beside the bar take, and how much of the rest a bar may fill.
BESIDE, BAR_SHARE, BAR_LEAST = 57, 0.6, 6
FULL, PALE = "█", "▒"
STYLES = {Done.UNLOADED: "green", Done.STEPPED_BACK: "green", Done.USUAL: ""}
UNKNOWN = "·"


def past_screen(past: Past, words: Words, knowledge: Knowledge, width: int) -> RenderableType:
    """The weeks, oldest first, and below them what the columns are and rest on."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for name in HEADS:
        table.add_column(justify="left" if name in LEFT else "right", no_wrap=name != "kind")
    days = {"slow": past.constants[0].value, "fast": past.constants[1].value}
    table.add_row(*(Text(_say(words, f"head.{name}", **days), "bold") for name in HEADS))
    bar = max(int((width - BESIDE) * BAR_SHARE), BAR_LEAST)
    most = max((week.run_m or 0.0 for week in past.weeks), default=0.0)
    for week in past.weeks:
        table.add_row(*_cells(week, words, bar / most if most else 0.0))
    citations = Citations(knowledge.sources)
    numbers = citations.cite(source_keys(past.constants))
    below = [Text(_say(words, "marked")), Text(_say(words, "load", **days))]
    if past.load_source:
        key = "tied" if past.load_tied else "source"
        said = _say(words, key, source=past.load_source, tied=past.load_tied)
        below.append(Text(said))
    below.append(Text(f"{_say(words, 'rests')} {numbers}", "dim"))
    below += [Text(f"  [{n}] {text}", "dim") for n, text in citations.listed()]
    title = Text(_say(words, "title", weeks=len(past.weeks)), "bold")
    return Padding(Group(title, "", table, "", *below), (0, 1))


def _say(words: Words, key: str, **values: float | str) -> str:
    return words.say(Phrase(f"past.{key}", values))


def _cells(week: PastWeek, words: Words, per_m: float) -> tuple[Text, ...]:
    style = STYLES.get(week.done, "dim")
    return (
        Text(week.first_day.isoformat()),
        Text(UNKNOWN if week.run_m is None else f"{words.units.distance(week.run_m):.1f}"),
        Text(UNKNOWN if week.longest_m is None else f"{words.units.distance(week.longest_m):.1f}"),
        Text(_bar(week, words, per_m), style),
        *(
            Text(UNKNOWN if value is None else f"{value:.{digits}f}")
            for value, digits in (
                (week.load_au, 0),
                (week.slow_au, 0),
                (week.fast_au, 0),
                (week.monotony, 1),
                (week.strain, 0),
            )
        ),
    )


def _bar(week: PastWeek, words: Words, per_m: float) -> str:
    """As long as the week was, and in words what kind of week it was where it was no usual one."""
    sign = PALE if week.done in (Done.UNLOADED, Done.STEPPED_BACK) else FULL
    return f"{sign * round((week.run_m or 0.0) * per_m)} {kind_said(week, words)}".strip()


def kind_said(week: PastWeek, words: Words) -> str:
    """What kind of week it was; nothing of a usual one."""
    usual = week.whole and week.done is Done.USUAL
    key = f"kind.{week.done.value}" if week.whole else "kind.under_way"
    kind = "" if usual else _say(words, key)
    marks = [_say(words, f"kind.{name}") for name in ("ill", "away") if getattr(week, name)]
    return ", ".join(filter(None, (kind, *marks)))


def past_dict(past: Past) -> Plain:
    """The same as plain values."""
    return {
        "today": day(past.today),
        "load_source": past.load_source or None,
        "load_tied": past.load_tied,
        "constants": [used_dict(constant) for constant in past.constants],
        "weeks": [_week(week) for week in past.weeks],
    }


def _week(week: PastWeek) -> Plain:
    return {
        "first_day": day(week.first_day),
        "whole": week.whole,
        "kind": week.done.value if week.whole else None,
        "run_km": _km(week.run_m),
        "usual_km": _km(week.usual_m),
        "longest_km": _km(week.longest_m),
        "load": number(week.load_au),
        "load_slow": number(week.slow_au),
        "load_fast": number(week.fast_au),
        "monotony": number(week.monotony),
        "strain": number(week.strain),
        "sore_days": week.sore_days,
        "ill": week.ill,
        "away": week.away,
    }


def _km(metres: float | None) -> float | None:
    return None if metres is None else km(metres)
