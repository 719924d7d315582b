"""History: every week once, lighter ones marked, what is not known left open."""

import re
from dataclasses import replace

from pages import Site
from unload.model.past import PastWeek
from unload.model.proof import Done
from unload.web.history import BETWEEN, _bars, _lines, _rows
from unload.web.rendering import words_for


def table(site: Site) -> str:
    return str(site.owner.get("/history/").content.decode().partition("<tbody>")[2])


def test_every_week_is_in_the_table_once_the_newest_first(site: Site) -> None:
    """As the verb tells them."""
    weeks = site.notebook().past().past.weeks
    shown = re.findall(r'datetime="([^"]+)"', table(site))
    assert [week.first_day.isoformat() for week in reversed(weeks)] == shown


def test_the_loads_are_those_of_the_verb(site: Site) -> None:
    """No second computing: what the script draws is the load of each week, the oldest first."""
    weeks = site.notebook().past().past.weeks
    told = re.search(r'data-load="([^"]*)"', site.owner.get("/history/").content.decode())
    wanted = ["" if week.load_au is None else f"{week.load_au:.1f}" for week in weeks]
    assert told is not None
    assert wanted == told[1].split(",")


def test_lighter_weeks_are_marked(site: Site) -> None:
    """As many rows as there were lighter weeks."""
    weeks = site.notebook().past().past.weeks
    light = [w for w in weeks if w.whole and w.done in (Done.UNLOADED, Done.STEPPED_BACK)]
    assert (True, len(light)) == (bool(light), table(site).count('<tr class="lighter">'))


def test_unknown_is_not_zero(site: Site) -> None:
    """What is not known of a week is open ground, a point and no value; an empty week is no bar."""
    book = site.notebook()
    past = book.past().past
    week: PastWeek = replace(past.weeks[-1], whole=True, done=Done.USUAL)
    loads = (None, 0.0, 4.0, 8.0)
    odd = [replace(week, load_au=load, sore_days=None) for load in loads]
    bars = {"gap": "M0 0h1v100h-1z", "usual": "M2.1 100V50.0h.8V100zM3.1 100V0.0h.8V100z"}
    assert bars == _bars(odd)
    lines = _lines(odd)
    assert (",0.0,4.0,8.0", ",,,") == (lines["load"], lines["sore"])
    rows = _rows(replace(past, weeks=tuple(odd)), words_for(book))
    cells = [row.cells.split(BETWEEN) for row in rows]
    assert [("8", "·"), ("4", "·"), ("0", "·"), ("·", "·")] == [(row[1], row[4]) for row in cells]
