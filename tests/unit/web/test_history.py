"""History: every week once, lighter ones marked, what is not known left open."""

import re
from dataclasses import replace

from pages import Site
from unload.model.past import PastWeek
from unload.model.proof import Done
from unload.web.history import _rows
from unload.web.rendering import words_for


def table(site: Site) -> str:
    return str(site.owner.get("/history/").content.decode().partition("<tbody>")[2])


def test_every_week_is_in_the_table_once_the_newest_first(site: Site) -> None:
    """As the verb tells them."""
    weeks = site.notebook().past().past.weeks
    shown = re.findall(r'datetime="([^"]+)"', table(site))
    assert [week.first_day.isoformat() for week in reversed(weeks)] == shown


def test_the_loads_are_those_of_the_verb(site: Site) -> None:
    """No second computing: the first number of a row is the load of its week."""
    weeks = site.notebook().past().past.weeks
    told = re.findall(r'<data value="([^"]*)"', table(site))
    wanted = ["" if w.load_au is None else str(w.load_au) for w in reversed(weeks)]
    assert wanted == [row[0] for row in zip(*[iter(told)] * 6, strict=True)]


def test_lighter_weeks_are_marked(site: Site) -> None:
    """As many rows as there were lighter weeks."""
    weeks = site.notebook().past().past.weeks
    light = [w for w in weeks if w.whole and w.done in (Done.UNLOADED, Done.STEPPED_BACK)]
    assert (True, len(light)) == (bool(light), table(site).count('<tr class="lighter">'))


def test_unknown_is_not_zero(site: Site) -> None:
    """A week of which nothing is known has no share of the load; an empty one has none of it."""
    book = site.notebook()
    past = book.past().past
    week: PastWeek = past.weeks[-1]
    odd = (replace(week, load_au=None), replace(week, load_au=0.0), replace(week, load_au=8.0))
    rows = _rows(replace(past, weeks=odd), words_for(book))
    assert [None, 0.0, 1.0] == [row.share for row in rows]
