"""The steps of a routine with their times."""

from body_samples import CALM
from unload.report.citations import Citations
from unload.report.document import Entry, text_of
from unload.report.steps import dose_of, stamp, started, steps_section, title_of
from unload.report.words import KM, Words
from unload.service.body import look

NAMES = {region.key: region.name for region in CALM.knowledge.regions.values()}
WORDS = Words(CALM.knowledge.text, KM, CALM.today, NAMES)
ROUTINE = look(CALM).seen.routine


def test_every_step_begins_where_the_last_one_ended() -> None:
    """The starts and the last length make the whole."""
    assert ROUTINE is not None
    times = list(started(ROUTINE))
    assert 0 == times[0][0]
    assert ROUTINE.total_s == times[-1][0] + times[-1][1].total_s
    assert ["0:00", "1:05", "10:00"] == [stamp(s) for s in (0, 65, 600)]


def test_a_technique_is_explained_once() -> None:
    """The other side says that it is the same."""
    assert ROUTINE is not None
    section = steps_section(ROUTINE, WORDS, Citations(CALM.knowledge.sources))
    entries = [entry for entry in section.blocks if isinstance(entry, Entry)]
    told = [text_of(entry.body) for entry in entries]
    assert told[0].startswith("Left calf, roller, 3 x 45 s. Sit, the calf on the roller")
    assert told[1].startswith("Right calf, roller, 45 s. As on the other side.")
    first = ROUTINE.steps[0]
    assert ("left calf, roller", "3 x 45 s") == (title_of(first, WORDS), dose_of(first))
