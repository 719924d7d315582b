"""The commands that fill the store from files: import, imports, undo-import."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from unload.cli.options import PATH, as_json, columns_of, zone_of
from unload.cli.printing import print_json, print_screen, ticking

NOTHING_KEPT = 2
STOPPED = "Stopped. What was read so far is kept; the same command goes on from there."


@click.command("import")
@click.argument("paths", type=PATH, nargs=-1, required=True, metavar="PATH...")
@zone_of
@columns_of
@click.option("--weight", is_flag=True, help="Keep the body weights too; no answer uses them.")
@click.option("--preview", is_flag=True, help="Show what an import would do, and write nothing.")
@as_json
def import_(
    paths: tuple[Path, ...],
    preview: bool,
    as_json: bool,
    **how: Any,
) -> None:
    """Read your exports into the store, once; `unload week` then needs no PATH.

    What is known is not read again, so give the newest export whole. An import that was stopped
    goes on when it is started once more. Files and positions are not kept.

    \b
    Examples:
      unload import ~/export_12345.zip
      unload import ~/fit-files ~/checkins.csv --zone Europe/Berlin
      unload import ~/a-friend-sent-this.zip --preview
    """
    from unload.report.contract_records import import_dict, preview_dict  # start-up
    from unload.report.records import imported, previewed  # start-up
    from unload.service import records  # brings Django

    told, useless = [], False
    for path in paths:
        with _stopped(preview), ticking() as ticker:
            if preview:
                found = records.preview(path, progress=ticker, **how)
                report, shown, plain = found.report, previewed(found), preview_dict(found)
            else:
                report = records.import_files(path, progress=ticker, **how)
                shown, plain = imported(report), import_dict(report)
        useless |= report.useless
        told.append(plain)
        if not as_json:
            print_screen(shown)
    if as_json:
        print_json(told)
    click.get_current_context().exit(NOTHING_KEPT if useless else 0)


@contextmanager
def _stopped(preview: bool) -> Iterator[None]:
    """Say what Ctrl-C leaves behind; whoever looked beforehand knows that it is nothing."""
    try:
        yield
    except KeyboardInterrupt:
        if not preview:
            click.echo(STOPPED, err=True)
        raise


@click.command()
@click.argument("number", type=int, required=False)
@as_json
def imports(number: int | None, as_json: bool) -> None:
    """List what was imported; with NUMBER, show one import file by file.

    \b
    Examples:
      unload imports
      unload imports 3
    """
    from unload.report.contract_records import import_dict, listed_dict  # start-up
    from unload.report.records import imported, listed  # start-up
    from unload.service import records  # brings Django

    if number is not None:
        report = records.an_import(number)
        if as_json:
            print_json(import_dict(report))
        else:
            print_screen(imported(report, whole=True))
    elif as_json:
        print_json([listed_dict(kept) for kept in records.imports()])
    else:
        print_screen(listed(records.imports()))


@click.command("undo-import")
@click.argument("number", type=int)
@as_json
def undo_import(number: int, as_json: bool) -> None:
    """Take an import back: the store is then as if it had never been.

    Files that another import holds too stay. NUMBER is in the list of `unload imports`.

    \b
    Example:
      unload undo-import 3
    """
    from unload.report.figures import plural  # start-up
    from unload.service import records  # brings Django

    files = records.undo_import(number)
    if as_json:
        print_json({"undone": number, "files": files})
    else:
        click.echo(f"Import {number} is undone; {files} {plural(files, 'file')} went with it.")
