"""One session of a lighter week and why it is what it is: eased, kept sharp, or left as it was."""

from unload.model.history import Sport
from unload.model.phrase import Phrase
from unload.model.plan import Kind, Mode, PlannedSession
from unload.science.frame import Frame
from unload.science.rewrite import easy, faster, fewer_repeats, gently, shortened_s

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


def eased(day: PlannedSession, wanted_m: float, frame: Frame) -> Pair:
    made = easy(day, wanted_m, frame.grid)
    if made.distance_m == day.distance_m and day.kind is Kind.EASY and day.hard_s == 0:
        return made, Phrase("why.stays")
    return made, Phrase(why_of(day, frame.before.longest_m))


def why_of(day: PlannedSession, longest_m: float) -> str:
    """What is taken out of a run; a second long run is not called the long one."""
    second = day.kind is Kind.LONG and day.distance_m < longest_m
    kind = Kind.RUN if second else day.kind
    if faster(day) and kind in FASTER_WHY:
        return f"why.{FASTER_WHY[kind]}"
    return f"why.{WHY.get(kind, 'shorter')}"


def to_the_bike(frame: Frame) -> frozenset[int]:
    """The runs that become bike or water where landing hurts.

    The hard ones; where the pain is severe the long ones and races too. What hurts and is not
    loaded by running moves nothing.
    """
    severe = frame.impact_pain >= frame.grid.constants.severe_pain_min.value
    elsewhere = frame.worst_pain > 0 and not frame.impact_pain
    if elsewhere or not (frame.hurts or severe):
        return frozenset()
    kinds = (Kind.HARD, Kind.LONG, Kind.RACE) if severe else (Kind.HARD,)
    return frozenset(i for i, d in enumerate(frame.before.days) if d.is_run and d.kind in kinds)


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
