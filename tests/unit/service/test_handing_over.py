"""The verb that writes the page, from an answer and a file."""

from pathlib import Path

from unload import service
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.history import Side
from unload.model.specialist import Specialist
from unload.service.handing_over import hand_over_page


def test_a_page_from_an_answer(tmp_path: Path) -> None:
    """Own words and a name are added; what cannot be used is told."""
    file = tmp_path / "me.toml"
    file.write_text('[hand_over]\ngoal = "Boston"\nage = 3\n', encoding="utf-8")
    answer = service.advise_demo("sore")
    page = hand_over_page(answer, Specialist.DOCTOR, answers=file, name=" Sam  Doe ")
    told = page.hand_over
    assert ("Boston", "Sam Doe", Specialist.DOCTOR) == (
        told.story.goal, told.story.name, told.reader,
    )  # fmt: skip
    assert ["me.toml [hand_over]"] == [problem.where for problem in page.problems]


def test_without_a_file_nothing_is_added() -> None:
    """No name, no own words."""
    page = hand_over_page(service.advise_demo("sore"), Specialist.PHYSIO)
    assert ("", "", ()) == (
        page.hand_over.story.name, page.hand_over.story.goal, page.problems,
    )  # fmt: skip


def test_a_made_up_runner_brings_their_own_answers() -> None:
    """What the demo's file denies stands on the page, and so the findings do."""
    page = hand_over_page(service.advise_demo("sore"), Specialist.PHYSIO, demo="sore").hand_over
    assert (False, False) == (page.stopped, page.is_open)
    assert {"swollen-calf", "tear"} <= {a.flag.key for a in page.asked if a.yes is False}
    assert page.findings


def test_sessions_kept_elsewhere_stand_beside_those_of_the_file(tmp_path: Path) -> None:
    """Each once; what they did is said on the page with its spot."""
    answer = service.advise_demo("sore")
    kept = Worked(answer.advice.today, "calf", Side.LEFT, 3, 2)
    file = tmp_path / "me.toml"
    file.write_text(
        f"[[worked]]\nday = {kept.day}\nregion = 'calf'\nside = 'left'\nbefore = 3\nafter = 2\n",
        encoding="utf-8",
    )
    page = hand_over_page(answer, Specialist.PHYSIO, answers=file, worked=[kept, kept])
    assert (kept,) == page.hand_over.story.worked
    page = hand_over_page(answer, Specialist.PHYSIO, demo="sore", worked=[kept])
    assert ["calf"] == [
        phrase.values["region"] for phrase in page.hand_over.tried if "trial" in phrase.key
    ]


def test_self_tests_kept_elsewhere_stand_on_the_page(tmp_path: Path) -> None:
    """What the file says of the same test counts more."""
    kept = [ScreenResult("heel-raise", None, 12, 28), ScreenResult("log-look-back", yes=True)]
    file = tmp_path / "me.toml"
    file.write_text("[screens]\nheel-raise = { left = 20, right = 28 }\n", encoding="utf-8")
    answer = service.advise_demo("sore")
    page = hand_over_page(answer, Specialist.PHYSIO, answers=file, results=kept)
    assert (ScreenResult("heel-raise", None, 20, 28), kept[1]) == page.hand_over.story.results
