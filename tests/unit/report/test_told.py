"""What was told: kept by its contract, shown on a terminal, and held against what is known now."""

import json
from dataclasses import replace

from rich.console import Console, RenderableType

from advice_samples import KNOWLEDGE, NAMES, SAMPLES
from athletes import TODAY, K
from schemas import faults
from told_samples import ADVICE, WORDS, said, told
from unload.model.advice import VerdictKind
from unload.model.evidence import Constant, Grade
from unload.model.told import ToldDay
from unload.report.told import (
    KEYS,
    day_dict,
    listed,
    numbers,
    since_then,
    told_dict,
    told_screen,
    verdict_dict,
)
from unload.report.words import KM, Words

NOW = K.constants()


def drawn(shown: RenderableType) -> str:
    console = Console(width=200, no_color=True)
    with console.capture() as caught:
        console.print(shown)
    return caught.get()


def moved(name: str) -> tuple[Constant, ...]:
    """Today's constants with one of another value, and one that is gone."""
    return tuple(replace(c, value=c.high) if c.name == name else c for c in NOW)


def test_every_kind_of_answer_can_be_kept() -> None:
    """As JSON that reads the same again, and as the schema says."""
    for advice in SAMPLES.values():
        words = Words(KNOWLEDGE.text, KM, advice.today, NAMES)
        kept = verdict_dict(advice, words, KNOWLEDGE)
        assert (kept, set(KEYS)) == (json.loads(json.dumps(kept, allow_nan=False)), set(kept))
    assert [] == faults([told_dict(told())], "told")


def test_the_sources_are_those_of_the_answer_alone() -> None:
    """What doubts and the routine rest on is not kept with it."""
    used = {key for reason in said()["reasons"] for key in reason["sources"]}
    used |= {flag["source"] for name in ("flags", "questions") for flag in said()[name]}
    assert used - {"ours"} == set(said()["sources"])


def test_the_week_is_kept_in_words_too() -> None:
    """As they were said, whatever a later release would call a session."""
    first = said()["week"]["days"][0]
    assert 2 == len(first["said"])
    assert all(isinstance(words, str) and words for words in first["said"])


def test_each_number_stands_beside_what_it_is_now() -> None:
    """Once; one that has moved or gone is marked."""
    behind = numbers(said(), NOW)
    assert len(behind) == len({one.name for one in behind})
    assert not any(one.changed for one in behind)
    name = behind[0].name
    after = numbers(said(), moved(name))
    assert [name] == [one.name for one in after if one.changed]
    gone = numbers(said(), [c for c in NOW if c.name != name])
    assert [(name, None)] == [(one.name, one.now) for one in gone if one.changed]


def test_what_changed_since_is_one_sentence() -> None:
    """By numbers, by the answer, by both or by neither."""
    same, other = numbers(said(), NOW), numbers(said(), moved(numbers(said(), NOW)[0].name))
    kinds = [kind for kind in VerdictKind if kind is not ADVICE.verdict.kind]
    turned = replace(ADVICE, verdict=replace(ADVICE.verdict, kind=kinds[0]))
    tried = {
        since_then(told(), behind, WORDS, anew)
        for behind in (same, other)
        for anew in (None, ADVICE, turned)
    }
    assert 6 == len(tried)
    assert all(sentence.count(". ") == 0 and sentence.endswith(".") for sentence in tried)
    assert f'is "{kinds[0].value}"' in since_then(told(), same, WORDS, turned)
    assert "1 of the" in since_then(told(), other, WORDS)
    assert "nothing with a number" in since_then(told(), (), WORDS)


def test_the_terminal_shows_a_day() -> None:
    """The answer that stands, its reasons and numbers, and what stood before it."""
    behind = numbers(said(), moved(numbers(said(), NOW)[0].name))
    shown = drawn(told_screen([told(imports_undone=1), told("Before.")], behind, "Since."))
    for part in (
        *(told().sentence, said()["reasons"][0]["sentence"], "Not known", "Since.", "now "),
        *("Before that: Before.", "taken back since", said()["knowledge_version"]),
    ):
        assert part in shown, part
    gone = numbers(said(), ())
    assert len(gone) == drawn(told_screen([told()], gone, "")).count("gone now")
    assert "Not verified" not in shown
    assert behind[0].name not in drawn(told_screen([told()], (), ""))


def test_the_terminal_lists_the_days() -> None:
    """Or says how there will be some."""
    day = ToldDay(TODAY, "train on", "Train on.")
    assert "2024-11-17  train on  Train on." in drawn(listed([day]))
    assert "Nothing was kept yet" in drawn(listed([]))
    told_day = {"day": "2024-11-17", "kind": "train on", "sentence": "Train on."}
    assert told_day == day_dict(day)


def test_a_number_knows_how_good_it_was() -> None:
    """Its grade and source are those of then."""
    constants = {c.name: c for c in NOW}
    for one in numbers(said(), [replace(c, grade=Grade.WEAK, source="x") for c in NOW]):
        then = constants[one.name]
        assert (then.grade.value, then.source) == (one.grade, one.source)
