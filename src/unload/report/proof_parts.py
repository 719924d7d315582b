"""Say a back-test: its parts, their sentences and their tables, ready for any renderer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from unload.model.phrase import Value
from unload.model.proof import BackTest, Group, Outcome, PlanTest, RuleScore
from unload.report.figures import percent, tidy
from unload.report.proof_found import found
from unload.report.proof_words import Speaker
from unload.report.ranks import Rank, Ranks, svg
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
    """A titled part of the report: sentences, a picture as SVG, then tables."""

    title: str
    said: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    picture: str = ""


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
        Part(speaker.say("found.title"), found(result, speaker)),
        _changed(speaker),
        _limits(speaker),
        _known(speaker),
        *(part for group in result.groups for part in _tables(group, speaker)),
        *(() if result.plans is None else (_plans(result.plans, speaker),)),
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
            speaker.say("asked.five"),
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


def _changed(speaker: Speaker) -> Part:
    """What was decided only after the first results."""
    said = tuple(speaker.say(f"changed.{key}") for key in ("one", "two", "three"))
    return Part(speaker.say("changed.title"), said)


def _limits(speaker: Speaker) -> Part:
    """What cannot be concluded, as a table."""
    values: Mapping[str, dict[str, Value]] = {
        "three": {"stop": speaker.numbers["stop_days"]},
        "four": {"quiet": speaker.numbers["sore_quiet_days"]},
        "seven": {"events": speaker.numbers["events_min"]},
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
    yield Part(title, (), _told(_behaviour(group, speaker), speaker))
    for outcome in group.outcomes:
        yield _rules(group, outcome, speaker)


def _told(tables: Iterator[Table], speaker: Speaker) -> tuple[Table, ...]:
    """The tables without the rows that say nothing, and without those left empty."""
    few = {speaker.say("nobody")}
    kept = (replace(t, rows=tuple(r for r in t.rows if set(r[1:]) != few)) for t in tables)
    return tuple(table for table in kept if table.rows)


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
        (say("behaves.light"), rate(group.flapping["reversals:light"])),
        (say("behaves.asked"), rate(group.flapping["reversals:asked"])),
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
    # What could be asked about a few alone would be about them.
    least = numbers["cell_min"]
    rows = tuple(_rule(score, speaker) for score in outcome.scores if score.runners >= least)
    title = speaker.say("rules.title", folder=group.name, outcome=named)
    said = (speaker.say("rules.said", about=about, orders=orders, reruns=reruns),)
    if not rows:
        return Part(title, (*said, speaker.say("rules.none", least=least)))
    table = Table("", speaker.heads("rules", *RULE_COLUMNS), rows)
    return Part(
        title, said, (table,), _ranks(title, f"{group.name}-{outcome.name}", outcome, speaker)
    )


def _ranks(title: str, key: str, outcome: Outcome, speaker: Speaker) -> str:
    """The ranks of all rules that have one, drawn; nothing where none has."""
    ranks = tuple(
        Rank(speaker.rule(score.rule), rank.low, rank.value, rank.high, score.rule == "unload")
        for score in outcome.scores
        if (rank := score.auc).value is not None and rank.low is not None and rank.high is not None
    )
    if not ranks:
        return ""
    words = {name: speaker.say(f"rules.ranks.{name}") for name in ("says", "coin")}
    return svg(Ranks(title, words["says"], words["coin"], ranks), "".join(filter(str.isalnum, key)))


def _rule(score: RuleScore, speaker: Speaker) -> tuple[str, ...]:
    few = speaker.say("nobody")
    return (
        speaker.rule(score.rule),
        tidy(score.months, 0),
        few if score.events is None else tidy(score.events, 0),
        speaker.share(score.warned),
        speaker.share(score.hits),
        few if score.lead_days is None else tidy(score.lead_days, 1),
        speaker.rate(score.false),
        speaker.rate(score.auc),
        "" if score.chance is None else percent(score.chance, 1),
        "" if score.rerun is None else percent(score.rerun, 0),
    )


def _plans(plans: PlanTest, speaker: Speaker) -> Part:
    """What is said to those who follow published plans."""
    say = speaker.say
    counts: dict[str, Value] = {"plans": plans.plans, "weeks": plans.weeks}
    counts |= {"steps": plans.step_backs, "problems": plans.problems}
    rows = tuple(
        (kind, str(number), percent(number / plans.weeks, 1))
        for kind, number in plans.kinds.items()
    )
    table = Table("", speaker.heads("plans", "answer", "sundays", "share"), rows)
    return Part(say("plans.title"), (say("plans.said", **counts),), (table,))


def _numbers(speaker: Speaker) -> Part:
    rows = tuple((name, f"{value:g}") for name, value in speaker.numbers.items())
    table = Table(speaker.say("numbers.said"), speaker.heads("numbers", "name", "value"), rows)
    return Part(speaker.say("numbers.title"), (speaker.say("numbers.again"),), (table,))
