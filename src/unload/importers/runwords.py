"""Tell by pace which word of a language nobody listed means running, or say that it is unclear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from unload.importers.dialect import sport_in, word_key
from unload.importers.numbers import shown
from unload.model.history import Sport
from unload.model.units import S_PER_MIN

Sports = tuple[Sport, tuple[str, ...]]
# Nearly all runs of a runner, and the middle one; slower are walks, faster are rides.
_RANGE_S_PER_KM = (2.75 * S_PER_MIN, 9.0 * S_PER_MIN)
_MIDDLE_S_PER_KM = (4.0 * S_PER_MIN, 8.0 * S_PER_MIN)
_MOST = 0.9
_ENOUGH_ROWS = 5
_SHOWN_WORDS = 5


@dataclass(frozen=True, slots=True)
class Words:
    """What each word of a sport column means, with what was assumed or is not clear.

    `taken` is the word that was taken for running because of its pace, or left out in spite of it.
    """

    sports: Mapping[str, Sports]
    note: str = ""
    doubt: str = ""
    taken: str = ""

    @property
    def asked(self) -> str | None:
        """The word for running as it would be said: the one that was taken, or one to fill in."""
        return self.taken or ("WORD" if self.doubt else None)

    def sport(self, word: str) -> Sports:
        return self.sports.get(word) or sport_in(word)


def meanings(rows: Iterable[tuple[str, float | None]], said: frozenset[str] = frozenset()) -> Words:
    """The meaning of the words, from rows of (word, seconds a kilometre).

    Words that are listed, or `said` to be running, are taken. If none of them is running, the one
    unknown word whose paces are a runner's is; where that is not one word, it is a doubt. If one of
    them is, unknown words at a runner's pace are left out, and the runner reads so.
    """
    paces: defaultdict[str, list[float]] = defaultdict(list)
    for word, pace in rows:
        paces[word] += [] if pace is None else [pace]
    told = {word: (Sport.RUN, ()) for word in paces if word_key(word) in said}
    sports: dict[str, Sports] = {word: told.get(word) or sport_in(word) for word in paces}
    unknown = [w for w, (sport, marks) in sports.items() if sport is Sport.OTHER and not marks]
    likely = [word for word in unknown if _is_run(paces[word])]
    if any(sport is Sport.RUN for sport, _ in sports.values()) or not unknown:
        listed = " and ".join(f"{shown(word)} ({_rows(paces[word])})" for word in likely)
        note = f"{listed} was not counted as running; the word is not listed." if likely else ""
        return Words(sports, note, taken="+".join(likely))
    if len(likely) == 1:
        (word,) = likely
        note = f"{shown(word)} was taken for running: its {_rows(paces[word])}."
        return Words({**sports, word: (Sport.RUN, ())}, note, taken=word)
    ordered = sorted(unknown, key=lambda w: -len(paces[w]))[:_SHOWN_WORDS]
    listed = ", ".join(_with_pace(word, paces[word]) for word in ordered)
    return Words(sports, doubt=f"no word for running is known; there are {listed}")


def _rows(paces: list[float]) -> str:
    return f"{len(paces)} rows are at {_pace(min(paces))} to {_pace(max(paces))} a kilometre"


def _is_run(paces: list[float]) -> bool:
    if len(paces) < _ENOUGH_ROWS:
        return False
    low, high = _RANGE_S_PER_KM
    inside = sum(low <= pace <= high for pace in paces) / len(paces)
    return inside >= _MOST and _MIDDLE_S_PER_KM[0] <= median(paces) <= _MIDDLE_S_PER_KM[1]


def _with_pace(word: str, paces: list[float]) -> str:
    return f"{shown(word)} at {_pace(median(paces))}" if paces else shown(word)


def _pace(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), S_PER_MIN)
    return f"{minutes}:{rest:02d}"
