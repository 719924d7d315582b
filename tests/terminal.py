"""The program as it is typed, for tests: one run in this process, and the JSON that it prints."""

import json
from typing import Any

from click.testing import CliRunner, Result

from unload import cli

COLUMNS = 100


def run(*words: str, columns: int = COLUMNS, typed: str | None = None) -> Result:
    """One run, stdout and stderr apart; `typed` is what its questions are answered with."""
    runner = CliRunner(env={"NO_COLOR": "1", "COLUMNS": str(columns)})
    return runner.invoke(cli.main, words, input=typed)


def told(*words: str) -> Any:
    """The JSON that a run prints."""
    result = run(*words, "--json")
    assert 0 == result.exit_code, result.stderr
    return json.loads(result.stdout)
