"""Elements are found by their opening bytes, wherever the windows are cut."""

import io
import tracemalloc

import pytest

from unload.importers import bytescan
from unload.importers.bytescan import elements_of

OPENINGS = ((b"<Workout ", b"</Workout>"), (b"<Rest ", b""), (b"</End", b""))


def found(data: bytes) -> list[tuple[int, bytes | None]]:
    """Everything that is found in the data."""
    return list(elements_of(io.BytesIO(data), OPENINGS))


@pytest.mark.parametrize("window", [1, 2, 3, 7, 20, 1000])
def test_elements_are_whole_however_the_stream_is_cut(
    window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With content and without, closed at once, and in the order of the stream."""
    monkeypatch.setattr(bytescan, "WINDOW_BYTES", window)
    data = (
        b'x<Rest a="1"/>y<Workout b="2"><In/>z</Workout><Workout c="3"/><Rest d="4"></Rest></End>'
    )
    assert [
        (1, b'<Rest a="1"/>'),
        (0, b'<Workout b="2"><In/>z</Workout>'),
        (0, b'<Workout c="3"/>'),
        (1, b'<Rest d="4">'),
        (2, b"</End>"),
    ] == found(data)


def test_other_names_that_begin_alike_are_passed_over() -> None:
    """`<WorkoutEvent` is no workout."""
    assert [] == found(b'<WorkoutEvent a="1"/><Restless/>')


@pytest.mark.parametrize(
    "data", [b"<Workout a", b'<Workout a="1">', b'<Workout a="1"><In/></Work', b"<Rest "]
)
def test_what_does_not_end_has_no_bytes(data: bytes) -> None:
    """I1: a file that breaks off inside an element."""
    assert [None] == [element for _, element in found(data)]


def test_an_element_that_swallows_its_like_has_no_bytes_and_the_like_is_found() -> None:
    """A lost end tag costs its own element alone."""
    data = b'<Workout a="1"><In/><Workout b="2"></Workout>'
    assert [(0, None), (0, b'<Workout b="2"></Workout>')] == found(data)


def test_an_element_without_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """I30, I39: what goes on for ever neither fills the memory nor hides what follows."""
    monkeypatch.setattr(bytescan, "WINDOW_BYTES", 10_000)
    monkeypatch.setattr(bytescan, "ELEMENT_BYTES_MAX", 50_000)
    data = b'<Workout a="1">' + b"<In/>" * 200_000 + b'<Rest b="2"/>'
    tracemalloc.start()
    kinds = [index for index, _ in elements_of(io.BytesIO(data), OPENINGS)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [0, 1] == kinds
    assert peak < 1_000_000
