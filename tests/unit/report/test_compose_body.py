"""One look at the body as a document: nothing below what is open."""

from dataclasses import replace

import pytest

from body_samples import RECORDED, TODAY, VISITS, K
from unload.model.complaint import Moving
from unload.model.history import Side, SoreSpot
from unload.report.compose_body import compose_body, compose_workout
from unload.report.document import Document, Entry, text_of
from unload.report.words import KM, Words
from unload.service.body import Visit, look

NAMES = {region.key: region.name for region in K.regions.values()}
WORDS = Words(K.text, KM, TODAY, NAMES)


def composed(on: Visit) -> Document:
    return compose_body(look(on), WORDS, K)


def said(document: Document, key: str) -> str:
    """The text of one section."""
    (section,) = [part for part in document.sections if part.key == key]
    return " ".join(text_of(b.body) for b in section.blocks if isinstance(b, Entry))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("asked", ["where", "questions", "sources"]),
        ("flagged", ["where", "flags", "sources"]),
        ("calm", ["where", "rule_outs", "findings", "screens", "routine", "sources"]),
        ("quiet", ["routine", "sources"]),
    ],
)
def test_each_look_shows_what_it_may(name: str, keys: list[str]) -> None:
    """Below an open question or a flag there is neither finding nor routine."""
    shown = [section.key for section in composed(VISITS[name]).sections]
    assert [key for key in keys if key != "sources"] == [key for key in shown if key != "sources"]


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("asked", "A few questions come before anything else."),
        ("flagged", "See someone before you run again."),
        ("calm", "Worth checking, and worth rolling."),
        ("quiet", "No sore spot is known."),
    ],
)
def test_the_headline_is_the_state(name: str, headline: str) -> None:
    """One sentence at the top."""
    assert headline == text_of(composed(VISITS[name]).headline)


def test_a_flag_says_who_and_how_soon() -> None:
    """With its action and its level."""
    assert "(a doctor, today)" in said(composed(VISITS["flagged"]), "flags")


def test_the_weak_test_says_so_wherever_it_is_named() -> None:
    """And a done one what it said."""
    found = said(composed(VISITS["tested"]), "findings")
    assert "close to a coin toss" in found
    assert "yours speaks for it" in found
    assert "worth checking because it works the left calf itself" in found


def test_the_record_tells_how_it_goes() -> None:
    """Onset, course, returns; and the way along the chain where there is one."""
    record = said(composed(RECORDED), "record")
    assert "Since 5 November" in record
    assert "More this week than last." in record
    assert "Back 2 times" in record
    seen = look(RECORDED)
    way = Moving(Side.LEFT, ("glute", "hamstring", "calf"), (TODAY, TODAY, TODAY), True)
    told = compose_body(replace(seen, moving=way, one_side=Side.LEFT), WORDS, K)
    assert "down the chain: glute, then hamstring, then calf" in said(told, "record")
    assert "on the left side" in said(told, "record")


def test_everything_that_was_said_of_a_spot_is_shown() -> None:
    """Pain on waking, and every yes."""
    spot = SoreSpot("calf", Side.LEFT, 4, next_morning=3, swelling=True)
    shown = said(composed(replace(VISITS["calm"], spots=(spot,))), "where")
    assert "Left calf: 4/10, 3/10 on waking, swollen" == shown


def test_whether_it_helped_names_its_spot_and_its_days() -> None:
    """On the look and under the session's list; the plural follows the number."""
    spoken = (
        "Left calf: it helped you. By the next day the pain changed by -2 points after 14 sore "
        "days with it, by 0 after 14 without. Shuffling the same days does as well in 0 % of tries."
    )
    assert spoken == said(composed(VISITS["tried"]), "trials")
    seen = look(VISITS["tried"])
    assert seen.seen.routine is not None
    assert spoken == said(compose_workout(seen.seen.routine, seen, WORDS, K), "trials")


def test_one_sore_day_is_a_day() -> None:
    """Not a day's plural."""
    early = replace(VISITS["tried"], worked=VISITS["tried"].worked[:1])
    assert "after 1 sore day with" in said(composed(early), "trials")
