"""Apple's export.xml: workouts, resting heart rates, nights."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

import export_samples as ex
from file_samples import check_ins, memory_file, problems, records, sessions
from unload.importers.apple import Apple
from unload.importers.marks import TREADMILL
from unload.importers.merge import merge
from unload.model.history import Session, Sport

FORMAT = Apple()
BERLIN = ZoneInfo("Europe/Berlin")
STEPS = ex.apple_record("QuantityTypeIdentifierStepCount", "2024-06-01 06:00:00", "x", "12")


def one(inside: str = "", **changes: str | None) -> Session:
    """The session of one workout in Berlin."""
    text = ex.apple_export(ex.apple_workout(inside, **changes))
    found = records(FORMAT, text, "export.xml", BERLIN)
    assert [] == problems(found)
    return sessions(found)[0]


def fault(inside: str = "", **changes: str | None) -> str:
    """What is wrong with one workout; the one after it is read."""
    text = ex.apple_export(ex.apple_workout(inside, **changes), ex.apple_workout())
    found = records(FORMAT, text, "export.xml", BERLIN)
    assert ["export.xml workout 2"] == [s.where for s in sessions(found)]
    return problems(found)[0].message


def test_every_field_of_a_workout() -> None:
    """Totals stand in the statistics, the climb in a note, in centimetres."""
    inside = ex.apple_sum("DistanceWalkingRunning", sum="5.5", unit="km")
    inside += ex.apple_sum("HeartRate", average="149.5", maximum="171", unit="count/min")
    inside += '  <MetadataEntry key="HKElevationAscended" value="3230 cm"/>\n'
    expected = Session(
        datetime(2024, 6, 1, 7), Sport.RUN, 1800.0, 5500.0, 1920.0, 149.5, 171.0, 32.3,
        source="apple", where="export.xml workout 1",
    )  # fmt: skip
    assert expected == one(inside)


@pytest.mark.parametrize(
    ("unit", "metres"), [("km", 5000.0), ("mi", 8046.72), ("m", 5.0), ("yd", 4.572), ("ft", 1.524)]
)
def test_units_are_stated_beside_each_number(unit: str, metres: float) -> None:
    """I24: before 2022 the distance stood in the workout itself."""
    session = one(totalDistance="5", totalDistanceUnit=unit)
    assert pytest.approx(metres) == session.distance_m
    assert 90.0 == one(duration="1.5").duration_s
    assert 5400.0 == one(duration="1.5", durationUnit="hr").duration_s


def test_an_unknown_unit_is_not_guessed_at() -> None:
    """I24: the workout is set aside, the unit is named."""
    assert "totalDistance is in 'league'" in fault(totalDistance="5", totalDistanceUnit="league")
    assert "durationUnit" not in fault(durationUnit=None)


@pytest.mark.parametrize("bad", ["nan", "1e309", "inf", "-5"])
def test_only_finite_numbers_count(bad: str) -> None:
    """I15, I16: nothing else becomes a distance."""
    assert fault(totalDistance=bad, totalDistanceUnit="km")


def test_a_treadmill_is_marked() -> None:
    """I19: indoors, without a distance, it is a run all the same."""
    session = one('  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n')
    assert (Sport.RUN, None, (TREADMILL,)) == (session.sport, session.distance_m, session.marks)
    ride = one(
        '  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n',
        workoutActivityType="HKWorkoutActivityTypeCycling",
    )
    assert (Sport.RIDE, ()) == (ride.sport, ride.marks)


def test_the_zone_of_the_run_beats_that_of_the_export() -> None:
    """I48: offsets are those of the phone when it exported; the note tells where the run was."""
    far = one('  <MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>\n')
    assert datetime(2024, 6, 1, 14) == far.start
    odd = one('  <MetadataEntry key="HKTimeZone" value="../etc/passwd"/>\n')
    assert datetime(2024, 6, 1, 7) == odd.start


def test_stray_letters_and_a_broken_document_type_do_no_harm() -> None:
    """I29, I38: control characters are dropped; declarations are never parsed, entities neither."""
    assert datetime(2024, 6, 1, 7) == one(sourceName="Wa\x00\x0btch").start
    bomb = '<!DOCTYPE HealthData [<!ENTITY a "&b;&b;"><!ENTITY b "&a;">]><HealthData>'
    text = bomb + ex.apple_workout() + ex.apple_workout(sourceName="&a;") + ex.APPLE_END
    found = records(FORMAT, text)
    assert (1, 1) == (len(sessions(found)), len(problems(found)))


def test_six_sources_count_a_night_once() -> None:
    """Demand 13, I42: the time that at least one was asleep; awake and in bed is not asleep."""
    parts = []
    for source in ("Watch", "Phone", "Ring", "Mat", "Clock", "Band"):
        parts += [
            ex.apple_sleep("2024-05-31 22:30:00", "2024-06-01 06:00:00", "InBed", source),
            ex.apple_sleep("2024-05-31 23:00:00", "2024-06-01 01:00:00", "AsleepDeep", source),
            ex.apple_sleep("2024-06-01 01:00:00", "2024-06-01 02:00:00", "Awake", source),
            ex.apple_sleep("2024-06-01 02:00:00", "2024-06-01 06:00:00", "AsleepREM", source),
        ]
    parts.append(ex.apple_sleep("2024-06-01 05:30:00", "2024-06-01 06:30:00", "Asleep", "Late"))
    parts.append(ex.apple_sleep("2024-06-01 14:00:00", "2024-06-01 14:20:00"))
    found = check_ins(records(FORMAT, ex.apple_export(*parts), "export.xml", BERLIN))
    assert [(date(2024, 6, 1), 2 * 3600 + 4.5 * 3600 + 1200)] == [(c.day, c.sleep_s) for c in found]


def test_the_last_resting_heart_rate_of_a_day_counts() -> None:
    """It is corrected until the day ends; one check-in a day tells all that is known of it."""
    text = ex.apple_export(
        ex.apple_resting("2024-06-02", "50"),
        ex.apple_resting("2024-06-01", "49"),
        ex.apple_resting("2024-06-01", "48"),
        ex.apple_sleep("2024-06-01 23:30:00", "2024-06-02 06:30:00"),
    )
    found = check_ins(records(FORMAT, text, "export.xml", BERLIN))
    told = [(c.day.day, c.resting_hr, c.sleep_s) for c in found]
    assert [(1, 48.0, None), (2, 50.0, 25_200.0)] == told


def test_its_hrv_is_another_measure() -> None:
    """SDNN is not rMSSD and becomes nothing."""
    kind = "QuantityTypeIdentifierHeartRateVariabilitySDNN"
    text = ex.apple_export(ex.apple_record(kind, "2024-06-01 06:00:00", "x", "55"))
    assert [] == records(FORMAT, text)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (ex.apple_resting("2024-06-01", "many"), "'many' is not a number"),
        (ex.apple_resting("2024-06-31", "48"), "is not a date like"),
        (ex.apple_resting("2024-06-01", "400"), "resting_hr is 400"),
        (ex.apple_sleep("2024-06-01 01:00:00", "soon"), "is not a date like"),
        ('<Record type="HKQuantityTypeIdentifierRestingHeartRate" value="48"/>', "has no date"),
    ],
)
def test_a_bad_record_is_a_problem_and_the_rest_is_read(record: str, words: str) -> None:
    """I46: one after the other."""
    found = records(FORMAT, ex.apple_export(record, ex.apple_resting("2024-06-03", "47")))
    assert words in problems(found)[0].message
    assert [47.0] == [c.resting_hr for c in check_ins(found)]


def test_watch_and_phone_are_one_run() -> None:
    """I42: both tell of it, it counts once, and the richer telling is kept."""
    rich = ex.apple_sum("DistanceWalkingRunning", sum="5.5", unit="km")
    phone = ex.apple_workout(sourceName="Phone", startDate="2024-06-01 07:00:40 +0200")
    found = sessions(records(FORMAT, ex.apple_export(ex.apple_workout(rich), phone)))
    merged = merge(found)
    assert ([5500.0], 1) == ([s.distance_m for s in merged.kept], len(merged.groups[0].aside))


def test_a_file_that_breaks_off_tells_of_its_start() -> None:
    """I1: what came before is read, and that it is not whole is said."""
    text = ex.apple_export(ex.apple_workout(), ex.apple_workout())
    found = records(FORMAT, text[: text.rindex("endDate")], "export.xml")
    assert 1 == len(sessions(found))
    assert ["does not end", "breaks off"] == [p.message[: len("breaks off") + 2 * (n == 0)].strip()
                                             for n, p in enumerate(problems(found))]  # fmt: skip


def test_every_byte_may_be_the_last() -> None:
    """I1: no cut lets an exception through, and no cut invents a session."""
    text = ex.apple_export(STEPS, ex.apple_workout(), ex.apple_resting("2024-06-01", "48")).encode()
    for end in range(0, len(text), 7):
        assert len(sessions(records(FORMAT, text[:end]))) <= 1


def test_it_is_known_by_its_root_or_its_document_type() -> None:
    """I41: with a mark before it, or with a long document type in front; GPX is not claimed."""
    for text in (ex.apple_export(), "\ufeff" + ex.APPLE_HEAD, "<HealthData>"):
        assert FORMAT.identify(memory_file("x", text))
    for text in ("<gpx/>", "<html>HealthData</html>", ""):
        assert not FORMAT.identify(memory_file("export.xml", text))


def test_routes_beside_it_are_still_read() -> None:
    """They cover nothing: the merge finds that they are the same runs."""
    assert frozenset() == FORMAT.covers(memory_file("export.xml", ex.apple_export()))


def test_a_time_in_utc_is_moved_to_the_runner() -> None:
    """I47: an offset of zero says nothing of the place."""
    text = ex.apple_export(ex.apple_workout()).replace("+0200", "+0000")
    assert [datetime(2024, 6, 1, 9)] == [
        s.start for s in sessions(records(FORMAT, text, zone=BERLIN))
    ]
    assert [datetime(2024, 6, 1, 7)] == [s.start for s in sessions(records(FORMAT, text, zone=UTC))]


def body_mass(day: int, value: str, unit: str) -> str:
    """One weighing of June."""
    moment = f"2024-06-{day:02} 07:00:00"
    record = ex.apple_record("QuantityTypeIdentifierBodyMass", moment, moment, value)
    return record.replace(" value=", f' unit="{unit}" value=')


def test_a_weight_is_in_the_unit_beside_it() -> None:
    """Pounds and stone too, the last of a day counts; a bag on the scale is let go."""
    text = ex.apple_export(
        body_mass(1, "63", "kg"), body_mass(1, "62.5", "kg"), body_mass(2, "137.8", "lb"),
        body_mass(3, "9.8", "st"), body_mass(4, "3.2", "kg"), body_mass(5, "1", "slug"),
        body_mass(6, "62.5", "kg").replace("BodyMass", "BodyMassIndex"),
    )  # fmt: skip
    found = records(FORMAT, text, "export.xml", BERLIN)
    told = [(c.day.day, round(c.weight_kg or 0, 1)) for c in check_ins(found)]
    assert [(1, 62.5), (2, 62.5), (3, 62.2)] == told
    assert ["no unit known here" in fault.message for fault in problems(found)] == [True]
