"""Stores for tests: an empty one on SQLite or on either database, and what one holds."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from unload.knowledge import load_knowledge

KINDS = ("sqlite", "postgresql")
_numbers = count()
# By the name of a template: the fixtures of its file and of its server, and its name there.
TEMPLATES = {
    "empty": ("sqlite_template", "postgres", "template"),
    "demo": ("demo_template", "demo_postgres", "demo"),
}
HEADER = "start_local,type,distance_m,moving_s,runner\n"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite store with its tables made, to be copied instead of made again."""
    return _made(tmp_path_factory.mktemp("template"), "")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a template; the tests that need it skip where it cannot be."""
    if sys.platform == "win32":
        pytest.skip("the server of the tests is started as on a Unix")
    import postgres as server  # noqa: PLC0415 # psycopg, which only these tests need

    programs = server.binaries()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (Debian: apt-get install postgresql)")
    with server.server(programs) as address:
        _made(tmp_path_factory.mktemp("server"), server.make_database(address, "template"))
        yield address


def _made(folder: Path, url: str) -> Path:
    """Make the tables once, in a process of its own so that no connection stays."""
    making = "from unload.store import opening; opening.ready()"
    environment = os.environ | {"UNLOAD_DATA": str(folder), "DATABASE_URL": url}
    subprocess.run([sys.executable, "-c", making], env=environment, check=True)
    return folder


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Path]:
    """An empty store on the database of this run (`--database`); the folder it is in."""
    yield from copied(request, database_of(request), "empty")


@pytest.fixture(params=KINDS)
def either_store(request: pytest.FixtureRequest) -> Iterator[Path]:
    """An empty store, once on SQLite and once on PostgreSQL."""
    yield from copied(request, request.param, "empty")


def database_of(request: pytest.FixtureRequest) -> str:
    """The database of this run; a file for what only a file has: a journal, backups, a VACUUM."""
    if request.node.get_closest_marker("in_a_file"):
        return "sqlite"
    return str(request.config.getoption("--database"))


def copied(request: pytest.FixtureRequest, kind: str, template: str) -> Iterator[Path]:
    """A store of its own for one test, a copy of a template; the folder it is in."""
    in_file, on_server, name = TEMPLATES[template]
    tmp_path, monkeypatch = (request.getfixturevalue(f) for f in ("tmp_path", "monkeypatch"))
    if kind == "sqlite":
        yield from open_copy(request.getfixturevalue(in_file), tmp_path, "", monkeypatch)
        return
    address = request.getfixturevalue(on_server)
    with own_database(address, name) as url:
        yield from open_copy(None, tmp_path, url, monkeypatch)


@contextmanager
def own_database(address: str, template: str) -> Iterator[str]:
    """A database that is a copy of another on the same server; its address."""
    import postgres as server  # noqa: PLC0415 # psycopg, which only these tests need

    name = f"store{next(_numbers)}"
    yield server.make_database(address, name, template)
    server.drop_database(address, name)


def open_copy(
    template: Path | None, tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A store of its own for one test, copied from a template."""
    from unload.store import opening  # noqa: PLC0415 # brings Django, which most tests need not pay for

    # In memory where that is possible: thousands of commits would each wait for a busy disk.
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else tmp_path))
    if template is not None:
        shutil.copy(template / "unload.sqlite3", folder / "unload.sqlite3")
    monkeypatch.setenv("UNLOAD_DATA", str(folder))
    monkeypatch.setenv("DATABASE_URL", url)
    opening.close()
    opening.ready()
    yield folder
    opening.close()
    shutil.rmtree(folder)


RECORDS = ("StoredSession", "StoredCheckIn", "StoredProblem")
SAYINGS = ("WeekChange", "GateSaying", "StoredWorked", "StoredHurt", "StoredScreen", "Received")


def emptied() -> None:
    """Nothing is kept any more; accounts stay."""
    from unload.store import whole  # noqa: PLC0415 # brings Django, which most tests need not pay for

    for table in reversed(whole.tables().values()):
        table.objects.all().delete()


def dump() -> dict[str, list[Any]]:
    """Everything a store holds, without the numbers and moments that no two stores share."""
    from unload.store import models as tables  # noqa: PLC0415 # brings Django, which most tests need not pay for

    said: dict[str, list[Any]] = {}
    files = {f.pk: f.digest or f"nothing read, {_where(tables, f.pk)}" for f in _all(tables.File)}
    batches = {b.pk: b.name for b in _all(tables.Import)}
    said["files"] = sorted(files.values())
    said["imports"] = sorted(
        (b.name, b.finished_at is not None, b.covered, sorted(b.others.items()))
        for b in _all(tables.Import)
    )
    said["sightings"] = sorted(
        (batches[s.batch_id], s.name, files[s.file_id], s.fresh) for s in _all(tables.Sighting)
    )
    said["revisions"] = [repr(_told(row, files)) for row in tables.Revision.objects.values()]
    for name in (
        *RECORDS,
        "WeekChange",
        "GateSaying",
        "StoredWorked",
        "StoredHurt",
        "StoredScreen",
        "Received",
    ):
        rows = getattr(tables, name).objects.values()
        said[name] = sorted(repr(_told(row, files)) for row in rows)
    said["told"] = list(tables.VerdictTold.objects.order_by("pk").values_list("day", "sentence"))
    said["apart"] = sorted(tables.Apart.objects.values_list("one", "other"))
    return said


def nothing_urgent(day: date) -> None:
    """Keep a no to every red-flag question of a day."""
    from unload.service import body_stored as verbs  # noqa: PLC0415 # brings Django, as above
    from unload.service.body import Visit  # noqa: PLC0415 # as above

    k = load_knowledge()
    asked = Visit(today=day, knowledge=k)
    verbs.keep_answers("", asked, replace(asked, answers={f.key: False for f in k.red_flags}))


def _all(table: Any) -> list[Any]:
    return list(table.objects.order_by("pk"))


def _where(tables: Any, file: int) -> str:
    return min(tables.StoredProblem.objects.filter(file=file).values_list("where", "message"))


def _told(row: dict[str, Any], files: dict[int, str]) -> dict[str, Any]:
    told = {name: value for name, value in row.items() if name not in {"id", "made_at", "file_id"}}
    return told | {"file": files.get(row.get("file_id", 0), "")}


def side_by_side(path: Path, *words: str) -> dict[str, Any]:
    """What tests/forked.py found: imports of the path at once, or killed ones."""
    return found_by("forked.py", str(path), *words)


def found_by(program: str, *words: str) -> dict[str, Any]:
    """What a program beside this one printed, which forks and kills; it complains of nothing."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork a process that has everything loaded")  # Windows
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(program)), *words],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (0, "") == (ran.returncode, ran.stderr)
    told: dict[str, Any] = json.loads(ran.stdout)
    return told


def export(folder: Path, files: int = 6, days: int = 5) -> Path:
    """A folder of tables as a runner might keep them: a few runs each, one damaged, one double."""
    folder.mkdir(parents=True, exist_ok=True)
    first = date(2024, 1, 1)
    for number in range(files):
        rows = [
            f"{first + timedelta(number * days + day)} 08:00:00,run,{8000 + number},2880,"
            for day in range(days)
        ]
        (folder / f"runs{number:03}.csv").write_text(HEADER + "\n".join(rows) + "\n")
    shutil.copy(folder / "runs000.csv", folder / "same again.csv")
    (folder / "broken.fit").write_bytes(b"\x0e\x10\xd9\x07not a fit file at all")
    (folder / "days.csv").write_text("date,sleep,soreness\n2024-01-01,4,3\n2024-01-02,5,9\n")
    return folder
