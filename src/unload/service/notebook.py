"""The verbs of the web: one runner's records on one day, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from unload.errors import NoRuns
from unload.importers import zones
from unload.importers.habit import Habit
from unload.knowledge import load_knowledge
from unload.knowledge.figure import figures
from unload.knowledge.languages import LANGUAGES
from unload.model.advice import VerdictKind
from unload.model.body import ScreenResult
from unload.model.change import Change
from unload.model.complaint import Look, Worked
from unload.model.constants import Knowledge
from unload.model.history import CheckIn, Session
from unload.model.phrase import Phrase
from unload.model.plan import Move
from unload.model.play import Phase, Play
from unload.model.proof import Audit
from unload.model.specialist import Specialist
from unload.model.told import ToldDay, ToldVerdict
from unload.science.accepted import taken
from unload.service import (
    body,
    body_stored,
    checking_in,
    feeding,
    moving,
    playing,
    records,
    remembered,
    stored,
    told_verdicts,
    week_changes,
)
from unload.service.advising import Answer, Progress
from unload.service.handing_over import Page, hand_over_page
from unload.service.import_report import ImportReport
from unload.service.past import PastTold
from unload.service.playing import Workout
from unload.service.remembered import Whose, forget
from unload.service.uploads import Uploads
from unload.service.week_changes import ASK_FIRST, NO_WEEK
from unload.store import body_sayings, erasing, opening
from unload.store.books import Kept

__all__ = [
    "ASK_FIRST", "LANGUAGES", "NO_WEEK", "ImportReport", "Notebook", "Workout", "body_figures",
    "data_folder", "forget", "knowledge", "open_store", "tools",
]  # fmt: skip

BARE = ("hands", "exercise")  # which everybody has with them


@dataclass(frozen=True, slots=True)
class Notebook(Whose):
    """What is kept of one runner, as it stands on a day; every page reads and writes through it."""

    def advice(self, *, force: bool = False) -> Answer:
        """The whole answer of the day; NoRuns where nothing is kept yet."""
        return remembered.advice(self, force, remembered.state())

    def on(self, day: date) -> Notebook:
        """The same records as they say of another day, with all that is known today."""
        return replace(self, today=day)

    def keep_told(self, say: Callable[[Answer], Mapping[str, Any]]) -> bool:
        """Keep the answer of the day as `say` tells it; whether there was something to add."""
        stamp = remembered.state()
        said = say(remembered.advice(self, False, stamp))
        return told_verdicts.keep(self.today, said, under=stamp)

    def told_days(self, before: date | None = None, *, most: int) -> tuple[ToldDay, ...]:
        """The days of which something was told, the newest first, `most` of them before a day."""
        return told_verdicts.days(before=before, most=most)

    def told_of(self, day: date) -> tuple[ToldVerdict, ...]:
        """What was told of a day, the newest first."""
        return told_verdicts.of_day(day)

    def everything_told(self) -> tuple[ToldVerdict, ...]:
        return told_verdicts.every()

    def year(self) -> Audit:
        """Week by week what would have been advised, what was done, and what followed."""
        return remembered.year(self, remembered.state())

    def look(self) -> Look:
        """The body as the record and the answers of the day show it."""
        return remembered.look(self, remembered.state())

    def past(self) -> PastTold:
        """Every week that was, the one under way included; NoRuns where nothing is kept yet."""
        return remembered.past(self, remembered.state())

    def hand_over(self, reader: Specialist) -> Page:
        """The page for a specialist."""
        results = body_stored.with_kept((), "", self.today)
        return hand_over_page(
            self.advice(), reader, worked=body_stored.worked_of(""), results=results
        )

    def workout(self, before: Sequence[Worked] = ()) -> Workout:
        """What there is to work out, with the soreness before it as it was just told."""
        seen, mine = self.look(), ("", self.today)
        anew = (
            playing.with_before(remembered.visit(self, remembered.state()), before)
            if before
            else None
        )
        return Workout(
            look=seen if anew is None else body.look(anew),
            sore=playing.sore_in(seen),
            stopped=body_stored.stopped_on(*mine) or playing.stopped_on(playing.own(), self.today),
            done=body_stored.played_on(*mine),
        )

    def keep_workout(self, key: str, play: Play, worked: Sequence[Worked]) -> None:
        """Keep a session that was played, once for each key; after a stop nothing counts after it.

        `worked` has every sore spot once, on the side it was named.
        """
        stopped = play.phase is Phase.STOPPED
        told = [replace(one, after=None) for one in worked] if stopped else worked
        sites = playing.by_site(told, knowledge())
        body_stored.keep_sent("", play.day, key, sites, play.hurts)

    def standing(self) -> dict[str, bool]:
        """The answers to red-flag questions that hold today."""
        return stored.standing("", self.today)

    @opening.opened()
    def answer_flags(self, answers: Mapping[str, bool]) -> None:
        """Keep what was answered to the red-flag questions."""
        body_sayings.add("", self.today, answers)

    def found(self) -> dict[str, tuple[date, ScreenResult]]:
        """What was found in self-tests by their keys, each with its day."""
        return body_stored.found_by("", self.today)

    def keep_found(self, results: Sequence[ScreenResult]) -> None:
        """Keep what was found today; a result that says nothing takes an older one back."""
        body_stored.keep_results("", self.today, results)

    def check_in(self) -> CheckIn | None:
        """What is known of the day so far, typed or brought by a file."""
        days = (
            c
            for c in remembered.merged(self.owner, remembered.state()).check_ins
            if c.day == self.today
        )
        return next(days, None)

    def revision(self) -> int:
        """Which revision of the day's check-in stands."""
        return checking_in.revision_of(self.today)

    def record(
        self, answers: Mapping[str, Any], key: str | None, day: date | None = None,
        seen: int | None = None,
    ) -> CheckIn:  # fmt: skip
        """Keep answers of a day, today if not said, once for each key; the day as it now stands.

        Answers of somebody who had not `seen` the newest revision take nothing of it back.
        """
        day = day or self.today
        return checking_in.record_check_in(answers, day, zone=self.zone, key=key, seen=seen)

    def accept(self, only: Collection[int], *, force: bool = False) -> Change:
        """Take the proposed week, or its days on these weekdays."""
        return week_changes.accept(self.advice(force=force), only).change

    def move(self, wanted: Move, *, force: bool = False) -> Phrase | None:
        """Put a session on another day of the week; where that cannot be, the Phrase says why."""
        made = week_changes.move(self.advice(force=force), wanted, never=self.wishes.never)
        return made if isinstance(made, Phrase) else None

    def ways(self, *, force: bool = False) -> Sequence[Mapping[date, Phrase | None]]:
        """Where each session of the week may go, and why not elsewhere."""
        answer = self.advice(force=force)
        week = answer.advice.week
        taken_days = () if week is None else self.taken_days(week.after.days[0].day)
        return week_changes.ways(answer, taken_days, never=self.wishes.never)

    def undoes(self) -> Change | None:
        """What giving back would undo."""
        return week_changes.undoes(self.today)

    def agreed(self) -> feeding.Agreed:
        """The weeks that were taken; under a red flag nothing of them lies ahead."""
        stopped = False
        with suppress(NoRuns):
            stopped = self.advice().advice.verdict.kind is VerdictKind.SEE_SOMEONE
        return feeding.agreed(self.today, stopped=stopped)

    def give_back(self) -> Change:
        """Undo the newest acceptance or move, from today on."""
        return week_changes.undo(today=self.today).change

    def changes(self) -> tuple[Change, ...]:
        """What was decided about lighter weeks, the newest first."""
        return week_changes.changes()

    def taken_days(self, first_day: date) -> frozenset[date]:
        """The accepted days of the week that begins on a day."""
        return taken(reversed(self.changes()), first_day)

    def everything(self) -> tuple[Sequence[Session], Sequence[CheckIn]]:
        """Every session and every day, each once."""
        reading = remembered.merged(self.owner, remembered.state())
        return reading.sessions, reading.check_ins

    def rows(self) -> tuple[str, datetime | None]:
        """All of it as it is kept, and when the newest of it was."""
        return moving.rows()

    def move_in(self, packed: IO[bytes]) -> int:
        """Keep all of what another Unload gave along; only where nothing is kept yet."""
        return moving.move_in(packed)

    def said_of_the_body(self) -> dict[str, Any]:
        """What stands of the body beside the check-ins, as plain values."""
        return {
            "red_flag_answers": self.standing(),
            "worked": [asdict(worked) for worked in body_stored.worked_of("")],
            "hurts": [asdict(hurt) for hurt in body_stored.hurts_of("")],
            "self_tests": [{"day": day, **asdict(found)} for day, found in self.found().values()],
        }

    @opening.opened()
    def erase(self) -> None:
        """Leave nothing of anybody."""
        try:
            playing.forget()
            erasing.erase_everything()
        finally:  # also where another program still holds what was deleted
            forget()

    def imports(self) -> tuple[Kept, ...]:
        return records.imports()

    def an_import(self, number: int) -> ImportReport:
        return records.an_import(number)

    def undo_import(self, number: int) -> int:
        return records.undo_import(number)

    def habit(self) -> Habit | None:
        """A clock to be asked about: the runs hint at it, and the runner has named no zone."""
        if self.zone is not None:
            return None
        return zones.habit(remembered.imported(self.owner, remembered.state().brought).sessions)

    def uploads(self) -> Uploads:
        """What was sent and nobody has read yet."""
        return Uploads(self.owner)

    def bring(self, path: Path, progress: Progress, name: str | None = None) -> ImportReport:
        """Read a stranger's file into the store, in a child that can do no harm."""
        return records.import_untrusted(
            path, zone=self.zone, weight=self.keeps_weight, progress=progress, name=name
        )


def open_store() -> None:
    """Make sure that the store is there and its tables are those of this release."""
    opening.ready()


def make_tables() -> None:
    """Make those of the pages too, beside the store's."""
    opening.make_tables()


def data_folder() -> Path:
    """The folder of everything that is kept on this machine."""
    return opening.folder()


def body_figures() -> dict[str, str]:
    """The views of the body, each an SVG."""
    return figures()


def knowledge() -> Knowledge:
    """What is known of bodies and numbers, for pages that show it without an answer."""
    return load_knowledge()


def tools() -> tuple[str, ...]:
    """The massage tools that any technique asks for."""
    return tuple(dict.fromkeys(t.tool for t in load_knowledge().techniques if t.tool not in BARE))
