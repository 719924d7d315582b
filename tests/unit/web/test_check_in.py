"""Check-in: a plain form, kept once however often it is sent, unanswered never zero."""

import re
from datetime import date

import pytest

from pages import Site
from unload.model.history import Side, SoreSpot
from unload.store import history
from unload.store.models import Revision

SENT = {"sleep": "4", "hurts": "yes", "place-1": "calf:left", "pain-1": "3", "key": "abc"}
IMPOSSIBLE: tuple[dict[str, str], ...] = (
    {}, {"sleep": "9"}, {"hurts": "yes", "place-1": "moon:left", "pain-1": "3"}
)  # fmt: skip


def test_a_check_in_is_kept(new_site: Site) -> None:
    """What was answered, and nothing else."""
    assert "/?said=kept" == new_site.owner.post("/check-in/", SENT).url
    kept = new_site.notebook().check_in()
    assert (4.0, None, None) == (kept.sleep, kept.mood, kept.ill)
    assert (SoreSpot("calf", Side.LEFT, 3.0),) == kept.spots


def test_sent_twice_is_kept_once(new_site: Site) -> None:
    """By its key, also where the second differs: the first was acknowledged."""
    for sleep in ("4", "2"):
        new_site.owner.post("/check-in/", {**SENT, "sleep": sleep})
    assert (1, 4.0) == (Revision.objects.count(), new_site.notebook().check_in().sleep)


def test_every_form_has_its_own_key(new_site: Site) -> None:
    """So that tomorrow's answers are not taken for today's."""
    pages = [new_site.owner.get("/check-in/").content.decode() for _ in range(3)]
    assert 3 == len({re.findall(r'name="key" value="([^"]{16,})"', page)[0] for page in pages})


def test_what_cannot_be_is_said_and_not_kept(new_site: Site) -> None:
    """The page comes back with the reason."""
    for wrong in IMPOSSIBLE:
        answer = new_site.owner.post("/check-in/", wrong)
        assert (400, True) == (answer.status_code, b'role="alert"' in answer.content), wrong
    assert 0 == Revision.objects.count()


def test_a_phone_takes_back_only_what_it_has_seen(new_site: Site) -> None:
    """What was typed without a connection does not hide a pain; the next page can (C4)."""
    new_site.owner.post("/check-in/", SENT)
    calm = {"hurts": "no", "day": new_site.notebook().today.isoformat()}
    for key, seen in (("away", "0"), ("older", ""), ("odd", "9" * 30)):
        new_site.owner.post("/check-in/queued/", {**calm, "key": key, "seen": seen})
        assert (SoreSpot("calf", Side.LEFT, 3.0),) == new_site.notebook().check_in().spots
    page = new_site.owner.get("/check-in/").content.decode()
    (seen,) = re.findall(r'name="seen" value="(\d+)"', page)
    new_site.owner.post("/check-in/queued/", {**calm, "key": "b", "seen": seen})
    assert () == new_site.notebook().check_in().spots


@pytest.mark.parametrize("wrong", IMPOSSIBLE)
def test_what_waited_on_a_phone_is_read_as_strictly(new_site: Site, wrong: dict[str, str]) -> None:
    """Whichever way answers come, what cannot be is not kept (C14)."""
    today = new_site.notebook().today.isoformat()
    assert 400 == new_site.owner.post("/check-in/queued/", {**wrong, "day": today}).status_code
    assert 0 == Revision.objects.count()


def test_what_an_older_page_put_aside_is_kept(site: Site) -> None:
    """Names that this program no longer knows, or knew later, do no harm (D17).

    The text is what a phone holds since the first pages; it must be understood for ever.
    """
    sent = (
        "sleep=4&fatigue=3&soreness=&hurts=yes&place-1=calf%3Aleft&pain-1=3&morning-1=0&at_night-1=1"
        "&place-2=&pain-2=&morning-2=&ill=no&of-another-page=1&key=0b7c&day=2024-11-16"
    )
    form = "application/x-www-form-urlencoded"
    assert 204 == site.owner.post("/check-in/queued/", sent, content_type=form).status_code
    kept = history.typed_on(date(2024, 11, 16))
    assert kept is not None
    spot = SoreSpot("calf", Side.LEFT, 3.0, 0.0, at_night=True)
    assert (4.0, 3.0, None, False, (spot,)) == (
        kept.sleep, kept.fatigue, kept.soreness, kept.ill, kept.spots
    )  # fmt: skip


def test_what_was_said_stands_in_the_form(site: Site) -> None:
    """Also what a file brought."""
    page = site.owner.get("/check-in/").content.decode()
    assert 'name="sleep" value="5" checked' in page
    assert '<option value="calf:left" selected>' in page


def test_what_waited_is_kept_for_its_own_day(site: Site) -> None:
    """Once, however often it comes; what is answered is only that."""
    sent = {"mood": "2", "day": "2024-11-16", "key": "from-the-phone"}
    for _ in range(2):
        answer = site.owner.post("/check-in/queued/", sent)
        assert (204, b"") == (answer.status_code, answer.content)
    assert [(date(2024, 11, 16), 2.0)] == list(Revision.objects.values_list("day", "mood"))


@pytest.mark.parametrize("day", ["", "yesterday", "2024-11-19", "2024-10-16", "2024-11-31"])
def test_a_day_that_cannot_be_filled_in_is_refused(site: Site, day: str) -> None:
    """Neither the future nor the day before the longest wait; tomorrow may have begun there."""
    assert 400 == site.owner.post("/check-in/queued/", {"mood": "2", "day": day}).status_code
    assert (
        204 == site.owner.post("/check-in/queued/", {"mood": "2", "day": "2024-11-18"}).status_code
    )


def test_the_page_without_a_connection_is_nobody_s(site: Site) -> None:
    """What the browser keeps of it is the same for everybody."""
    pages = [client.get("/check-in/away/").content for client in (site.owner, site.nobody)]
    assert pages[0] == pages[1]
    assert b"csrf" not in pages[0]


def test_a_phone_that_sends_nothing_is_told_so(new_site: Site) -> None:
    """And not that its day is over."""
    sent = {"day": new_site.notebook().today.isoformat(), "key": "a"}
    answer = new_site.owner.post("/check-in/queued/", sent)
    assert (400, True) == (answer.status_code, b"Nothing was answered yet." in answer.content)
