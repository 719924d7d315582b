"""The routine and the findings on the screen: compact, side by side, graded."""

from dataclasses import replace

from advice_samples import (
    KNOWLEDGE,
    NAMES,
    NOW,
    SAMPLES,
    SCREEN,
    SEE_SOMEONE,
    document,
    entries,
    section,
)
from hand_samples import ASKED, K
from hand_samples import WORDS as SPOKEN
from unload.model.advice import Advice
from unload.model.body import Routine
from unload.model.constants import Knowledge
from unload.report.citations import Citations, Desk
from unload.report.compose_work import findings_section, routine_section
from unload.report.document import Entry, text_of
from unload.report.words import KM, Words


def test_the_work_it_out_day_is_named_after_its_slot() -> None:
    """The routine's title and the day of the week agree; without a week there is no day."""
    titles = [text_of(section(SAMPLES[n], "routine").title) for n in ("now", "already")]
    assert ["Work-it-out Wednesday · 7 min", "Work it out · 7 min"] == titles


def test_findings_of_one_spot_stand_under_one_name() -> None:
    """The spot is named once, what to think of first leads, each finding has its test."""
    found = [
        ("left calf", "First of all: clot"),
        ("", "soleus (local); test: single-leg heel raises"),
        ("", "stiff ankle (adjacent)"),
    ]
    assert found == [entry[:2] for entry in entries(NOW, "findings")]


def test_a_weak_test_says_so_where_it_is_named() -> None:
    """What a screen must say aloud stands right behind its name."""
    weak = replace(SCREEN, aloud="finds 32 % of them: close to a coin toss")
    knowing = replace(KNOWLEDGE, screens={SCREEN.key: weak})
    shown = findings_section(desk(NOW, knowing))
    assert shown is not None
    lines = [text_of(b.body) for b in shown.blocks if isinstance(b, Entry)]
    name = "single-leg heel raises"
    assert f"soleus (local); test: {name}, which finds 32 % of them: close to a coin toss" in lines


def test_a_region_nobody_describes_has_nothing_to_think_of_first() -> None:
    """Without a rule to begin with, the findings begin."""
    shown = findings_section(desk(NOW, replace(KNOWLEDGE, regions={})))
    assert shown is not None
    first = shown.blocks[0]
    assert isinstance(first, Entry)
    assert text_of(first.body).startswith("soleus (local)")


def desk(advice: Advice, knowledge: Knowledge) -> Desk:
    words = Words(knowledge.text, KM, advice.today, NAMES)
    return Desk(advice, words, knowledge, Citations(knowledge.sources))


def test_a_routine_is_one_line_per_tool_with_its_seconds() -> None:
    """Both sides stand together where they get the same; the limits and the stop rule follow."""
    shown = [(marker, body) for marker, body, _ in entries(NOW, "routine")]
    assert ("roller", "front thigh L/R 45 s · calf L 2 x 45 s, R 45 s") == shown[0]
    sole = "sole L/R 60 s (optional)"
    assert ("lacrosse ball", f"calf, the spot itself: L 2 x 30 s · {sole}") == shown[1]
    assert "Strokes of about 3 s, discomfort at most 5/10" in shown[2][1]
    assert ("left out", "back of the left knee: nerves and vessels lie there") == shown[3]


def test_a_routine_shows_its_grade_and_source() -> None:
    """Foam rolling is weak evidence, and the screen says so."""
    assert "weak [4]" == entries(NOW, "routine")[0][2]


def test_without_a_routine_there_is_no_section() -> None:
    """Nothing is promised that is not there."""
    assert {"routine", "findings"}.isdisjoint({s.key for s in document(SEE_SOMEONE).sections})


def test_what_a_specialist_asked_for_is_listed() -> None:
    """Who asked, and the exercises in their own words, even where nothing else is to be done."""
    advice = replace(NOW, routine=Routine((), asked=(ASKED,)))
    shown = routine_section(Desk(advice, SPOKEN, K, Citations(K.sources)))
    assert shown is not None
    (entry,) = (entry for entry in shown.blocks if isinstance(entry, Entry))
    assert "your physio" == text_of(entry.marker)
    assert text_of(entry.body).endswith("Heel raises, 3 x 15 (6 min a day). Calf stretch.")


def test_open_questions_stand_where_the_routine_would() -> None:
    """How many, and how they are answered; one is one."""
    for count, word in ((2, "Two questions about what hurts come"), (1, "One question about what")):
        asked = replace(NOW, routine=None, questions=K.red_flags[:count])
        desk = Desk(asked, SPOKEN, K, Citations(K.sources))
        shown = routine_section(desk)
        assert shown is not None
        (entry,) = shown.blocks
        assert isinstance(entry, Entry)
        assert text_of(entry.body).startswith(word)
