"""`unload export`: the week as a file, or printed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unload import cli, service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"
ASKED = ("export", str(SORE), "--today", "2024-11-17", "--zone", "UTC")


def run(*words: str) -> Result:
    return CliRunner(env={"NO_COLOR": "1"}).invoke(cli.main, (*ASKED, *words))


@pytest.mark.parametrize(
    ("kind", "begins"),
    [
        ("ics", b"BEGIN:VCALENDAR"),
        ("fit", b"PK\x03\x04"),
        ("intervals", b"2024-11-19 "),
        ("csv", b"date,session,"),
        ("markdown", b"| day |"),
    ],
)
def test_every_kind_is_printed_or_written(kind: str, begins: bytes, tmp_path: Path) -> None:
    """To the screen without --out, else to the file, which is named."""
    assert run("--as", kind).stdout_bytes.startswith(begins)
    out = tmp_path / "week"
    written = run("--as", kind, "--out", str(out))
    assert (0, f"wrote {out}") == (written.exit_code, written.stderr.strip())
    assert out.read_bytes().startswith(begins)


def test_without_a_lighter_week_it_says_how_to_get_one() -> None:
    """The steady runner has none due."""
    steady = SORE.with_name("steady")
    words = ("export", str(steady), "--today", "2024-11-17", "--zone", "UTC", "--as", "csv")
    result = CliRunner().invoke(cli.main, words)
    assert (2, True) == (result.exit_code, "--force" in result.stderr)
    assert 0 == CliRunner().invoke(cli.main, (*words, "--force")).exit_code


def test_a_file_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """Where, and why."""
    result = run("--as", "csv", "--out", str(tmp_path / "no" / "week.csv"))
    assert (2, True) == (result.exit_code, "cannot be written" in result.stderr)
