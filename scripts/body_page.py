"""The page of the body in docs/: figure, regions, chain, screens, flags, techniques, sources."""

from collections.abc import Iterator

from markdown import MADE, number, table

from unload.model.body import Reach, RedFlag, Region, Screen, Technique
from unload.model.constants import Knowledge

FIGURES = "../src/unload/knowledge/body/figure"
BODY_INTRO = """\
What ships about the body, with its sources. Information, not a diagnosis: nothing here knows what a
sore spot is, only what is worth checking, in which order, and when somebody should look.
"""
REGIONS_INTRO = """\
The keys that check-ins and answers use ([files.md](files.md)). Area is the body area of
[bahr2020](sources.md#bahr2020), SNOMED CT the nearest structure that holds the place
([snomedsites2026](sources.md#snomedsites2026)).
"""
REGION_HEAD = ("key", "name", "anatomy", "mostly", "sides", "area", "SNOMED CT", "never press")
CHAIN_HEAD = ("sore", "think of first", "worth checking", "reach", "grade", "source", "screen")
SCREENS_INTRO = """\
A screen tracks change and names nothing. A yes or a clear lag speaks for its contributor and lifts
it within its reach, a no puts it last; a screen too weak for that moves nothing.
"""
SCREEN_HEAD = (
    "key",
    "name",
    "how",
    "question",
    "moves the ranking",
    "how far to trust it",
    "source",
)
FLAGS_INTRO = """\
A yes overrides everything below it. Level A is the most urgent; A, B and C stop everything, D is
shown beside it, and what no flag stands over is E, one's own care. A question is asked where a sore
spot lies in its places and what it asks for holds there or is not known.
"""
FLAG_HEAD = (
    "key", "level", "question", "what to do", "who, how soon", "where", "asked if", "raised by",
    "source",
)  # fmt: skip
TECHNIQUE_HEAD = ("key", "region", "tool", "kind", "how", "marks", "not", "grade", "source")


def body_page(knowledge: Knowledge) -> str:
    """The body: figure, keys, chain, screens, questions, techniques, each with its source."""
    k = knowledge
    parts = ["# The body\n", MADE, BODY_INTRO, figures(), "## Regions\n", REGIONS_INTRO]
    parts += [table(REGION_HEAD, (region_row(r) for r in k.regions.values()))]
    parts += ["## The chain\n", chain_intro(k), table(CHAIN_HEAD, chain_rows(k))]
    parts += ["## Screens\n", SCREENS_INTRO]
    parts += [table(SCREEN_HEAD, (screen_row(s) for s in k.screens.values()))]
    parts += ["## Red flags\n", FLAGS_INTRO, table(FLAG_HEAD, (flag_row(f) for f in k.red_flags))]
    parts += ["## Techniques\n", techniques_intro(k)]
    parts += [table(TECHNIQUE_HEAD, (technique_row(t) for t in k.techniques))]
    blockers = (
        (f"`{b.key}`", b.condition, ", ".join(b.regions) or ("one place" if b.at_site else "all"))
        for b in k.blockers.values()
    )
    parts += ["## Blockers\n", "What forbids self-massage, of one place or of all.\n"]
    parts += [table(("key", "condition", "where"), blockers)]
    return "\n".join(parts)


def figures() -> str:
    """The drawings, in the order they are shown."""
    views = ("front", "back", "soles", "inner", "outer")
    return " ".join(f"![{v}]({FIGURES}/{v}.svg)" for v in views) + "\n"


def cited(source: str) -> str:
    return "design choice" if source == "ours" else f"[{source}](sources.md#{source})"


def region_row(r: Region) -> tuple[str, ...]:
    sides = "left, right" if r.sided else "middle"
    codes = (r.osiics, r.snomed)
    return (f"`{r.key}`", r.name, r.anatomical, r.tissue.value, sides, *codes, r.never_press)


def chain_intro(knowledge: Knowledge) -> str:
    b = knowledge.body
    shares = (b.chain_prior_local, b.chain_prior_adjacent, b.chain_prior_remote)
    local, adjacent, remote = (number(share.value) for share in shares)
    return (
        "What to think of first, then what is worth checking, the nearest first. Local links\n"
        f"share {local} of the weight, adjacent ones {adjacent}, remote ones {remote}: a ranking,\n"
        "not a probability.\n"
    )


def chain_rows(knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    """Every region: what to think of first, then each contributor, the nearest first."""
    reaches = list(Reach)
    for region in knowledge.regions.values():
        own = [link for link in knowledge.links if link.region == region.key]
        own.sort(key=lambda link: reaches.index(link.reach))
        first = (region.name, region.rule_out)
        if not own:
            yield (*first, "nothing: somebody looks first", "", "", "", "")
        for index, link in enumerate(own):
            screen = f"`{link.screen}`" if link.screen else "none"
            graded = (link.reach.value, link.grade.value, cited(link.source), screen)
            yield (*(first if index == 0 else ("", "")), link.contributor, *graded)


def screen_row(s: Screen) -> tuple[str, ...]:
    moves = "yes" if s.telling else "no, too weak"
    return (f"`{s.key}`", s.name, s.instructions, s.asks, moves, s.error, cited(s.source))


def flag_row(f: RedFlag) -> tuple[str, ...]:
    where = ", ".join(f.regions) or "anywhere"
    calls = ", ".join(f.asked_if) or "never asked"
    raised = ", ".join(f.raised_by)
    who = f"{f.who}, {f.how_soon}"
    return (f"`{f.key}`", f.level.value, f.question, f.action, who, where, calls, raised, f.source)


def techniques_intro(knowledge: Knowledge) -> str:
    r = knowledge.routine
    return (
        "`ball` is a lacrosse ball, or one as firm. "
        f"Rolling: {number(r.fr_sets.value)} x {number(r.fr_seconds.value)} s, strokes of about "
        f"{number(r.fr_stroke_s.value)} s. A point: {number(r.ball_seconds.value)} s. Soles: "
        f"{number(r.sole_seconds.value)} s. Exercise: {number(r.exercise_seconds.value)} s, "
        f"stretch {number(r.stretch_seconds.value)} s. Discomfort at most "
        f"{number(r.fr_max_discomfort.value)}/10, where it says gentle "
        f"{number(r.gentle_max_discomfort.value)}/10. With pictures: "
        "[techniques.md](techniques.md).\n"
    )


def technique_row(t: Technique) -> tuple[str, ...]:
    how = f"{t.position} {t.stroke}"
    marks = ", ".join(m for m, on in (("gentle", t.gentle), ("optional", t.optional)) if on)
    rest = (t.grade.value, cited(t.source))
    return (f"`{t.key}`", t.region, t.tool, t.kind.value, how, marks, t.never, *rest)
