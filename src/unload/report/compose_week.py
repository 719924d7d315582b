"""Compose the week: day by day before and after, with why, totals and the factor."""

from datetime import date

from unload.model.plan import Depth, Kind, PlannedSession, UnloadingWeek, Week
from unload.report.citations import Desk
from unload.report.document import (
    Entry,
    Grid,
    Line,
    Meaning,
    Row,
    Section,
    Span,
    label,
    muted,
    plain,
)
from unload.report.figures import hours, weekday
from unload.report.words import Words

TITLES = {
    Depth.STEP_BACK: "The week, a step-back",
    Depth.UNLOADING: "The unloading week",
    Depth.NO_RUNNING: "The week, without running",
}


def week_section(desk: Desk) -> Section | None:
    """The week beside the one it replaces, or nothing where none is proposed."""
    week, words = desk.advice.week, desk.words
    if week is None:
        return None
    head = Row((label("Day"), label("Before"), label("After")), label("Why"))
    pairs = zip(week.before.days, week.after.days, week.whys, strict=True)
    slot = week.slot if desk.advice.routine is not None else None
    rows = tuple(
        Row(
            (muted(_date(after.day)), _before(before, words), _after(after, n == slot, words)),
            muted(words.say(why)),
        )
        for n, (before, after, why) in enumerate(pairs)
    )
    basis = Entry(muted(words.say(week.basis)))
    notes = tuple(Entry(muted(words.say(note))) for note in week.notes)
    grid = Grid(head, rows, _foot(week, words))
    return Section("week", label(TITLES[week.depth]), (basis, grid, *notes))


def _date(day: date) -> str:
    return f"{weekday(day)[:3]} {day.day}"


def _before(day: PlannedSession, words: Words) -> Line:
    shown = session(day, words)
    return muted(shown) if day.kind is Kind.REST else plain(shown)


def _after(day: PlannedSession, slot: bool, words: Words) -> Line:
    """What the day becomes; the work-it-out day says so."""
    shown = session(day, words)
    if slot:
        shown = "work it out" if day.kind is Kind.REST else f"{shown}, work it out"
    return (Span(shown, Meaning.NUMBER),) if slot or day.kind is not Kind.REST else muted(shown)


def session(day: PlannedSession, words: Words) -> str:
    """One planned day in words: "rest", "10 km easy", "45 min hard", "8 km"."""
    if day.kind is Kind.REST:
        return "rest"
    amount = words.distance(day.told_m) if day.told_m else hours(day.duration_s)
    if not day.is_run and day.kind is not Kind.CROSS:
        return f"{amount} {day.sport.value}"
    return amount if day.kind is Kind.RUN else f"{amount} {day.kind.value}"


def _foot(week: UnloadingWeek, words: Words) -> tuple[Row, ...]:
    factor = "" if week.factor is None else f"{week.factor:.2f} x the distance"
    total = Row(
        (label("total"), _total(week.before, words), _total(week.after, words)),
        (Span(factor, Meaning.NUMBER),) if factor else (),
    )
    hard = Row((label("hard"), plain(_hard(week.before)), plain(_hard(week.after))))
    return (total, hard)


def _total(week: Week, words: Words) -> Line:
    return plain(f"{words.distance(week.distance_m)}, {hours(week.duration_s)}")


def _hard(week: Week) -> str:
    if week.hard_s is None:
        return "not known"
    return hours(week.hard_s) if week.hard_s else "nothing"
