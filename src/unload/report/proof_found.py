"""Say what a back-test found: what it did not find first, and nothing that chance gives as well."""

from collections.abc import Iterator

from unload.model.phrase import Value
from unload.model.proof import BackTest, Group, Outcome, PlanTest, RuleScore
from unload.report.proof_words import Speaker

COIN = 0.5  # the rank of a rule that knows nothing
# How seldom chance must do it, shared among all the signals tried; a habit of the field, no more.
SELDOM = 0.05
# What failed stands before what worked.
ORDER = ("same", "worse", "few", "better")
WAVERS = {
    "changes": "changes",
    "reversals": "reversals",
    "light": "reversals:light",
    "asked": "reversals:asked",
}
NOT_SIGNALS = ("unload", "unload_now", "every_fourth")


def found(result: BackTest, speaker: Speaker) -> tuple[str, ...]:
    """What the advice foretold, what single signals did, and how the advice behaves."""
    groups = result.groups
    told = [one for group in groups for one in _foretold(group, speaker)]
    said = [sentence for _, sentence in sorted(told, key=lambda one: ORDER.index(one[0]))]
    said += [sentence for group in groups for sentence in _single(group, speaker)]
    said += [sentence for group in groups for sentence in _behaved(group, speaker)]
    return (*said, *(() if result.plans is None else nagged(result.plans, speaker)))


def nagged(plans: PlanTest, speaker: Speaker) -> tuple[str, str]:
    """How often somebody who follows a plan to the letter is asked for a lighter week."""
    after: dict[str, Value] = {"days": plans.after_days, "asked": plans.after_soon}
    share = plans.soon / max(plans.asked, 1)
    counts: dict[str, Value] = {"soon": plans.soon, "asked": plans.asked, "share": share}
    counts |= {"never": plans.soon_never, "agreed": plans.soon_agreed}
    counts["rest"] = plans.soon - plans.soon_never - plans.soon_agreed
    counts["weeks"] = speaker.numbers["agree_weeks"]
    return speaker.say("plans.after", **after), speaker.say("plans.soon", **counts)


def _foretold(group: Group, speaker: Speaker) -> Iterator[tuple[str, str]]:
    """What the advice did before each kind of event, and against the calendar."""
    for outcome in group.outcomes:
        ours = outcome.scores[0]
        about = _about(group, outcome, speaker)
        rank = ours.auc
        if rank.value is None or rank.low is None or rank.high is None or ours.chance is None:
            least = speaker.numbers["cell_min"]
            yield "few", speaker.say("found.few", **about, months=outcome.months, least=least)
            continue
        key = "better" if rank.low > COIN else "worse" if rank.high < COIN else "same"
        said = speaker.say(f"found.{key}", **about, **_rank(ours, speaker), events=outcome.events)
        yield key, f"{said} {_against(outcome, speaker)}".rstrip()


def _about(group: Group, outcome: Outcome, speaker: Speaker) -> dict[str, Value]:
    named = speaker.say(f"outcome.{outcome.name}")
    return {"folder": group.name, "outcome": named, "runners": outcome.runners}


def _rank(score: RuleScore, speaker: Speaker) -> dict[str, Value]:
    """The rank with its interval, and how many orders of shuffled weeks do as well."""
    rank, orders = score.auc, speaker.numbers["shuffles"]
    as_well = None if score.chance is None else round(score.chance * orders)
    return {
        "auc": rank.value,
        "low": rank.low,
        "high": rank.high,
        "orders": orders,
        "as_well": as_well,
    }


def _against(outcome: Outcome, speaker: Speaker) -> str:
    """How the advice compares with every fourth week, which stands in every outcome."""
    calendar = next(score.auc for score in outcome.scores if score.rule == "every_fourth")
    ours = outcome.scores[0].auc
    if calendar.value is None or calendar.high is None or ours.low is None:
        return ""
    key = "calendar_better" if ours.low > calendar.high else "calendar_same"
    return speaker.say(f"found.{key}", calendar=calendar.value)


def _single(group: Group, speaker: Speaker) -> Iterator[str]:
    """One sentence for every signal that is firm, or one that none is; by kind of event."""
    for outcome in group.outcomes:
        ranked = [
            score
            for score in outcome.scores
            if score.rule not in NOT_SIGNALS and score.auc.value is not None
        ]
        if not ranked:
            continue
        about = {**_about(group, outcome, speaker), "tried": len(ranked)}
        least = speaker.numbers["events_min"]
        told = [(one, key) for one in ranked if (key := firm(one, len(ranked), least))]
        for one, key in told:
            said: dict[str, Value] = {
                **about,
                **_rank(one, speaker),
                "rule": speaker.rule(one.rule),
            }
            said["events"] = one.events
            yield speaker.say(f"found.single_{key}", **said)
        if not told:
            yield speaker.say("found.single_none", **about)


def firm(score: RuleScore, tried: int, least: float) -> str:
    """Whether a signal stood `more` or `less` before events than chance gives to so many; or "".

    The whole interval lies off the coin, and so do nearly all shuffled orders of weeks; on fewer
    than `least` events nothing is firm.
    """
    rank, chance = score.auc, score.chance
    if rank.low is None or rank.high is None or chance is None or (score.events or 0) < least:
        return ""
    if rank.low > COIN and chance <= SELDOM / tried:
        return "more"
    return "less" if rank.high < COIN and 1 - chance <= SELDOM / tried else ""


def _behaved(group: Group, speaker: Speaker) -> Iterator[str]:
    told = {name: group.flapping[key].value for name, key in WAVERS.items()}
    light = [estimate.value for estimate in group.weeks.values()]
    if None in told.values():
        yield speaker.say("found.few_weeks", folder=group.name)
    else:
        days = speaker.numbers["reversal_days"]
        yield speaker.say("found.waver", folder=group.name, days=days, **told)
    if None not in light:
        total = sum(value for value in light if value is not None)
        yield speaker.say("found.light", folder=group.name, light=total)
