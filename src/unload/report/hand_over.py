"""Say the page for a specialist to programs: plain values by docs/schema/hand-over.schema.json.

The PDF is drawn from the same values, so that both say the same.
"""

from collections.abc import Iterator
from datetime import timedelta

from unload.model.constants import Knowledge
from unload.model.hand_over import HandedSpot, HandOver, Tested, Timeline
from unload.model.history import Session, SoreSpot
from unload.model.phrase import Phrase, Value
from unload.model.specialist import Specialist
from unload.report.asked_for import asked_dict
from unload.report.plain import Plain, day, km, number
from unload.report.words import Words

FEELS = ("at_rest", "at_night", "weight_bearing", "swelling", "sudden", "point")


def hand_over_dict(page: HandOver, words: Words, knowledge: Knowledge) -> Plain:
    """The whole page as plain values."""
    story = page.story
    return {
        "today": day(page.today),
        "reader": page.reader.value,
        "name": story.name or None,
        "see_first": _see_first(page, words),
        "goal": {"text": story.goal or None, **_race(page, words)},
        "spots": [_spot(spot, words, knowledge) for spot in page.spots],
        "patterns": [words.say(phrase) for phrase in page.told],
        "timeline": None if page.timeline is None else _timeline(page.timeline),
        "load": _load(page, words),
        "flags": [
            {"key": f.key, "level": f.level.value, "question": f.question, "action": f.action}
            for f in page.flags
        ],
        "asked": [
            {"key": a.flag.key, "level": a.flag.level.value, "question": a.flag.question,
             "yes": a.yes}
            for a in page.asked
        ],
        "findings": list(_findings(page, words, knowledge)),
        "tested": [_tested(tested, words, knowledge) for tested in page.tested],
        "pressing": {
            "rolled": [words.spot(key) for key in page.rolled],
            "left_out": list(page.left_out),
            "blockers": [_blocker(key, words, knowledge) for key in page.blockers],
        },
        "tried": {
            "own_words": list(story.tried),
            "record": [words.say(phrase) for phrase in page.tried],
        },
        "instructions": [asked_dict(asked, words) for asked in page.instructions],
        "medication": story.medication or None,
        "past": story.past or None,
        "note": story.note or None,
        "foot": words.say(Phrase("hand.foot", {"today": page.today})),
        "knowledge_version": knowledge.version,
    }  # fmt: skip


def _see_first(page: HandOver, words: Words) -> str | None:
    """Whom to see before anything else, where a flag that stops stands."""
    if not page.stopped:
        return None
    flag = page.flags[0]
    key = "hand.stop_massage" if page.reader is Specialist.MASSAGE else "hand.stop"
    return words.say(Phrase(key, {"who": flag.who, "how_soon": flag.how_soon}))


def _race(page: HandOver, words: Words) -> Plain:
    race = page.race
    if race is None:
        return {"race": None, "sentence": None}
    days = (race.day - page.today).days
    values: dict[str, Value] = {"day": race.day, "distance": race.distance_m, "days": days}
    return {
        "race": {"date": day(race.day), "distance_km": km(race.distance_m), "days": days},
        "sentence": words.say(Phrase("hand.race", values)),
    }


def _spot(spot: HandedSpot, words: Words, knowledge: Knowledge) -> Plain:
    complaint, region = spot.complaint, knowledge.regions[spot.complaint.region]
    says = [words.say(phrase) for phrase in spot.says]
    if complaint.followed:
        says.insert(
            2, words.say(Phrase("hand.followed", {"runs": _runs(complaint.followed, words)}))
        )
    return {
        "letter": spot.letter,
        "region": region.key,
        "side": complaint.side.value,
        "spot": words.spot(region.key, complaint.side),
        "anatomical": region.anatomical,
        "snomed": region.snomed or None,
        "osiics": region.osiics or None,
        "since": day(complaint.first),
        "last": day(complaint.last),
        "course": complaint.course.value,
        "now": number(spot.now),
        "worst": number(complaint.worst),
        "sentences": says,
        "feels": [] if spot.latest is None else list(_feels(spot.latest, words)),
        "rule_out": region.rule_out,
        "may_be_pressed": spot.pressed,
        "never_press": region.never_press,
    }


def _runs(runs: tuple[Session, ...], words: Words) -> str:
    """The runs in a row, oldest first: "12 Nov 14 km"."""
    known = [run for run in runs if run.distance_m is not None]
    said = (f"{words.short_day(r.day)} {words.distance(r.distance_m or 0)}" for r in known)
    return ", ".join(said)


def _feels(spot: SoreSpot, words: Words) -> Iterator[str]:
    """Each answer about the spot that was given, yes or no."""
    if spot.character is not None:
        yield words.say(Phrase(f"hand.feels.{spot.character.value}"))
    for name in FEELS:
        answer = getattr(spot, name)
        if answer is not None:
            yield words.say(Phrase(f"hand.feels.{'' if answer else 'not_'}{name}"))


def _timeline(line: Timeline) -> Plain:
    days = [line.first_day + timedelta(days=n) for n in range(len(line.run_m))]
    return {
        "first_day": day(line.first_day),
        "onset": {letter: day(first) for letter, first in line.onset.items()},
        "days": [
            {
                "date": day(when),
                "run_km": None if metres is None else km(metres),
                "pain": {letter: number(pains[n]) for letter, pains in line.pain.items()},
            }
            for n, (when, metres) in enumerate(zip(days, line.run_m, strict=True))
        ],
        "weeks": [
            {"last_day": day(w.last_day), "run_km": None if w.run_m is None else km(w.run_m)}
            for w in line.weeks
        ],
        "lighter": [day(first) for first in line.lighter],
    }


def _load(page: HandOver, words: Words) -> Plain:
    now = page.load
    known = (now.last_week_m, now.usual_week_m, now.longest_m)
    last, usual, longest = known
    values: dict[str, Value] = {"last": last, "usual": usual, "longest": longest}
    told = None if None in known else words.say(Phrase("hand.load", values))
    names = ("last_week_km", "usual_week_km", "longest_km")
    plain = {n: None if v is None else km(v) for n, v in zip(names, known, strict=True)}
    return {**plain, "sentence": told}


def _findings(page: HandOver, words: Words, knowledge: Knowledge) -> Iterator[Plain]:
    letters = {s.complaint.region: s.letter for s in reversed(page.spots)}
    for finding in page.findings:
        screen = knowledge.screens.get(finding.screen)
        yield {
            "spot": words.spot(finding.region, finding.side),
            "letter": letters.get(finding.region),
            "contributor": finding.contributor,
            "reach": finding.reach.value,
            "grade": finding.grade.value,
            "source": finding.source,
            "screen": None if screen is None else screen.name,
            "screen_says": None if finding.outcome is None else finding.outcome.value,
        }


def _tested(tested: Tested, words: Words, knowledge: Knowledge) -> Plain:
    result, screen = tested.result, knowledge.screens[tested.result.screen]
    values: dict[str, Value] = {"unit": screen.unit, "left": result.left, "right": result.right}
    sides = [side for side in ("left", "right") if values[side] is not None]
    if result.yes is not None:
        key = "test_yes" if result.yes else "test_no"
    else:
        key = "test_sides" if len(sides) > 1 else f"test_{sides[0]}" if sides else ""
    said = words.say(Phrase(f"hand.{key}", values)) if key else ""
    return {"screen": screen.name, "found": said, "says": tested.outcome.value}


def _blocker(entry: str, words: Words, knowledge: Knowledge) -> str:
    """What speaks against massage, with its place where one is named."""
    key, _, place = entry.partition(":")
    condition = knowledge.blockers[key].condition
    return f"{condition} ({words.spot(place)})" if place else condition
