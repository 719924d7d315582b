"""A disk that fills up during an import: one sentence, nothing lost, and on from there (D5)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stores import export

pytestmark = pytest.mark.in_a_file

PROGRAM = "from unload.cli import main; main()"
# A file system of one megabyte, which needs no rights where a user may have a name space.
NEEDED = "mount -t tmpfs -o size={size},mode=700 tmpfs {folder}"
SCRIPT = """\
set -e
{small}
set +e
unload import {runs} --zone UTC; echo "code $?"
mount -o remount,size=64m {folder}
unload import {runs} --zone UTC > {out}; echo "code $?"
"""


def namespace(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """A shell with file systems of its own, and the program by its name."""
    call = f'unload() {{ "{sys.executable}" -c "{PROGRAM}" "$@"; }}\n'
    return subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", call + script],
        env=os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_full_disk_stops_an_import_that_goes_on_later(tmp_path: Path) -> None:
    """The message says what to do; with room made, the same command ends the import."""
    folder = tmp_path / "small"
    folder.mkdir()
    small = NEEDED.format(size="300k", folder=folder)
    if shutil.which("unshare") is None or namespace(small, folder).returncode:
        pytest.skip("this system lets nobody without rights mount a small file system")
    runs = export(tmp_path / "runs", files=60, days=60)
    told = namespace(
        SCRIPT.format(small=small, runs=runs, out=tmp_path / "out", folder=folder), folder
    )
    assert "There is no room left for the store" in told.stderr
    assert 1 == len(told.stderr.splitlines())
    assert ["code 2", "code 0"] == told.stdout.splitlines()[-2:]
