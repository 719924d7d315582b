"""One session of a lighter week and why it is what it is: eased, kept sharp, or left as it was."""

from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Mode, PlannedSession
from unload.science.frame import Frame
from unload.science.rewrite import Grid, easy, faster, fewer_repeats, gently, shortened_s

Pair = tuple[PlannedSession, Phrase]
# No landing: what only hurts to run on need not be given up.
GENTLE = (Sport.RIDE, Sport.SWIM, Sport.WALK)
FASTER_WHY = {Kind.LONG: "long_easy", Kind.RUN: "easy_whole"}
WHY = {Kind.HARD: "easy_instead", Kind.LONG: "long_shorter", Kind.RACE: "race_easy"}


def other(day: PlannedSession, factor: float, frame: Frame) -> Pair:
    """Rest stays; another sport comes down by the same share, easy, or stays where it may."""
    if day.kind is Kind.REST:
        return day, Phrase("why.rest_stays")
    gentle = day.sport in GENTLE or day.kind is Kind.CROSS
    if frame.well_but_sore and gentle and day.kind is not Kind.LONG:
        return gently(day), Phrase("why.other_stays")
    return shortened_s(day, factor), Phrase("why.other_shorter")


def eased(day: PlannedSession, wanted_m: float, grid: Grid) -> Pair:
    made = easy(day, wanted_m, grid)
    if made.distance_m == day.distance_m and day.kind is Kind.EASY and day.hard_s == 0:
        return made, Phrase("why.stays")
    return made, Phrase(why_of(day))


def why_of(day: PlannedSession) -> str:
    if faster(day) and day.kind in FASTER_WHY:
        return f"why.{FASTER_WHY[day.kind]}"
    return f"why.{WHY.get(day.kind, 'shorter')}"


def fewer(day: PlannedSession, frame: Frame) -> Pair:
    return fewer_repeats(day, frame.grid) or day, Phrase("why.fewer_repeats")


def kept_quality(frame: Frame, gone: frozenset[int]) -> int | None:
    """The one session that stays sharp, where a healthy runner wants one and nothing hurts."""
    c = frame.grid.constants
    hurts = frame.worst_pain >= c.down_week_quality_pain.value
    if frame.wishes.mode is not Mode.KEEP_ONE or hurts or frame.ill:
        return None
    hard = [i for i, d in enumerate(frame.before.days) if d.kind is Kind.HARD and i not in gone]
    return next((i for i in hard if fewer_repeats(frame.before.days[i], frame.grid)), None)
