"""Flags: sore spots and answers -> what must be asked first, and what stops everything else."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

from unload.errors import UnloadError
from unload.model.body import Level, RedFlag, Region, Tissue, Trigger
from unload.model.constants import BodyConstants
from unload.model.history import Character, SoreSpot
from unload.science.body import Regions, felt, region_of


def standing_flags(
    answered: Collection[str],
    spots: Sequence[SoreSpot],
    regions: Regions,
    red_flags: Sequence[RedFlag],
    constants: BodyConstants,
) -> tuple[RedFlag, ...]:
    """The red flags that stand, most urgent first: answered yes, or raised by a check-in itself.

    Levels A, B and C stop everything below them (`Level.stops`); D is shown and stops nothing.
    """
    refuse_unknown(answered, red_flags)
    raised = [(spot, _said(spot, region_of(spot, regions), constants)) for spot in spots]
    standing = [flag for flag in red_flags if flag.key in answered or _is_raised(flag, raised)]
    return tuple(sorted(standing, key=lambda flag: flag.level))


def questions(
    answers: Mapping[str, bool],
    spots: Sequence[SoreSpot],
    regions: Regions,
    red_flags: Sequence[RedFlag],
    constants: BodyConstants,
    *,
    today: date | None = None,
) -> tuple[RedFlag, ...]:
    """What must still be asked, most urgent first: where region and character call for it.

    A character that is not known calls for its question too. Once a flag that stops stands, only
    what is more urgent than it is worth asking.
    """
    refuse_unknown(answers, red_flags)
    said = [
        (spot, _said(spot, region_of(spot, regions), constants, today))
        for spot in spots
        if felt(spot) > 0
    ]
    yes = [key for key, answer in answers.items() if answer]
    standing = standing_flags(yes, spots, regions, red_flags, constants)
    worst = next((flag.level for flag in standing if flag.level.stops), None)
    known = {*answers, *(flag.key for flag in standing)}
    asked = [
        flag
        for flag in red_flags
        if flag.key not in known and (worst is None or flag.level < worst) and _calls(flag, said)
    ]
    return tuple(sorted(asked, key=lambda flag: flag.level))


def looked_at(region: str, red_flags: Sequence[RedFlag]) -> frozenset[Trigger]:
    """What of a spot in this region matters to any red flag: only that is worth asking."""
    here = [flag for flag in red_flags if not flag.regions or region in flag.regions]
    return frozenset(t for flag in here for t in (*flag.asked_if, *flag.raised_by))


def level_of(spots: Sequence[SoreSpot], standing: Sequence[RedFlag]) -> Level | None:
    """The most urgent level that stands; E, one's own care, for what is merely sore."""
    if standing:
        return min(flag.level for flag in standing)
    return Level.E if any(felt(spot) > 0 for spot in spots) else None


def refuse_unknown(answered: Collection[str], red_flags: Sequence[RedFlag]) -> None:
    """A question nobody asks is not passed over in silence."""
    unknown = sorted(set(answered) - {flag.key for flag in red_flags})
    if unknown:
        known = ", ".join(flag.key for flag in red_flags)
        raise UnloadError(f"unknown red flag {', '.join(unknown)}; known are: {known}")


Said = Mapping[Trigger, bool | None]


def _said(
    spot: SoreSpot, region: Region, constants: BodyConstants, today: date | None = None
) -> Said:
    """What one sore spot says by itself: yes, no, or not known."""
    pain = felt(spot)
    word = spot.character
    return {
        Trigger.SORE: pain > 0,
        Trigger.STRONG: pain > constants.pain_amber_max.value,
        Trigger.BONE: region.tissue is Tissue.BONE and pain > constants.pain_bone_site_max.value,
        Trigger.REST: spot.at_rest,
        Trigger.NIGHT: spot.at_night,
        Trigger.WEIGHT: spot.weight_bearing,
        Trigger.SWELLING: spot.swelling,
        Trigger.SUDDEN: spot.sudden,
        Trigger.POINT: spot.point,
        Trigger.SHARP: None if word is None else word is Character.SHARP,
        Trigger.TIGHT: None if word is None else word is Character.TIGHT,
        Trigger.TINGLING: None if word is None else word in (Character.TINGLING, Character.BURNING),
        Trigger.LONG: _is_long(spot, constants, today),
    }


def _is_long(spot: SoreSpot, constants: BodyConstants, today: date | None) -> bool | None:
    if spot.since is None or today is None:
        return None
    return today - spot.since > timedelta(days=constants.complaint_long_days.value)


def _is_raised(flag: RedFlag, said: Sequence[tuple[SoreSpot, Said]]) -> bool:
    return any(
        _is_at(flag, spot) and any(says[trigger] is True for trigger in flag.raised_by)
        for spot, says in said
    )


def _calls(flag: RedFlag, said: Sequence[tuple[SoreSpot, Said]]) -> bool:
    """Whether a sore spot calls for the question; what is not known calls too."""
    return any(
        _is_at(flag, spot) and any(says[trigger] is not False for trigger in flag.asked_if)
        for spot, says in said
    )


def _is_at(flag: RedFlag, spot: SoreSpot) -> bool:
    return not flag.regions or spot.region in flag.regions
