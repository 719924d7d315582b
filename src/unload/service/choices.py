"""Say which telling of a session counts where several files tell of it, and what it was lent."""

from collections.abc import Iterable
from dataclasses import dataclass

from unload.importers.group import Group


@dataclass(frozen=True, slots=True)
class Choice:
    """One session told more than once: places in files, and why each is set aside.

    `aside` are pairs of a place and the reason, `lent` pairs of a field that the kept telling does
    not know and the place that does.
    """

    kept: str
    aside: tuple[tuple[str, str], ...]
    lent: tuple[tuple[str, str], ...]


def choices_of(groups: Iterable[Group]) -> tuple[Choice, ...]:
    """What was chosen in each group, in their order."""
    return tuple(
        Choice(
            group.kept.where,
            tuple((told.session.where, str(told.why)) for told in group.aside),
            tuple((name, lender.where) for name, lender in group.lent),
        )
        for group in groups
    )
