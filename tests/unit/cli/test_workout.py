"""The command workout: played or listed with its times, and none below an open flag."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from unload.cli import main
from unload.cli.keys import Keys
from unload.knowledge import load_knowledge
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.model.play import Hurt
from unload.service import body_stored

K = load_knowledge()
STOPPING = [flag.key for flag in K.red_flags if flag.level.stops]
CALF = '[[spots]]\nregion = "calf"\nside = "left"\npain = 3\n'
NO = "[red_flags]\n" + "".join(f"{flag.key} = false\n" for flag in K.red_flags)
YES_TO_BREATHLESS = NO.replace("breathless = false", "breathless = true")


def run(folder: Path, text: str, *words: str) -> Result:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    day = ("--today", "2024-11-17")
    return CliRunner().invoke(main, ["workout", "--answers", str(path), *day, *words])


def test_the_session_is_listed_with_its_times(tmp_path: Path) -> None:
    """With every question answered no; the first step begins at nought."""
    shown = run(tmp_path, CALF + NO, "--minutes", "12", "--tools", "roller,ball")
    assert 0 == shown.exit_code, shown.output
    assert "0:00  Left calf, roller, 3 x 45 s." in shown.output


@pytest.mark.parametrize(
    "text", [CALF, CALF + NO.replace("breathless = false", "breathless = true")]
)
def test_there_is_no_session_below_what_is_open(tmp_path: Path, text: str) -> None:
    """Neither on the screen nor for a program."""
    assert "0:00" not in run(tmp_path, text).output
    told = json.loads(run(tmp_path, text, "--json").stdout)
    assert (None, False) == (told["routine"], told["may_run"])


@pytest.mark.parametrize("key", STOPPING)
def test_every_flag_that_stops_stops_the_session(tmp_path: Path, key: str) -> None:
    """A yes to any of A, B and C, whatever hurts."""
    told = json.loads(
        run(tmp_path, CALF + NO.replace(f"\n{key} = false", f"\n{key} = true"), "--json").stdout
    )
    assert (None, False) == (told["routine"], told["may_run"])
    assert key in [flag["key"] for flag in told["flags"]]


def test_the_sore_demo_has_its_session() -> None:
    """Its questions are answered in its own file."""
    shown = CliRunner().invoke(main, ["workout", "--demo", "sore"])
    assert "0:00  Left calf, roller, 3 x 45 s." in shown.output


def test_what_a_program_gets_fits_its_schema(tmp_path: Path) -> None:
    """With a session and without one."""
    path = Path(__file__).parents[3] / "docs" / "schema" / "workout.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    for text in (CALF, CALF + NO, CALF + YES_TO_BREATHLESS):
        told = json.loads(run(tmp_path, text, "--json").stdout)
        Draft202012Validator(schema).validate(told)
        assert set(schema["properties"]) == set(told)


Played = Callable[..., Result]


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, store: Path) -> Played:
    """The command on a terminal of which only the keys and the clock are made up."""

    def run_with(typed: str, pressed: str, *words: str) -> Result:
        keys, seconds = iter(pressed), count(0, 0.5)

        @contextmanager
        def terminal() -> Iterator[Keys]:
            def key(_timeout_s: float) -> str | None:
                try:
                    return next(keys)
                except StopIteration:
                    raise KeyboardInterrupt from None

            yield key

        monkeypatch.setattr("unload.cli.workout.can_ask", lambda: True)
        monkeypatch.setattr("unload.cli.workout.can_play", lambda: True)
        monkeypatch.setattr("unload.cli.workout.terminal_keys", terminal)
        monkeypatch.setattr("time.monotonic", lambda: next(seconds))
        day = ("--today", "2024-11-17")
        return CliRunner().invoke(main, ["workout", *day, *words], input=typed)

    return run_with


def answers(folder: Path, text: str = CALF + NO) -> tuple[str, str]:
    path = folder / "me.toml"
    path.write_text(text, "utf-8")
    return "--answers", str(path)


def test_a_session_is_played_and_kept(played: Played, tmp_path: Path) -> None:
    """Soreness before and after it, what hurt meanwhile, and what can be said of it so far."""
    said = played("4\n2\n", " hn" + "n" * 30, *answers(tmp_path))
    assert 0 == said.exit_code, said.output
    assert "Left calf, how sore before" in said.output
    assert "Done. Get up slowly" in said.output
    assert "Left calf: too early to say" in said.output
    day = body_stored.worked_of("")[0].day
    assert (Worked(day, "calf", Side.LEFT, 4, 2),) == body_stored.worked_of("")
    from unload.store import worked as book  # noqa: PLC0415 # brings Django

    assert [("calf-roller", False)] == [(h.technique, h.alarming) for h in book.hurts("")]


def test_what_was_not_answered_is_not_kept(played: Played, tmp_path: Path) -> None:
    """Enter alone is no 0, before or after; q ends it."""
    said = played("\n\n", " q", *answers(tmp_path))
    assert "That was it for today." in said.output
    assert () == body_stored.worked_of("")


@pytest.mark.parametrize("words", [("--demo", "sore"), ("PATH",)])
def test_a_path_and_the_demo_keep_nothing(
    played: Played, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """As every command with a PATH."""
    (tmp_path / "checkins.csv").write_text("date,spots\n2024-11-16,calf:left:3\n", "utf-8")
    given = [str(tmp_path) if word == "PATH" else word for word in words]
    said = played("4\nnone\nnone\n2\n", " q", *given)
    assert 0 == said.exit_code, said.output
    assert () == body_stored.worked_of("")


def test_ctrl_c_keeps_the_place_and_asks_nothing_again(played: Played, tmp_path: Path) -> None:
    """It goes on where it stood, waiting for a key; the soreness before is still known."""
    first = played("4\n", " n", *answers(tmp_path))
    assert (130, True) == (first.exit_code, "`unload workout` goes on from here" in first.output)
    again = played("2\n", " q", *answers(tmp_path))
    assert "how sore before" not in again.output
    assert "Going on where you stopped." in again.output
    assert [(4, 2)] == [(w.before, w.after) for w in body_stored.worked_of("")]


def test_a_yes_to_what_hurts_ends_the_day(played: Played, tmp_path: Path) -> None:
    """Nothing is asked after it, and no session is played again that day, whatever is changed."""
    stopped = played("4\n", " hy", *answers(tmp_path))
    assert "No session today" in stopped.output
    assert "how sore now" not in stopped.output
    again = played("4\n", " ", *answers(tmp_path), "--tools", "ball")
    assert (0, True) == (again.exit_code, "No session today" in again.output)
    assert "how sore" not in again.output


def test_a_stop_on_a_page_ends_the_day_here_too(played: Played, tmp_path: Path) -> None:
    """For whoever's records are kept; the demo's day is another one's."""
    day = date(2024, 11, 17)
    stop = Hurt(day, 0, "calf-roller", "calf", Side.LEFT, 5, alarming=True)
    body_stored.keep_sent("", day, "key", [], [stop])
    again = played("4\n", " ", *answers(tmp_path))
    assert (0, True) == (again.exit_code, "No session today" in again.output)
    assert "how sore before" in played("\n", " ", "--demo", "sore").output


def test_open_questions_come_before_the_first_second(played: Played, store: Path) -> None:
    """Asked once the soreness is known; a yes leaves no session."""
    from unload.service import checking_in  # noqa: PLC0415 # brings Django

    checking_in.record_check_in({"spots": "calf:left:3"}, None, zone="UTC")
    said = played("4\n1\n", " q", "--today", str(body_stored.visit_stored().today))
    assert "Before anything else:" in said.output
    assert "See someone" in said.output


def test_without_steps_there_is_nothing_to_play(played: Played, tmp_path: Path) -> None:
    """No minutes, no session; the list says so."""
    said = played("", "", *answers(tmp_path, "spots = []\n"), "--minutes", "0")
    assert "Work it out" in said.output


@pytest.mark.parametrize("words", [("--print",), ("--json",)])
def test_print_and_json_play_nothing(
    played: Played, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """The list and the values, on a terminal too."""
    said = played("", "", *answers(tmp_path), *words)
    assert 0 == said.exit_code, said.output
    assert "how sore" not in said.output


def test_quiet_rings_no_bell(
    played: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And without it the bell rings at every step."""
    bells: list[str] = []
    monkeypatch.setattr("unload.cli.workout.ring", lambda: bells.append("ring"))
    played("\n\n", " nnnq", *answers(tmp_path), "--quiet")
    assert [] == bells
    played("\n\n", " nnnq", *answers(tmp_path))
    assert len(bells) >= 3


def test_without_single_keys_the_list_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Said in a sentence, not in a traceback."""
    monkeypatch.setattr("unload.cli.workout.has_keys", lambda: False)
    monkeypatch.setattr("unload.cli.workout.can_ask", lambda: True)
    monkeypatch.setattr("unload.cli.workout.shows", lambda: True)
    said = CliRunner().invoke(main, ["workout", "--demo", "sore"])
    assert "gives no single keys" in said.output
    assert "0:00  Left calf" in said.output


def test_what_a_physio_asked_for_is_told_after_it(played: Played, tmp_path: Path) -> None:
    """In the list as a line of its own, too."""
    asked = (
        '[[specialist]]\nby = "physio"\nfirst_day = 2024-11-11\nlast_day = 2024-12-01\n'
        'exercises = ["Slow heel raises, 3 x 15"]\n'
    )
    said = played("\n\n", " q", *answers(tmp_path, CALF + asked + NO))
    assert "Your physio: Slow heel raises, 3 x 15." in said.output
    listed = played("", "", *answers(tmp_path, CALF + asked + NO), "--print")
    assert "your physio  Slow heel raises" in listed.output


def test_leaving_at_the_last_question_loses_nothing(played: Played, tmp_path: Path) -> None:
    """What was told before, and what hurt, is kept; after it is not known."""
    said = played("4\n", " hnq", *answers(tmp_path))
    assert 0 == said.exit_code, said.output
    assert [(4, None)] == [(w.before, w.after) for w in body_stored.worked_of("")]


def test_after_a_stop_nothing_is_advised(played: Played, tmp_path: Path) -> None:
    """No exercise of a specialist, no word on whether it helps; the soreness before is kept."""
    asked = (
        "[[specialist]]\nfirst_day = 2024-11-11\nlast_day = 2024-12-01\n"
        'exercises = ["Slow heel raises"]\n'
    )
    said = played("4\n", " hy", *answers(tmp_path, CALF + asked + NO))
    assert "heel raises" not in said.output
    assert "too early to say" not in said.output
    assert [(4, None)] == [(w.before, w.after) for w in body_stored.worked_of("")]
