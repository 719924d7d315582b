"""Read a plan written by hand in YAML: a list of days, or one entry per date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from unload.errors import Problem
from unload.importers.plan_cells import planned_of
from unload.importers.protocol import File
from unload.model.plan import PlannedSession

_ENDINGS = (".yaml", ".yml")


class PlanList:
    """`- date: 2024-11-19` with its fields, or `2024-11-19: 8 x 400 m hard / 60 s jog`."""

    name = "plan list"

    def identify(self, file: File) -> bool:
        return file.stem.endswith(_ENDINGS)

    def read(self, file: File, zone: tzinfo) -> Iterator[PlannedSession | Problem]:
        import yaml  # noqa: PLC0415 # only plans written by hand need it

        with file.open() as stream:
            data = stream.read()
        try:
            written = yaml.safe_load(data)
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            yield Problem(file.name, f"is no YAML ({' '.join(str(error).split())[:120]}).")
            return
        for number, told in enumerate(_entries(written), 1):
            where = f"{file.name} entry {number}"
            if isinstance(told, dict):
                cells = {str(k).strip().lower(): str(v).strip() for k, v in told.items()}
                yield planned_of(where, {k: v for k, v in cells.items() if v and v != "None"})
            else:
                yield Problem(where, "is no entry of a plan; give it a date and a session.")


def _entries(written: object) -> Iterator[object]:
    if isinstance(written, dict):
        for day, what in written.items():
            yield (
                {"date": day, **what} if isinstance(what, dict) else {"date": day, "session": what}
            )
    elif isinstance(written, list):
        yield from written
