"""`unload choices`, `apart` and `together` on a store."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from unload import cli

HEAD = "start_local,type,distance_m,moving_s\n"


def run(*words: str) -> Result:
    return CliRunner(env={"NO_COLOR": "1", "COLUMNS": "80"}).invoke(cli.main, words)


def test_a_choice_is_seen_undone_and_done_again(store: Path, tmp_path: Path) -> None:
    """As a runner would type it."""
    (tmp_path / "a.csv").write_text(HEAD + "2024-11-10 08:00,run,10000,3000\n")
    (tmp_path / "b.csv").write_text(HEAD + "2024-11-10 08:01,run,9900,2990\n")
    assert 0 == run("import", str(tmp_path), "--zone", "UTC").exit_code
    told = json.loads(run("choices", "--json").stdout)
    name = told["choices"][0]["aside"][0]["name"]
    assert name in run("choices").stdout
    assert "counts beside the session of 2024-11-10" in run("apart", name).stdout
    assert "kept apart" in run("choices", "--units", "mi").stdout
    assert "like any other telling again" in run("together", name).stdout
    assert (2, True) == (
        run("apart", "zz").exit_code,
        "unload choices" in run("apart", "zz").stderr,
    )
