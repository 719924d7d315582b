"""Dates in any order and language, the order told by the whole column."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from file_samples import NOW
from language_samples import CODES, DATES, LANGUAGES
from unload.importers.dates import order_of, read_date

EVENING = datetime(2020, 7, 14, 22, 36, 55)


@pytest.mark.parametrize(
    "text",
    [
        "2020-07-14T22:36:55",
        " 2020-07-14 22:36:55 ",
        "Jul 14, 2020, 10:36:55 PM",
        "Jul 14, 2020, 10:36:55\u202fPM",
        "14/07/2020, 10:36:55 p. m.",
        "14 de jul. de 2020, 22:36:55",
        "14 juil. 2020 à 22:36:55",
        "14. Juli 2020, 22:36:55",
        "14. jul. 2020 22.36.55",
        "14 lipca 2020, 22:36:55",
        "14 июля 2020 г., 22:36:55",
        "2020年7月14日 下午10:36:55",
        "2020/07/14 22:36:55",
        "２０２０/０７/１４ ２２:３６:５５",
        "١٤/٧/٢٠٢٠ ٢٢:٣٦:٥٥",
    ],
)
def test_dates_of_many_kinds_are_one_moment(text: str) -> None:
    """I27, I28: months by name, half-days, dots for colons, digits of other scripts."""
    assert EVENING == read_date(text)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_of_every_language_is_read(code: str, month: int) -> None:
    """I27: as the language's export writes it, at midnight, noon and in between."""
    for hour in (0, 9, 12, 23):
        when = datetime(2023, month, 28, hour, 5, 9)
        assert when == read_date(DATES[code](when, LANGUAGES[code]), LANGUAGES[code].order)


@pytest.mark.parametrize("code", CODES)
def test_every_spelling_of_a_month_is_read(code: str) -> None:
    """I27: short, long and bent, with a dot behind it."""
    for name, month in LANGUAGES[code].months.items():
        if not name[0].isdigit():
            assert datetime(2023, month, 14, 7, 30) == read_date(f"14 {name}. 2023 7:30")


def test_a_zone_in_the_text_is_kept() -> None:
    """Only ISO 8601 has one."""
    assert EVENING.replace(tzinfo=UTC) == read_date("2020-07-14T22:36:55Z")


@pytest.mark.parametrize(
    "text",
    ["", "soon", "7/14", "0:43:55", "1:06:06", "14 jul", "31/02/2020", "2020-13-01", "1.50.3",
     "14/07/2020 25:00", "9" * 30, "14 jul 2020 7", "jul 14 2020 1 2 3 4 5 6"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """A time, half a date, a day that is not, a sentence."""
    with pytest.raises(ValueError, match="2020-07-15"):
        read_date(text, "dmy")


def test_an_open_date_needs_its_order() -> None:
    """I27: 3 April or 4 March is not guessed; equal numbers need nothing."""
    assert datetime(2024, 4, 3) == read_date("3/4/2024", "dmy")
    assert datetime(2024, 3, 4) == read_date("3/4/2024", "mdy")
    assert datetime(2024, 4, 4) == read_date("4/4/24")
    with pytest.raises(ValueError, match="day or month first"):
        read_date("3/4/2024")


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["7/15/20 9:41", "7/5/20 9:41"], "mdy"),
        (["15/7/20 9:41", "5/7/20 9:41"], "dmy"),
        (["05.07.2020"], "dmy"),
        (["2020-07-05", "Jul 5, 2020", "", "2020/07/05", "x"], ""),
        (["5/7/20", "6/7/20"], None),
        (["15/7/20", "7/15/20"], None),
        (["0/5/2020", "5/0/2020"], ""),
        (["5 . 7 . 2020"], "dmy"),
    ],
)
def test_the_column_tells_the_order(cells: list[str], order: str | None) -> None:
    """I27: a day beyond twelve, a dot, or nothing to tell; two orders in one column are unclear."""
    assert order == order_of(cells, NOW)


def test_a_date_ahead_of_now_tells_the_order() -> None:
    """I27: nobody has run next December."""
    assert "mdy" == order_of(["1/12/2025", "1/2/2025"], datetime(2025, 2, 1))


def test_rows_in_order_tell_the_order() -> None:
    """I27: only one reading stands oldest or newest first."""
    days = [datetime(2024, 1, 1) + timedelta(days=n * 9) for n in range(40)]
    days = [day for day in days if day.day <= 12]
    cells = [f"{day:%d/%m/%Y}" for day in days]
    assert "dmy" == order_of(cells, NOW) == order_of(cells[::-1], NOW)
    assert order_of(cells[:3], NOW) is None


def test_the_language_tells_what_the_column_does_not() -> None:
    """A German export has the day first; a cell that cannot be so still shows."""
    assert "dmy" == order_of(["5/7/20"], NOW, "dmy")
    assert "mdy" == order_of(["7/15/20"], NOW, "dmy")


def test_a_language_with_the_year_first_tells_nothing_of_the_rest() -> None:
    """I27: a Japanese list saved again with dots or slashes is read as any other."""
    assert "dmy" == order_of(["05.07.2020"], NOW, "ymd")
    assert order_of(["5/7/20"], NOW, "ymd") is None


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2024, 11, 1)), min_size=1, max_size=30),
    st.sampled_from(["dmy", "mdy"]),
    st.sampled_from("/-"),
    st.booleans(),
)
def test_a_column_in_order_is_never_read_the_other_way_round(
    days: list[date], written: str, mark: str, newest_first: bool
) -> None:
    """The order it was written in, or not told; where it is told, every day comes back."""
    style = f"%d{mark}%m{mark}%Y" if written == "dmy" else f"%m{mark}%d{mark}%Y"
    days = sorted(days, reverse=newest_first)
    cells = [f"{day:{style}} 07:30" for day in days]
    order = order_of(cells, NOW)
    assert order in {written, None}
    if order:
        assert days == [read_date(cell, order).date() for cell in cells]
