"""The commands that look after the store: doctor, backup, restore."""

from pathlib import Path

import click

from unload.cli.options import PATH, as_json
from unload.cli.printing import print_json, print_screen

FAULTY = 1


@click.command()
@as_json
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Show where and how your data is kept, and whether it is sound.

    \b
    Example:
      unload doctor
    """
    from unload.report.checkup import looked, looked_dict  # start-up
    from unload.service import keeping  # brings Django

    checks = keeping.doctor()
    if as_json:
        print_json(looked_dict(checks))
    else:
        print_screen(looked(checks))
    context.exit(FAULTY if any(check.fault for check in checks) else 0)


@click.command()
@click.argument("file", type=PATH, required=False)
@as_json
def backup(file: Path | None, as_json: bool) -> None:
    """Copy the store into FILE and prove the copy.

    Copying the store's file by hand can lose what was written last without a sign of it. Without
    FILE the backup goes into the data folder; put one on another disk now and then.

    \b
    Examples:
      unload backup
      unload backup /media/stick/unload.sqlite3
    """
    from unload.service import keeping  # brings Django

    path, rows = keeping.back_up(file)
    if as_json:
        print_json({"file": str(path), "rows": rows})
    else:
        click.echo(f"{path} holds {_rows(rows)} and was checked against the store.")


@click.command()
@click.argument("file", type=PATH)
@click.option("--unsealed", is_flag=True, help="Take a file that unload backup did not make.")
@as_json
def restore(file: Path, unsealed: bool, as_json: bool) -> None:
    """Put what FILE holds in the place of the store; the present store is kept beside.

    \b
    Example:
      unload restore /media/stick/unload.sqlite3
    """
    from unload.service import keeping  # brings Django

    aside, rows = keeping.restore(file, unsealed=unsealed)
    if as_json:
        print_json({"restored": str(file), "aside": str(aside) if aside else None, "rows": rows})
        return
    click.echo(f"The store now holds the {_rows(rows)} of {file}.")
    if aside:
        click.echo(f"What was there before is in {aside}.")


def _rows(rows: dict[str, int]) -> str:
    return f"{sum(rows.values())} rows"
