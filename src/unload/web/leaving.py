"""Take everything along, or erase everything."""

from __future__ import annotations

from datetime import UTC, datetime

from django.contrib.auth.models import User
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from unload.report.everything import archive
from unload.service.notebook import Notebook
from unload.web.access import for_owner
from unload.web.forms import Erase
from unload.web.models import Owner
from unload.web.rendering import page, plain_page

PRIVATE = ("id", "user", "only")  # of the account, and nothing that the runner said


@for_owner("GET")
def take_along(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """One zip with all that is kept."""
    said = model_to_dict(Owner.objects.get(pk=notebook.owner))
    about = {name: value for name, value in said.items() if name not in PRIVATE}
    about |= notebook.said_of_the_body()
    sessions, check_ins = notebook.everything()
    packed = archive(sessions, check_ins, notebook.changes(), about, datetime.now(UTC))
    response = HttpResponse(packed, content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="unload.zip"'
    return response


@for_owner("GET", "POST")
def erase(request: HttpRequest, notebook: Notebook) -> HttpResponse:
    """Everything goes, the account with it; the password is asked for once more."""
    form = Erase(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if User.objects.get(owner=notebook.owner).check_password(form.cleaned_data["password"]):
            notebook.erase()
            request.session.flush()
            erased = plain_page(request, "erased.html")
            erased.headers["Clear-Site-Data"] = '"storage"'  # the browser keeps nothing either
            return erased
        form.add_error("password", _("That is not your password."))
    status = 400 if request.method == "POST" else 200
    return page(request, notebook, "erase.html", form=form, status=status)
