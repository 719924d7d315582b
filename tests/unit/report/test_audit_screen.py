"""One's own year on the screen: a row a week, and no more certainty than there is."""

from dataclasses import replace

from rich.console import Console

from proof_samples import AUDIT, NUMBERS, WORDS
from unload.model.advice import VerdictKind
from unload.model.proof import Audit
from unload.report.audit_screen import audited, conclusions


def screen(found: Audit, width: int = 120) -> str:
    """The screen as text."""
    console = Console(width=width, no_color=True, highlight=False)
    with console.capture() as capture:
        console.print(audited(found, WORDS, dict(NUMBERS)))
    return capture.get()


def test_every_week_has_a_row() -> None:
    """What was said, run, usual, and followed; in words where nothing is known."""
    lines = {line.split()[0]: line for line in screen(AUDIT).splitlines() if " 2024-" in line}
    assert 5 == len(lines)
    assert ["train", "on", "40", "km", "42", "km", "as", "usual", "1", "0", "110", "%"] == (
        lines["2024-01-01"].split()[1:]
    )
    assert "not asked" in lines["2024-01-08"]
    assert "without running" in lines["2024-01-15"]
    assert 3 == lines["2024-01-22"].count("not over yet")
    assert "a step-back" in lines["2024-01-29"]


def test_weeks_before_there_was_enough_are_one_sentence() -> None:
    """A table that begins with nothing teaches nothing; later gaps stay where they are."""
    early = tuple(replace(w, kind=VerdictKind.NOT_ENOUGH_DATA) for w in AUDIT.weeks)
    some = screen(replace(AUDIT, weeks=(*early[:2], AUDIT.weeks[2], *early[3:])))
    assert "The first 2 weeks are left out" in some
    assert 3 == some.count("2024-")
    none = screen(replace(AUDIT, weeks=early))
    assert "The first 5 weeks are left out" in none
    assert "2024-" not in none


def test_a_year_without_weeks_says_so() -> None:
    """One sentence, no empty table."""
    assert "There is no whole week" in screen(replace(AUDIT, weeks=()))


def test_the_conclusion_is_as_sure_as_chance_allows() -> None:
    """Chance that does it easily, chance that does it seldom, and too little to tell."""
    easily = conclusions(AUDIT, WORDS, dict(NUMBERS))[1]
    assert "Of the 8 advised weeks whose four weeks after are over, 50 %" in easily
    assert "of the 20 others that had an answer, 25 %" in easily
    assert "40 % of the shuffles" in easily
    assert "read nothing into it" in easily
    assert "seldom" in conclusions(replace(AUDIT, chance=0.01), WORDS, dict(NUMBERS))[1]
    few = replace(AUDIT, trouble=None, other_trouble=None, chance=None)
    assert "too little to tell" in conclusions(few, WORDS, dict(NUMBERS))[1]
