"""Whatever keeps something is killed at random: nothing answered is lost, doubled or damaged."""

import sys
from typing import Any

import pytest

from stores import found_by

pytestmark = pytest.mark.in_a_file  # what is killed on a server says so itself

ROUNDS = 10
ON_A_SERVER = ("CheckIn", "Sent", "Accept")
ACTS = ("CheckIn", "Sent", "Accept", "BackUp", "Restore", "Migrate")


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """What was found of each act, and of the fault that must be found."""
    return found_by("killing.py", *ACTS, "TooEarly", "--rounds", str(ROUNDS))


@pytest.fixture(scope="module")
def told_by_a_server() -> dict[str, Any]:
    """The same of what is kept on PostgreSQL."""
    import postgres  # noqa: PLC0415 # psycopg, which only this needs

    if sys.platform == "win32" or postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed here (Debian: apt-get install postgresql)")
    return found_by("killing.py", *ON_A_SERVER, "--rounds", str(ROUNDS), "--server")


@pytest.mark.parametrize("act", ACTS)
def test_what_was_acknowledged_before_a_kill_is_kept_once(told: dict[str, Any], act: str) -> None:
    """Nothing is lost, nothing is there twice, and the store opens again, whole (D1, D6)."""
    found = told[act]
    faults = (found["lost"], found["doubled"], found["damaged"])
    assert (ROUNDS, 0, 0, 0) == (found["killed"], *faults)
    assert found["acknowledged"] > 0  # or nothing was tried


@pytest.mark.parametrize("act", ON_A_SERVER)
def test_what_a_server_acknowledged_is_kept_once(
    told_by_a_server: dict[str, Any], act: str
) -> None:
    """On PostgreSQL too, where the client is killed and the server goes on."""
    found = told_by_a_server[act]
    faults = (found["lost"], found["doubled"], found["damaged"])
    assert (ROUNDS, 0, 0, 0) == (found["killed"], *faults)
    assert found["acknowledged"] > 0  # or nothing was tried


def test_an_answer_before_the_commit_is_found(told: dict[str, Any]) -> None:
    """The trial can see what it looks for (S40)."""
    assert told["TooEarly"]["lost"] > 0
