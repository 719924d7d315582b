"""The made-up runners that ship with the program: their records, their answers, their day."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

from unload.errors import UnloadError
from unload.importers import Reading, read_path
from unload.importers.answers import read_answers, read_told
from unload.importers.body_answers import Told
from unload.importers.story import read_story
from unload.model.hand_over import Story
from unload.model.history import History, Race

DEMOS = ("sore", "steady", "thin-data")


@dataclass(frozen=True, slots=True)
class Demo:
    """One made-up runner on the demo's fixed day."""

    today: date
    history: History
    reading: Reading
    told: Told
    story: Story


def demo_of(name: str) -> Demo:
    """The record of one of them; UnloadError where there is no such runner."""
    if name not in DEMOS:
        raise UnloadError(f"There is no demo runner {name!r}; there are {', '.join(DEMOS)}.")
    with as_file(files("unload.demo")) as folder:
        about = tomllib.loads((folder / "demo.toml").read_text(encoding="utf-8"))
        today, row = about["today"], about["runners"][name]
        race = Race(row["race"], row["race_distance_m"])
        noon = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=1)
        reading = read_path(folder / name, zone=UTC, now=noon)
        person, said, _ = read_answers(folder / name / "answers.toml")
        told = read_told(folder / name / "answers.toml")
        story, _ = read_story(folder / name / "answers.toml")
    history = History(reading.sessions, (*reading.check_ins, *said), person, race)
    return Demo(today, history, reading, told, story)


@contextmanager
def demo_files(name: str) -> Iterator[Path]:
    """The folder with the files of one of them."""
    with as_file(files("unload.demo") / name) as folder:
        yield folder
