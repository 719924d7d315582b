"""Tables are known by titles that only one program writes together."""

import pytest

import export_samples as ex
from file_samples import STRAVA_HEADER, memory_file
from unload.importers.generic import Generic
from unload.importers.signatures import SIGNATURES, program_of

KNOWN = {
    "Strava export": STRAVA_HEADER,
    "intervals.icu": ex.INTERVALS_HEADER,
    "intervals.icu wellness": ex.INTERVALS_WELLNESS_HEADER,
    "Runkeeper": ex.RUNKEEPER_HEADER,
    "Samsung Health": ex.samsung_table().split("\n")[0],
    "Samsung Health weight": "com.samsung.health.weight,6233003,5",
    "TrainingPeaks": ex.TRAININGPEAKS_HEADER,
    "pmSys wellness": ex.PMSYS_HEADER,
    "pmSys injuries": "effective_time_frame,injuries",
    "pmSys sessions": ex.PMSYS_SESSIONS_HEADER,
}


@pytest.mark.parametrize("program", SIGNATURES)
def test_each_header_tells_its_program_alone(program: str) -> None:
    """I31: new columns between and around change nothing; a missing one does."""
    titles = [title.strip('"') for title in KNOWN[program].split(",")]
    assert program == program_of(titles)
    assert program == program_of(["New", *titles[::-1], "Newer "])
    needed = next(s for s in SIGNATURES[program] if s <= set(titles))
    for title in needed:
        assert program != program_of([t for t in titles if t != title])


@pytest.mark.parametrize("program", SIGNATURES)
def test_tables_of_programs_are_not_read_by_plain_words(program: str) -> None:
    """I25: their units and scales are their own."""
    assert not Generic().identify(memory_file("t.csv", KNOWN[program] + "\n"))


def test_other_tables_are_nobodys() -> None:
    """A runner's own table."""
    assert "" == program_of(["date", "distance_km", "duration"])
