"""Compose one look at the body: flags and questions first, and only then what it shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unload.model.body import Finding, RedFlag, Routine, Screen
from unload.model.complaint import Complaint, Look
from unload.model.constants import Knowledge
from unload.model.history import SoreSpot
from unload.model.phrase import Phrase
from unload.report.body_picture import body_picture, letter_of, meaning_of
from unload.report.citations import Citations
from unload.report.document import (
    Document,
    Entry,
    Line,
    Meaning,
    Section,
    Span,
    label,
    muted,
    plain,
)
from unload.report.figures import tidy, weekday
from unload.report.steps import steps_section
from unload.report.words import Words

SAID = {
    "at_rest": "sore at rest", "at_night": "at night", "weight_bearing": "when it carries you",
    "swelling": "swollen", "sudden": "came at once", "point": "one point",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bench:
    """What is handed from part to part while a look is composed."""

    look: Look
    words: Words
    knowledge: Knowledge
    citations: Citations

    def say(self, key: str, **values: float | str) -> str:
        return self.words.say(Phrase(f"body.{key}", values))


def compose_body(look: Look, words: Words, knowledge: Knowledge) -> Document:
    """The whole look; nothing below a flag or a question that stops."""
    bench = Bench(look, words, knowledge, Citations(knowledge.sources))
    sections = [_where(bench), *_stops(bench)]
    if look.seen.may_run:
        sections += _open(bench)
    sections.append(_sources(bench))
    return Document(
        name=label("Unload"),
        opening=muted(f"{weekday(look.today)} {words.day(look.today)}"),
        headline=_headline(bench),
        below=(),
        sections=tuple(part for part in sections if part is not None and part.blocks),
        closing=muted(bench.say("closing")),
    )


def compose_workout(routine: Routine, look: Look, words: Words, knowledge: Knowledge) -> Document:
    """The session alone, for a look that nothing stands in the way of."""
    bench = Bench(look, words, knowledge, Citations(knowledge.sources))
    steps = steps_section(routine, words, bench.citations)
    sections = (*_stops(bench), steps, trials_section(look, words), _sources(bench))
    return Document(
        name=label("Unload"),
        opening=muted(f"{weekday(look.today)} {words.day(look.today)}"),
        headline=(Span(bench.say("workout"), Meaning.HEADLINE),),
        below=(),
        sections=tuple(part for part in sections if part is not None and part.blocks),
        closing=muted(bench.say("closing")),
    )


def _headline(bench: Bench) -> Line:
    seen = bench.look.seen
    if any(flag.level.stops for flag in seen.flags):
        return (Span(bench.words.say(Phrase("verdict.see_someone")), Meaning.ALARM),)
    if not seen.may_run:
        return (Span(bench.say("open"), Meaning.HEADLINE),)
    if not bench.look.spots:
        return (Span(bench.say("nothing"), Meaning.CALM),)
    return (Span(bench.say("sore"), Meaning.HEADLINE),)


def _where(bench: Bench) -> Section | None:
    """The figure with its letters, and what each letter is."""
    spots = bench.look.spots
    if not spots:
        return None
    entries = [
        Entry(plain(_spot(spot, bench.words)), (Span(letter_of(number), meaning_of(spot)),))
        for number, spot in enumerate(spots)
    ]
    return Section("where", label("Where it hurts"), (body_picture(spots), *entries))


def _spot(spot: SoreSpot, words: Words) -> str:
    """A spot with its pain and whatever was said of it."""
    said = [f"{tidy(spot.pain, 1)}/10"]
    if spot.next_morning is not None:
        said.append(f"{tidy(spot.next_morning, 1)}/10 on waking")
    if spot.character is not None:
        said.append(spot.character.value)
    said += [text for name, text in SAID.items() if getattr(spot, name) is True]
    if spot.since is not None:
        said.append(f"since {words.day(spot.since)}")
    place = words.spot(spot.region, spot.side.value)
    return f"{place[:1].upper()}{place[1:]}: {', '.join(said)}"


def _stops(bench: Bench) -> Iterator[Section | None]:
    """The flags that stand, and the questions that are still open."""
    seen = bench.look.seen
    flags = tuple(_flag(flag, bench) for flag in seen.flags)
    yield Section("flags", label(bench.say("first")), flags) if flags else None
    asked = tuple(Entry(plain(f.question), label(f.level.value)) for f in seen.asked)
    title = bench.say("still_open" if seen.may_run else "questions")
    yield Section("questions", label(title), asked) if asked else None


def _flag(flag: RedFlag, bench: Bench) -> Entry:
    who = f" ({flag.who}, {flag.how_soon})" if flag.who and flag.who not in flag.action else ""
    meaning = Meaning.ALARM if flag.level.stops else Meaning.HEADLINE
    cited = muted(bench.citations.cite([flag.source]))
    return Entry(plain(f"{flag.action}{who}"), (Span(flag.level.value, meaning),), cited)


def _open(bench: Bench) -> Iterator[Section | None]:
    """What may be shown once nothing stands in its way."""
    look, k = bench.look, bench.knowledge
    named = dict.fromkeys(spot.region for spot in look.spots)
    outs = tuple(Entry(plain(k.regions[key].rule_out), label(k.regions[key].name)) for key in named)
    yield Section("record", label(bench.say("record")), tuple(_record(bench)))
    yield Section("rule_outs", label(bench.say("rule_outs")), outs)
    found = tuple(
        Entry(plain(_finding(finding, bench)), label(str(number)), _rests(finding, bench))
        for number, finding in enumerate(look.seen.findings, 1)
    )
    yield Section("findings", label(bench.say("findings")), found)
    yield Section("screens", label(bench.say("screens")), tuple(_screens(bench)))
    if look.seen.routine is not None:
        yield steps_section(look.seen.routine, bench.words, bench.citations)
    yield trials_section(look, bench.words)


def trials_section(look: Look, words: Words) -> Section | None:
    """Whether the session has helped, spot by spot; nothing where it was never done."""
    told = tuple(Entry(plain(words.say(trial.says))) for trial in look.trials)
    return Section("trials", label(words.say(Phrase("trial.title"))), told) if told else None


def _finding(finding: Finding, bench: Bench) -> str:
    """What is worth checking, why, and what its self-test said."""
    place = bench.words.spot(finding.region, finding.side.value)
    why = bench.say(f"because_{finding.reach.value}", place=place)
    screen = bench.knowledge.screens.get(finding.screen)
    if screen is None:
        return f"{_capital(finding.contributor)}: {why}."
    done = "" if finding.outcome is None else "; " + bench.say(f"test_{finding.outcome.value}")
    aloud = f", which {screen.aloud}" if screen.aloud else ""
    return f"{_capital(finding.contributor)}: {why}. Test: {screen.name}{aloud}{done}."


def _rests(finding: Finding, bench: Bench) -> Line:
    return muted(f"{finding.grade.value} {bench.citations.cite([finding.source])}")


def _screens(bench: Bench) -> Iterator[Entry]:
    """How each self-test is done, and how far it can be trusted."""
    for screen in screens_of(bench.look, bench.knowledge):
        cited = muted(bench.citations.cite([screen.source]))
        said = (*label(f"{_capital(screen.name)}. "), *plain(f"{screen.instructions} "))
        yield Entry((*said, *muted(screen.error)), tail=cited)


def screens_of(look: Look, knowledge: Knowledge) -> list[Screen]:
    """The self-tests that the findings name, each once, in their order."""
    named = dict.fromkeys(f.screen for f in look.seen.findings if f.screen in knowledge.screens)
    return [knowledge.screens[key] for key in named]


def _record(bench: Bench) -> Iterator[Entry]:
    """How each complaint began and goes, and the patterns among them."""
    look, words = bench.look, bench.words
    here = {spot.region for spot in look.spots}
    for complaint in look.complaints:
        if complaint.region in here and complaint.first < look.today:
            place = words.spot(complaint.region, complaint.side.value)
            yield Entry(plain(" ".join(_course(complaint, bench))), label(place))
    if look.one_side is not None:
        yield Entry(plain(bench.say("one_side", side=look.one_side.value)))
    if look.moving is not None:
        way = ", then ".join(words.spot(key) for key in look.moving.regions)
        key = "moving_down" if look.moving.down else "moving_up"
        yield Entry(plain(bench.say(key, way=way)))


def _course(complaint: Complaint, bench: Bench) -> Iterator[str]:
    days, words = len(complaint.sore_days), bench.words
    yield words.say(Phrase("body.since", {"first": complaint.first, "days": days}))
    yield bench.say(f"course_{complaint.course.value}")
    onset = complaint.onset
    if onset.usual_week_m:
        load: dict[str, float | str] = {"week": onset.week_m, "usual": onset.usual_week_m}
        yield bench.say("onset", **load)
    if complaint.returns:
        yield bench.say("returns", times=complaint.returns)


def _sources(bench: Bench) -> Section | None:
    listed: Sequence[tuple[int, str]] = bench.citations.listed()
    entries = tuple(Entry(muted(text), muted(f"[{number}]")) for number, text in listed)
    return Section("sources", muted("Rests on"), entries) if entries else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
