"""Words: every spec in both units, and no phrase is ever shown raw."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

import unload.report.words as words_module
from unload.errors import KnowledgeError
from unload.knowledge.reader import load_knowledge
from unload.model.phrase import Phrase, Value
from unload.report.words import DAYS, KM, MI, NUMBERS, STRINGS, Units, Words

TODAY = date(2024, 11, 17)  # a Sunday
TEXTS = Path(words_module.__file__).parents[1] / "knowledge" / "text" / "en.toml"


def say(text: str, units: Units = KM, today: date = TODAY, **values: Value) -> str:
    """One text filled with values."""
    words = Words({"key": text}, units, today, {"calf": "calf", "si": "low back"})
    return words.say(Phrase("key", values))


@pytest.mark.parametrize(
    ("spec", "value", "km", "mi"),
    [
        ("distance", 29_000.0, "29 km", "18 mi"),
        ("distance", 9_500.0, "9.5 km", "5.9 mi"),
        ("distance", 0.0, "0 km", "0 mi"),
        ("distance bare", 9_500.0, "9.5", "5.9"),
        ("metres", 400.0, "400 m", "400 m"),
        ("pace", 1000 / 312, "5:12 min/km", "8:22 min/mi"),
        ("pace", 1000 / 359.7, "6:00 min/km", "9:39 min/mi"),
        ("weight", 0.3, "0.3 kg", "0.7 lb"),
        ("weight 2", 0.29, "0.29 kg", "0.64 lb"),
        ("weight", -0.04, "0 kg", "-0.1 lb"),
    ],
)
def test_distances_and_weights_follow_the_units(spec: str, value: float, km: str, mi: str) -> None:
    """A runner reads kilometres and kilograms or miles and pounds, never both."""
    assert [km, mi] == [say(f"{{x:{spec}}}", units, x=value) for units in (KM, MI)]


@pytest.mark.parametrize(
    ("spec", "value", "shown"),
    [
        ("minutes", 720.0, "12 min"),
        ("hours", 2700.0, "45 min"),
        ("hours", 10_800.0, "3 h"),
        ("hours", 11_399.0, "3 h 10 min"),
        ("hours", 0.0, "0 min"),
        ("seconds", 45.0, "45 s"),
        ("span", 200.0, "3 min 20 s"),
        ("clock", 13_080.0, "3:38"),
        ("clock", 13_109.0, "3:38"),
        ("clock", 2_530.0, "42:10"),
        ("clock", 3_599.6, "1:00"),
        ("percent", 0.44, "44 %"),
        ("percent 1", 0.443, "44.3 %"),
        ("change", 0.02, "+2 %"),
        ("change 1", -0.005, "-0.5 %"),
        ("change 1", -0.0001, "0 %"),
        ("times", 1.2083, "1.21 x"),
        ("pain", 3.0, "3/10"),
        ("pain", 3.5, "3.5/10"),
        ("number", 1.205, "1.21"),
        ("number", 4.0, "4"),
        ("number 0", 61.7, "62"),
        ("count week", 1, "1 week"),
        ("count week", 4.0, "4 weeks"),
        ("count foot|feet", 2, "2 feet"),
        ("spelled week", 1, "one week"),
        ("Spelled week", 4.0, "Four weeks"),
        ("spelled week", 13, "13 weeks"),
        ("plural is|are", 1, "is"),
        ("plural is|are", 0, "are"),
    ],
)
def test_numbers_are_written_for_a_reader(spec: str, value: float, shown: str) -> None:
    """No trailing zero, no minus zero, no float as Python prints it."""
    assert shown == say(f"{{x:{spec}}}", x=value)


@pytest.mark.parametrize(
    ("spec", "day", "shown"),
    [
        ("day", date(2024, 10, 14), "14 October"),
        ("day", date(2025, 4, 21), "21 April 2025"),
        ("short_day", date(2025, 4, 21), "21 Apr 2025"),
        ("weekday", date(2024, 11, 20), "Wednesday"),
        ("when", date(2024, 11, 18), "tomorrow"),
        ("When", date(2024, 11, 17), "Today"),
        ("when", date(2024, 11, 12), "last Tuesday"),
        ("when", date(2024, 11, 21), "on Thursday"),
        ("when", date(2024, 11, 10), "on 10 November"),
        ("ago", date(2024, 11, 12), "5 days ago"),
        ("ago", date(2024, 11, 20), "in 3 days"),
        ("ago", date(2024, 11, 16), "yesterday"),
    ],
)
def test_days_are_said_as_one_says_them_today(spec: str, day: date, shown: str) -> None:
    """The year appears only where it is not this year's."""
    assert shown == say(f"{{d:{spec}}}", d=day)


@pytest.mark.parametrize(
    ("region", "side", "shown"),
    [
        ("calf", "left", "Left calf"),
        ("calf", "both", "Calf on both sides"),
        ("si", "middle", "Low back"),
        ("left calf", None, "Left calf"),
    ],
)
def test_a_spot_is_named_with_its_side(region: str, side: str | None, shown: str) -> None:
    """Region keys and ready names are both understood, and the middle has no side."""
    assert f"{shown}:" == say("{region:Spot}:", region=region, side=side)


def test_ready_strings_and_whole_numbers_need_no_spec() -> None:
    """A bare field takes what needs no unit."""
    assert "roller, 3 sets {x}" == say("{tool}, {n} sets {{x}}", tool="roller", n=3)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{x}", {"x": 1.5}),
        ("{x}", {"x": True}),
        ("{x}", {}),
        ("{x:distance}", {"x": None}),
        ("{x:distance}", {"x": float("nan")}),
        ("{x:distance}", {"x": "far"}),
        ("{x:parsec}", {"x": 1.0}),
        ("{x:day}", {"x": 1.0}),
        ("{x:percent much}", {"x": 1.0}),
        ("{x:pace}", {"x": 0.0}),
    ],
)
def test_what_cannot_be_said_is_an_error_that_names_it(text: str, values: dict[str, Value]) -> None:
    """A missing, unknown or misfitting value never reaches a runner."""
    with pytest.raises(KnowledgeError, match=r"'key'.*x"):
        say(text, **values)


def test_an_unknown_phrase_is_named() -> None:
    """A key without a text is a bug with a name."""
    with pytest.raises(KnowledgeError, match=r"verdict\.maybe"):
        Words({}, KM, TODAY).say(Phrase("verdict.maybe"))


def sample(spec: str) -> Value:
    """A value of the kind a spec takes."""
    head = spec.partition(" ")[0]
    small = head[:1].lower() + head[1:]
    if small in DAYS:
        return date(2024, 10, 14)
    return "calf" if not small or small in STRINGS else 2.5


def test_every_text_of_the_program_can_be_said() -> None:
    """Each phrase of en.toml is filled by its own specs, in both units, leaving no brace."""
    if not TEXTS.exists():
        pytest.skip("knowledge/text/en.toml is not there yet")
    text = load_knowledge().text
    for key, raw in text.items():
        fields = [(name, spec or "") for _, name, spec, _ in Formatter().parse(raw) if name]
        values = {name: sample(spec) for name, spec in fields}
        for units in (KM, MI):
            said = Words(text, units, TODAY).say(Phrase(key, values))
            assert not re.search(r"[{}]|nan|None|\d\.\d{3}", said), key


def test_every_spec_is_documented() -> None:
    """The docstring a writer of texts reads names every spec."""
    listed = set(re.findall(r"^    (\w+)", words_module.__doc__ or "", re.MULTILINE))
    assert set() == {*NUMBERS, *DAYS, *STRINGS} - listed
