"""What we promise of real-looking plans: forty weeks, each as its coach would write it.

`pytest tests/spec/test_coach_weeks.py --update` writes tests/spec/plans/*.txt anew; read what
changed as the runner's coach would.
"""

import pytest

from coach_weeks import PLANS, Case, cases, page

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.key)
def test_a_week_is_as_its_coach_would_write_it(case: Case, request: pytest.FixtureRequest) -> None:
    """Before, after, why, totals and notes as in its file."""
    path, made = PLANS / f"{case.key}.txt", page(case)
    if request.config.getoption("--update"):
        path.write_text(made, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == made


def test_no_week_is_without_its_plan() -> None:
    """A file whose plan is gone goes with it."""
    assert sorted(case.key for case in CASES) == sorted(path.stem for path in PLANS.glob("*.txt"))
