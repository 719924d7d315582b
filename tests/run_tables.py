"""Tables of sessions as a runner would keep them."""

from datetime import date
from pathlib import Path

from athletes import TODAY

HEADER = "start_local,type,distance_m,moving_s,runner\n"


def table(rows: list[str], folder: Path, name: str = "runs.csv", header: str = HEADER) -> Path:
    """A table of sessions as a runner would keep it."""
    path = folder / name
    path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def rows_of(runner: str = "", kind: str = "run", days: int = 60) -> list[str]:
    """A session a day up to 17 November: eight kilometres in forty-eight minutes."""
    ordinals = range(TODAY.toordinal() - days + 1, TODAY.toordinal() + 1)
    return [f"{date.fromordinal(n)} 08:00:00,{kind},8000,2880,{runner}" for n in ordinals]
