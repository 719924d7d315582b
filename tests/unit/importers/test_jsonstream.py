"""JSON is walked object by object, whole or broken."""

import json
import tracemalloc

import pytest

from file_samples import memory_file
from unload.errors import Problem
from unload.importers import jsonstream
from unload.importers.jsonstream import items_of, whole
from unload.importers.protocol import TooLarge

WANTED = frozenset(("a", "deep", "list"))


def walked(text: str | bytes, key: str = "") -> tuple[list[object], list[str]]:
    """The objects and the messages."""
    found = list(items_of(memory_file("f.json", text), WANTED, key))
    objects = [item[1] for item in found if not isinstance(item, Problem)]
    return objects, [str(item) for item in found if isinstance(item, Problem)]


@pytest.mark.parametrize("chunk", [1, 2, 5, 64, 10_000])
def test_a_list_is_walked_however_it_is_cut(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only wanted fields are kept, at every depth; letters of many bytes and a mark included."""
    monkeypatch.setattr(jsonstream, "CHUNK_BYTES", chunk)
    text = '\ufeff [ {"a": 1, "x": [1, 2]}, {"a": "é😀", "deep": {"a": 12, "y": 2}} , {} ]'
    assert ([{"a": 1}, {"a": "é😀", "deep": {"a": 12}}, {}], []) == walked(text)


def test_lists_under_a_key_are_found_wherever_they_stand() -> None:
    """Garmin's list stands in another list, and there may be several."""
    text = '[{"x": {"list": 1}, "list" : [{"a": 1}, {"a": 2}]}, {"list": [{"a": 3}]}]'
    assert ([{"a": 1}, {"a": 2}, {"a": 3}], []) == walked(text, "list")
    assert ([], []) == walked("{}", "list")


@pytest.mark.parametrize("cut", range(1, 40))
def test_what_came_before_a_break_is_told(cut: int) -> None:
    """I1: a download that broke off says so, and its start is read."""
    text = json.dumps([{"a": n} for n in range(5)])
    objects, messages = walked(text[: len(text) - cut])
    assert 1 == len(messages)
    assert "download" in messages[0]
    assert objects == [{"a": n} for n in range(len(objects))]


@pytest.mark.parametrize(
    "text", ["", "nothing", "{}", '"x"', "[nope]", "[{'a': 1}]", "[" * 100_000, b"\xff\xfe\x00["]
)
def test_what_is_no_list_is_one_problem(text: str | bytes) -> None:
    """I7, I39: a web page, another encoding, depth without end."""
    objects, messages = walked(text)
    assert ([], 1) == (objects, len(messages))


def test_a_bare_value_among_objects_is_named() -> None:
    """The rest of the list is read."""
    objects, messages = walked('[{"a": 1}, 5, {"a": 2}]')
    assert ([{"a": 1}, {"a": 2}], ["f.json item 2: is not a record but a bare value."]) == (
        objects, messages
    )  # fmt: skip


def test_a_number_of_many_digits_is_cheap() -> None:
    """I39: it becomes what it is worth, infinity at the worst, and no measurement."""
    assert ([{"a": float("inf")}], []) == walked('[{"a": ' + "9" * 50_000 + "}]")


def test_a_long_list_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """I35: memory stays with one item, not with the file."""
    text = json.dumps([{"a": n, "x": "y" * 1000} for n in range(3000)])
    file = memory_file("f.json", text)
    tracemalloc.start()
    assert 3000 == sum(1 for _ in items_of(file, WANTED))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(text) * 0.9


def test_an_item_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """I30: a text of a hundred megabytes is not waited for."""
    monkeypatch.setattr(jsonstream, "ITEM_CHARS_MAX", 1000)
    monkeypatch.setattr(jsonstream, "CHUNK_BYTES", 500)
    objects, messages = walked('[{"a": 1}, {"a": "' + "y" * 100_000 + '"}]')
    assert ([{"a": 1}], 1) == (objects, len(messages))
    assert "not JSON" in messages[0]


def test_one_object_is_read_whole() -> None:
    """What is not wanted is let go at every depth."""
    text = '{"a": 1, "deep": {"x": 1, "a": 2}, "list": [{"x": 1}]}'
    assert {"a": 1, "deep": {"a": 2}, "list": [{}]} == whole(memory_file("f.json", text), WANTED)


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "<html>"])
def test_one_object_that_is_none_is_a_problem(text: str) -> None:
    """I1, I7, I41."""
    assert isinstance(whole(memory_file("f.json", text), WANTED), Problem)


def test_one_object_has_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """I32: it must fit into memory, so it is measured while it is read."""
    monkeypatch.setattr(jsonstream, "WHOLE_BYTES_MAX", 10)
    with pytest.raises(TooLarge):
        whole(memory_file("f.json", '{"a": "long enough"}'), WANTED)
