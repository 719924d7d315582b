"""A plan in a calendar: events that speak of training, recurring ones written out."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

from file_samples import memory_file
from unload.errors import Problem
from unload.importers.plan_calendar import REPEATS_MAX, PlanCalendar
from unload.model.plan import Kind, PlannedSession


def calendar(*events: str) -> str:
    lines = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{lines}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def read(*events: str, zone: object = UTC) -> list[PlannedSession | Problem]:
    file = memory_file("plan.ics", calendar(*events))
    assert PlanCalendar().identify(file)
    return list(PlanCalendar().read(file, zone))  # type: ignore[arg-type] # any zone


def test_sessions_are_told_from_appointments() -> None:
    """The dentist is no run."""
    found = read(
        "SUMMARY:Easy 8 km\nDTSTART;VALUE=DATE:20241119",
        "SUMMARY:Dentist\nDTSTART:20241119T090000\nDTEND:20241119T093000",
        "SUMMARY:Track\nDESCRIPTION:WU 10 min\\, 4 x 3 min hard / 2 min jog\\, CD 10 min\n"
        "DTSTART:20241120T180000",
    )
    easy, track = found
    assert isinstance(easy, PlannedSession)
    assert isinstance(track, PlannedSession)
    assert (date(2024, 11, 19), 8000) == (easy.day, easy.distance_m)
    assert (Kind.HARD, 720, 2400) == (track.kind, track.hard_s, track.duration_s)


def test_an_event_that_says_no_length_is_as_long_as_it_blocks() -> None:
    """Forty-five minutes in the calendar are a run of forty-five minutes."""
    (made,) = read("SUMMARY:Easy run\nDTSTART:20241119T070000\nDTEND:20241119T074500")
    assert isinstance(made, PlannedSession)
    assert 2700 == made.duration_s


def test_the_local_day_counts() -> None:
    """Half past ten in the evening in UTC is the next morning in Tokyo."""
    event = "SUMMARY:Easy 8 km\nDTSTART:20241118T223000Z"
    (made,) = read(event, zone=ZoneInfo("Asia/Tokyo"))
    assert date(2024, 11, 19) == made.day  # type: ignore[union-attr] # a session


def test_recurring_events_are_written_out() -> None:
    """Every Sunday, three times; until a day; for ever is a season."""
    rule = "SUMMARY:Long 20 km\nDTSTART;VALUE=DATE:20241124\nRRULE:FREQ=WEEKLY"
    assert [24, 1, 8] == [
        s.day.day for s in read(f"{rule};COUNT=3") if isinstance(s, PlannedSession)
    ]
    assert 2 == len(read(f"{rule};UNTIL=20241201T235959Z"))
    assert REPEATS_MAX == len(read(rule))


def test_a_rule_nobody_understands_gives_the_day_itself() -> None:
    """Nothing is lost."""
    assert 1 == len(read("SUMMARY:Easy 8 km\nDTSTART;VALUE=DATE:20241124\nRRULE:FREQ=SOMETIMES"))


def test_what_is_no_calendar_is_a_problem() -> None:
    """Cut off, or an event without a date."""
    file = memory_file("plan.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY")
    (problem,) = PlanCalendar().read(file, UTC)
    assert isinstance(problem, Problem)
    (undated,) = read("SUMMARY:Easy 8 km")
    assert isinstance(undated, Problem)
    assert "has no date" in undated.message


def test_a_zone_on_one_end_only_says_nothing_of_the_length() -> None:
    """Such calendars exist."""
    (made,) = read("SUMMARY:Easy run\nDTSTART:20241119T070000Z\nDTEND:20241119T074500")
    assert isinstance(made, Problem)
