"""The commands that test the advice on what has happened: backtest and audit."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unload.cli.options import (
    DAY,
    PATH,
    as_json,
    columns_of,
    in_units,
    maybe_path,
    week_start_of,
    wide,
    zone_of,
)
from unload.cli.printing import plain_words, print_json, print_screen, ticking

# As in program: "start-up" marks an import that waits until a command needs it.
if TYPE_CHECKING:
    from unload.model.proof import Audit

FOUND = 2  # the part of the report that says what was found


@click.command()
@click.argument("folders", nargs=-1, type=PATH)
@click.option(
    "--plans",
    type=PATH,
    metavar="FILE.csv",
    help="Training plans, week by week: what would those be told who follow them?",
)
@click.option(
    "--out", type=PATH, metavar="FILE", help="Write the report here: .html, or .md for Markdown."
)
@click.option("--commit", default="", metavar="NAME", help="The commit that the report names.")
@zone_of
@as_json
def backtest(
    folders: tuple[Path, ...],
    *,
    plans: Path | None,
    out: Path | None,
    commit: str,
    zone: str | None,
    as_json: bool,
) -> None:
    """Test the advice on histories that have happened, as far as they can tell.

    FOLDERS hold runners: each file or folder directly in one is a runner, or several where its
    rows name them. Every folder is reported for itself, and nobody in it by name. A table of
    plans has the columns plan, week, km, longest_km, runs, and may have race_week and taper3.

    \b
    Examples:
      unload backtest histories/ --out report.html
      unload backtest histories/ diaries/ --zone Europe/Oslo --out docs/validation.md
      unload backtest --plans plans.csv
    """
    from unload.report.proof_page import html, markdown  # start-up
    from unload.report.proof_parts import parts, title  # start-up
    from unload.report.proof_plain import plain  # start-up
    from unload.service import proof  # start-up

    if not folders and plans is None:
        raise click.UsageError("Give a folder of histories, or plans with --plans, or both.")
    with ticking() as ticker:
        found = proof.backtest_paths(folders, plans=plans, zone=zone, progress=ticker)
    words = plain_words("km", date.today())
    said = parts(found, words)
    if out is not None:
        write = markdown if out.suffix == ".md" else html
        out.write_text(write(*title(found, words, commit), said), encoding="utf-8")
    if as_json:
        print_json(plain(found))
        return
    for sentence in said[FOUND].said:
        click.echo(sentence)
    if out is not None:
        click.echo(f"The whole report: {out}")


@click.command()
@maybe_path
@click.option("--today", type=DAY, metavar="DATE", help="Look back from this day. Default: today.")
@click.option("--runner", metavar="NAME", help="Whose year, where there are several runners.")
@click.option("--answers", type=PATH, metavar="FILE.toml", help="Your check-ins and answers.")
@zone_of
@week_start_of
@columns_of
@in_units
@wide
@as_json
def audit(path: Path | None, **given: Any) -> None:
    """Look back on your own year: what was advised, what you did, what followed.

    Each answer uses only what was known on its day. It says so where there is too little to tell.
    Without PATH the year is that of what `unload import` has kept.

    \b
    Examples:
      unload audit
      unload audit ~/export_12345.zip
      unload audit runs.csv --today 2024-11-17 --answers me.toml --json
    """
    from unload.report.audit_screen import audited  # start-up
    from unload.report.proof_plain import plain  # start-up
    from unload.service import proof  # start-up

    today = given["today"]
    look_back = _audit_stored() if path is None else partial(proof.audit_path, path)
    with ticking() as ticker:
        found = look_back(
            today=None if today is None else today.date(),
            progress=ticker,
            **{n: given[n] for n in ("runner", "answers", "zone", "week_start", "columns")},
        )
    if given["as_json"]:
        print_json(plain(found))
    else:
        words = plain_words(given["units"], date.today())
        print_screen(audited(found, words, proof.numbers()), given["width"])


def _audit_stored() -> "Callable[..., Audit]":
    from unload.service.proof_stored import audit_stored  # brings Django; files need not pay for it

    return audit_stored
