"""Assessment: one look at the body, in order: questions, flags, findings, routine.

Nothing below a red flag is shown, and nothing below a question that could raise one.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from unload.model.body import ScreenResult
from unload.model.complaint import Assessment
from unload.model.constants import Knowledge
from unload.model.history import Runner, SoreSpot
from unload.science.body import findings
from unload.science.flags import level_of, questions, standing_flags
from unload.science.routine import routine
from unload.science.screens import outcomes


def assess(
    spots: Sequence[SoreSpot],
    answers: Mapping[str, bool],
    runner: Runner,
    knowledge: Knowledge,
    *,
    results: Sequence[ScreenResult] = (),
    today: date | None = None,
) -> Assessment:
    """What these spots and answers say; `results` are the screens that were done."""
    k = knowledge
    said = {**dict.fromkeys(runner.red_flags, True), **{a: y for a, y in answers.items() if y}}
    known = {**answers, **said}
    asked = questions(known, spots, k.regions, k.red_flags, k.body, today=today)
    flags = standing_flags(said, spots, k.regions, k.red_flags, k.body)
    hidden = any(flag.level.stops for flag in (*asked, *flags))
    found = outcomes(results, k.screens, runner)
    return Assessment(
        level=level_of(spots, flags),
        asked=asked,
        flags=flags,
        findings=() if hidden else findings(spots, k.regions, k.links, k.body, outcomes=found),
        routine=None
        if hidden
        else routine(
            spots, runner, k.regions, k.techniques, k.routine, blockers=k.blockers, flags=flags
        ),
        may_run=not hidden,
    )
