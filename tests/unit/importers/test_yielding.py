"""A format that leaves to another what that one claims."""

from datetime import UTC

from file_samples import NOW, memory_file, sessions
from unload.importers.generic import Generic
from unload.importers.strava import Strava
from unload.importers.unlisted import Unlisted
from unload.importers.yielding import Yielding

TABLE = memory_file("t.csv", "date,km,duration_s\n2024-06-01,5,1800\n")


def test_it_claims_and_reads_what_the_other_does_not() -> None:
    """As if it stood alone."""
    yielding = Yielding(Generic(), Strava())
    assert (Generic().name, True) == (yielding.name, yielding.identify(TABLE))
    assert [5000.0] == [s.distance_m for s in sessions(yielding.read(TABLE, UTC, NOW))]


def test_it_leaves_the_rest() -> None:
    """What both would claim is the other's."""
    assert not Yielding(Generic(), Generic()).identify(TABLE)
    assert not Yielding(Strava(), Unlisted()).identify(TABLE)
