"""What would change an answer: counted, dated, and only what is missing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from athletes import (
    ANNA,
    BEN,
    CLEO,
    FINN,
    MARATHON,
    MONDAY,
    TODAY,
    K,
    pains,
    run,
    state_of,
    verdict_of,
    weekly,
)
from unload.model.advice import Verdict, VerdictKind
from unload.model.history import CheckIn, History, Runner
from unload.model.phrase import Phrase
from unload.science.answer import answer
from unload.science.reasons import signals_today

DAY = timedelta(days=1)
FEVER = Runner(red_flags=(next(f.key for f in K.red_flags if f.level.stops),))
UNLOADING = weekly(48, 48, 48, 48, 24)
WELL_AGAIN = ["change.well_again", "change.now", "change.flag"]


def changes(verdict: Verdict) -> list[str]:
    return [phrase.key for phrase in verdict.would_change]


def value(phrases: tuple[Phrase, ...], key: str) -> dict[str, object]:
    """The values of the phrase with this key."""
    return dict(next(phrase for phrase in phrases if phrase.key == key).values)


class TestChanges:
    @pytest.mark.parametrize(
        ("history", "keys"),
        [
            (ANNA, ["change.weeks", "change.spot_any", "change.restart"]),
            (BEN, ["change.spot_better", "change.now", "change.flag"]),
            (CLEO, ["change.lighter_week", "change.spot_any"]),
            (UNLOADING, ["change.already", "change.flag"]),
            (FINN, ["change.newer", "change.coverage"]),
            (History(), ["change.no_runs"]),
            (replace(ANNA, race=replace(MARATHON, day=TODAY)), ["change.taper", "change.flag"]),
            (replace(ANNA, runner=FEVER), ["change.see_someone"]),
            (replace(ANNA, check_ins=(CheckIn(TODAY, ill=True),)), WELL_AGAIN),
        ],
    )
    def test_each_answer_says_what_would_change_it(self, history: History, keys: list[str]) -> None:
        """The nearest thing on each side, in the runner's terms."""
        assert keys == changes(verdict_of(history))

    def test_a_short_thin_record_says_how_much_is_missing(self) -> None:
        """Two runs in ten days: eighteen more days, and two more runs."""
        thin = History((run(TODAY - 9 * DAY, 5), run(TODAY, 5)))
        told = verdict_of(thin).would_change
        assert (18, 28) == tuple(value(told, "change.longer")[k] for k in ("more", "wanted"))
        assert (10, 17) == tuple(value(told, "change.coverage")[k] for k in ("known", "enough"))
        assert (2, 4) == tuple(value(told, "change.runs")[k] for k in ("runs", "enough"))

    def test_only_what_is_missing_is_asked_for(self) -> None:
        """Twenty-seven days in a row lack one day and nothing else."""
        jogs = History(tuple(run(TODAY - n * DAY, 5) for n in range(27)))
        assert ["change.longer"] == changes(verdict_of(jogs))
        assert 1 == value(verdict_of(jogs).would_change, "change.longer")["more"]

    @pytest.mark.parametrize(("levels", "quiet"), [((3, 3, 3), 6), ((4, 4, 0, 4, 0, 0, 0), 2)])
    def test_the_quiet_days_that_let_a_spot_go_are_counted(
        self, levels: tuple[float, ...], quiet: int
    ) -> None:
        """So many days in a row, and the answer has indeed changed after them."""
        check_ins = pains(*[0] * 28, *levels)
        sore = replace(ANNA, check_ins=check_ins)
        told = value(verdict_of(sore).would_change, "change.spot_better")
        assert (quiet, "calf", "left") == (told["quiet"], told["region"], told["side"])
        for calm, kind in ((quiet - 1, VerdictKind.UNLOAD_NOW), (quiet, VerdictKind.TRAIN_ON)):
            later = replace(ANNA, check_ins=pains(*[0] * 28, *levels, *[0] * calm))
            assert kind is verdict_of(later).kind

    @pytest.mark.parametrize(("sore_days", "more"), [(1, 2), (2, 1)])
    def test_the_sore_days_that_would_ask_at_once_are_counted(
        self, sore_days: int, more: int
    ) -> None:
        """And so many more sore days do turn the answer."""
        sore = replace(ANNA, check_ins=pains(*[0] * 28, *[3] * sore_days))
        told = value(verdict_of(sore).would_change, "change.spot_worse")
        assert (more, "calf") == (told["more"], told["region"])
        worse = replace(ANNA, check_ins=pains(*[0] * 28, *[3] * (sore_days + more)))
        assert VerdictKind.UNLOAD_NOW is verdict_of(worse).kind

    def test_a_lighter_week_of_the_size_named_is_one(self) -> None:
        """Soon says how small a week would count, and a week of that size does."""
        limit = value(verdict_of(CLEO).would_change, "change.lighter_week")["limit_m"]
        weeks = weekly(*[48] * 12, 48, limit / 1000)
        assert VerdictKind.ALREADY_UNLOADING is verdict_of(weeks).kind

    def test_an_easy_week_says_how_far_it_may_go(self) -> None:
        """Four fifths of 48 km, of which 24 are run: once lighter, it stays so by a margin."""
        told = value(verdict_of(UNLOADING).would_change, "change.already")
        assert (38_400, 24_000) == (told["limit_m"], told["so_far_m"])
        assert (MONDAY, TODAY) == (told["first"], told["last"])

    def test_without_a_usual_week_no_lighter_one_is_named(self) -> None:
        """Soon by a flat heart, with no week whole enough to compare with."""
        now = state_of(CLEO)
        blank = replace(now.weeks, usual_week_m=now.weeks.usual_week_m * float("nan"))
        verdict = answer(
            replace(now, weeks=blank), signals_today(now, K.signals), (), (K.signals, K.verdict)
        )
        assert ["change.spot_any"] == changes(verdict)

    def test_without_a_count_no_week_and_no_date_are_named(self) -> None:
        """The calendar is silent where no whole week is known."""
        for history in (ANNA, CLEO):
            now = state_of(history)
            silent = replace(
                now.tracks["build_weeks"], value=now.tracks["build_weeks"].value * float("nan")
            )
            unheard = replace(now, tracks={**now.tracks, "build_weeks": silent})
            verdict = answer(unheard, (), (), (K.signals, K.verdict))
            assert "change.weeks" not in changes(verdict)
            if history is ANNA:
                assert (None, "verdict.train_on") == (verdict.by, verdict.says.key)
            else:
                assert MONDAY + 7 * DAY == verdict.by


class TestRestart:
    def test_right_after_a_lighter_week_no_other_one_is_offered(self) -> None:
        """There is no count to begin anew."""
        fresh = weekly(48, 48, 48, 48, 24)
        later = replace(fresh, sessions=(*fresh.sessions, run(TODAY + 2 * DAY, 8)))
        assert "change.restart" not in changes(verdict_of(later, TODAY + 2 * DAY))


class TestSofter:
    def test_low_days_say_how_many_good_ones_let_go(self) -> None:
        """Four of five, since one may be left."""
        low = {"sleep": 1, "mood": 1}
        tired = [CheckIn(TODAY - n * DAY, sleep=4, mood=4) for n in range(5, 30)]
        tired += [CheckIn(TODAY - n * DAY, **low) for n in range(5)]
        verdict = verdict_of(replace(ANNA, check_ins=tuple(tired)))
        assert ["change.wellness_better", "change.now", "change.flag"] == changes(verdict)
        assert 4 == value(verdict.would_change, "change.wellness_better")["days"]

    def test_a_place_that_was_sore_lately_is_nearer_to_now(self) -> None:
        """One day of two, where a first time needs three."""
        back = pains(*[0] * 28, 3, 3, 3, *[0] * 18, 3)
        told = value(verdict_of(replace(ANNA, check_ins=back)).would_change, "change.spot_worse")
        assert 1 == told["more"]
