"""Every page: its headers, no inline script or style, nothing from elsewhere, kind words."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from house.test_wording import faults
from pages import Site
from unload.web import settings
from unload.web.policy import CONTENT

PAGES = ("/", "/check-in/", "/check-in/away/", "/week/", "/week/?anyway", "/body/",
         "/work-it-out/", "/doubts/", "/doubts/?deep=3&later=2&sharp=1&spared=5",
         "/why/", "/why/numbers/", "/why/year/", "/why/told/",
         "/why/told/2024-11-17/", "/why/told/2024-11-17/?anew", "/history/",
         "/imports/", "/imports/1/", "/me/", "/me/password/", "/me/codes/",
         "/me/passkeys/", "/me/go-on/", "/me/erase/", "/sign-in/", "/sign-in/code/",
         "/start/", "/no-such-page/")  # fmt: skip
STATIC = Path(settings.STATIC_ROOT)
TYPED = (".css", ".js", ".webmanifest")
# Links that the reader follows may lead out; nothing is fetched from there.
FETCHED = ("src", "srcset", "poster", "data", "action", "formaction")
VOID = {"meta", "link", "input", "br", "path", "rect", "circle"}


class Tight(HTMLParser):
    """Collects what a strict page may not hold, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.wrong += [f"{tag} {name}" for name in told if name == "style" or name[:2] == "on"]
        outward = [told[name] or "" for name in FETCHED if name in told]
        if tag == "link":
            outward.append(told.get("href") or "")
        self.wrong += [f"{tag} asks for {to}" for to in outward if "//" in to]
        if tag == "style" or (tag == "script" and not told.get("src")):
            self.wrong.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_strict_and_kind(site: Site, path: str) -> None:
    """No script or style in it, nothing from elsewhere, every tag closed, no banned word."""
    answer = site.owner.get(path)
    text = answer.content.decode()
    found = Tight()
    found.feed(text)
    assert ([], []) == (found.wrong, found.open)
    assert CONTENT == answer.headers["Content-Security-Policy"]
    assert "no-store" == answer.headers["Cache-Control"]
    assert "same-origin" == answer.headers["Referrer-Policy"]
    assert "DENY" == answer.headers["X-Frame-Options"]
    assert "nosniff" == answer.headers["X-Content-Type-Options"]
    # What publications call themselves is quoted on the pages of sources.
    if "why" not in path and "doubts" not in path and "body" not in path and "work" not in path:
        assert [] == faults(path, re.sub(r"<[^>]*>", " ", text))


def test_the_policy_allows_nothing_inline() -> None:
    """And nothing from anywhere but here (S19)."""
    assert not re.search(r"unsafe|https?:|\*|data:", CONTENT)


def test_files_stay_here() -> None:
    """Style and script of our own name nothing elsewhere."""
    own = (path for path in STATIC.iterdir() if path.suffix in TYPED)
    for path in (path for path in own if not path.name.startswith("uplot")):
        without = re.sub(r"(^|\s)// .*$", "", path.read_text(), flags=re.MULTILINE)
        assert "//" not in without, path.name


def test_a_file_is_kept_by_its_hash(site: Site) -> None:
    """The address on the page leads to the file, which may be kept for a year."""
    page = site.owner.get("/").content.decode()
    address = re.findall(r'href="(/static/unload\.css\?v=\w+)"', page)[0]
    answer = site.nobody.get(address)
    assert (200, "text/css") == (answer.status_code, answer.headers["Content-Type"].split(";")[0])
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    answer.close()


def test_nothing_of_health_is_logged(
    site: Site, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """What was answered is in no record, and nothing at all reaches the console (S32)."""
    sent = {"sleep": "4", "hurts": "yes", "place-1": "calf:left", "pain-1": "7"}
    site.owner.post("/check-in/", sent)
    site.owner.get("/no-such-page/")
    site.stranger.get("/body/")
    assert not re.search("calf|pain|sleep", caplog.text)
    assert ("", "") == capfd.readouterr()
