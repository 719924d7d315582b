"""Take everything along, or erase everything."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse

from unload.report.everything import archive
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.again import knows_password
from unload.web.forms import PasswordAgain
from unload.web.models import Owner
from unload.web.policy import CLEARED
from unload.web.rendering import page, plain_page

PRIVATE = ("id", "user", "only", "stays_on")  # of the account, and not said by the runner
LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)  # the first moment that a zip can name


@for_owner("GET")
def take_along(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """One zip with all that is kept."""
    said = model_to_dict(Owner.objects.get(pk=notebook.owner))
    about = {name: value for name, value in said.items() if name not in PRIVATE}
    about |= notebook.said_of_the_body()
    sessions, check_ins = notebook.everything()
    decided, told = notebook.changes(), notebook.everything_told()
    rows, newest = notebook.rows()
    packed = archive(
        sessions, check_ins, decided, about, newest or LONG_AGO, verdicts=told, rows=rows
    )
    response = HttpResponse(packed, content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="unload.zip"'
    return response


@for_owner("GET", "POST")
def erase(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Everything goes, the account with it; the password is asked for once more."""
    form = PasswordAgain(request.POST or None)
    if request.method == "POST" and knows_password(form, User.objects.get(owner=notebook.owner)):
        notebook.erase()
        request.session.flush()
        erased = plain_page(request, "erased.html")
        erased.headers["Clear-Site-Data"] = CLEARED
        return erased
    status = 400 if request.method == "POST" else 200
    return page(request, notebook, "erase.html", form=form, status=status)
