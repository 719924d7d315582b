"""Pairs kept apart stand once, whichever way round, and can be forgotten."""

from pathlib import Path


def test_a_pair_stands_once_whichever_way_round(store: Path) -> None:
    """Said twice it is one."""
    from unload.store import choices  # noqa: PLC0415 # brings Django, which needs the store first

    choices.keep_apart("b", "a")
    choices.keep_apart("a", "b")
    choices.keep_apart("c", "d")
    assert frozenset((frozenset("ab"), frozenset("cd"))) == choices.apart()
    assert 1 == choices.together("a")
    assert frozenset((frozenset("cd"),)) == choices.apart()
    assert 0 == choices.together("a")
