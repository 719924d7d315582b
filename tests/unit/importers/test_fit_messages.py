"""FIT bytes become parts: whole, or as much as can be followed."""

import random
from datetime import datetime, timedelta

import pytest

import fit_writer as fw
from unload.importers import fit_messages
from unload.importers.fit_messages import ACTIVITY_FILE, Clock, moment, parts_of
from unload.importers.protocol import TooLarge

START = datetime(2024, 6, 1, 6)
BEGUN = fw.seconds(START)
POINTS = [fw.record(START + timedelta(seconds=n), 3.0 * n, 120 + n) for n in range(60)]
WHOLE = fw.fit_file([fw.file_id(), *POINTS, fw.session(START, total_timer_time=60.0)])
# Every kind of message there is, few of each: for tests that go through every byte or bit.
SHORT = fw.fit_file([fw.file_id(), *POINTS[:12], fw.session(START, total_timer_time=60.0)])


def told(data: bytes) -> list[object]:
    """Everything that the parts say."""
    return [(p.kind, p.sport, p.clock, p.sessions, p.points) for p in parts_of(data)]


def test_a_whole_file() -> None:
    """Sessions, points with time, distance and heart, and no damage."""
    (part,) = parts_of(WHOLE)
    assert (True, ACTIVITY_FILE, 1, 60) == (
        part.whole, part.kind, len(part.sessions), len(part.points)
    )  # fmt: skip
    assert (BEGUN + 59, 177.0, 179.0) == part.points[-1]
    assert 149.5 == part.mean_hr(BEGUN, BEGUN + 59) == part.mean_hr(0, None)
    assert 121.0 == part.mean_hr(BEGUN + 1, BEGUN + 1)
    assert part.mean_hr(BEGUN + 60, None) is None
    assert part.mean_hr(BEGUN + 9, BEGUN) is None


def test_i8_chained_files_are_parts() -> None:
    """Fault I8: two files in one: each keeps its own."""
    settings = fw.fit_file([fw.file_id("settings")])
    parts = parts_of(WHOLE + settings)
    assert [(ACTIVITY_FILE, True), (2, True)] == [(part.kind, part.whole) for part in parts]


def test_i1_a_file_cut_anywhere_never_raises() -> None:
    """Fault I1: what can be followed is told, and the part is not whole."""
    for length in range(12, len(SHORT)):
        (part,) = parts_of(SHORT[:length])
        assert not part.whole
        assert all(time >= BEGUN for time, _, _ in part.points)


def test_i2_a_flipped_bit_is_told_or_changes_nothing() -> None:
    """Fault I2: the checksum finds every single one; never silently accepted."""
    expected = told(SHORT)
    for bit in range(8 * len(SHORT)):
        damaged = bytearray(SHORT)
        damaged[bit // 8] ^= 1 << bit % 8
        parts = parts_of(bytes(damaged))
        assert not all(part.whole for part in parts) or told(bytes(damaged)) in ([], expected), bit


def test_i7_no_bytes_raise_anything_but_a_sentence() -> None:
    """Fault I7: noise behind a good header, and noise within a good file."""
    chance = random.Random(7)
    for _ in range(400):
        damaged = bytearray(WHOLE)
        for _ in range(chance.randrange(1, 30)):
            damaged[chance.randrange(14, len(WHOLE))] = chance.randrange(256)
        told(bytes(damaged))
        told(WHOLE[:14] + chance.randbytes(300))


def test_i3_a_crash_that_zeroed_the_header_leaves_good_data() -> None:
    """Fault I3: the header is passed over; the data behind it is read."""
    (part,) = parts_of(bytes(14) + WHOLE[14:])
    assert (False, 60) == (part.whole, len(part.points))


def test_no_watch_writes_a_file_of_that_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not walked at all."""
    monkeypatch.setattr(fit_messages, "FIT_BYTES_MAX", 100)
    with pytest.raises(TooLarge, match="no watch writes"):
        parts_of(WHOLE)


def test_nobody_runs_a_thousand_sessions_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a file is made up to fill the memory."""
    monkeypatch.setattr(fit_messages, "SESSIONS_MAX", 3)
    with pytest.raises(TooLarge, match="sessions"):
        parts_of(fw.fit_file([fw.session(START)] * 4))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(2, 2), (-5, -5), (5.75, 5.75), (0, None), (16, None), (0.1, None)],
)
def test_the_offset_is_a_whole_quarter_or_unknown(hours: float, expected: float | None) -> None:
    """Nepal is at +5:45; nothing is at six minutes, and zero is what some makers always write."""
    end = START + timedelta(minutes=30)
    local = end + timedelta(hours=hours)
    (part,) = parts_of(fw.fit_file([fw.file_id(), fw.activity(end, local)]))
    clock = None if expected is None else Clock(timedelta(hours=expected), end)
    assert clock == part.clock


def test_a_watch_that_does_not_know_the_date_does_not_know_the_zone() -> None:
    """Seconds since power-on, beside a local time of no meaning."""
    unset = fw.message(fw.ACTIVITY, timestamp=1000, local_timestamp=8200)
    (part,) = parts_of(fw.fit_file([fw.file_id(), unset]))
    assert part.clock is None


def test_the_sport_stands_in_its_own_message_or_in_a_lap() -> None:
    """For the session that does not say it."""
    sport = fw.message((12, {"sport": (0, "enum")}), sport=2)
    lap = fw.message((19, {"sport": (25, "enum")}), sport=1)
    assert [2, 1] == [
        parts_of(fw.fit_file([fw.file_id(), *said]))[0].sport for said in ([sport, lap], [lap])
    ]


def test_points_without_any_heart_rate_are_not_decoded_for_one() -> None:
    """A rate of zero or of the sentinel is none."""
    silent = [fw.record(START, 1.0), fw.record(START, 2.0, 0)]
    (part,) = parts_of(fw.fit_file([fw.file_id(), *silent]))
    assert part.mean_hr(0, None) is None
    assert [None, None] == [rate for _, _, rate in part.points]


def test_seconds_of_fit_count_from_the_end_of_1989() -> None:
    """As UTC without a zone."""
    assert START == moment(BEGUN)
