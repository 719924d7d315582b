"""`unload history` as it is typed: from files or the store, drawn or as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from unload import cli, service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
ASKED = ("--today", "2024-11-17", "--zone", "UTC")


def run(*words: str) -> Result:
    """One run of the program in this process, stdout and stderr apart."""
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli.main, words)


def test_it_is_drawn_in_eighty_columns() -> None:
    """The lighter weeks named."""
    shown = run("history", str(SORE), *ASKED, "--weeks", "12")
    assert 0 == shown.exit_code, shown.stderr
    assert 2 == shown.stdout.count("▒ lighter")
    assert max(len(line.rstrip()) for line in shown.stdout.splitlines()) <= 80


def test_programs_get_it_from_the_store_too(store: Path) -> None:
    """The same weeks, whatever the check-ins of the store."""
    run("import", str(SORE), "--zone", "UTC")
    told = [run("history", *path, *ASKED, "--json") for path in ((), (str(SORE),))]
    own, files = (json.loads(result.stdout) for result in told)
    assert own == files
    assert 16 == len(own["weeks"])


def test_an_empty_store_says_what_to_do(store: Path) -> None:
    """Exit code 2."""
    assert 2 == run("history", *ASKED).exit_code
