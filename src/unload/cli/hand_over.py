"""Write the page for a specialist: `unload hand-over`, as a PDF or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import (
    DEMOS,
    PATH,
    about,
    as_json,
    asked,
    in_units,
    maybe_path,
    options,
)
from unload.cli.printing import print_json, words_of
from unload.errors import UnloadError

# As in program.py: "start-up" marks an import that waits until the command needs it.
if TYPE_CHECKING:
    from unload.service import Answer

READERS = ("massage", "physio", "doctor")
PAPERS = ("a4", "letter")


@click.command("hand-over")
@options(maybe_path, about)
@click.option("--demo", type=click.Choice(DEMOS), help="A made-up runner instead of PATH.")
@click.option(
    "--for", "reader", type=click.Choice(READERS), default="physio", show_default=True,
    help="Whom the page is for.",
)  # fmt: skip
@click.option("--pdf", type=PATH, metavar="FILE.pdf", help="Write the page into this file.")
@click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True)
@click.option("--name", help="Your name on the page; without it there is none.")
@options(in_units, as_json)
def hand_over(path: Path | None, demo: str | None, reader: str, **given: Any) -> None:
    """Write one page for a sports massage, a physio or a doctor.

    Where it hurts and since when, pain over running since before it began, what was asked, tried
    and wanted. Medication, history and a name stand there only if you add them (docs/files.md).

    \b
    Examples:
      unload hand-over ~/export_12345.zip --answers me.toml --pdf page.pdf
      unload hand-over --for doctor --pdf page.pdf
      unload hand-over --demo sore --json
    """
    from unload.model.phrase import Phrase  # start-up
    from unload.model.specialist import Specialist  # start-up
    from unload.report.hand_over import hand_over_dict  # start-up
    from unload.report.hand_over_pdf import hand_over_pdf  # start-up
    from unload.service.handing_over import hand_over_page  # start-up

    pdf = given["pdf"]
    if pdf is None and not given["as_json"]:
        raise click.UsageError("Say --pdf FILE.pdf for a page, or --json for a program.")
    answer = _answer(path, demo, given)
    page = hand_over_page(
        answer,
        Specialist(reader),
        answers=given["answers"],
        demo=demo,
        name=given["name"],
        **_kept(given["runner"], answer) if path is None and demo is None else {},
    )
    words = words_of(answer, given["units"])
    told = hand_over_dict(page.hand_over, words, page.knowledge)
    if pdf is not None:
        paper = given["paper"]
        sheet = hand_over_pdf(page.hand_over, words, page.knowledge, page.figures, paper)
        _write(pdf, sheet.made)
        if sheet.unshown:
            said = words.say(Phrase("hand.unshown", {"letters": sheet.unshown}))
            click.echo(f"unload: {said}", err=True)
    if given["as_json"]:
        print_json(told)
    for problem in page.problems:
        click.echo(f"unload: {problem}", err=True)


def _kept(runner: str | None, answer: "Answer") -> dict[str, Any]:
    """What is kept of sessions on sore spots and of self-tests."""
    from unload.service.body_stored import with_kept, worked_of  # brings Django

    mine = runner or ""
    return {"worked": worked_of(mine), "results": with_kept((), mine, answer.advice.today)}


def _write(file: Path, made: bytes) -> None:
    try:
        file.write_bytes(made)
    except OSError as error:
        raise UnloadError(f"{file} cannot be written: {error.strerror}.") from error
    click.echo(f"wrote {file}", err=True)


def _answer(path: Path | None, demo: str | None, given: dict[str, Any]) -> "Answer":
    """The answer for the files under a path, for a made-up runner, or from what is kept."""
    from unload import service  # start-up

    if path is not None and demo is not None:
        raise click.UsageError("Say the PATH of your files, or --demo, not both.")
    if demo is not None:
        return service.advise_demo(demo)
    week = {"plan": None, "mode": "reduce", "work_day": "wed", "never": ()}
    return asked(path, {**week, **given})
