"""Write a planned session as lines: for a person, and in the language of intervals.icu."""

from collections.abc import Iterator

from unload.model.plan import Effort, Kind, PlannedSession, Repeat, RunStep, StepKind
from unload.model.units import M_PER_KM, S_PER_MIN
from unload.report.figures import hours, tidy
from unload.report.words import Words

# How hard intervals.icu is told to make a step, in percent of threshold pace.
_PACES = {
    Effort.WALK: "Z1 Pace",
    Effort.EASY: "Z2 Pace",
    Effort.STEADY: "Z3 Pace",
    Effort.THRESHOLD: "Z4 Pace",
    Effort.HARD: "Z5 Pace",
    Effort.STRIDES: "Z6 Pace",
}


def title_of(session: PlannedSession, words: Words) -> str:
    """What stands in a calendar or on a watch: never a word about the body."""
    if session.kind is Kind.REST:
        return _title(Kind.REST, words)
    amount = words.distance(session.told_m) if session.told_m else hours(session.duration_s)
    if session.kind is Kind.CROSS:
        return f"{_title(Kind.CROSS, words)}, {called(Effort.EASY, words)}, {amount}"
    return f"{_title(session.kind if session.is_run else session.sport, words)}, {amount}"


def called(name: str, words: Words) -> str:
    """A session or an effort in the runner's language, where that was asked for, else in ours."""
    return words.text.get(f"session.{name}", str(name))


def _title(name: str, words: Words) -> str:
    own = called(name, words)
    return own[0].upper() + own[1:]


def lines_of(session: PlannedSession, words: Words) -> Iterator[str]:
    """Its structure, one line a step; nothing for a session that has none."""
    for part in session.parts:
        if isinstance(part, RunStep):
            yield step_words(part, words)
        else:
            inner = " / ".join(step_words(step, words) for step in part.steps)
            yield f"{part.times} x ({inner})"


def step_words(step: RunStep, words: Words) -> str:
    """`15 min warm-up`, `400 m hard at 3:45/km`, `90 s jog`, `20 s strides`."""
    effort = called(step.effort, words)
    if step.kind in (StepKind.WARM_UP, StepKind.COOL_DOWN):
        easy = step.effort is Effort.EASY
        effort = called(step.kind, words) + ("" if easy else f" {effort}")
    elif step.kind is StepKind.RECOVERY and step.effort is Effort.EASY:
        effort = called("jog", words)
    # As short as a watch has room for.
    pace = "" if step.speed_mps is None else f" at {words.pace(step.speed_mps)}".replace(" min", "")
    return f"{_size(step, words)} {effort}{pace}"


def _size(step: RunStep, words: Words) -> str:
    if step.duration_s is not None:
        short = step.duration_s < S_PER_MIN or step.duration_s % S_PER_MIN
        return f"{step.duration_s:.0f} s" if short else hours(step.duration_s)
    metres = step.distance_m or 0.0
    return f"{metres:.0f} m" if metres < M_PER_KM else words.distance(metres)


def intervals_text(session: PlannedSession) -> str:
    """The workout in the text language of intervals.icu; a session without parts is one step."""
    if not session.parts:
        zone = _PACES[Effort.EASY] if session.is_run else "Z2 HR"
        return f"- {_own_size(session.told_m or None, session.duration_s)} {zone}\n"
    out = []
    for part in session.parts:
        if isinstance(part, Repeat):
            out += ["", f"{part.times}x", *(_line(step) for step in part.steps), ""]
        else:
            out.append(_line(part))
    return "\n".join(out).strip("\n") + "\n"


def _line(step: RunStep) -> str:
    label = "Warmup " if step.kind is StepKind.WARM_UP else ""
    label = "Cooldown " if step.kind is StepKind.COOL_DOWN else label
    pace = _PACES[step.effort] if step.speed_mps is None else f"{_own_pace(step.speed_mps)} Pace"
    return f"- {label}{_own_size(step.distance_m, step.duration_s)} {pace}"


def _own_pace(mps: float) -> str:
    """`4:30/km`."""
    minutes, seconds = divmod(round(M_PER_KM / mps), S_PER_MIN)
    return f"{minutes}:{seconds:02.0f}/km"


def _own_size(distance_m: float | None, duration_s: float | None) -> str:
    """`1.5km`, `12m` (minutes, there) or `45s`."""
    if distance_m is not None:
        return f"{tidy(distance_m / M_PER_KM, 3)}km"
    seconds = round(duration_s or 0)
    minutes, rest = divmod(seconds, S_PER_MIN)
    return f"{minutes}m{rest}s" if minutes and rest else f"{minutes}m" if minutes else f"{rest}s"
