"""Laws of the doors: whatever a file of answers says, nothing comes below what is open."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from unload.cli import main
from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.history import Character, Side
from unload.report.body_plain import look_dict
from unload.report.words import KM, Words
from unload.service.body import look, visit

K = load_knowledge()
TODAY = date(2024, 11, 17)
WORDS = Words(K.text, KM, TODAY, {region.key: region.name for region in K.regions.values()})
STOPS = {flag.key for flag in K.red_flags if flag.level.stops}
FACTS = ("at_rest", "at_night", "weight_bearing", "swelling", "sudden", "point")

# Values as a runner writes them, and values as nobody should.
PAIN = st.integers(0, 20).map(lambda half: half / 2)
ODD = st.sampled_from(["-1", "11", '"x"', "true", "[]", "{}", "nan", "1979-05-27T07:32:00", "inf"])
YES_NO = st.sampled_from(["true", "false"])
SPOT = st.fixed_dictionaries(
    {
        "region": st.sampled_from(sorted(K.regions)).map(repr),
        "side": st.sampled_from([repr(side.value) for side in Side]),
        "pain": PAIN.map(str),
    },
    optional={
        **dict.fromkeys(FACTS, YES_NO),
        "next_morning": PAIN.map(str),
        "character": st.sampled_from([repr(word.value) for word in Character]),
        "since": st.just("2024-11-01"),
    },
)
FLAGS = st.dictionaries(
    st.sampled_from([flag.key for flag in K.red_flags]),
    st.sampled_from(["false"] * 19 + ["true"]),
    min_size=len(K.red_flags) - 3,
)
SCREENS = st.dictionaries(
    st.sampled_from(sorted(K.screens)),
    st.sampled_from(["true", "false", "{ left = 20, right = 28 }", "{ left = 4 }"]),
    max_size=3,
)
RUNNER = st.fixed_dictionaries(
    {},
    optional={
        "tools": st.sampled_from(['["roller"]', '["ball", "stick"]', "[]"]),
        "minutes": st.integers(0, 40).map(str),
        "blockers": st.sampled_from([f'["{key}"]' for key in sorted(K.blockers)]),
    },
)
WORKED = SPOT.map(
    lambda spot: {**{k: spot[k] for k in ("region", "side")}, "day": "2024-10-01", "before": "3"}
)


def table(name: str, rows: dict[str, str]) -> str:
    return f"{name}\n" + "".join(f"{key} = {value}\n" for key, value in rows.items())


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of answers that every reader takes."""
    spots = draw(st.lists(SPOT, max_size=4))
    return (
        ("" if spots else "spots = []\n")
        + table("[runner]", draw(RUNNER))
        + table("[red_flags]", draw(FLAGS))
        + table("[screens]", draw(SCREENS))
        + "".join(table("[[spots]]", spot) for spot in spots)
        + "".join(table("[[worked]]", row) for row in draw(st.lists(WORKED, max_size=2)))
    )


@st.composite
def odd_files(draw: st.DrawFn) -> str:
    """The same with a value, a name or a line in it that does not belong there."""
    lines = draw(files()).splitlines()
    at = draw(st.integers(0, len(lines) - 1))
    name, _, value = lines[at].partition(" = ")
    wrong = draw(st.sampled_from(["value", "name", "line", "text"]))
    if wrong == "value" and value:
        lines[at] = f"{name} = {draw(ODD)}"
    elif wrong == "name":
        lines[at] = f"x{name} = {value or 1}"
    elif wrong == "line":
        lines.insert(at, draw(st.sampled_from(["[answered]", "[[screen]]", "[spots]", "= 3"])))
    else:
        lines.insert(at, draw(st.text(max_size=20)))
    return "\n".join(lines) + "\n"


@contextmanager
def written(text: str) -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "me.toml"
        path.write_text(text, "utf-8", errors="replace")
        yield path


def told(path: Path) -> dict[str, Any]:
    """From the answers to what a program is told."""
    on = visit(answers=path, today=TODAY)
    return look_dict(look(on), WORDS, on.knowledge, on.problems)


def is_open(shown: dict[str, Any]) -> bool:
    return any(flag["key"] in STOPS for flag in (*shown["flags"], *shown["questions"]))


def below(shown: dict[str, Any]) -> list[object]:
    keys = ("rule_outs", "findings", "screens", "routine", "trials", "may_run")
    return [shown[key] for key in keys if shown[key]]


@given(files())
def test_what_is_open_hides_all_below_it(text: str) -> None:
    """From the file to the JSON: no routine, no stretch, no run, and no other way round."""
    with written(text) as path:
        shown = told(path)
    assert [] == below(shown) if is_open(shown) else shown["may_run"]
    assert is_open(shown) is (shown["routine"] is None)


@given(files(), st.sampled_from(sorted(STOPS)))
def test_a_yes_in_the_file_always_stops(text: str, key: str) -> None:
    """Wherever else a no stands, and whatever hurts."""
    lines = [line for line in text.splitlines() if not line.startswith(f"{key} = ")]
    lines.insert(lines.index("[red_flags]") + 1, f"{key} = true")
    with written("\n".join(lines) + "\n") as path:
        shown = told(path)
    assert key in [flag["key"] for flag in shown["flags"]]
    assert [] == below(shown)


@given(odd_files())
def test_an_odd_file_opens_nothing(text: str) -> None:
    """It is refused in a sentence, or read under the same law."""
    with written(text) as path:
        try:
            shown = told(path)
        except UnloadError:
            return
    assert not is_open(shown) or [] == below(shown)


COMMANDS = (["body", "--json"], ["workout", "--json"], ["workout", "--print"], ["body"])


@given(odd_files() | files(), st.sampled_from(COMMANDS))
def test_no_file_of_answers_makes_a_traceback(text: str, command: list[str]) -> None:
    """Through the doors: an answer, or one sentence on the error stream."""
    with written(text) as path:
        said = run([*command, "--answers", str(path), "--today", "2024-11-17"])
    assert said.exit_code in (0, 2), said.output
    assert "Unload itself failed" not in said.stderr
    if said.exit_code:
        assert said.stderr.strip()
    elif "--json" in command:
        shown = json.loads(said.stdout)
        assert not is_open(shown) or (shown["routine"], shown["may_run"]) == (None, False)


def run(words: list[str]) -> Result:
    return CliRunner().invoke(main, words)
