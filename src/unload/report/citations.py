"""Number the sources of a report in the order in which they are cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from unload.errors import KnowledgeError
from unload.model.advice import Advice
from unload.model.constants import Knowledge
from unload.model.evidence import Constant, Grade, Source
from unload.report.words import Words

OURS = "ours"
LONGEST = 68  # characters, so that a source is one line at 80 columns
OURS_SAYS = "Our own choice, where the evidence is silent."


def source_keys(constants: Iterable[Constant]) -> tuple[str, ...]:
    """The sources behind some constants, each once.

    A design choice of ours is named only where nothing else carries the claim; otherwise nearly
    every line would cite it.
    """
    keys = list(dict.fromkeys(c.source for c in constants))
    return tuple(k for k in keys if k != OURS) or tuple(keys)


def grades(constants: Iterable[Constant]) -> str:
    """The grades of some constants, best first."""
    found = {c.grade for c in constants}
    return ", ".join(g.value for g in Grade if g in found)


@dataclass(slots=True)
class Citations:
    """The numbered sources of one report; filled while it is composed."""

    sources: Mapping[str, Source]
    keys: list[str] = field(default_factory=list)
    unverified: list[str] = field(default_factory=list)

    def cite(self, keys: Iterable[str]) -> str:
        """The numbers of some sources: "[1][4]"."""
        for key in keys:
            if key not in self.sources and key != OURS:
                raise KnowledgeError(f"a report cites the unknown source {key!r}")
            if key not in self.keys:
                self.keys.append(key)
        return "".join(f"[{n}]" for n in sorted({self.keys.index(key) + 1 for key in keys}))

    def rests_on(self, grade: str, constants: Iterable[Constant]) -> str:
        """What a claim rests on: "moderate, not verified [3]"."""
        constants = tuple(constants)
        return f"{self.graded(grade, constants)} {self.cite(source_keys(constants))}".strip()

    def graded(self, grade: str, constants: Iterable[Constant]) -> str:
        """How good it is, without its numbers: "moderate, not verified"."""
        doubtful = [c.name for c in constants if not c.verified and c.grade is not Grade.OURS]
        self.unverified.extend(name for name in doubtful if name not in self.unverified)
        return ", ".join(filter(None, (grade, "not verified" if doubtful else "")))

    def listed(self) -> tuple[tuple[int, str], ...]:
        """Every cited source with its number, in one short form."""
        return tuple((n, self._short(key)) for n, key in enumerate(self.keys, 1))

    def _short(self, key: str) -> str:
        return OURS_SAYS if key == OURS else short(self.sources[key])


@dataclass(frozen=True, slots=True)
class Desk:
    """What is handed from part to part while a report is composed, the one numbering included."""

    advice: Advice
    words: Words
    knowledge: Knowledge
    citations: Citations


def short(source: Source) -> str:
    """First author, year, start of the title: enough to recognise it; --json tells it in full."""
    first, _, others = source.authors.partition(",")
    name, _, initials = first.rpartition(" ")
    surname = name if name and initials.isupper() and len(initials) <= 3 else first
    who = f"{surname}{' et al.' if others else ''} {source.year}: "
    return who + _start(source.title, LONGEST - len(who))


def _start(title: str, room: int) -> str:
    """The title without its subtitle, cut between words where it is still long."""
    question, mark, _ = title.partition("? ")
    main = question + mark.strip() if mark else title.partition(": ")[0]
    full = main if main.endswith(("?", ".")) else f"{main}."
    if len(full) <= room:
        return full
    return full[: room - len(" ...")].rpartition(" ")[0].rstrip(",;") + " ..."
