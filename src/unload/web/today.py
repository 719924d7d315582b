"""Today: the verdict in one sentence, today's session, the check-in if it is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from unload.report.compose import compose
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.days import bars_of, days_of, next_of, waits_for
from unload.web.rendering import page, words_for


@for_owner("GET")
def today(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    answer = notebook.advice()
    advice, words = answer.advice, words_for(notebook, answer.knowledge)
    week = advice.week
    taken = notebook.taken_days(week.after.days[0].day) if week else frozenset()
    return page(
        request, notebook, "today.html",
        document=compose(advice, words, answer.knowledge),
        check_in=next((c for c in answer.history.check_ins if c.day == notebook.today), None),
        verdict=advice.verdict.kind.name.lower(),
        next=next_of(days_of(week, words, taken), notebook.today),
        week=week and [words.distance(w.distance_m) for w in (week.before, week.after)],
        bars=bars_of(week), waits=waits_for(advice), taken=taken, said=request.GET.get("said", ""),
    )  # fmt: skip
