"""Going on elsewhere: what was taken along comes in as it was, byte by byte, or not at all."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from pages import Site
from stores import emptied
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.service import remembered
from unload.store.worked import add
from unload.web.models import Owner


def taken(site: Site) -> bytes:
    return bytes(site.owner.get("/me/unload.zip").content)


def send(site: Site, zip_: bytes) -> object:
    return site.owner.post("/me/go-on/", {"zip": BytesIO(zip_)})


def left(site: Site) -> bytes:
    """A full record taken along, and then nothing: the owner's account alone is there."""
    add("", [Worked(site.notebook().today, "calf", Side.LEFT, 5, 2)], [])
    site.owner.post("/check-in/", {"sleep": "2", "hurts": "no"})
    site.owner.post("/week/accept/", {"day": ["0", "1", "2", "3", "4", "5", "6"]})
    Owner.objects.update(
        units="mi", zone="Europe/Berlin", never=[4], tools=["roller"], week_start=6
    )
    zip_ = taken(site)
    emptied()
    remembered.forget()
    return zip_


def test_what_was_taken_along_goes_out_again_the_same(site: Site) -> None:
    """Every byte, at another time and under the account of another Unload."""
    zip_, told = left(site), Owner.objects.get()
    Owner.objects.update(units="km", zone="", race_day=None, race_m=None, never=None, tools=None)
    Owner.objects.update(week_start=0)
    assert b"Nothing is known of your running yet" in site.owner.get("/").content
    assert 302 == send(site, zip_).status_code
    assert zip_ == taken(site)
    back = Owner.objects.get()
    assert (told.units, told.zone, told.race_m, [4], 6) == (
        back.units, back.zone, back.race_m, back.never, back.week_start,
    )  # fmt: skip


def test_nothing_comes_over_what_is_there(site: Site) -> None:
    """It says so, and what can be done."""
    zip_ = taken(site)
    answer = send(site, zip_)
    assert (400, True) == (answer.status_code, b"records here already" in answer.content)
    assert zip_ == taken(site)


@pytest.mark.parametrize(
    "about",
    [
        {"units": "ells"},
        {"tools": 3},
        {"weight_kg": "heavy"},
        {"zone": "Atlantis"},
        {"keeps_weight": "perhaps"},
        {"never": [9]},
        {"week_start": 9},
        {"week_start": "Sunday"},
        {"race_day": "soon"},
    ],
)
def test_what_nobody_could_have_typed_is_refused(site: Site, about: dict[str, object]) -> None:
    """With all that came with it."""
    whole = ZipFile(BytesIO(left(site)))
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("store.jsonl", whole.read("store.jsonl"))
        told = json.loads(whole.read("unload.json"))
        told["about"] |= about
        parts.writestr("unload.json", json.dumps(told))
    assert 400 == send(site, out.getvalue()).status_code
    assert (0, "mi") == (len(site.notebook().imports()), Owner.objects.get().units)


def test_a_form_without_a_file_says_what_is_missing(site: Site) -> None:
    """In a sentence."""
    answer = site.owner.post("/me/go-on/", {})
    assert (400, True) == (answer.status_code, b"Choose the zip" in answer.content)
