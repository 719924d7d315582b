"""import, imports and undo-import as they are typed."""

from pathlib import Path

import pytest

from stores import export
from terminal import run, told
from unload.cli.program import INTERRUPTED
from unload.cli.records import STOPPED
from unload.service import records


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    return export(tmp_path / "runs", files=2)


def test_an_import_is_told_listed_shown_and_undone(store: Path, runs: Path) -> None:
    """The whole life of an import, in the words of the terminal."""
    assert "runs: import 1" in run("import", str(runs)).stdout
    assert "1  " in run("imports").stdout
    assert "runs000.csv" in run("imports", "1").stdout
    gone = run("undo-import", "1").stdout
    assert gone.startswith("Import 1 is undone; 4 files went with it")
    assert "Nothing was imported yet" in run("imports").stdout


def test_programs_are_told_the_same(store: Path, runs: Path) -> None:
    """Several paths give several imports, each with its books."""
    (one, two) = told("import", str(runs / "runs000.csv"), str(runs), "--zone", "UTC")
    assert (5, 5) == (one["imported"], two["imported"])
    assert two["seen"] == two["imported"] + two["duplicate"] + two["quarantined"]
    assert [2, 1] == [kept["import"] for kept in told("imports")]
    assert one["files"] == told("imports", "1")["files"]
    assert {"undone": 2, "files": 3} == told("undo-import", "2")


def test_the_week_is_answered_without_a_path(store: Path, runs: Path) -> None:
    """From what was imported; an empty store says what to do."""
    empty = run("week")
    assert (2, True) == (empty.exit_code, "`unload import PATH`" in empty.stderr)
    run("import", str(runs), "--zone", "UTC")
    options = ("--today", "2024-01-11", "--zone", "UTC")
    assert "2024-01-11" == told("week", *options)["today"]
    assert told("week", str(runs), *options) == told("week", *options)


def test_what_is_not_there_is_one_sentence(store: Path) -> None:
    """No path, no number."""
    for words in (("import", "nowhere"), ("imports", "9"), ("undo-import", "9")):
        result = run(*words)
        assert (2, 1) == (result.exit_code, len(result.stderr.splitlines()))
    assert 2 == run("import").exit_code


def test_a_path_with_nothing_to_keep_is_an_exit_code(store: Path, tmp_path: Path) -> None:
    """The reasons are shown, and a script notices; what is known already is no failure."""
    (tmp_path / "broken.fit").write_bytes(b"\x0e\x10\xd9\x07not a fit file at all")
    result = run("import", str(tmp_path / "broken.fit"))
    assert (2, True) == (result.exit_code, "nothing that could be kept" in result.stdout)
    good = export(tmp_path / "runs", files=1)
    assert [0, 0] == [run("import", str(good)).exit_code for _ in range(2)]


@pytest.mark.parametrize(("words", "said"), [((), STOPPED), (("--preview",), "")])
def test_whoever_stops_an_import_reads_what_is_kept(
    store: Path, runs: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    """Ctrl-C: one sentence where something may be kept, and the exit code of a program stopped."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(records, "import_files", stop)
    monkeypatch.setattr(records, "preview", stop)
    stopped = run("import", str(runs), *words)
    assert (INTERRUPTED, said) == (stopped.exit_code, stopped.stderr.strip())
