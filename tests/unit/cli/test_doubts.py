"""`unload doubts`: the whole answers on the screen, as JSON and as a drawing."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from unload import cli, service
from unload.cli.options import DEMOS

SCHEMA = Path(__file__).parents[3] / "docs" / "schema" / "doubts.schema.json"
SORE = Path(service.__file__).parents[1] / "demo" / "sore"
DAY = ("--today", "2024-11-17", "--zone", "UTC")


def run(*words: str) -> Result:
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli.main, ["doubts", *words])


@pytest.mark.parametrize("runner", service.DEMOS)
def test_every_demo_runner_is_answered(runner: str) -> None:
    """Three questions, and JSON that fits its schema."""
    shown = run("--demo", runner)
    assert 0 == shown.exit_code, shown.stderr
    assert all(part in shown.stdout for part in ("Lose speed?", "Ready 21 Apr?", "40 pounds?"))
    told = json.loads(run("--demo", runner, "--json").stdout)
    rules = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [] == [e.message for e in rules.iter_errors(told)]


def test_the_demo_runners_are_those_of_the_service() -> None:
    """Help must not wait for the service, so the names stand here twice."""
    assert service.DEMOS == DEMOS


def test_the_options_of_the_week_reach_the_answer() -> None:
    """The race to come, the race that was run, the weight."""
    race = ("--race", "2025-03-01:half", "--recent-race", "2024-10-06:10:45:12", "--weight", "60")
    told = json.loads(run(str(SORE), *DAY, *race, "--json").stdout)
    assert {"date": "2025-03-01", "distance_km": 21.1} == told["race"]
    assert "10 km in 45:12" in told["doubts"]["race"]["points"][0]["sentence"]
    assert "--weight" not in told["doubts"]["weight"]["points"][0]["sentence"]
    assert "2025-03-01" == told["futures"]["days"][-1]


def test_the_two_futures_are_drawn_into_a_file(tmp_path: Path) -> None:
    """As SVG, in the units asked for, and the screen says where."""
    file = tmp_path / "out.svg"
    shown = run("--demo", "sore", "--plot", str(file), "--units", "mi")
    assert 0 == shown.exit_code, shown.stderr
    assert "drawn in" in shown.stdout
    root = ET.fromstring(file.read_text(encoding="utf-8"))
    assert root.tag.endswith("svg")
    assert "21 Apr" in "".join(root.itertext())


def test_json_stays_json_beside_a_drawing(tmp_path: Path) -> None:
    """Nothing is printed but the answer."""
    shown = run("--demo", "steady", "--plot", str(tmp_path / "a.svg"), "--json")
    assert "speed" in json.loads(shown.stdout)["doubts"]
    assert (tmp_path / "a.svg").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "The store holds no activity yet"),
        ((str(SORE), "--demo", "sore"), "not both"),
        (("--demo", "nobody"), "nobody"),
        (("--demo", "sore", "--plot", "/no/such/place/a.svg"), "cannot be written"),
        ((str(SORE), *DAY, "--race", "2024-11-17:10k", "--plot", "a.svg"), "no future left"),
    ],
)
def test_wrong_use_is_one_sentence(words: tuple[str, ...], says: str) -> None:
    """On stderr, with exit code 2, and nothing is half answered."""
    result = run(*words)
    assert (2, "") == (result.exit_code, result.stdout)
    assert says in result.stderr


def test_a_red_flag_is_not_weighed(tmp_path: Path) -> None:
    """Running on is no future to draw."""
    flagged = tmp_path / "me.toml"
    flagged.write_text("[red_flags]\nchest = true\n")
    result = run(str(SORE), *DAY, "--answers", str(flagged), "--plot", str(tmp_path / "a.svg"))
    assert (2, "") == (result.exit_code, result.stdout)
    assert "See someone first" in result.stderr


def test_problems_are_counted_after_the_answer(tmp_path: Path) -> None:
    """As after the week."""
    (tmp_path / "broken.fit").write_bytes(b"<html>not a recording</html>")
    (tmp_path / "runs.csv").write_bytes((SORE / "runs.csv").read_bytes())
    shown = run(str(tmp_path), *DAY)
    assert 0 == shown.exit_code, shown.stderr
    assert "1 problem in" in " ".join(shown.stdout.split())
