"""Hand over: history and answers -> the one page that a specialist is given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from string import ascii_uppercase

from numpy.random import Generator

from unload.model.body import Kind, Step
from unload.model.complaint import Complaint, Course
from unload.model.constants import BodyConstants, Knowledge
from unload.model.hand_over import Asked, HandedSpot, HandOver, Story, Tested
from unload.model.history import History, SoreSpot
from unload.model.phrase import Phrase
from unload.model.specialist import Specialist
from unload.science.assessment import assess
from unload.science.complaints import complaints, moving, one_side, told
from unload.science.flags import questions
from unload.science.load import daily
from unload.science.pipeline import recent_spots, red_flags
from unload.science.screens import outcomes
from unload.science.sites import left_alone, sites_of
from unload.science.timeline import load_now, timeline
from unload.science.trial import trials


def hand_over(
    history: History,
    today: date,
    knowledge: Knowledge,
    chance: Generator,
    *,
    story: Story,
    reader: Specialist,
) -> HandOver:
    """The page for one reader; it names no illness and promises nothing."""
    k, runner = knowledge, history.runner
    found = complaints(history, today, k.regions, k.body)
    spots = recent_spots(history, today, k)
    said = (*told(found, k.body), *runner.red_flags)
    answers = {**story.answered, **dict.fromkeys(said, True)}
    looked = assess(spots, answers, runner, k, results=story.results, today=today)
    standing, _ = red_flags(history, today, k)
    flags = tuple(f for f in k.red_flags if f in standing or f in looked.flags)
    flags = tuple(sorted(flags, key=lambda flag: flag.level))
    answers |= dict.fromkeys((flag.key for flag in flags), True)
    stopped = any(flag.level.stops for flag in flags)
    routine = None if stopped else looked.routine
    handed = _handed(found, history, today, spots, k)
    if stopped or not looked.may_run:
        handed = tuple(replace(spot, pressed=False) for spot in handed)
    days = daily(history, today, frozenset(), k.load)
    asked = [c.day for c in history.check_ins if c.spots is not None]
    past = history.race is not None and history.race.day < today
    return HandOver(
        today=today,
        reader=reader,
        story=story,
        spots=handed,
        timeline=timeline(handed, asked, days, (k.body, k.signals)),
        load=load_now(days, k.body),
        flags=flags,
        asked=_asked(answers, spots, today, k),
        told=tuple(_patterns(found, k)),
        findings=() if stopped else looked.findings,
        tested=() if stopped else _tested(story, history, handed, k),
        rolled=() if routine is None else _rolled(routine.steps),
        left_out=() if routine is None else routine.left_out,
        blockers=runner.blockers,
        tried=() if stopped else tuple(_tried(handed, story, today, chance, k)),
        instructions=tuple(i for i in runner.instructions if today <= i.last_day),
        race=None if past else history.race,
    )


def _handed(
    found: Sequence[Complaint],
    history: History,
    today: date,
    spots: Sequence[SoreSpot],
    k: Knowledge,
) -> tuple[HandedSpot, ...]:
    """The complaints that are marked on the page: live ones first, the worst of them first."""
    most = int(k.body.hand_over_spots_max.value)
    ranked = sorted(found, key=lambda c: (c.course is Course.QUIET, -c.worst, -c.first.toordinal()))
    alone = left_alone(spots, history.runner, k.regions, k.routine, k.blockers)
    return tuple(
        HandedSpot(
            letter=letter,
            complaint=c,
            latest=_latest(history, c, today, k),
            pressed=k.regions[c.region].tissue.pressed and (c.region, c.side) not in alone,
            says=tuple(_facts(c, k.body)),
        )
        for letter, c in zip(ascii_uppercase, ranked[:most], strict=False)
    )


def _latest(history: History, complaint: Complaint, today: date, k: Knowledge) -> SoreSpot | None:
    """The newest entry of a complaint's place."""
    site = (complaint.region, complaint.side)
    named = (
        spot
        for check_in in reversed(history.check_ins)
        if check_in.day <= today
        for spot in check_in.spots or ()
        if spot.region == site[0] and site in sites_of(k.regions[spot.region], spot.side)
    )
    return next(named, None)


def _facts(complaint: Complaint, constants: BodyConstants) -> Iterator[Phrase]:
    """What the record tells of one complaint, in the order a specialist asks."""
    c, onset = complaint, complaint.onset
    yield Phrase(
        f"hand.course.{c.course.value}", {"first": c.first, "last": c.last, "worst": c.worst}
    )
    days = constants.onset_days.value
    usual = {"usual": onset.usual_week_m, "week": onset.week_m, "days": days}
    yield Phrase("hand.week" if onset.usual_week_m is not None else "hand.week_alone", usual)
    if onset.usual_longest_m and onset.longest_m:
        times = onset.longest_m / onset.usual_longest_m
        known = {"longest": onset.longest_m, "usual": onset.usual_longest_m, "times": times}
        yield Phrase("hand.longest", known)
    if c.after_runs is not None and c.after_rest is not None:
        yield Phrase("hand.after", {"runs": c.after_runs, "rest": c.after_rest})
    if c.morning_change is not None:
        way = "more" if c.morning_change > 0 else "less" if c.morning_change < 0 else "same"
        yield Phrase(f"hand.morning_{way}", {"points": abs(c.morning_change)})
    if c.returns:
        yield Phrase("hand.returns", {"returns": c.returns})


def _asked(
    answers: Mapping[str, bool], spots: Sequence[SoreSpot], today: date, k: Knowledge
) -> tuple[Asked, ...]:
    """What was asked and answered, yes first; then what is still open."""
    yes = tuple(Asked(f, yes=True) for f in k.red_flags if answers.get(f.key) is True)
    no = tuple(Asked(f, yes=False) for f in k.red_flags if answers.get(f.key) is False)
    still = questions(answers, spots, k.regions, k.red_flags, k.body, today=today)
    return (*yes, *no, *(Asked(flag, yes=None) for flag in still))


def _patterns(found: Sequence[Complaint], k: Knowledge) -> Iterator[Phrase]:
    """What several complaints show together, where sites and dates really say so."""
    if (side := one_side(found, k.body)) is not None:
        yield Phrase("hand.one_side", {"side": side.value})
    if (moved := moving(found, k.regions, k.body)) is not None:
        places = ", ".join(k.regions[key].name for key in moved.regions)
        way = "down" if moved.down else "up"
        yield Phrase(f"hand.moved_{way}", {"places": places, "side": moved.side.value})


def _tested(
    story: Story, history: History, handed: Sequence[HandedSpot], k: Knowledge
) -> tuple[Tested, ...]:
    """The self-tests that were done, judged for the worst spot."""
    if not handed:
        return ()
    said = outcomes(story.results, k.screens, history.runner)
    side = handed[0].complaint.side
    return tuple(Tested(result, said[result.screen, side]) for result in story.results)


def _rolled(steps: Sequence[Step]) -> tuple[str, ...]:
    """The regions that the runner's own routine presses."""
    return tuple(dict.fromkeys(
        step.technique.region for step in steps if step.technique.kind is Kind.MASSAGE
    ))  # fmt: skip


def _tried(
    handed: Sequence[HandedSpot], story: Story, today: date, chance: Generator, k: Knowledge
) -> Iterator[Phrase]:
    """What less running and the routine did, as far as the record tells."""
    for spot in handed:
        c = spot.complaint
        if c.eased is not None:
            yield Phrase("hand.eased" if c.eased else "hand.not_eased", {"letter": spot.letter})
        for tried in trials([c], story.worked, today, chance=chance, constants=k.routine):
            yield tried.says
