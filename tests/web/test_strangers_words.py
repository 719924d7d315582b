"""Words of a stranger stay words: on every page, wherever they came in."""

import csv
from pathlib import Path

import pytest

from pages import Site, client
from web.test_pages_are_tight import PAGES, Tight

# Each would end a tag, an attribute or a script, or begin one.
EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus=alert(1) autofocus='",
    "</title><iframe srcdoc=x>",
    "{{ 271*829 }}{% set x = 1 %}",
    "<a href=javascript:alert(1)>x</a>",
    "\u202e<b>&lt;",
)


def tight(page: str, where: str) -> None:
    """No tag, attribute or expression of ours came out of what was sent."""
    found = Tight()
    found.feed(page)
    assert ([], []) == (found.wrong, found.open), where
    assert [] == [evil for evil in EVIL if "<" in evil and evil in page], where
    assert "224659" not in page, where


def folder(path: Path) -> Path:
    """An export in which every name and text is evil."""
    path.mkdir()
    for number, evil in enumerate(EVIL):
        name = evil.replace("/", "").replace("\u202e", "")
        with (path / f"{number}{name}.csv").open("w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["start_local", "type", "distance_m", "moving_s", evil])
            writer.writerow([f"2024-11-{10 + number} 08:00:00", "run", 8000, 2880, evil])
            writer.writerow([evil, evil, evil, evil, evil])
        with (path / f"{number}-feel.csv").open("w", newline="") as out:
            spot = f"{evil.replace(':', '').replace(';', '')}:left:4"
            csv.writer(out).writerows(
                [["date", "sleep", "spots"], [f"2024-11-{10 + number}", 3, spot]]
            )
    return path


@pytest.fixture
def told(site: Site, tmp_path: Path) -> Site:
    """The demo's pages, after a stranger's export was brought in and the account renamed."""
    site.notebook().bring(folder(tmp_path / f"in {EVIL[0].replace('/', '')}"), lambda *_: None)
    site.user.username = EVIL[1]
    site.user.save()
    return site


def test_words_from_files_stay_words(told: Site) -> None:
    """Names of files and folders, titles, types, places and what could not be read (S19)."""
    number = told.notebook().imports()[0].number
    for path in (*PAGES, f"/imports/{number}/", "/imports/progress/"):
        tight(told.owner.get(path).content.decode(), path)
    page = told.owner.get(f"/imports/{number}/").content.decode()
    assert "&lt;script&gt;" in page
    assert "{{ 271*829 }}" in page


@pytest.mark.parametrize("evil", EVIL)
def test_words_from_forms_and_addresses_stay_words(site: Site, evil: str) -> None:
    """Every field that is shown again, and every part of an address that a page looks at (S19)."""
    fields = ("name", "password", "code", "next", "old", "zone", "race_day", "weight", "minutes",
              "hr_max", "tools", "sleep", "place-1", "pain-1", "key", "day", "asked", "yes",
              "files")  # fmt: skip
    sent = {**dict.fromkeys(fields, evil), "units": "km", "hurts": "yes"}
    for path in ("/check-in/", "/check-in/queued/", "/me/", "/me/password/", "/me/erase/",
                 "/week/accept/", "/body/", "/imports/", "/start/", "/sign-in/"):  # fmt: skip
        answer = site.owner.post(path, sent)
        assert answer.status_code < 500, path
        if answer.content:
            tight(answer.content.decode(), path)
    spot = {"hurts": "yes", "place-1": f"{evil.replace(':', '')}:left", "pain-1": "3"}
    answer = site.owner.post("/check-in/", spot)
    assert (400, True) == (answer.status_code, b"There is no place" in answer.content)
    tight(answer.content.decode(), "an unknown place")
    for path in ("/", "/week/", "/me/", "/sign-in/", "/no-such-page/"):
        query = {"said": evil, "next": evil, "anyway": evil}
        tight(client(site.user).get(path, query).content.decode(), path)
