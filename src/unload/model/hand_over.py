"""The one page for a specialist: what hurts, how it came, what was asked, tried and wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from unload.model.body import Finding, Outcome, RedFlag, ScreenResult
from unload.model.complaint import Complaint, Worked
from unload.model.history import Race, SoreSpot
from unload.model.phrase import Phrase
from unload.model.specialist import Instruction, Specialist


@dataclass(frozen=True, slots=True)
class Story:
    """What only the runner can add, in their own words; all of it may be left out.

    `answered` are red-flag questions by key, `results` the self-tests that were done, `worked`
    the sessions on a sore site. A name stands on the page only where it is given here.
    """

    name: str = ""
    goal: str = ""
    tried: tuple[str, ...] = ()
    medication: str = ""
    past: str = ""
    note: str = ""
    answered: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    results: tuple[ScreenResult, ...] = ()
    worked: tuple[Worked, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedSpot:
    """One complaint with the letter that marks it; `latest` is its newest entry.

    `pressed` is whether a hand or a tool may press there, `says` what the record tells of it.
    """

    letter: str
    complaint: Complaint
    latest: SoreSpot | None
    pressed: bool
    says: tuple[Phrase, ...] = ()

    @property
    def now(self) -> float:
        """The pain of the last day that was asked about."""
        return self.complaint.days[-1].worst


@dataclass(frozen=True, slots=True)
class RunWeek:
    """Seven days of running up to `last_day`; None where a day of them is not known."""

    last_day: date
    run_m: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every day since well before the first onset: metres run, and the pain of each spot.

    A day that is not known is None. `onset` are the first sore days by letter, `weeks` the
    running of whole weeks, counted back from the last day. `lighter` are the first days of the
    weeks that were lighter, planned or not.
    """

    first_day: date
    run_m: tuple[float | None, ...]
    pain: Mapping[str, tuple[float | None, ...]]
    onset: Mapping[str, date]
    weeks: tuple[RunWeek, ...]
    lighter: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One red-flag question and its answer; None where it is still open."""

    flag: RedFlag
    yes: bool | None


@dataclass(frozen=True, slots=True)
class Tested:
    """One self-test that was done, and what it says of the link it could refute."""

    result: ScreenResult
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class LoadNow:
    """The last week of running, the usual week before it, the longest run; None is not known."""

    last_week_m: float | None
    usual_week_m: float | None
    longest_m: float | None


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that stands on the page.

    While a flag that stops stands, `findings`, `rolled`, `left_out` and `tried` are empty: whoever
    reads it sees what must be seen first and nothing that could be done instead. `told` are the
    patterns that the record itself shows, `rolled` the regions of the runner's own routine.
    """

    today: date
    reader: Specialist
    story: Story
    spots: tuple[HandedSpot, ...]
    timeline: Timeline | None
    load: LoadNow
    flags: tuple[RedFlag, ...]
    asked: tuple[Asked, ...]
    told: tuple[Phrase, ...]
    findings: tuple[Finding, ...]
    tested: tuple[Tested, ...]
    rolled: tuple[str, ...]
    left_out: tuple[str, ...]
    blockers: tuple[str, ...]
    tried: tuple[Phrase, ...]
    instructions: tuple[Instruction, ...]
    race: Race | None

    @property
    def stopped(self) -> bool:
        """Whether somebody must look first."""
        return any(flag.level.stops for flag in self.flags)

    @property
    def is_open(self) -> bool:
        """Whether a question that could stop everything has no answer yet."""
        return any(asked.yes is None and asked.flag.level.stops for asked in self.asked)
