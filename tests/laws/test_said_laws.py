"""Laws of what is said: every phrase has its words, and NaN never reaches advice."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from laws.states import DAYS, GRIDS, K, advised, histories
from unload.model.advice import Advice
from unload.model.history import History
from unload.model.phrase import Phrase
from unload.report.contract import advice_dict
from unload.report.words import UNITS, Words

NAMES = {key: region.name for key, region in K.regions.items()}
# What tells an answer and its reasons, and what stands in a sentence for a value.
REASONED = ("verdict", "signal", "unknown", "change", "week", "why")
PLACES = re.compile(r"\{[^}]*\}")
# What no sentence may hold: a hole in the data, a slip in the text, or a raised voice.
UNSAYABLE = re.compile(r"\bNone\b|\bnan\b|\binf\b|  |!|[{}]|^\s|\s$|^$", re.IGNORECASE)


def walked(thing: object, path: str = "advice") -> Iterator[tuple[str, object]]:
    """Every leaf of nested dataclasses, mappings and sequences, with the way to it."""
    if is_dataclass(thing):
        for field in fields(thing):
            yield from walked(getattr(thing, field.name), f"{path}.{field.name}")
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from walked(value, f"{path}[{key!r}]")
    elif isinstance(thing, tuple | list | frozenset):
        for index, value in enumerate(thing):
            yield from walked(value, f"{path}[{index}]")
    else:
        yield path, thing


def phrases(advice: Advice) -> list[Phrase]:
    """Everything that the advice has to say."""
    verdict, week = advice.verdict, advice.week
    said = [verdict.says, *verdict.unknown, *verdict.would_change]
    said += [signal.says for signal in (*verdict.reasons, *advice.signals)]
    said += [phrase for doubt in advice.doubts for phrase in doubt.says]
    said += [point.says for doubt in advice.doubts for point in doubt.points]
    return said if week is None else [*said, week.basis, *week.whys]


@given(histories(), DAYS, GRIDS)
def test_no_nan_reaches_advice(history: History, today: date, grid_m: float) -> None:
    """Every number in the advice is finite, and none is a stray numpy scalar (X1)."""
    for path, leaf in walked(advised(history, today, grid_m)):
        if isinstance(leaf, float):
            assert math.isfinite(leaf), path
        assert isinstance(leaf, str | int | float | date | None), f"{path}: {type(leaf)}"
        assert "numpy" != type(leaf).__module__, path


@given(histories(), DAYS, st.sampled_from(sorted(UNITS)))
def test_the_contract_holds_no_nan(history: History, today: date, units: str) -> None:
    """The advice for programs is strict JSON and comes back as it went (X1)."""
    words = Words(K.text, UNITS[units], today, NAMES)
    plain = advice_dict(advised(history, today), words, K)
    assert plain == json.loads(json.dumps(plain, allow_nan=False))


@given(histories(), DAYS, st.sampled_from(sorted(UNITS)))
def test_everything_can_be_said(history: History, today: date, units: str) -> None:
    """Each phrase becomes a sentence without holes, slips or shouting."""
    words = Words(K.text, UNITS[units], today, NAMES)
    for phrase in phrases(advised(history, today)):
        sentence = words.say(phrase)
        assert not UNSAYABLE.search(sentence), f"{phrase.key}: {sentence}"


@given(histories(), DAYS)
def test_every_reason_is_a_signal_with_its_numbers(history: History, today: date) -> None:
    """What is said for an answer was looked at, and compared with a sourced number (X18)."""
    advice = advised(history, today)
    for reason in advice.verdict.reasons:
        assert reason.name in [signal.name for signal in advice.signals]
        assert None not in (reason.on, reason.value, reason.threshold), reason.name
        assert reason.threshold in [constant.value for constant in reason.constants], reason.name


def test_no_number_stands_in_the_words_themselves() -> None:
    """Every number of a reason comes with it, from the record or from a constant (X18)."""
    told = {key: text for key, text in K.text.items() if key.split(".")[0] in REASONED}
    assert told
    assert [] == [key for key, text in told.items() if re.search(r"\d", PLACES.sub("", text))]


@given(histories(), DAYS)
def test_bands_stand_in_order(history: History, today: date) -> None:
    """Each doubt has low <= middle <= high, or none of the three."""
    for doubt in advised(history, today).doubts:
        if doubt.low is None:
            assert doubt.middle is None is doubt.high
        else:
            assert doubt.middle is not None
            assert doubt.high is not None
            assert doubt.low <= doubt.middle <= doubt.high
