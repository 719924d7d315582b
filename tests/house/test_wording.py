"""Unload speaks of training and habits: no shipped text promises, diagnoses or frightens."""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from house.blueprint import SRC, listed, parsed, python_files

# What a publication calls itself is quoted, not said by us.
QUOTED = ("authors", "title", "journal")
# Each pattern, and what is wrong with it.
BANNED = {
    r"diagnos\w*": "naming an illness is for those who examine",
    r"\bprevent(s|ed|ing|ion|ative)?\b": "no trial shows that a lighter week prevents anything",
    r"\bpredict\w*[^.]{0,40}\binjur\w*": "load alone hardly ranks the weeks that end badly",
    r"\binjur(y|ies)[^.]{0,20}\b(risk|probability|chance|odds)\b": "no such number is honest",
    r"\b(risk|probability|chance|odds) of (an? |your )?(\w+ )?injur\w*": "no such number is honest",
    r"\brisk:": "a graded risk is an assessment",
    r"\binjury[- ](free|proof)\b": "nobody can promise that",
    r"\btreat(s|ed|ing|ment|ments)?\b": "that is what a professional does",
    r"\btherap(y|ies|eutic)\b": "that is what a professional does",
    r"\bcur(e|es|ed|ing)\b|\bheal(s|ed|ing)?\b": "the body does that, in its own time",
    r"\brehab\w*": "rehabilitation is for those who examine",
    r"\bclear(ed|ance|ances)\b": "only a professional says who may go on",
    r"\breturn[- ]to[- ](play|sport)\b": "only a professional says who may go on",
    r"\bsafe to (run|train|race|go)\b": "nobody can promise that",
    r"\bcaus(e|es|ed|ing)\b": "a contributor is worth checking, never a cause",
    r"\bclinically (validated|proven)\b|\bmedical[- ]grade\b": "it is neither",
    r"\bpatients?\b": "runners run",
    r"\byou (likely|probably|may|might|must|could) have\b": "that is a diagnosis",
    r"\b(likely|probably) an? \w+ (fracture|tear|strain|tendin\w+)\b": "that is a diagnosis",
    r"\badhesions?\b|\bmyofascial release\b|\breleases? (the )?fascia": "contradicted by evidence",
    r"\blactic\b|\btoxins?\b|\bflush\w*": "contradicted by evidence",
    r"\bbroken streak\b|\bdetrain\w*\b": "rest is never punished",
    r"!": "no exclamation marks",
}
# Uses that deny what the word says, one by one.
ALLOWED = ("not a diagnosis", "never a diagnosis", "never a cause", "not a treatment")


def texts() -> Iterator[tuple[str, str]]:
    """Every shipped string with its place, what publications say of themselves left out."""
    for path in sorted(SRC.rglob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        yield from strings(table, path.relative_to(SRC).as_posix())
    for path in python_files(SRC):
        for line, said in sentences(parsed(path)):
            text = re.sub(r"<[^>]*>", " ", said)  # markup is not read aloud
            yield f"{path.relative_to(SRC).as_posix()}:{line}", text
    for path in sorted(SRC.rglob("*.html")):
        page = re.sub(r"{[%{].*?[%}]}", said_in_template, path.read_text(encoding="utf-8"))
        yield path.relative_to(SRC).as_posix(), re.sub(r"<[^>]*>", " ", page)
    for path in sorted(SRC.rglob("*.svg")):
        for text in ET.fromstring(path.read_text(encoding="utf-8")).itertext():
            yield path.relative_to(SRC).as_posix(), text


def said_in_template(found: re.Match[str]) -> str:
    """What is put into words inside a template's own marks."""
    return " ".join(re.findall(r'_\("([^"]*)"', found[0]))


def sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of more than one word in a program, docstrings and single words left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {
        id(n.body[0].value)
        for n in ast.walk(tree)
        if isinstance(n, documented)
        if n.body and isinstance(n.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        said = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if said and id(node) not in docs and " " in node.value.strip():
            yield node.lineno, node.value


def strings(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The strings below a TOML value, depth first."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from strings(item, f"{place}[{index}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in QUOTED:
                yield from strings(item, f"{place}: {key}")


def faults(place: str, text: str) -> list[str]:
    """What a text says that it should not."""
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    return [
        f"{place} says {found[0]!r}: {why}"
        for pattern, why in BANNED.items()
        if (found := re.search(pattern, text, re.IGNORECASE))
    ]


def test_no_shipped_text_promises_or_diagnoses() -> None:
    """No knowledge file and no demo speaks as a doctor, a salesman or a scold (X22)."""
    found = [fault for place, text in texts() for fault in faults(place, text)]
    assert [] == found, listed(found)


def test_there_are_texts_to_watch() -> None:
    """The net hangs over the words, the body, the constants and the sources' notes."""
    places = " ".join(place for place, _ in texts())
    assert "web/templates/today.html" in places
    watched = ("text/en.toml", "body/red_flags.toml", "constants/routine.toml", "sources.toml")
    watched += ("body/screens.toml", "body/techniques.toml", "body/chain.toml", "body/regions.toml")
    assert [] == [name for name in watched if f"knowledge/{name}: " not in places]


@pytest.mark.parametrize(
    "sentence",
    [
        "An unloading week prevents injuries.",
        "Your injury risk is 12 %.",
        "The chance of an injury doubles.",
        "It predicts your next injury.",
        "You likely have a stress fracture.",
        "This is probably a calf tear.",
        "A treatment for tight hips.",
        "You are cleared to run.",
        "Your sore calf is caused by your hips.",
        "It is safe to train.",
        "Clinically validated.",
        "Rolling breaks up adhesions.",
        "Go!",
    ],
)
def test_the_net_catches_what_it_is_for(sentence: str) -> None:
    """Each sentence that must never ship is caught."""
    assert 1 <= len(faults("here", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "It clearly supports the others.",
        "No run is long enough to predict from.",
        "Health data stay with you.",
        "A secure place, and a curve.",
        "Have a doctor look at it today.",
        "Worth checking, never a cause; advice, not a diagnosis.",
    ],
)
def test_the_net_lets_plain_words_through(sentence: str) -> None:
    """Ordinary words that only look like banned ones pass."""
    assert [] == faults("here", sentence)
