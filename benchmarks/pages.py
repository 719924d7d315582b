"""How long the pages take over ten years of records, and how much memory that needs."""

import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory()
os.environ["UNLOAD_DATA"], os.environ["DATABASE_URL"] = FOLDER.name, ""

from unload.web import serving  # noqa: E402 # the folder is named before the store is entered

YEARS, TIMES, CHANGES = 10, 30, 8
TODAY = date(2024, 11, 17)
PAGES = ("/", "/check-in/", "/week/", "/body/", "/work-it-out/", "/doubts/",
         "/doubts/?deep=2&later=3&spared=5", "/why/", "/why/numbers/", "/why/year/",
         "/why/told/", f"/why/told/{TODAY}/", "/history/", "/imports/", "/me/")  # fmt: skip


def export(folder: Path) -> Path:
    """Ten years of a runner who runs five days a week and checks in on most of them."""
    chance, runs, days = random.Random(7), ["start_local,type,distance_m,moving_s,runner"], []
    for ago in range(YEARS * 365, 0, -1):
        day = TODAY - timedelta(days=ago)
        if day.weekday() not in (0, 4):
            metres = chance.choice((6000, 8000, 10000, 12000, 20000))
            runs.append(f"{day} 07:00:00,run,{metres},{metres * 0.34:.0f},")
        if chance.random() < 0.8:
            days.append(f"{day},{chance.randint(3, 5)},{chance.randint(2, 5)},none")
    folder.mkdir()
    (folder / "runs.csv").write_text("\n".join(runs))
    (folder / "days.csv").write_text("\n".join(["date,sleep,soreness,spots", *days]))
    return folder


def timed(ask: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each of several askings."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        found.append(1000 * (time.perf_counter() - began))
    return found


def p95(found: list[float]) -> float:
    return statistics.quantiles(found, n=20)[-1]


def told(name: str, found: list[float]) -> None:
    """The first asking, which thinks out and loads what the others find, and all of them."""
    middle, worst = statistics.median(found), p95(found)
    print(f"{name:34}first {found[0]:6.1f} ms, median {middle:6.1f} ms, p95 {worst:6.1f} ms")


def one_more(folder: Path, number: int) -> Path:
    """An export of one run, another one each time."""
    folder.mkdir(exist_ok=True)
    row = f"{TODAY} 1{number}:00:00,run,5000,1700,"
    (folder / "runs.csv").write_text(f"start_local,type,distance_m,moving_s,runner\n{row}")
    return folder


def main() -> None:
    serving.prepare()
    serving.make_demo()
    from django.test import Client  # noqa: PLC0415 # Django is set up by now

    from unload.web.access import visible_to  # noqa: PLC0415 # the same
    from unload.web.models import Owner  # noqa: PLC0415 # the same

    user = Owner.objects.get().user
    notebook = visible_to(user)
    notebook.undo_import(1)
    notebook.bring(export(Path(FOLDER.name) / "export"), lambda *_: None)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    began = timed(lambda: client.get("/"), 1)[0]
    print(f"{'Today, first page of a program':34}first {began:6.1f} ms")
    after: dict[str, list[float]] = {"Today after an import": [], "Today after a check-in": []}
    for number in range(CHANGES):
        notebook.bring(one_more(Path(FOLDER.name) / "more", number), lambda *_: None)
        after["Today after an import"] += timed(lambda: client.get("/"), 1)
        notebook.record({"sleep": 1 + number % 5, "spots": ()}, None)
        after["Today after a check-in"] += timed(lambda: client.get("/"), 1)
    for name, found in after.items():
        print(f"{name:34}median {statistics.median(found):5.1f} ms, worst {max(found):6.1f} ms")
    for page in PAGES:
        told(page, timed(lambda page=page: client.get(page), TIMES))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory at most':34}{peak:12.0f} MB")


if __name__ == "__main__":
    main()
