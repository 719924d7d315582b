"""The player: draw where the session stands, wait for a key or a second, go on."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from unload.cli.keys import Keys

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.model.body import Step
    from unload.model.constants import Knowledge
    from unload.model.play import Event, Moment, Phase, Press
    from unload.service.playing import Playing

# n is the next step and, while a question is open, no.
KEYS: Mapping[str, str] = {
    " ": "pause", "p": "pause", "n": "skip", "s": "skip", "\x1b[C": "skip",
    "b": "back", "\x1b[D": "back", "h": "hurts", "q": "quit",
}  # fmt: skip
ANSWERS: Mapping[str, str] = {"y": "yes", "n": "no"}
TICK_S = 0.2
# A machine that slept, or a program that was held, does not run the session away.
TICK_MOST_S = 1.0
BELL = "\a"

Draw = Callable[["Moment", Sequence[str]], None]


def play(
    now: "Playing",
    steps: "Sequence[Step]",
    knowledge: "Knowledge",
    *,
    keys: Keys,
    clock: Callable[[], float],
    draw: Draw,
    bell: Callable[[], None],
) -> "Playing":
    """The session at its end; every second of it is kept, so that it can be gone on with.

    `clock` gives seconds that never go back, `bell` rings where something new begins.
    """
    from unload.model.play import Phase, Tick  # start-up
    from unload.service import playing  # start-up

    last, saved = clock(), -1
    seen = playing.shown(now, steps, knowledge)
    draw(seen, now.play.left_out)
    playing.save(now)
    while not now.play.phase.over:
        key = keys(TICK_S)
        here = clock()
        events: list[Event] = [Tick(min(max(here - last, 0), TICK_MOST_S))]
        last = here
        if (press := _press(key, now.play.phase)) is not None:
            events.append(press)
        for event in events:
            now = playing.next_state(now, event, steps, knowledge)
        before, seen = seen, playing.shown(now, steps, knowledge)
        if not now.play.phase.over:
            draw(seen, now.play.left_out)
        if seen.mark != before.mark and seen.phase in (Phase.WORK, Phase.CHANGE, Phase.DONE):
            bell()
        if press is not None or int(seen.rest_s) != saved:
            playing.save(now)
            saved = int(seen.rest_s)
    if not now.stopped:
        playing.forget()
    return now


def _press(key: str | None, phase: "Phase") -> "Press | None":
    from unload.model.play import Phase, Press  # start-up

    known = ANSWERS if phase is Phase.ASKING else KEYS
    meant = None if key is None else known.get(key.lower() if len(key) == 1 else key)
    return None if meant is None else Press(meant)


def ring() -> None:
    """The terminal's own bell; a terminal that is gone rings no more."""
    import sys  # start-up

    with suppress(OSError):
        sys.stdout.write(BELL)
        sys.stdout.flush()
