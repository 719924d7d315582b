"""Set the page for a specialist as a tagged PDF of one sheet, with typst."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from tempfile import TemporaryDirectory

from unload.errors import UnloadError
from unload.model.complaint import Course
from unload.model.constants import Knowledge
from unload.model.hand_over import HandOver
from unload.model.phrase import Phrase, Value
from unload.model.specialist import Specialist
from unload.report.body_mark import marked, shows
from unload.report.figures import tidy
from unload.report.hand_over import hand_over_dict
from unload.report.plain import Plain
from unload.report.timeline import timeline_svg
from unload.report.words import Words

PAPERS = {"a4": "a4", "letter": "us-letter"}
WHOLE = ("front", "back")


# What typst says of each letter that no font it may use has a shape for.
NO_SHAPE = re.compile(r'the text `"(.*?)"` could not be displayed')
TRIES = 5


class NoPdf(UnloadError):
    """The part that sets PDFs is not installed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The PDF, and the letters of the runner's words that no font here could show."""

    made: bytes
    unshown: str = ""


def hand_over_pdf(
    page: HandOver,
    words: Words,
    knowledge: Knowledge,
    figures: Mapping[str, str],
    paper: str = "a4",
) -> Sheet:
    """The page as PDF/UA-1; NoPdf where typst is missing."""
    try:
        import typst  # noqa: PLC0415 # an extra of 80 MB that no other command needs
    except ImportError:
        raise NoPdf(
            "A PDF needs one more part: pip install 'unload[pdf]', or in a clone `uv sync "
            "--inexact --extra pdf`. --json works without it."
        ) from None
    template = (files("unload.report") / "hand_over.typ").read_bytes()
    drawn = {f"{view}.svg": svg for view, svg in _views(page, figures).items()}
    if page.timeline is not None:
        drawn["timeline.svg"] = timeline_svg(page.timeline, words)
    data = json.dumps(
        sheet(page, words, knowledge, tuple(_views(page, figures)), paper), ensure_ascii=False
    )
    sources = {"main": template, **{name: svg.encode() for name, svg in drawn.items()}}

    def setting(text: str, *, own_fonts: bool) -> bytes:
        with TemporaryDirectory() as empty:  # the only folder it may read, and nothing lies in it
            made = typst.compile(  # type: ignore[call-overload] # stubs without several sources
                sources, root=empty, format="pdf", sys_inputs={"data": text},
                pdf_standards="ua-1", ignore_system_fonts=own_fonts,
            )  # fmt: skip
        return bytes(made)

    return _set(data, setting, typst.TypstError)


def _set(data: str, setting: Callable[..., bytes], refusal: type[Exception]) -> Sheet:
    """The sheet in its own fonts; in those of the machine where they lack a letter.

    A letter that none of them has becomes a question mark, and is told: never an empty box.
    """
    unshown = ""
    for attempt in range(TRIES):
        try:
            return Sheet(setting(data, own_fonts=not attempt), unshown)
        except refusal as error:
            letters = "".join(NO_SHAPE.findall(str(getattr(error, "diagnostic", ""))))
            if not letters or attempt == TRIES - 1:
                raise
            if attempt:
                unshown = "".join(dict.fromkeys(unshown + letters))
                data = data.translate(dict.fromkeys(map(ord, letters), "?"))
    raise AssertionError("the last attempt returns or raises")


def sheet(
    page: HandOver, words: Words, knowledge: Knowledge, views: tuple[str, ...], paper: str
) -> Plain:
    """What the template is given: the page's own values, and how they are set."""
    told = hand_over_dict(page, words, knowledge)
    reader = _label(words, f"hand.for.{page.reader.value}")
    beside, left, right = _columns(page, told, words)
    return {
        "page": told,
        "labels": {
            key.rpartition(".")[2]: text
            for key, text in words.text.items()
            if key.startswith("hand.label.")
        },
        "title": _label(words, "hand.title"),
        "author": page.story.name,
        "subtitle": f"{reader} · {_long(page.today)}",
        "paper": PAPERS[paper],
        "views": [
            {
                "file": f"{view}.svg",
                "name": _label(words, f"hand.label.{view}"),
                "alt": _alt(view, page, words),
                "whole": view in WHOLE,
            }
            for view in views
        ],
        "nothing": _label(words, "hand.nothing"),
        "spots": [_spot(spot, page, words) for spot in told["spots"]],
        "timeline": _timeline_alt(page, told, words),
        "beside": beside,
        "left": left,
        "right": right,
    }


def _label(words: Words, key: str) -> str:
    return words.say(Phrase(key))


def _long(day: date) -> str:
    return f"{day:%d %B %Y}".lstrip("0")


def _views(page: HandOver, figures: Mapping[str, str]) -> dict[str, str]:
    """Front and back, and every other view that alone shows a spot, marked."""
    letters = {(s.complaint.region, s.complaint.side.value): s.letter for s in page.spots}
    quiet = [s.letter for s in page.spots if s.complaint.course is Course.QUIET]
    wanted = list(WHOLE)
    for place in letters:
        if not any(shows(figures[view], place) for view in wanted):
            wanted += [view for view in figures if shows(figures[view], place)][:1]
    return {view: marked(figures[view], letters, quiet) for view in wanted}


def _alt(view: str, page: HandOver, words: Words) -> str:
    name = _label(words, f"hand.label.{view}").lower()
    places = ", ".join(
        f"{s.letter} {words.spot(s.complaint.region, s.complaint.side)}" for s in page.spots
    )
    if not places:
        return words.say(Phrase("hand.alt_none", {"view": name}))
    return words.say(Phrase("hand.alt_body", {"view": name, "places": places}))


def _timeline_alt(page: HandOver, told: Plain, words: Words) -> str | None:
    if page.timeline is None:
        return None
    onsets = [
        words.say(Phrase("hand.alt_onset", {"letter": letter, "day": day}))
        for letter, day in page.timeline.onset.items()
    ]
    facts = [*onsets, told["load"]["sentence"] or ""]
    values: dict[str, Value] = {
        "first": page.timeline.first_day, "last": page.today, "facts": " ".join(facts).strip()
    }  # fmt: skip
    return words.say(Phrase("hand.alt_timeline", values))


def _spot(spot: Plain, page: HandOver, words: Words) -> Plain:
    """A spot as its reader needs it: the massage what may be pressed, the others what is first."""
    pains = (
        f"{_label(words, 'hand.label.now')} {tidy(spot['now'], 1)} · "
        f"{_label(words, 'hand.label.worst')} {tidy(spot['worst'], 1)}"
    )
    extra = [spot["rule_out"]] if spot["rule_out"] else []
    if page.reader is Specialist.MASSAGE:
        extra.append(_pressed(spot, page, words))
    name = spot["spot"]
    return {**spot, "title": name[:1].upper() + name[1:], "pains": pains, "extra": extra}


def _pressed(spot: Plain, page: HandOver, words: Words) -> str:
    if spot["may_be_pressed"]:
        return words.say(Phrase("hand.press", {"never": spot["never_press"]}))
    waits = page.is_open and not page.stopped
    return _label(words, "hand.press_open" if waits else "hand.press_not")


def _columns(page: HandOver, told: Plain, words: Words) -> list[list[Plain]]:
    """The sections in the order that the reader needs them: beside the body, left, right."""
    story = {name: told[name] for name in ("medication", "past", "note")}
    sections = {
        "asked": _asked(page, words),
        "tried": _plain(_tried(told, words)),
        "findings": _plain(_findings(page, told, words)),
        "tested": _plain(f"{t['screen']}: {t['found']}" for t in told["tested"]),
        "press": _plain(_pressing(told, words)),
        "instructions": _plain(s for i in told["instructions"] for s in i["sentences"]),
        **{name: _plain([text] if text else []) for name, text in story.items()},
    }
    return [
        [
            {"name": _label(words, f"hand.label.{name}"), "groups": sections[name]}
            for name in names
            if sections[name]
        ]
        for names in ORDER[page.reader]
    ]


# What stands beside the body, and left and right below the timeline; the rest is not for them.
ORDER = {
    Specialist.MASSAGE: (
        ("press", "tried"),
        ("asked",),
        ("instructions", "medication", "past", "note"),
    ),
    Specialist.PHYSIO: (
        ("tested", "tried"),
        ("asked",),
        ("findings", "instructions", "medication", "past", "note"),
    ),
    Specialist.DOCTOR: (
        ("medication", "past"),
        ("asked",),
        ("tried", "tested", "instructions", "note"),
    ),
}


def _plain(lines: Iterable[str]) -> list[Plain]:
    """One group without a name, or none."""
    every = list(lines)
    return [{"name": None, "lines": every}] if every else []


def _asked(page: HandOver, words: Words) -> list[Plain]:
    """Yes, no, and still open, with boxes to tick; a massage asks what would stop it alone."""
    groups: list[Plain] = []
    denied = any(a.yes is False and a.flag.level.stops for a in page.asked)
    if page.reader is Specialist.MASSAGE and denied and not (page.stopped or page.is_open):
        return _plain([_label(words, "hand.label.denied")])
    for answer, name in {True: "yes", False: "no", None: "open"}.items():
        asked = [a for a in page.asked if a.yes is answer]
        if page.reader is Specialist.MASSAGE:
            asked = [a for a in asked if answer is not False and a.flag.level.stops]
        questions = [a.flag.question for a in asked]
        label = _label(words, f"hand.label.{name}")
        if questions and answer is False:  # what was denied is read in one go
            questions = [" ".join(questions)]
        lines = [{"text": question, "open": answer is None} for question in questions]
        if lines:
            groups.append({"name": label, "lines": lines})
    return groups or _plain([_label(words, "hand.label.nothing_asked")])


def _tried(told: Plain, words: Words) -> list[str]:
    lines = [*told["tried"]["own_words"], *told["tried"]["record"]]
    if told["see_first"] is not None:
        return lines
    return lines or [_label(words, "hand.label.tried_none")]


def _findings(page: HandOver, told: Plain, words: Words) -> list[str]:
    """What is worth checking, with its test and grade; hidden while a question could stop."""
    lines = []
    for f in told["findings"]:
        screen = f"; test: {f['screen']}" if f["screen"] else ""
        says = f" ({f['screen_says']})" if f["screen_says"] else ""
        letter = f"{f['letter']}: " if f["letter"] and len(page.spots) > 1 else ""
        lines.append(f"{letter}{f['contributor']}{screen}{says} [{f['grade']}]")
    if not lines and page.is_open and not page.stopped:
        lines.append(_label(words, "hand.hidden"))
    return lines


def _pressing(told: Plain, words: Words) -> list[str]:
    pressing = told["pressing"]
    names = ("blockers", "rolled", "left_out")
    joined: Iterator[tuple[str, str]] = ((n, "; ".join(pressing[n])) for n in names)
    return [f"{_label(words, f'hand.label.{name}')}: {said}" for name, said in joined if said]
