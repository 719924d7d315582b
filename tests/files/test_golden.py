"""Sample files become what stands beside them; `--update` rewrites both."""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from file_samples import LIMIT_BYTES, NOW
from files.make_samples import HERE, made, write
from unload.errors import UnloadError
from unload.importers import importers
from unload.importers.books import read_with
from unload.importers.protocol import File
from unload.importers.reading import Place

EXPECTED = ".expected.json"


def samples() -> list[Path]:
    """Every sample file."""
    folders = sorted(path for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "_.")
    return [
        p for folder in folders for p in sorted(folder.iterdir()) if not p.name.endswith(EXPECTED)
    ]


def told(things: Iterable[object]) -> list[dict[str, object]]:
    """Nouns as JSON tells them; what is unknown or at its default is left out, 0 is not."""
    return [
        {
            field.name: plain(getattr(thing, field.name))
            for field in fields(thing)  # type: ignore[arg-type] # all are dataclasses
            if getattr(thing, field.name) != field.default
        }
        for thing in things
    ]


def plain(value: object) -> object:
    """A value as JSON tells it; millimetres differ between machines."""
    if isinstance(value, tuple):
        return [told([v])[0] if is_dataclass(v) else plain(v) for v in value]
    if isinstance(value, float):
        return round(value, 3)
    return value.isoformat() if isinstance(value, date) else value


def became(path: Path) -> dict[str, object]:
    """What a sample is read as by a runner in Berlin who wants body weights kept."""
    place = Place(ZoneInfo("Europe/Berlin"), NOW, weight=True)
    try:
        reading = read_with(importers(), path, place, lambda *_: None)
    except UnloadError as error:
        return {"refused": str(error).replace(str(path), path.name)}
    return {
        "sessions": told(reading.sessions),
        "check_ins": told(reading.check_ins),
        "problems": told(reading.problems),
        **({"notes": list(reading.notes)} if reading.notes else {}),
    }


# What a watch wrote as a table of laps, without the day they were run on.
UNCLAIMED = {"coros/laps.csv"}


def test_no_two_formats_claim_the_same_sample() -> None:
    """I26, I41: each sample has the one reader that knows it, whatever else it looks like."""
    for path in samples():
        name = path.relative_to(HERE).as_posix()
        file = File(path.name, lambda path=path: path.open("rb"), LIMIT_BYTES)  # type: ignore[misc] # the default binds the loop's value
        claims = [format_.name for format_ in importers() if format_.identify(file)]
        assert (0 if name in UNCLAIMED else 1) == len(claims), (name, claims)


def test_every_sample_is_made_up() -> None:
    """Byte for byte what a program wrote; nobody's own file is among them (S43)."""
    kept = {path.relative_to(HERE).as_posix(): path.read_bytes() for path in samples()}
    assert made() == kept


def test_samples_become_what_stands_beside_them(request: pytest.FixtureRequest) -> None:
    """Sessions, check-ins and problems, field by field."""
    if request.config.getoption("--update"):
        write()
    assert len(samples()) > 10
    for path in samples():
        beside = path.with_name(path.name + EXPECTED)
        text = json.dumps(became(path), indent=2, ensure_ascii=False) + "\n"
        if request.config.getoption("--update"):
            beside.write_text(text, "utf-8")
        assert beside.read_text("utf-8") == text, path.name
