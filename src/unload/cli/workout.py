"""The command that plays the work-it-out session on a terminal, or lists it with its times."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.asking import asked_flags, asked_pain
from unload.cli.body import can_ask, show, visited, visiting, words_for
from unload.cli.keys import has_keys, terminal_keys
from unload.cli.options import as_json, in_units, options, wide
from unload.cli.player import play, ring
from unload.cli.printing import print_json, print_screen, screen_of

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.model.body import Step
    from unload.model.complaint import Look, Worked
    from unload.report.words import Words
    from unload.service.body import Visit
    from unload.service.playing import Playing

TOLD = ("today", "level", "may_run", "flags", "questions", "routine", "trials")


@click.command()
@visiting
@click.option("--quiet", is_flag=True, help="No bell.")
@click.option("--print", "as_list", is_flag=True, help="List the session instead of playing it.")
@options(in_units, as_json, wide)
def workout(path: Path | None, **given: Any) -> None:
    """Play the session for what hurts: each step, its side, a countdown, what comes next.

    The newest sore spots of PATH, of --answers, of the demo or of what `unload import` has kept
    are worked on. Red-flag questions come first; while one is open, or a flag stands, there is no
    session. Soreness is asked before and after it, and without PATH both are kept. Ctrl-C keeps
    where it stands for the rest of the day; q ends it. Without a terminal, and with --print, the
    steps are listed.

    \b
    Examples:
      unload workout --minutes 12 --tools roller,ball
      unload workout ~/export_12345.zip --quiet
      unload workout --answers me.toml --print
      unload workout --demo sore --json
    """
    on = visited(path, given)
    if not given["as_json"] and not given["as_list"] and can_play():
        _play(on, path, given)
        return
    from unload.service import body as verbs  # start-up

    if not given["as_json"] and given["answers"] is None and can_ask():
        on = asked_flags(on, verbs.look)
    look = verbs.look(on)
    if given["as_json"]:
        from unload.report.body_plain import look_dict  # start-up

        told = look_dict(look, words_for(on, given["units"]), on.knowledge, on.problems)
        print_json({key: told[key] for key in (*TOLD, "problems", "knowledge_version")})
    else:
        _list(on, look, given)


def can_play() -> bool:
    """Whether somebody sits at a terminal that shows a screen and gives single keys."""
    if not (can_ask() and shows()):
        return False
    if has_keys():
        return True
    from unload.service import sentences  # start-up

    click.echo(sentences()["play.no_keys"], err=True)
    return False


def shows() -> bool:
    """Whether what is printed is seen at once, on a terminal that can be drawn on."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _list(on: "Visit", look: "Look", given: dict[str, Any]) -> None:
    """The steps with their times, or what stands in their way."""
    from unload.report.compose_body import compose_workout  # start-up
    from unload.report.terminal import draw  # start-up

    if look.seen.routine is None:
        show(on, look, given)
        return
    words = words_for(on, given["units"])
    print_screen(
        draw(compose_workout(look.seen.routine, look, words, on.knowledge)), given["width"]
    )


def _play(on: "Visit", path: Path | None, given: dict[str, Any]) -> None:
    """One session from the questions before it to the soreness after it."""
    from unload.service import body as verbs  # start-up
    from unload.service import playing  # start-up

    words = words_for(on, given["units"])
    whose = playing.digest(given["demo"], given["runner"])
    found = playing.kept(whose, on.today)
    kept_for = given["runner"] or "" if path is None and given["demo"] is None else None
    if (found is not None and found.stopped) or _stopped(kept_for, on):
        click.echo(_say(words, "stopped"))
        return
    before = _asked_before(on, words) if found is None else found.before
    on = playing.with_before(on, before) if found is None else playing.restored(on, found)
    if given["answers"] is None:
        on = asked_flags(on, verbs.look)
    look = verbs.look(on)
    if look.seen.routine is None or not look.seen.routine.steps:
        _list(on, look, given)
        return
    now = playing.begin(whose, on, look.seen.routine, before, found)
    if now.goes_on:
        click.echo(_say(words, "resumed"))
    bell = _silent if given["quiet"] else ring
    now = _on_screen(now, look.seen.routine.steps, words, on, bell=bell)
    click.echo(_say(words, now.play.phase.value))
    _end(on, look, now, words, keep_for=kept_for)


def _stopped(runner: str | None, on: "Visit") -> bool:
    """Whether the day's session was stopped on a page, for whoever's records are kept."""
    if runner is None:
        return False
    from unload.service.body_stored import stopped_on  # brings Django

    return stopped_on(runner, on.today)


def _end(
    on: "Visit", look: "Look", now: "Playing", words: "Words", *, keep_for: str | None
) -> None:
    """Ask how it feels, keep it, and say whether the sessions have helped so far.

    After a stop nothing is asked and nothing is advised.
    """
    from unload.service import body as verbs  # start-up
    from unload.service import playing  # start-up

    worked = now.before if now.stopped else _asked_after(now, words)
    told = playing.by_site(worked, on.knowledge)
    if keep_for is not None and (told or now.play.hurts):
        from unload.service.body_stored import keep_session  # brings Django

        keep_session(keep_for, told, now.play.hurts)
    if now.stopped:
        return
    for line in _asked_for(look, words):
        click.echo(line)
    for trial in verbs.look(replace(on, worked=(*on.worked, *told))).trials:
        click.echo(words.say(trial.says))


def _silent() -> None:
    """No bell."""


def _on_screen(
    now: "Playing",
    steps: "tuple[Step, ...]",
    words: "Words",
    on: "Visit",
    *,
    bell: Callable[[], None],
) -> "Playing":
    """The session on a screen of its own; Ctrl-C gives the terminal back and says what is kept."""
    with terminal_keys() as keys, screen_of(words) as draw:
        try:
            return play(
                now, steps, on.knowledge, keys=keys, clock=time.monotonic, draw=draw, bell=bell
            )
        except KeyboardInterrupt:
            pass
    click.echo(_say(words, "kept"))
    raise click.Abort


def _asked_before(on: "Visit", words: "Words") -> "tuple[Worked, ...]":
    """How sore each spot is before the session; enter skips, and skipped is not known."""
    from unload.model.complaint import Worked  # start-up
    from unload.service import playing  # start-up

    return tuple(
        Worked(
            on.today,
            s.region,
            s.side,
            asked_pain(_say(words, "before", region=s.region, side=s.side.value)),
        )
        for s in playing.sore(on)
    )


def _asked_after(now: "Playing", words: "Words") -> "tuple[Worked, ...]":
    """The same spots after it; whoever leaves here loses nothing of what was told before."""
    told = list(now.before)
    with suppress(click.Abort):
        for number, worked in enumerate(now.before):
            asked = _say(words, "after", region=worked.region, side=worked.side.value)
            told[number] = replace(worked, after=asked_pain(asked))
    return tuple(told)


def _asked_for(look: "Look", words: "Words") -> Iterator[str]:
    """What a specialist asked for besides; the player does not count it down."""
    from unload.report.asked_for import in_full, who  # start-up

    for asked in () if look.seen.routine is None else look.seen.routine.asked:
        yield f"{who(asked, words).capitalize()}: {in_full(asked, words)}"


def _say(words: "Words", key: str, **values: str) -> str:
    from unload.model.phrase import Phrase  # start-up

    return words.say(Phrase(f"play.{key}", dict(values)))
