"""Imports: sent files are read, listed file by file, and taken back exactly."""

from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import Any

import pytest

from file_samples import gpx, straight
from pages import Site
from unload.importers import zones
from unload.importers.zones import Home
from unload.web.uploads import desk_of

RUNS = b"start_local,type,distance_m,moving_s,runner\n2024-11-12 08:00:00,run,8000,2880,\nx,,,,\n"
FILE = {"said": "watch/runs.csv", "size": str(len(RUNS)), "changed": "1"}


def read_to_its_end(site: Site) -> None:
    """Wait until nothing is being read."""
    with desk_of(site.notebook()).lock:
        pass


def portion(site: Site, at: int, content: bytes, **more: str) -> Any:
    """What is answered to a part of runs.csv."""
    file = BytesIO(content)
    file.name = "portion"
    return site.owner.post("/imports/portion/", {**FILE, "at": at, "content": file, **more})


def sent(site: Site) -> None:
    """One upload, read to its end."""
    file = BytesIO(RUNS)
    file.name = "runs.csv"
    assert "/imports/" == site.owner.post("/imports/", {"files": file}).url
    read_to_its_end(site)


def test_an_upload_is_read_and_told(new_site: Site) -> None:
    """How much was new, and what could not be read, file by file."""
    sent(new_site)
    assert b"that are new: 1, known: 0; could not be read: 1." in (
        new_site.owner.get("/imports/progress/").content
    )
    page = new_site.owner.get("/imports/1/").content.decode()
    assert ("runs.csv" in page, 'class="fault"' in page) == (True, True)


def test_how_it_was_read_is_told(new_site: Site) -> None:
    """What was assumed and what was left out, as on a terminal; no stranger's markup."""
    sent(new_site)
    desk = desk_of(new_site.notebook())
    assert desk.report is not None
    desk.report = replace(desk.report, notes=("a<b.csv: weights were left out.",))
    page = new_site.owner.get("/imports/progress/").content.decode()
    assert '<li class="muted">a&lt;b.csv: weights were left out.</li>' in page


def test_the_same_again_is_nothing_new(new_site: Site) -> None:
    """And makes no second import."""
    for _ in range(2):
        sent(new_site)
    assert b"Nothing new in runs.csv." in new_site.owner.get("/imports/").content
    assert 1 == len(new_site.notebook().imports())


def test_an_import_is_taken_back(new_site: Site) -> None:
    """As if it had never come; then its page is gone."""
    sent(new_site)
    new_site.owner.post("/imports/1/undo/")
    assert () == new_site.notebook().imports()
    answer = new_site.owner.get("/imports/1/")
    assert (400, True) == (answer.status_code, b"There is no import 1" in answer.content)


def test_nothing_sent_is_said(new_site: Site) -> None:
    """Without a file there is nothing to read."""
    assert b"Choose a file first." in new_site.owner.post("/imports/").content


def test_i37_a_file_comes_in_portions(new_site: Site) -> None:
    """Fault I37: where it broke off is asked, what waits is shown, and then it is read."""
    assert {"received": 20} == portion(new_site, 0, RUNS[:20]).json()
    page = new_site.owner.get("/imports/").content.decode()
    assert ("runs.csv" in page, "Read what is here" in page) == (True, False)
    told = {name: [value, value] for name, value in FILE.items()} | {"size": [FILE["size"], "0"]}
    files = new_site.owner.post("/imports/begin/", told).json()["files"]
    assert [{"received": 20}, ["refused"]] == [files[0], list(files[1])]
    assert {"received": len(RUNS)} == portion(new_site, 20, RUNS[20:]).json()
    assert b"Read what is here" in new_site.owner.get("/imports/").content
    assert "/imports/" == new_site.owner.post("/imports/read/").url
    read_to_its_end(new_site)
    assert b"that are new: 1, known: 0" in new_site.owner.get("/imports/").content


def test_what_came_may_be_thrown_away(new_site: Site) -> None:
    """And then there is nothing to read."""
    portion(new_site, 0, RUNS)
    new_site.owner.post("/imports/drop/")
    assert b"Nothing has come whole yet." in new_site.owner.post("/imports/read/").content


def test_a_portion_that_makes_no_sense_is_said(new_site: Site) -> None:
    """Without a content, a number or as many sizes as names."""
    for answer, words in (
        (new_site.owner.post("/imports/portion/", {**FILE, "at": "0"}), b"Choose a file"),
        (portion(new_site, 0, RUNS, size="many"), b"not a number"),
        (portion(new_site, 5, RUNS[5:]), b"go on from byte 0"),
        (portion(new_site, 0, RUNS, digest="00"), b"damaged on the way"),
        (new_site.owner.post("/imports/begin/", {"said": "x"}), b"Choose a file"),
    ):
        assert (400, True) == (answer.status_code, words in answer.content), words


def test_many_files_that_wait_are_counted(new_site: Site) -> None:
    """A folder of a watch is not listed name by name."""
    for number in range(12):
        portion(new_site, 0, RUNS, said=f"{number}.csv")
    assert b"and 2 more" in new_site.owner.get("/imports/").content


def test_a_clock_that_the_runs_hint_at_is_asked_about(
    new_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One button takes it; then nothing is asked any more, and the days go by it."""
    monkeypatch.setattr(zones, "machine_zone", lambda: Home(UTC, "UTC"))
    for day in range(1, 13):
        track = gpx(straight(60)).replace("2024-06-01T06", f"2024-05-{day:02}T02").encode()
        portion(new_site, 0, track, said=f"{day}.gpx", size=str(len(track)))
    new_site.owner.post("/imports/read/")
    read_to_its_end(new_site)
    page = new_site.owner.get("/imports/").content.decode()
    assert "0 of your 12 activities" in page
    assert "UTC+10 is mine" in page
    assert "/imports/" == new_site.owner.post("/imports/clock/").url
    assert "Etc/GMT-10" == new_site.notebook().zone
    assert b"By which clock" not in new_site.owner.get("/imports/").content
    assert b"hint at no other clock" in new_site.owner.post("/imports/clock/").content
