"""Show which of several tellings of a session counts, for people and for programs."""

from collections.abc import Sequence
from typing import Protocol

from rich.console import Group, RenderableType
from rich.text import Text

from unload.model.history import Session
from unload.report.plain import Plain, km, minutes
from unload.report.words import Words

NOTHING = "No session is told by more than one file."
HOW = (
    "`unload apart NAME` counts a telling as a session of its own; `unload together NAME` "
    "undoes it."
)


class AsideTold(Protocol):
    """What is said of a telling that was set aside."""

    @property
    def name(self) -> str: ...
    @property
    def session(self) -> Session: ...
    @property
    def why(self) -> str: ...
    @property
    def worth_asking(self) -> bool: ...


class ChoiceTold(Protocol):
    """What is said of one choice."""

    @property
    def kept(self) -> Session: ...
    @property
    def aside(self) -> Sequence[AsideTold]: ...


def choices(
    made: Sequence[ChoiceTold], pairs: Sequence[tuple[str, str]], words: Words
) -> RenderableType:
    """One block a session: what counts, and under it what was set aside, by name and reason."""
    lines: list[RenderableType] = []
    for choice in made:
        lines.append(Text(f" {_session(choice.kept, words)}   from {choice.kept.where}"))
        for told in choice.aside:
            ask = "   worth a look" if told.worth_asking else ""
            lines.append(Text(f"   {told.name}  {told.session.where}: {told.why}{ask}", "dim"))
    lines += [Text(f" kept apart: {one} and {other}", "dim") for one, other in pairs]
    if not lines:
        return Text(f" {NOTHING}")
    return Group(*lines, "", Text(f" {HOW}", "dim"))


def _session(session: Session, words: Words) -> str:
    far = words.distance(session.distance_m) if session.distance_m else "no distance"
    return f"{session.start:%Y-%m-%d %H:%M}  {session.sport.value} {far}"


def choices_dict(made: Sequence[ChoiceTold], pairs: Sequence[tuple[str, str]]) -> Plain:
    """The same as plain values."""
    return {
        "choices": [
            {
                "kept": _plain(choice.kept),
                "aside": [
                    {"name": told.name, "why": told.why, "worth_asking": told.worth_asking}
                    | _plain(told.session)
                    for told in choice.aside
                ],
            }
            for choice in made
        ],
        "kept_apart": [list(pair) for pair in pairs],
    }


def _plain(session: Session) -> Plain:
    return {
        "start": session.start.isoformat(),
        "sport": session.sport.value,
        "distance_km": None if session.distance_m is None else km(session.distance_m),
        "duration_min": minutes(session.duration_s),
        "where": session.where,
    }
