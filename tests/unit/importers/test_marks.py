"""The marks that readers attach to sessions."""

from unload.importers import marks


def test_marks_can_be_told_apart() -> None:
    """Two marks with the same words would be one."""
    words = [value for name, value in vars(marks).items() if name.isupper()]
    assert len(words) == len(set(words)) > 1
