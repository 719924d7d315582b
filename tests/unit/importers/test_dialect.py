"""The tables of what exports are called in other languages."""

from pathlib import Path

import pytest

from language_samples import CODES
from unload.errors import KnowledgeError
from unload.importers.dialect import (
    accented,
    dialects,
    read_dialects,
    sport_in,
    title_key,
)
from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.model.history import Sport

MONTHS = "[" + ", ".join(f'"m{n}"' for n in "abcdefghijkl") + "]"
GOOD = f"""
name = "Test"
order = "dmy"
months = {MONTHS}
am = ["am"]
pm = ["pm"]

[[strava]]
verified = true
id = ["Id"]
date = ["Date"]
type = ["Type"]
file = ["File"]
elapsed = ["Elapsed"]
moving = ["Moving"]
distance = ["Far"]

[[garmin]]
verified = false
type = ["Type"]
date = ["Date"]
distance = ["Far"]
time = ["Time"]

[[sports]]
verified = false
run = ["Runno"]
"""


def folder(tmp_path: Path, **files: str) -> Path:
    """A folder of such tables."""
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_sixteen_languages_are_there() -> None:
    """I26: those that the documents promise."""
    wanted = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "ru",
              "ja", "zh"}  # fmt: skip
    assert wanted == set(CODES) == {d.code for d in dialects()}


def test_a_table_is_read_with_what_was_seen_of_it(tmp_path: Path) -> None:
    """Titles of both kinds are known; which were seen in a file is kept."""
    more = GOOD + '\n[[strava]]\nverified = false\ndate = ["Day"]\nrace = ["Race"]\n'
    (dialect,) = read_dialects(folder(tmp_path, xx=more))
    assert ("xx", "Test", "dmy") == (dialect.code, dialect.name, dialect.order)
    assert {"date", "day"} == dialect.titles("strava")["date"]
    assert "race" not in dialect.verified("strava")
    assert "date" in dialect.verified("strava")
    assert frozenset() == dialect.verified("garmin")
    assert {"am": False, "pm": True} == dialect.halves
    assert 12 == dialect.months["ml"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('name = "Test"', "", "no name"),
        ('order = "dmy"', 'order = "ydm"', "order of dates"),
        ('"ma", ', "", "11 months"),
        ('"ma"', '"mb"', "month named twice"),
        ('"ma"', "7", "list of words"),
        ('name = "Test"', 'name = "Test"\ncolour = 1', "unknown keys"),
        ("verified = true", "", "does not say whether verified"),
        ('id = ["Id"]', 'key = ["Id"]', "names"),
        ('id = ["Id"]', "", "lacks"),
        ('id = ["Id"]', "id = []", "without a title"),
        ('id = ["Id"]', 'id = [" "]', "list of words"),
        ("[[sports]]", "[sports]", "list of tables"),
        ("[[sports]]", "[[sports", "cannot be read"),
    ],
)
def test_a_table_that_is_wrong_stops_the_reading(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    """Missing, unknown or wrongly written keys are named."""
    with pytest.raises(KnowledgeError, match=fault):
        read_dialects(folder(tmp_path, xx=GOOD.replace(old, new)))


def test_a_word_means_one_thing_in_all_languages(tmp_path: Path) -> None:
    """A sport that is another sport elsewhere would be guessed."""
    other = GOOD.replace("run = [", "ride = [")
    with pytest.raises(KnowledgeError, match="runno"):
        read_dialects(folder(tmp_path, xx=GOOD, yy=other))


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        ("Run", Sport.RUN),
        ("Hardloopsessie", Sport.RUN),
        ("Course à pied", Sport.RUN),
        ("LAUFBAND", Sport.RUN),
        ("跑步", Sport.RUN),
        ("Fietsrit", Sport.RIDE),
        ("Pływanie", Sport.SWIM),
        ("Windsurfen", Sport.OTHER),
    ],
)
def test_sports_of_all_languages_are_known(word: str, sport: Sport) -> None:
    """I26: whatever language the account speaks."""
    assert sport is sport_in(word)[0]


def test_marks_of_a_sport_are_kept() -> None:
    """A treadmill is one in German too; an empty cell is unknown."""
    assert (TREADMILL,) == sport_in("Laufband")[1]
    assert (SPORT_UNKNOWN,) == sport_in("")[1]


def test_titles_are_compared_without_what_no_eye_sees() -> None:
    """Tags, case, spaces that do not break, full-width letters."""
    tag = '<span class="translation_missing" title="x">Start\u00a0Time</span>'
    assert "start time" == title_key(tag) == title_key("  START  Ｔime")


def test_words_that_tell_an_encoding_are_beyond_ascii() -> None:
    """ASCII is alike in every code page."""
    assert "höhenzunahme" in accented()
    assert not any(word.isascii() for word in accented())
