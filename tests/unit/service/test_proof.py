"""The verbs of proof: folders of runners in, aggregates out; one's own year."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from unload import service
from unload.errors import NoRuns, NoSuchPath, UnloadError
from unload.service import proof

SORE = Path(proof.__file__).parents[1] / "demo" / "sore"
TODAY = date(2024, 11, 17)
RUNS = "start_local,type,distance_m,moving_s,runner\n"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few draws: the numbers are not looked at here."""
    known = proof.load_knowledge()
    few = {
        name: replace(getattr(known.backtest, name), value=2, low=2)
        for name in ("reruns", "trials", "shuffles", "bootstrap_draws")
    }
    quicker = replace(known, backtest=replace(known.backtest, **few))
    monkeypatch.setattr(proof, "load_knowledge", lambda: quicker)


def rows(*names: str, days: int = 45) -> str:
    """A run every other day for each of the names."""
    return "".join(
        f"{TODAY - timedelta(days=n)} 08:00:00,run,8000,2880,{name}\n"
        for name in names
        for n in range(0, days, 2)
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two runners in one file, one in a folder of their own with reports, and a letter."""
    (tmp_path / "club.csv").write_text(RUNS + rows("ann", "bo"), encoding="utf-8")
    own = tmp_path / "cy"
    own.mkdir()
    (own / "runs.csv").write_text(RUNS + rows(""), encoding="utf-8")
    report = (
        "effective_time_frame,injuries\n2024-11-10T08:00:00Z,{'left_knee': 'minor'}\nnever,{}\n"
    )
    (own / "injury.csv").write_text(report, encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Dear runner", encoding="utf-8")
    (tmp_path / ".hidden").write_text("no", encoding="utf-8")
    return tmp_path


def test_every_file_and_folder_holds_a_runner_or_several(folder: Path) -> None:
    """Three runners, one of them asked for reports; the letter is a problem, not an end."""
    seen: list[tuple[int, int, str]] = []
    result = proof.backtest_paths([folder], zone="UTC", progress=lambda *told: seen.append(told))
    (found,) = result.groups
    assert (folder.name, 3, 69, 1) == (found.name, found.runners, found.sessions, found.reports)
    assert {"reports", "stops"} == {outcome.name for outcome in found.outcomes}
    assert found.problems >= 2
    assert (3, 3, folder.name) == seen[-1]
    assert proof.numbers() == result.numbers


def test_one_file_is_a_folder_of_its_own(folder: Path) -> None:
    """And the same records give the same numbers."""
    once, again = (proof.backtest_paths([folder / "club.csv"], zone="UTC") for _ in range(2))
    assert 2 == once.groups[0].runners
    assert once == again


def test_plans_are_followed_beside_folders_or_alone(folder: Path) -> None:
    """A table of one plan with a row that is none."""
    weeks = "".join(f"mine,{n},{40 + n},16,4\n" for n in range(1, 11))
    table = folder / "weeks.csv"
    table.write_text(f"plan,week,km,longest_km,runs\n{weeks}mine,x,1,1,1\n", encoding="utf-8")
    alone = proof.backtest_paths([], plans=table, zone="UTC")
    assert () == alone.groups
    assert alone.plans is not None
    assert (1, 10, 1) == (alone.plans.plans, alone.plans.weeks, alone.plans.problems)
    assert proof.backtest_paths([folder / "club.csv"], zone="UTC").plans is None


def test_many_runners_are_shared_out(tmp_path: Path) -> None:
    """Five runners in processes of their own; each is counted once."""
    (tmp_path / "club.csv").write_text(RUNS + rows(*"abcde", days=3), encoding="utf-8")
    (found,) = proof.backtest_paths([tmp_path], zone="UTC").groups
    assert (5, 10) == (found.runners, found.sessions)
    assert found.days["not enough data"].value is not None


def test_a_folder_without_runs_is_refused(tmp_path: Path) -> None:
    """And so is one that is not there."""
    (tmp_path / "rides.csv").write_text(RUNS + rows("ann").replace("run", "ride"), encoding="utf-8")
    with pytest.raises(NoRuns, match="No run could be read"):
        proof.backtest_paths([tmp_path], zone="UTC")
    with pytest.raises(NoSuchPath, match="nowhere"):
        proof.backtest_paths([tmp_path / "nowhere"], zone="UTC")


def test_ones_own_year_is_audited() -> None:
    """The demo's runner, with the answers beside the files."""
    found = proof.audit_path(SORE, today=TODAY, answers=SORE / "answers.toml", zone="UTC")
    assert date(2024, 11, 11) == found.weeks[-1].first_day
    assert found.advised > 0
    assert any(week.complaints is not None for week in found.weeks)
    assert proof.load_knowledge().version == found.knowledge_version


def test_an_audit_asks_whose_year_and_wants_runs(folder: Path) -> None:
    """As advice does; a day before the first run has nothing to look back on."""
    with pytest.raises(UnloadError, match="2 runners"):
        proof.audit_path(folder / "club.csv", zone="UTC")
    assert proof.audit_path(folder / "club.csv", runner="bo", today=TODAY, zone="UTC").weeks
    with pytest.raises(NoRuns):
        proof.audit_path(SORE, today=date(2001, 1, 1), zone="UTC")


def test_an_audit_of_today_ends_today(folder: Path) -> None:
    """Without a day the present one is meant; the last whole week is the record's."""
    assert date(2024, 11, 11) == proof.audit_path(folder / "cy", zone="UTC").weeks[-1].first_day


def test_sentences_are_those_of_the_program() -> None:
    """A door says what the knowledge holds."""
    assert "proof.title" in service.sentences()
