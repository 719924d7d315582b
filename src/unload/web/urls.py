"""Every route; each view says whom it is for, and `policy` refuses one that does not."""

from django.urls import path

from unload.web.arriving import go_on
from unload.web.body import body
from unload.web.check_in import away, check_in, queued
from unload.web.codes import begin_codes, codes, confirm_codes, renew_codes, stop_codes
from unload.web.doubts import doubts
from unload.web.entrance import (
    ask_passkey,
    by_passkey,
    new_password,
    second_step,
    sign_in,
    sign_out,
    sign_out_everywhere,
    start,
)
from unload.web.feed import feed, new_feed, stop_feed
from unload.web.hand_over import hand_over, hand_over_json
from unload.web.history import history
from unload.web.imports import (
    an_import,
    begin,
    clock,
    drop,
    imports,
    portion,
    progress,
    read,
    undo_import,
)
from unload.web.leaving import erase, take_along
from unload.web.me import me
from unload.web.passkeys import add_passkey, begin_passkey, passkeys, remove_passkey
from unload.web.today import today
from unload.web.told import told, told_day
from unload.web.week import accept, calendar, give_back, move, week, workout, workouts
from unload.web.why import numbers, why, year
from unload.web.work_it_out import work_it_out, worked

handler400, handler404, handler500 = (
    f"unload.web.policy.{name}" for name in ("unreadable", "nowhere", "failed")
)
urlpatterns = [
    path("", today, name="today"),
    path("check-in/", check_in, name="check_in"),
    path("check-in/away/", away, name="away"),
    path("check-in/queued/", queued, name="queued"),
    path("week/", week, name="week"),
    path("week/accept/", accept, name="accept"),
    path("week/move/", move, name="move"),
    path("week/give-back/", give_back, name="give_back"),
    path("week/week.ics", calendar, name="calendar"),
    path("week/week.zip", workouts, name="workouts"),
    path("week/runs/<int:number>.fit", workout, name="workout"),
    path("week/feed/new/", new_feed, name="new_feed"),
    path("week/feed/stop/", stop_feed, name="stop_feed"),
    path("feed/<str:key>.ics", feed, name="feed"),
    path("body/", body, name="body"),
    path("body/hand-over.pdf", hand_over, name="hand_over"),
    path("body/hand-over.json", hand_over_json, name="hand_over_json"),
    path("work-it-out/", work_it_out, name="work_it_out"),
    path("work-it-out/queued/", worked, name="worked"),
    path("doubts/", doubts, name="doubts"),
    path("why/", why, name="why"),
    path("why/numbers/", numbers, name="numbers"),
    path("history/", history, name="history"),
    path("why/year/", year, name="year"),
    path("why/told/", told, name="told"),
    path("why/told/<slug:day>/", told_day, name="told_day"),
    path("imports/", imports, name="imports"),
    path("imports/progress/", progress, name="progress"),
    path("imports/begin/", begin, name="begin"),
    path("imports/portion/", portion, name="portion"),
    path("imports/read/", read, name="read"),
    path("imports/drop/", drop, name="drop"),
    path("imports/clock/", clock, name="clock"),
    path("imports/<int:number>/", an_import, name="an_import"),
    path("imports/<int:number>/undo/", undo_import, name="undo_import"),
    path("me/", me, name="me"),
    path("me/password/", new_password, name="new_password"),
    path("me/codes/", codes, name="codes"),
    path("me/codes/begin/", begin_codes, name="begin_codes"),
    path("me/codes/confirm/", confirm_codes, name="confirm_codes"),
    path("me/codes/renew/", renew_codes, name="renew_codes"),
    path("me/codes/stop/", stop_codes, name="stop_codes"),
    path("me/passkeys/", passkeys, name="passkeys"),
    path("me/passkeys/begin/", begin_passkey, name="begin_passkey"),
    path("me/passkeys/add/", add_passkey, name="add_passkey"),
    path("me/passkeys/<int:number>/remove/", remove_passkey, name="remove_passkey"),
    path("me/sign-out/", sign_out_everywhere, name="sign_out_everywhere"),
    path("me/unload.zip", take_along, name="take_along"),
    path("me/go-on/", go_on, name="go_on"),
    path("me/erase/", erase, name="erase"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-in/code/", second_step, name="second_step"),
    path("sign-in/passkey/", by_passkey, name="by_passkey"),
    path("sign-in/passkey/ask/", ask_passkey, name="ask_passkey"),
    path("sign-out/", sign_out, name="sign_out"),
    path("start/", start, name="start"),
]
