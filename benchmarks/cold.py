"""Measure a newcomer's first minute: fresh clone, empty cache, to the demo's verdict.

    python3 benchmarks/cold.py

Needs git and a network. Nothing of this checkout's environment is used; uv is hidden, so that the
time to fetch it counts too.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOAL_S, GOAL_MB = 60, 400


def megabytes(folder: Path) -> float:
    """Disk used below a folder, a file with several names counted once."""
    files = {(s.st_dev, s.st_ino): s.st_blocks for p in folder.rglob("*") if (s := p.lstat())}
    return sum(files.values()) * 512 / 1e6


def path_without_uv(python: Path) -> str:
    """PATH without the folders that hold a uv, so that `run` has to fetch its own."""
    folders = [str(python.parent), *os.environ["PATH"].split(os.pathsep)]
    return os.pathsep.join(f for f in folders if f and not (Path(f) / "uv").exists())


def main() -> None:
    python = Path(getattr(sys, "_base_executable", sys.executable))
    with tempfile.TemporaryDirectory() as folder:
        clone, cache = Path(folder) / "unload", Path(folder) / "cache"
        environment = os.environ | {
            "UV_CACHE_DIR": str(cache),
            "PIP_NO_CACHE_DIR": "1",
            "PATH": path_without_uv(python),
        }
        began = time.perf_counter()
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        command = [str(python), str(clone / "run"), "unload", "demo"]
        subprocess.run(command, env=environment, cwd=folder, check=True)
        took = time.perf_counter() - began
        print(f"\nfresh clone to verdict  {took:6.1f} s (goal {GOAL_S} s)")
        print(f"on disk, cache included {megabytes(Path(folder)):6.0f} MB (goal {GOAL_MB} MB)")
        for part in (clone / ".boot", clone / ".venv", clone / ".git", cache):
            print(f"  {part.relative_to(folder).as_posix():20}  {megabytes(part):6.0f} MB alone")


if __name__ == "__main__":
    main()
