"""Every route; each view says whom it is for, and `policy` refuses one that does not."""

from django.urls import path

from unload.web.body import body
from unload.web.check_in import away, check_in, queued
from unload.web.doubts import doubts
from unload.web.entrance import new_password, sign_in, sign_out, start
from unload.web.hand_over import hand_over, hand_over_json
from unload.web.imports import an_import, imports, progress, undo_import
from unload.web.leaving import erase, take_along
from unload.web.me import me
from unload.web.today import today
from unload.web.week import accept, calendar, give_back, week, workout, workouts
from unload.web.why import numbers, why
from unload.web.work_it_out import work_it_out, worked

urlpatterns = [
    path("", today, name="today"),
    path("check-in/", check_in, name="check_in"),
    path("check-in/away/", away, name="away"),
    path("check-in/queued/", queued, name="queued"),
    path("week/", week, name="week"),
    path("week/accept/", accept, name="accept"),
    path("week/give-back/", give_back, name="give_back"),
    path("week/week.ics", calendar, name="calendar"),
    path("week/week.zip", workouts, name="workouts"),
    path("week/runs/<int:number>.fit", workout, name="workout"),
    path("body/", body, name="body"),
    path("body/hand-over.pdf", hand_over, name="hand_over"),
    path("body/hand-over.json", hand_over_json, name="hand_over_json"),
    path("work-it-out/", work_it_out, name="work_it_out"),
    path("work-it-out/queued/", worked, name="worked"),
    path("doubts/", doubts, name="doubts"),
    path("why/", why, name="why"),
    path("why/numbers/", numbers, name="numbers"),
    path("imports/", imports, name="imports"),
    path("imports/progress/", progress, name="progress"),
    path("imports/<int:number>/", an_import, name="an_import"),
    path("imports/<int:number>/undo/", undo_import, name="undo_import"),
    path("me/", me, name="me"),
    path("me/password/", new_password, name="new_password"),
    path("me/unload.zip", take_along, name="take_along"),
    path("me/erase/", erase, name="erase"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-out/", sign_out, name="sign_out"),
    path("start/", start, name="start"),
]
