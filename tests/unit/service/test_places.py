"""Places on the body by whatever they are called."""

import pytest

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.service.places import SAID, by_area, place_named, places, places_like

K = load_knowledge()


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("calf", "calf"),
        ("Calves", "calf"),
        ("achiles", "achilles"),
        ("front thigh", "thigh-front"),
        ("quads", "thigh-front"),
        ("gastroc", "calf"),
        ("it-band", "it-band"),
        ("big toe", "big-toe-joint"),
        ("hamstrng", "hamstring"),
    ],
)
def test_a_place_is_found_by_what_runners_call_it(said: str, first: str) -> None:
    """By key, by name, by muscle, by a runner's word, and with a slip of the pen."""
    assert first == places_like(said)[0].key


def test_a_plain_name_is_one_place() -> None:
    """The calf is not also the outer calf; a shin is several places, and so is an ankle."""
    assert ["calf"] == [region.key for region in places_like("calf")]
    assert {"shin-front", "shin-inner", "shin-bone"} <= {r.key for r in places_like("shin")}
    assert {"ankle", "ankle-inner", "ankle-outer"} == {r.key for r in places_like("ankle")}


@pytest.mark.parametrize("said", ["", "   ", "xyzzy"])
def test_what_is_no_place_finds_none(said: str) -> None:
    """Nothing is guessed out of nothing."""
    assert () == places_like(said)


def test_every_name_finds_its_own_place() -> None:
    """Keys and names, and every word in the list of runners' words."""
    found = {region.key: place_named(region.key).key for region in places()}
    assert {key: key for key in K.regions} == found
    assert set(SAID.values()) <= set(K.regions)
    assert list(SAID.values()) == [places_like(word)[0].key for word in SAID]


@pytest.mark.parametrize(("said", "near"), [("shin", "shin-inner"), ("xyzzy", "calf")])
def test_a_file_must_name_one_place(said: str, near: str) -> None:
    """Where several could be meant, or none, the near ones are named."""
    with pytest.raises(UnloadError, match=near):
        place_named(said)


def test_the_areas_hold_every_place_once() -> None:
    """From the crown to the toes, each place in one area."""
    listed = [region.key for _, regions in by_area() for region in regions]
    assert sorted(K.regions) == sorted(listed)
    assert "head" == listed[0]
    assert ["Head", "Foot"] == [by_area()[0][0], by_area()[-1][0]]
