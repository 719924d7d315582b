"""Compose the one screen: Advice and words to a Document; every number comes ready."""

from collections.abc import Iterable

from unload.model.advice import Advice, Role, Signal, VerdictKind
from unload.model.constants import Knowledge
from unload.model.phrase import Phrase
from unload.report.citations import Citations, Desk
from unload.report.compose_doubts import doubts_section
from unload.report.compose_week import week_section
from unload.report.compose_work import findings_section, routine_section
from unload.report.document import (
    Document,
    Entry,
    Meaning,
    Section,
    Span,
    label,
    muted,
    plain,
)
from unload.report.figures import MONTHS, plural, weekday
from unload.report.words import Words

# Beside a reason: news older than this, and windows known to less than this share.
OLD_DAYS, THIN = 2, 0.75
CLOSING = "Rest is part of the program. Advice, not a diagnosis · unload why NAME"
HEADLINES = {
    VerdictKind.SEE_SOMEONE: Meaning.ALARM,
    VerdictKind.TRAIN_ON: Meaning.CALM,
    VerdictKind.ALREADY_UNLOADING: Meaning.CALM,
}


def compose(advice: Advice, words: Words, knowledge: Knowledge) -> Document:
    """The whole screen, in its order."""
    desk = Desk(advice, words, knowledge, Citations(knowledge.sources))
    parts = (
        flags_section(desk),
        _reasons(desk),
        _unknown(desk),
        week_section(desk),
        routine_section(desk),
        findings_section(desk),
        doubts_section(desk),
        sources_section(desk),
    )
    verdict = advice.verdict
    return Document(
        name=label("Unload"),
        opening=muted(_opening(advice)),
        headline=(Span(words.say(verdict.says), HEADLINES.get(verdict.kind, Meaning.HEADLINE)),),
        below=muted(_below(desk)),
        sections=tuple(part for part in parts if part is not None),
        closing=muted(CLOSING),
    )


def _opening(advice: Advice) -> str:
    known = advice.coverage
    return f"{opening_day(advice)} · {known.known_days} of {known.window_days} days known"


def opening_day(advice: Advice) -> str:
    """With its year always: the head of a page may be read years later."""
    day = advice.today
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _below(desk: Desk) -> str:
    """How long the answer has stood and how old the newest record is, where it matters."""
    verdict, words = desk.advice.verdict, desk.words
    parts = []
    if verdict.since is not None and verdict.since != desk.advice.today:
        parts.append(f"This answer has stood since {words.day(verdict.since)}.")
    parts += [words.say(phrase) for phrase in verdict.changed]
    if verdict.data_age_days is not None and verdict.data_age_days > 1:
        parts.append(f"The newest record is {verdict.data_age_days} days old.")
    return " ".join(parts)


def flags_section(desk: Desk) -> Section | None:
    """What comes first where a red flag stands."""
    flags = desk.advice.verdict.flags
    entries = tuple(
        Entry((Span(flag.action, Meaning.ALARM),), tail=muted(desk.citations.cite([flag.source])))
        for flag in flags
    )
    return Section("flags", label("First"), entries) if flags else None


def _reasons(desk: Desk) -> Section | None:
    reasons = desk.advice.verdict.reasons
    entries = tuple(_reason(n, reason, desk) for n, reason in enumerate(reasons, 1))
    return Section("why", label("Why"), entries) if entries else None


def _reason(number: int, signal: Signal, desk: Desk) -> Entry:
    role = "supports, " if signal.role is Role.SUPPORTS else ""
    rests = desk.citations.rests_on(f"{role}{signal.grade.value}{_gaps(signal)}", signal.constants)
    body = plain(desk.words.say(signal.says))
    return Entry(body, (Span(str(number), Meaning.NUMBER),), muted(rests))


def _gaps(signal: Signal) -> str:
    """Where what a signal looks at is old or thin, said beside it."""
    age, known = signal.age_days, signal.coverage
    old = f", newest {age} days old" if age is not None and age > OLD_DAYS else ""
    thin = f", {known:.0%} of its days known" if known is not None and known < THIN else ""
    return f"{old}{thin}"


def _unknown(desk: Desk) -> Section:
    verdict = desk.advice.verdict
    rows = [
        ("Not known", _together(verdict.unknown, desk.words)),
        ("Would change", _together(verdict.would_change, desk.words)),
        ("Rests on", _coverage(desk.advice)),
    ]
    entries = tuple(Entry(plain(text), label(name)) for name, text in rows if text)
    return Section("limits", (), entries)


def _together(phrases: Iterable[Phrase], words: Words) -> str:
    """Fragments joined by semicolons, sentences by spaces."""
    said = [words.say(phrase) for phrase in phrases]
    last = len(said) - 1
    return " ".join(
        text if text.endswith(".") or n == last else f"{text};" for n, text in enumerate(said)
    )


def _coverage(advice: Advice) -> str:
    known = advice.coverage
    source = known.load_source
    if source and known.load_tied:
        sessions = plural(known.load_tied, "session")
        source = f"{source} ({known.load_tied} {sessions} tied to it)"
    parts = [
        f"{known.runs} {plural(known.runs, 'run')}",
        f"{known.runs_with_hr} with heart rate",
        f"{known.runs_with_rpe} with effort",
        f"{known.check_ins} {plural(known.check_ins, 'check-in')} in {known.window_days} days",
    ]
    return ", ".join(parts) + (f"; load from {source}" if source else "")


def sources_section(desk: Desk) -> Section | None:
    """Every source cited so far, by number, and what was not verified in them."""
    listed = desk.citations.listed()
    entries = [Entry(muted(text), muted(f"[{number}]")) for number, text in listed]
    if desk.citations.unverified:
        names = ", ".join(desk.citations.unverified)
        entries.append(Entry(muted(f"Not verified in the source itself: {names}.")))
    return Section("sources", label("Sources"), tuple(entries)) if entries else None
