"""The commands about sessions that several files tell of: choices, apart, together."""

from datetime import date

import click

from unload.cli.options import as_json, in_units
from unload.cli.printing import print_json, print_screen


@click.command()
@in_units
@as_json
def choices(units: str, as_json: bool) -> None:
    """Show the sessions that several files tell of, and which telling counts.

    \b
    Example:
      unload choices
    """
    from unload.report import tellings as report  # start-up
    from unload.report.words import UNITS, Words  # start-up
    from unload.service import tellings  # brings Django

    made, pairs = tellings.made(), tellings.kept_apart()
    if as_json:
        print_json(report.choices_dict(made, pairs))
    else:
        print_screen(report.choices(made, pairs, Words({}, UNITS[units], date.today())))


@click.command()
@click.argument("name")
def apart(name: str) -> None:
    """Count the telling NAME as a session of its own.

    \b
    Example:
      unload apart 3f9c01ab
    """
    from unload.service import tellings  # brings Django

    choice = tellings.apart(name)
    click.echo(f"{name} counts beside the session of {choice.kept.start:%Y-%m-%d %H:%M} now.")


@click.command()
@click.argument("name")
def together(name: str) -> None:
    """Let the telling NAME be merged again, where you had kept it apart.

    \b
    Example:
      unload together 3f9c01ab
    """
    from unload.service import tellings  # brings Django

    tellings.together(name)
    click.echo(f"{name} is judged like any other telling again.")
