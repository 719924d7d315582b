"""Installed on a phone: what the manifest promises is there, and as large as it says."""

import json
import struct
from pathlib import Path
from typing import Any

from django.urls import resolve

from pages import Site
from unload.web import settings

STATIC = Path(settings.STATIC_ROOT)


def size_of(path: Path) -> str:
    """Width and height as the head of a PNG tells them."""
    return "{}x{}".format(*struct.unpack(">II", path.read_bytes()[16:24]))


def told() -> Any:
    return json.loads((STATIC / "unload.webmanifest").read_text())


def test_every_icon_is_there(site: Site) -> None:
    """Each has the size it is listed with, and a phone may cut one of them to a form of its own."""
    icons = [icon for icon in told()["icons"] if icon["type"] == "image/png"]
    icons += [icon for shortcut in told()["shortcuts"] for icon in shortcut["icons"]]
    for icon in icons:
        answer = site.nobody.get(icon["src"])
        assert (200, "image/png") == (answer.status_code, answer.headers["Content-Type"])
        answer.close()
        assert icon["sizes"] == size_of(STATIC / Path(icon["src"]).name), icon["src"]
    kinds = {(icon["sizes"], icon.get("purpose", "any")) for icon in icons}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} == kinds


def test_it_stays_one_app_and_leads_into_pages() -> None:
    """An id that no other start page changes; every shortcut is a page of ours."""
    assert ("/", "/") == (told()["id"], told()["scope"])
    found = [resolve(shortcut["url"]).url_name for shortcut in told()["shortcuts"]]
    assert ["check_in", "week"] == found


def test_a_phone_of_apple_finds_its_icon(site: Site) -> None:
    """It does not read the manifest for that."""
    page = site.nobody.get("/sign-in/").content.decode()
    assert 'rel="apple-touch-icon" href="/static/unload-touch.png?v=' in page
    assert "180x180" == size_of(STATIC / "unload-touch.png")
