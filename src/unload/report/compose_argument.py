"""Compose the whole argument behind the three doubts: paragraphs, sources, the two futures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from unload.model.advice import Advice, Doubt, Point, VerdictKind
from unload.model.constants import Knowledge
from unload.model.phrase import Phrase, Value
from unload.report.citations import Citations, Desk, grades, source_keys
from unload.report.compose import CLOSING, flags_section, opening_day, sources_section
from unload.report.compose_doubts import band_of, question
from unload.report.document import (
    Document,
    Entry,
    Line,
    Meaning,
    Section,
    Span,
    label,
    muted,
    plain,
)
from unload.report.picture import drawing, legend
from unload.report.words import Words

BELIEF = "belief."


def compose_argument(
    advice: Advice, words: Words, knowledge: Knowledge, *, drawn: bool = True
) -> Document:
    """The page of `unload doubts`: each answer in paragraphs, the picture after the race.

    Without `drawn` the picture in characters is left out, for whoever has a better one.
    """
    desk = Desk(advice, words, knowledge, Citations(knowledge.sources))
    stopped = advice.verdict.kind is VerdictKind.SEE_SOMEONE
    headline = advice.verdict.says if stopped else Phrase("doubts.headline")
    free = advice.week is None and not stopped
    told = chain.from_iterable(_doubt(doubt, desk, drawn) for doubt in advice.doubts)
    parts = (flags_section(desk), *told, sources_section(desk))
    return Document(
        name=label("Unload"),
        opening=muted(opening_day(advice)),
        headline=(Span(words.say(headline), Meaning.ALARM if stopped else Meaning.HEADLINE),),
        below=muted(words.say(Phrase("doubts.none_due")) if free else ""),
        sections=tuple(part for part in parts if part is not None),
        closing=muted(CLOSING),
    )


def belief(doubts: Iterable[Doubt], words: Words) -> str:
    """What was answered to what the runner believes; empty where nothing was."""
    says = (point.says for doubt in doubts for point in doubt.points)
    return next((words.say(phrase) for phrase in says if phrase.key.startswith(BELIEF)), "")


def _doubt(doubt: Doubt, desk: Desk, drawn: bool) -> Iterator[Section]:
    band = band_of(doubt, desk.words)
    title: Line = label(question(doubt, desk))
    if band:
        title = (*title, Span(f"  {band}", Meaning.NUMBER))
    first, *others = list(_paragraphs(doubt, desk)) or [_short(doubt, desk)]
    yield Section(doubt.name, title, (first,))
    for number, entry in enumerate(others, 1):
        yield Section(f"{doubt.name}-{number}", (), (entry,))
    if doubt.name == "race":
        yield from _picture(desk, drawn)


def _paragraphs(doubt: Doubt, desk: Desk) -> Iterator[Entry]:
    """One paragraph for each subject: the points whose words stand in one table of the text.

    An answer that is not known opens with what is missing.
    """
    missing = [Point(says) for says in doubt.says[:1]] if doubt.middle is None else []
    for _, points in groupby([*missing, *doubt.points], key=lambda p: p.says.key.split(".")[0]):
        yield _paragraph(tuple(points), desk)


def _paragraph(points: Sequence[Point], desk: Desk) -> Entry:
    body: list[Span] = []
    for point in points:
        said = desk.words.say(point.says)
        cited = desk.citations.cite(_keys(point))
        body += [Span(f"{' ' if body else ''}{said}"), *muted(f" {cited}" if cited else "")]
    constants = tuple(c for point in points for c in point.constants)
    return Entry(tuple(body), tail=muted(desk.citations.graded(grades(constants), constants)))


def _keys(point: Point) -> Iterable[str]:
    return dict.fromkeys((*source_keys(point.constants), *point.sources))


def _short(doubt: Doubt, desk: Desk) -> Entry:
    return Entry(plain(" ".join(desk.words.say(phrase) for phrase in doubt.says)))


def _picture(desk: Desk, drawn: bool) -> Iterator[Section]:
    futures, words = desk.advice.futures, desk.words
    if futures is None:
        return
    key = "doubts.picture_race" if futures.unit == "s" else "doubts.picture_speed"
    values: dict[str, Value] = {"last": futures.days[-1], "inside": futures.inside}
    rests = desk.citations.rests_on(grades(futures.constants), futures.constants)
    intro = Entry(plain(words.say(Phrase(key, values))), tail=muted(rests))
    yield Section("futures", label(words.say(Phrase("doubts.picture"))), (intro,))
    if not drawn:
        return
    signs = legend(futures, words)
    yield Section("futures-drawn", (), (drawing(futures),))
    told = Entry(plain(words.say(Phrase("doubts.told_apart"))))
    yield Section("futures-signs", (), (*signs,) if futures.lighter is None else (*signs, told))
