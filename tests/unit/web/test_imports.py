"""Imports: sent files are read, listed file by file, and taken back exactly."""

from io import BytesIO

from pages import Site
from unload.web.uploads import DESK

RUNS = b"start_local,type,distance_m,moving_s,runner\n2024-11-12 08:00:00,run,8000,2880,\nx,,,,\n"


def sent(site: Site) -> None:
    """One upload, read to its end."""
    file = BytesIO(RUNS)
    file.name = "runs.csv"
    assert "/imports/" == site.owner.post("/imports/", {"files": file}).url
    with DESK.lock:
        pass


def test_an_upload_is_read_and_told(new_site: Site) -> None:
    """How much was new, and what could not be read, file by file."""
    sent(new_site)
    assert b"that are new: 1, known: 0; could not be read: 1." in (
        new_site.owner.get("/imports/progress/").content
    )
    page = new_site.owner.get("/imports/1/").content.decode()
    assert ("runs.csv" in page, 'class="fault"' in page) == (True, True)


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
