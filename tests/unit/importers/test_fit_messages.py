"""FIT bytes become parts: strictly, or as much as decodes."""

import random
from datetime import datetime, timedelta

import pytest
from pyfitparsernative import parse_fit_bytes

import fit_writer as fw
from unload.importers import fit_messages
from unload.importers.fit_messages import parts_of, stamp
from unload.importers.protocol import TooLarge

START = datetime(2024, 6, 1, 6)
POINTS = [fw.record(START + timedelta(seconds=n), 3.0 * n, 120 + n) for n in range(60)]
WHOLE = fw.fit_file([fw.file_id(), *POINTS, fw.session(START, total_timer_time=60.0)])


def test_a_whole_file_is_read_strictly() -> None:
    """Sessions, points with time, distance and heart, and no salvage."""
    (part,), salvaged = parts_of(WHOLE)
    assert (False, "activity", 1, 60) == (salvaged, part.kind, len(part.sessions), len(part.points))
    assert (START + timedelta(seconds=59), 177.0, 179.0) == part.points[-1]


def test_chained_files_are_parts() -> None:
    """Two files in one: each keeps its own."""
    settings = fw.fit_file([fw.file_id("settings")])
    parts, salvaged = parts_of(WHOLE + settings)
    assert (["activity", "settings"], False) == ([part.kind for part in parts], salvaged)


def test_a_file_cut_anywhere_never_raises() -> None:
    """What decodes is told, marked as salvage."""
    for length in range(1, len(WHOLE), 7):
        parts, salvaged = parts_of(WHOLE[:length])
        assert salvaged
        assert all(time >= START for part in parts for time, _, _ in part.points)


def test_a_flipped_bit_is_told_or_changes_nothing() -> None:
    """The checksum finds it; never silently accepted."""
    chance = random.Random(7)
    expected = parts_of(WHOLE)
    for _ in range(150):
        damaged = bytearray(WHOLE)
        damaged[chance.randrange(len(WHOLE))] ^= 1 << chance.randrange(8)
        parts, salvaged = parts_of(bytes(damaged))
        assert salvaged or (parts, salvaged) == expected


def test_a_panic_of_the_native_decoder_is_no_end(capfd: pytest.CaptureFixture[str]) -> None:
    """An unknown field of an impossible type, under a good checksum: quiet, and salvaged."""
    unknown = bytearray(fw.message((22, {"x": (4, "u8")}), x=1))
    unknown[unknown.index(bytes((4, 1, 0x02))) + 2] = 0x5C
    data = fw.fit_file([fw.file_id(), *POINTS, bytes(unknown)])
    with pytest.raises(BaseException) as panic:  # of a class with no public name
        parse_fit_bytes(data)
    assert not isinstance(panic.value, Exception), "the decoder no longer panics: find another way"
    capfd.readouterr()
    (part,), salvaged = parts_of(data)
    assert (True, 60, "") == (salvaged, len(part.points), capfd.readouterr().err)


def test_a_crash_that_zeroed_the_header_leaves_good_data() -> None:
    """The header is made up; the data behind it is read."""
    (part,), salvaged = parts_of(bytes(14) + WHOLE[14:])
    assert (True, 60) == (salvaged, len(part.points))


def test_no_watch_writes_a_file_of_that_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """The decoders are not asked to swallow it."""
    monkeypatch.setattr(fit_messages, "FIT_BYTES_MAX", 100)
    with pytest.raises(TooLarge, match="no watch writes"):
        parts_of(WHOLE)


def test_salvage_stops_at_its_cap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Millions of tiny messages do not keep the runner waiting."""
    monkeypatch.setattr(fit_messages, "SALVAGED_MESSAGES_MAX", 20)
    (part,), _ = parts_of(WHOLE[:-1])
    assert 0 < len(part.points) < 20


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(2, 2), (-5, -5), (5.75, 5.75), (0, None), (16, None), (0.1, None)],
)
def test_the_offset_is_a_whole_quarter_or_unknown(hours: float, expected: float | None) -> None:
    """Nepal is at +5:45; nothing is at six minutes, and zero is what some makers always write."""
    end = START + timedelta(minutes=30)
    local = end + timedelta(hours=hours)
    (part,), _ = parts_of(fw.fit_file([fw.file_id(), fw.activity(end, local)]))
    assert (None if expected is None else timedelta(hours=expected)) == part.offset


def test_stamps_come_as_text_or_dates() -> None:
    """The two decoders differ; what is neither is unknown."""
    assert START == stamp("2024-06-01T06:00:00") == stamp(START)
    assert stamp("noon") is None
    assert stamp(12) is None
