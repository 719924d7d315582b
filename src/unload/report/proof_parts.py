"""Say a back-test: its parts, their sentences and their tables, ready for any renderer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from unload.model.advice import Phrase, Value
from unload.model.proof import BackTest, Estimate, Group, Outcome, RuleScore
from unload.report.figures import percent, tidy
from unload.report.words import Words

KNOWN = ("km", "acwr", "hard", "when", "paper", "again")
KNOWN_SOURCE = {"paper": "paper_source", "again": "again_source"}
LIMITS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
SHIFTS = ("same", "one_class", "more", "other")
RULE_COLUMNS = (
    "rule", "months", "events", "warned", "hits", "lead", "false", "auc", "chance", "rerun",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ready cells with the sentence that explains it."""

    said: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of the report: sentences, then tables."""

    title: str
    said: tuple[str, ...]
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says the back-test's sentences, filled with the numbers of the test."""

    words: Words
    numbers: Mapping[str, float]

    def say(self, key: str, **values: Value) -> str:
        return self.words.say(Phrase(f"proof.{key}", values))

    def heads(self, part: str, *names: str) -> tuple[str, ...]:
        return tuple(self.say(f"{part}.head.{name}") for name in names)

    def share(self, estimate: Estimate) -> str:
        """A share in percent with its interval."""
        return self._with(estimate, lambda x: percent(x, 1))

    def rate(self, estimate: Estimate) -> str:
        """A plain number with its interval."""
        return self._with(estimate, lambda x: f"{x:.2f}")

    def _with(self, estimate: Estimate, shown: Callable[[float], str]) -> str:
        if estimate.value is None or estimate.low is None or estimate.high is None:
            return self.say("nobody")
        low, high = shown(estimate.low), shown(estimate.high)
        return f"{shown(estimate.value)} ({low.removesuffix(' %')} to {high.removesuffix(' %')})"


def title(result: BackTest, words: Words, commit: str) -> tuple[str, str]:
    """The title of the page and the line that says how it was made."""
    speaker = Speaker(words, result.numbers)
    named = speaker.say("commit", commit=commit) if commit else ""
    made = speaker.say("made", version=result.knowledge_version, commit=named)
    return speaker.say("title"), made


def parts(result: BackTest, words: Words) -> tuple[Part, ...]:
    """The whole report in its order."""
    speaker = Speaker(words, result.numbers)
    return (
        _asked(speaker),
        _data(result, speaker),
        _found(result, speaker),
        _limits(speaker),
        _known(speaker),
        *(part for group in result.groups for part in _tables(group, speaker)),
        _numbers(speaker),
    )


def _asked(speaker: Speaker) -> Part:
    memory, horizon = speaker.numbers["memory_days"], speaker.numbers["horizon_days"]
    sessions = speaker.numbers["memory_sessions"]
    return Part(
        speaker.say("asked.title"),
        (
            speaker.say("asked.one"),
            speaker.say("asked.two"),
            speaker.say("asked.three", memory=memory, sessions=sessions, horizon=horizon),
            speaker.say("asked.four", horizon=horizon),
        ),
    )


def _data(result: BackTest, speaker: Speaker) -> Part:
    rows = tuple(
        (
            group.name,
            str(group.runners),
            tidy(group.months, 0),
            str(group.sessions),
            str(group.check_ins),
            str(group.reports),
            str(group.problems),
        )
        for group in result.groups
    )
    names = ("folder", "runners", "months", "sessions", "check_ins", "reports", "problems")
    numbers = speaker.numbers
    inside = numbers["interval_high"] - numbers["interval_low"]
    least, draws = numbers["cell_min"], numbers["bootstrap_draws"]
    every = speaker.say("every", least=least, inside=inside, draws=draws)
    said = tuple(f"{group.name}: {_about(group, speaker)}" for group in result.groups)
    table = Table("", speaker.heads("data", *names), rows)
    return Part(speaker.say("data.title"), (*said, every), (table,))


def _about(group: Group, speaker: Speaker) -> str:
    key = f"data.about.{group.name}"
    return speaker.say(key if f"proof.{key}" in speaker.words.text else "data.about.other")


def _found(result: BackTest, speaker: Speaker) -> Part:
    said = [
        sentence
        for group in result.groups
        for sentence in (*_behaved(group, speaker), *_foretold(group, speaker))
    ]
    return Part(speaker.say("found.title"), tuple(said))


def _behaved(group: Group, speaker: Speaker) -> Iterator[str]:
    changes, reversals = (group.flapping[key].value for key in ("changes", "reversals"))
    light = [estimate.value for estimate in group.weeks.values()]
    if changes is None or reversals is None:
        yield speaker.say("found.few_weeks", folder=group.name)
    else:
        days = speaker.numbers["reversal_days"]
        told: dict[str, Value] = {"changes": changes, "reversals": reversals, "days": days}
        yield speaker.say("found.waver", folder=group.name, **told)
    if None not in light:
        total = sum(value for value in light if value is not None)
        yield speaker.say("found.light", folder=group.name, light=total)


def _foretold(group: Group, speaker: Speaker) -> Iterator[str]:
    """What the advice did before each kind of event, and against the calendar."""
    for outcome in group.outcomes:
        ours = outcome.scores[0]
        about: dict[str, Value] = {
            "folder": group.name,
            "outcome": speaker.say(f"outcome.{outcome.name}"),
            "runners": outcome.runners,
        }
        rank = ours.auc
        if rank.value is None or rank.low is None or rank.high is None or ours.chance is None:
            least = speaker.numbers["cell_min"]
            yield speaker.say("found.few", **about, months=outcome.months, least=least)
            continue
        about["events"] = outcome.events
        key = "better" if rank.low > 0.5 else "worse" if rank.high < 0.5 else "same"
        values = {"auc": rank.value, "low": rank.low, "high": rank.high, "chance": ours.chance}
        yield f"{speaker.say(f'found.{key}', **about, **values)} {_against(outcome, speaker)}"


def _against(outcome: Outcome, speaker: Speaker) -> str:
    """How the advice compares with the calendar, which stands in every outcome."""
    calendar = next(score.auc for score in outcome.scores if score.rule == "calendar")
    ours = outcome.scores[0].auc
    if calendar.value is None or calendar.high is None or ours.low is None:
        return ""
    key = "calendar_better" if ours.low > calendar.high else "calendar_same"
    return speaker.say(f"found.{key}", calendar=calendar.value)


def _limits(speaker: Speaker) -> Part:
    """What cannot be concluded, as a table."""
    values: Mapping[str, dict[str, Value]] = {
        "three": {"stop": speaker.numbers["stop_days"]},
        "four": {"quiet": speaker.numbers["sore_quiet_days"]},
    }
    rows = tuple(
        (speaker.say(f"limits.name.{key}"), speaker.say(f"limits.{key}", **values.get(key, {})))
        for key in LIMITS
    )
    table = Table("", speaker.heads("limits", "limit", "meaning"), rows)
    return Part(speaker.say("limits.title"), (), (table,))


def _known(speaker: Speaker) -> Part:
    rows = tuple(
        (
            speaker.say(f"known.{key}"),
            speaker.say(f"known.{key}_auc"),
            speaker.say(f"known.{KNOWN_SOURCE.get(key, 'open_source')}"),
        )
        for key in KNOWN
    )
    head = speaker.heads("known", "what", "auc", "source")
    return Part(speaker.say("known.title"), (), (Table(speaker.say("known.said"), head, rows),))


def _tables(group: Group, speaker: Speaker) -> Iterator[Part]:
    title = f"{group.name}: {speaker.say('behaves.title')}"
    yield Part(title, (), tuple(_behaviour(group, speaker)))
    for outcome in group.outcomes:
        yield _rules(group, outcome, speaker)


def _behaviour(group: Group, speaker: Speaker) -> Iterator[Table]:
    say, share, rate = speaker.say, speaker.share, speaker.rate
    answers = tuple((k, share(group.days[k]), rate(group.begun[k])) for k in group.days)
    head = speaker.heads("behaves", "answer", "share", "begun")
    yield Table(say("behaves.days"), head, answers)
    weeks = tuple((say(f"behaves.{k}"), share(e)) for k, e in group.weeks.items())
    yield Table(say("behaves.weeks"), speaker.heads("behaves", "week", "of_weeks"), weeks)
    days = speaker.numbers["reversal_days"]
    flaps = (
        (say("behaves.changes"), rate(group.flapping["changes"])),
        (say("behaves.reversals", days=days), rate(group.flapping["reversals"])),
    )
    yield Table(say("behaves.flaps"), speaker.heads("behaves", "waver", "rate"), flaps)
    shifts = tuple(
        (say(f"behaves.{s.change}"), *(share(getattr(s, name)) for name in SHIFTS))
        for s in group.shifts
    )
    yield Table(say("behaves.shifts"), speaker.heads("behaves", "change", *SHIFTS), shifts)
    unknown = tuple((name.replace("_", " "), share(e)) for name, e in group.unknown.items())
    yield Table(say("behaves.unknown"), speaker.heads("behaves", "signal", "unknown"), unknown)


def _rules(group: Group, outcome: Outcome, speaker: Speaker) -> Part:
    numbers = speaker.numbers
    limits: dict[str, Value] = {
        "report_quiet": numbers["report_quiet_days"],
        "sore_max": numbers["sore_max"],
        "sore_quiet": numbers["sore_quiet_days"],
        "stop": numbers["stop_days"],
    }
    about = speaker.say(f"outcome_about.{outcome.name}", **limits)
    orders, reruns = numbers["shuffles"], numbers["reruns"]
    named = speaker.say(f"outcome.{outcome.name}")
    # A rule that could never speak has nothing to be judged by.
    rows = tuple(_rule(score, speaker) for score in outcome.scores if score.months > 0)
    return Part(
        speaker.say("rules.title", folder=group.name, outcome=named),
        (speaker.say("rules.said", about=about, orders=orders, reruns=reruns),),
        (Table("", speaker.heads("rules", *RULE_COLUMNS), rows),),
    )


def _rule(score: RuleScore, speaker: Speaker) -> tuple[str, ...]:
    few = speaker.say("nobody")
    # A signal that another version knows and this page has no words for keeps its own name.
    key = f"rules.{score.rule}"
    known = f"proof.{key}" in speaker.words.text
    return (
        speaker.say(key) if known else score.rule.replace("_", " "),
        tidy(score.months, 0),
        few if 0 < score.events < speaker.numbers["cell_min"] else tidy(score.events, 0),
        speaker.share(score.warned),
        speaker.share(score.hits),
        few if score.lead_days is None else tidy(score.lead_days, 1),
        speaker.rate(score.false),
        speaker.rate(score.auc),
        "" if score.chance is None else percent(score.chance, 1),
        "" if score.rerun is None else percent(score.rerun, 0),
    )


def _numbers(speaker: Speaker) -> Part:
    rows = tuple((name, f"{value:g}") for name, value in speaker.numbers.items())
    table = Table(speaker.say("numbers.said"), speaker.heads("numbers", "name", "value"), rows)
    return Part(speaker.say("numbers.title"), (speaker.say("numbers.again"),), (table,))
