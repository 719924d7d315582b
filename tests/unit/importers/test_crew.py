"""Work is shared, told in order, and its children are gone in the end."""

import time

import pytest

from hostile_formats import deeds, squares
from unload.importers import crew as crew_module
from unload.importers.child import ChildDied
from unload.importers.crew import WORTH_BYTES, Crew, crew_for, processors


def test_little_work_gets_no_children() -> None:
    """A table of runs pays nothing for what it does not need."""
    with crew_for(WORTH_BYTES - 1) as crew:
        assert (0, 0) == (crew.size, crew.ahead)


def test_much_work_is_done_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many children as processors, each with some work ahead."""
    monkeypatch.setattr(crew_module, "processors", lambda: 2)
    with crew_for(WORTH_BYTES) as crew:
        assert (2, 6) == (crew.size, crew.ahead)
        asked = [crew.begin(squares, n) for n in range(6)]
        assert [[n**2 for n in range(count)] for count in range(6)] == [get() for get in asked]
        assert 2 >= len(crew._all)


def test_a_death_is_one_jobs_and_the_next_gets_a_new_child() -> None:
    """Nothing else is lost."""
    crew = Crew(1)
    asked = [crew.begin(deeds, deed) for deed in ("a", "die", "b")]
    assert ["a"] == asked[0]()
    with pytest.raises(ChildDied):
        asked[1]()
    assert ["b"] == asked[2]()
    assert 2 == len(crew._all)
    crew.stop()


def test_stopping_ends_children_at_work() -> None:
    """As after Ctrl-C: whoever is busy is ended, whoever waits never begins."""
    crew = Crew(2)
    for _ in range(6):
        crew.begin(deeds, "loop")
    while len(crew._all) < 2:
        time.sleep(0.01)
    crew.stop()
    assert all(child._process.returncode is not None for child in crew._all)


def test_one_processor_is_not_worth_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would only wait for itself."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    assert 0 == processors()
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 3}, raising=False)
    assert 2 == processors()
