"""Text that is fit to be stored: composed, of one line and direction, capped (I51)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unload.store.text import CUT, LONGEST, clean, name_of


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("caf\u0065\u0301", "café"),
        ("a\x00b", "ab"),
        ("a\ud800b", "ab"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("two\nlines\u2028three", "twolinesthree"),
        ("\U0001f469\u200d\U0001f9bc runs", "\U0001f469\u200d\U0001f9bc runs"),
        ("日本語 ран", "日本語 ран"),
    ],
)
def test_a_text_is_composed_and_its_controls_are_gone(said: str, kept: str) -> None:
    """NUL, half characters and turned directions go; accents, scripts and emoji stay."""
    assert kept == clean(said)


def test_a_long_text_is_cut_with_a_sign() -> None:
    """A note of a megabyte becomes one line that says it was longer."""
    kept = clean("x" * 1_000_000)
    assert (LONGEST, CUT) == (len(kept), kept[-1])


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """What was stored is stored again as it is."""
    assert clean(text) == clean(clean(text))


def test_names_that_were_unlike_stay_unlike() -> None:
    """Two names that differ in what is taken out, or beyond the cap, are two names."""
    for one, other in (("a.fit", "a\u200e.fit"), ("x" * 600 + "1", "x" * 600 + "2")):
        assert name_of(one) != name_of(other)
    assert "a.fit" == name_of("a.fit")
    assert len(name_of("x" * 600)) <= LONGEST
