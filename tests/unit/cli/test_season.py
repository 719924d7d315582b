"""`unload season` as it is typed: from files or the store, drawn or as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from unload import cli, service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
ASKED = ("--today", "2024-11-17", "--zone", "UTC", "--race", "2025-04-21:marathon")


def run(*words: str) -> Result:
    """One run of the program in this process, stdout and stderr apart."""
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli.main, words)


def test_it_is_drawn_in_eighty_columns() -> None:
    """Or in as many as are asked for."""
    shown = run("season", str(SORE), *ASKED)
    assert (0, True) == (shown.exit_code, "▂▂" in shown.stdout), shown.stderr
    narrow = run("season", str(SORE), *ASKED, "--width", "40").stdout
    assert max(len(line.rstrip()) for line in narrow.splitlines()) <= 40


def test_programs_get_it_from_the_store_too(store: Path) -> None:
    """The same weeks."""
    run("import", str(SORE), "--zone", "UTC")
    told = [run("season", *path, *ASKED, "--injury-prone", "--json") for path in ((), (str(SORE),))]
    own, files = (json.loads(result.stdout) for result in told)
    assert own == files
    assert 2 == own["building_weeks"]


def test_a_race_is_needed() -> None:
    """One sentence that shows how to say it."""
    result = run("season", str(SORE), "--today", "2024-11-17")
    assert (2, True) == (result.exit_code, "--race 2025-04-21:marathon" in result.stderr)
