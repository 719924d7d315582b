"""Say what a specialist asked for: in sentences for people, as plain values for programs."""

from collections.abc import Iterator

from unload.model.phrase import Phrase, Value
from unload.model.specialist import Instruction
from unload.report.plain import Plain, day
from unload.report.words import Words


def sentences(asked: Instruction, words: Words) -> Iterator[str]:
    """The pause and the limits, then the exercises in the words they were given in."""
    days: dict[str, Value] = {"first": asked.first_day, "last": asked.last_day}
    if not asked.running:
        yield words.say(Phrase("told.no_running", days))
    elif not asked.hard:
        yield words.say(Phrase("told.nothing_hard", days))
    if asked.running and asked.longest_m is not None:
        yield words.say(Phrase("told.longest_run", {**days, "longest": asked.longest_m}))
    for exercise in asked.exercises:
        if exercise.minutes is None:
            yield exercise.text
        else:
            values: dict[str, Value] = {"text": exercise.text, "minutes": exercise.minutes}
            yield words.say(Phrase("told.exercise", values))


def in_full(asked: Instruction, words: Words) -> str:
    """All of it in one line of whole sentences."""
    told = sentences(asked, words)
    return " ".join(text if text.endswith(".") else f"{text}." for text in told)


def who(asked: Instruction, words: Words) -> str:
    """Who asked: "your physio", or "your specialist" where it was not said."""
    return words.say(Phrase(f"told.by_{asked.by or 'somebody'}"))


def asked_dict(asked: Instruction, words: Words) -> Plain:
    return {
        "by": None if asked.by is None else asked.by.value,
        "first_day": day(asked.first_day),
        "last_day": day(asked.last_day),
        "sentences": list(sentences(asked, words)),
    }
