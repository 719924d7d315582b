"""The code on the console: good once, for a few tries, and never by being empty."""

from unload.web.one_time_code import TRIES, OneTimeCode


def test_the_code_lets_in_once() -> None:
    """However it is typed; after it was used it is nothing."""
    code = OneTimeCode()
    shown = code.issue()
    assert code.accepts(f" {shown.upper()} ")
    code.used()
    assert not code.accepts(shown)


def test_without_a_code_nothing_is_let_in() -> None:
    """Not even nothing."""
    assert not OneTimeCode().accepts("")


def test_a_few_wrong_ones_shut_the_door() -> None:
    """The right one comes too late then; a new one opens it."""
    code = OneTimeCode()
    shown = code.issue()
    assert [False] * TRIES == [code.accepts("guess") for _ in range(TRIES)]
    assert not code.waits
    assert not code.accepts(shown)
    assert code.accepts(code.issue())
