"""`unload hand-over`: a PDF, JSON, and what it refuses."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unload import cli, service

SORE = Path(service.__file__).parents[1] / "demo" / "sore"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["hand-over", *words])


def test_the_demo_is_handed_over(tmp_path: Path) -> None:
    """As PDF and as JSON in one go."""
    file = tmp_path / "page.pdf"
    shown = run("--demo", "sore", "--json", "--pdf", str(file), "--name", "Sam")
    assert 0 == shown.exit_code, shown.stderr
    told = json.loads(shown.stdout)
    assert ("physio", "Sam", "left calf") == (
        told["reader"], told["name"], told["spots"][0]["spot"],
    )  # fmt: skip
    assert file.read_bytes().startswith(b"%PDF")


def test_files_and_answers_reach_the_page(tmp_path: Path) -> None:
    """The reader, the own words, a problem with its place, and what a specialist asked for."""
    file = tmp_path / "me.toml"
    file.write_text(
        '[hand_over]\npast = "None."\nage = 3\n[[specialist]]\nfirst_day = 2024-11-17\n'
        "last_day = 2024-11-30\nrunning = false\n",
        encoding="utf-8",
    )
    day = ("--today", "2024-11-17", "--zone", "UTC", "--answers", str(file))
    shown = run(str(SORE), *day, "--for", "doctor", "--json")
    assert 0 == shown.exit_code, shown.stderr
    told = json.loads(shown.stdout)
    assert ("doctor", "None.") == (told["reader"], told["past"])
    assert ["No running from 17 November to 30 November."] == told["instructions"][0]["sentences"]
    assert "me.toml [hand_over]" in shown.stderr


def test_it_needs_to_know_what_to_write(tmp_path: Path) -> None:
    """Neither PDF nor JSON, two runners, a place that cannot be written."""
    assert [2, 2, 2] == [
        run("--demo", "sore").exit_code,
        run(str(SORE), "--demo", "sore", "--json").exit_code,
        run("--demo", "sore", "--pdf", str(tmp_path)).exit_code,
    ]


def test_letters_that_no_font_has_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the error stream, with what to do about it; the page is written all the same."""
    import typst  # noqa: PLC0415 # an extra, which only this test needs here

    setting = typst.compile

    def poor_machine(*sources: object, ignore_system_fonts: bool, **more: object) -> bytes:
        return setting(*sources, ignore_system_fonts=True, **more)  # type: ignore[call-overload] # as ours

    monkeypatch.setattr(typst, "compile", poor_machine)
    file = tmp_path / "page.pdf"
    shown = run("--demo", "sore", "--pdf", str(file), "--name", "王小明")
    assert (0, True) == (shown.exit_code, file.exists())
    assert "stand as ? on the page: 王小明. A font that has them" in shown.stderr
