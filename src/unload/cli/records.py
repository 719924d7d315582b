"""The commands that fill the store from files: import, imports, undo-import."""

from pathlib import Path

import click

from unload.cli.options import PATH, as_json, columns_of, zone_of
from unload.cli.printing import print_json, print_screen, ticking

NOTHING_KEPT = 2


@click.command("import")
@click.argument("paths", type=PATH, nargs=-1, required=True, metavar="PATH...")
@zone_of
@columns_of
@as_json
@click.pass_context
def import_(
    context: click.Context,
    paths: tuple[Path, ...],
    zone: str | None,
    columns: str | None,
    as_json: bool,
) -> None:
    """Read your exports into the store, once; `unload week` then needs no PATH.

    What is known is not read again, so give the newest export whole. An import that was stopped
    goes on when it is started once more. Files and positions are not kept.

    \b
    Examples:
      unload import ~/export_12345.zip
      unload import ~/fit-files ~/checkins.csv --zone Europe/Berlin
    """
    from unload.report.records import import_dict, imported  # start-up
    from unload.service import records  # brings Django

    reports = []
    for path in paths:
        with ticking() as ticker:
            reports.append(records.import_files(path, zone=zone, columns=columns, progress=ticker))
        if not as_json:
            print_screen(imported(reports[-1]))
    if as_json:
        print_json([import_dict(report) for report in reports])
    context.exit(NOTHING_KEPT if any(report.useless for report in reports) else 0)


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
    from unload.report.records import import_dict, imported, listed, listed_dict  # start-up
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
