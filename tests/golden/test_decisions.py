"""What made-up runners are told changes only with a sentence that says why."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from athletes import K, advice_of
from golden import runners
from house.blueprint import script
from unload.model.advice import VerdictKind
from unload.science.signals import SIGNALS

SCRIPT = script("make_golden")
FEW = {"ben": {"2024-11-17": "train on; on nothing; no week"}}
MORE = {"ben": {"2024-11-17": "unload now; on sore_spots; no week"}}
WHY = "A sore calf is no reason to go on, says the paper of somebody."


@pytest.fixture
def golden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small golden file, signed, and a program that decides otherwise."""
    path = tmp_path / "decisions.toml"
    path.write_text(SCRIPT.written("As it was in the beginning.", FEW), encoding="utf-8")
    monkeypatch.setattr(SCRIPT, "decisions", lambda: MORE)
    return path


def test_every_decision_is_the_one_that_was_signed() -> None:
    """Who changes what these runners are told signs for it: scripts/make_golden.py --sign (X12)."""
    _, before, sealed = SCRIPT.golden(SCRIPT.GOLDEN)
    assert sealed
    assert [] == list(SCRIPT.differences(before, runners.decisions()))


def test_the_histories_know_every_answer_and_every_signal() -> None:
    """A constant of any rule or signal can show in the diff: each is somebody's decision."""
    told = [line for days in kept().values() for line in days.values()]
    assert [] == [kind for kind in VerdictKind if not any(t.startswith(kind.value) for t in told)]
    assert [] == [name for name in SIGNALS if not any(name in line for line in told)]


def kept() -> runners.Decisions:
    decisions: runners.Decisions = SCRIPT.golden(SCRIPT.GOLDEN)[1]
    return decisions


def test_the_drawn_runners_are_the_same_everywhere() -> None:
    """A seed makes one history, and another seed another one."""
    assert runners.drawn(1) == runners.drawn(1)
    assert runners.drawn(1) != runners.drawn(2)


def test_another_constant_shows_as_another_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one building week fewer before a lighter one, steady Anna is told otherwise (X12)."""
    weeks = K.signals.build_weeks_before_down
    fewer = replace(K.signals, build_weeks_before_down=replace(weeks, value=weeks.value - 1))
    monkeypatch.setattr("athletes.K", replace(K, signals=fewer))
    day = runners.DAYS[-3]
    now = runners.decision(advice_of(runners.ANNA, day))
    assert now != kept()["anna"][day.isoformat()]


def test_a_difference_is_shown_and_not_written(
    golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` prints the day with what was and what would be told, and fails."""
    before = golden.read_text(encoding="utf-8")
    assert 1 == SCRIPT.main(["--check"], golden)
    said = capsys.readouterr().out
    assert "ben 2024-11-17\n  - train on; on nothing; no week\n  + unload now" in said
    assert before == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("why", ["", "because", "As it was in the beginning."])
def test_no_reason_is_no_signature(golden: Path, why: str) -> None:
    """Nothing, too little, or the sentence of the change before is refused."""
    before = golden.read_text(encoding="utf-8")
    assert 1 == SCRIPT.main(["--sign", why], golden)
    assert before == golden.read_text(encoding="utf-8")


def test_a_sentence_signs_the_change(golden: Path) -> None:
    """With a reason the file is written, names the knowledge, and stands."""
    assert 0 == SCRIPT.main(["--sign", WHY], golden)
    told = tomllib.loads(golden.read_text(encoding="utf-8"))
    assert (K.version, WHY, MORE) == (told["knowledge"], told["signed"], told["runner"])
    assert 0 == SCRIPT.main(["--check"], golden)


def test_where_no_decision_differs_nothing_is_asked_for(
    golden: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another knowledge that decides the same passes, and a signature changes nothing."""
    monkeypatch.setattr(SCRIPT, "decisions", lambda: FEW)
    monkeypatch.setattr(SCRIPT, "K", replace(K, version="2030.01+00000000"))
    before = golden.read_text(encoding="utf-8")
    assert 0 == SCRIPT.main(["--check"], golden)
    assert 0 == SCRIPT.main(["--sign", WHY], golden)
    assert before == golden.read_text(encoding="utf-8")


def test_decisions_changed_by_hand_break_the_seal(
    golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line made to fit without a new sentence fails, though it fits."""
    text = golden.read_text(encoding="utf-8").replace(
        FEW["ben"]["2024-11-17"], MORE["ben"]["2024-11-17"]
    )
    golden.write_text(text, encoding="utf-8")
    assert 1 == SCRIPT.main(["--check"], golden)
    assert "the seal does not fit" in capsys.readouterr().out
