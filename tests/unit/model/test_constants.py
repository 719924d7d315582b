"""The registry of constants lists every number once, stage by stage."""

from collections import Counter
from dataclasses import fields

from athletes import K
from unload.model.constants import STAGES, SignalConstants, constants_of


def test_every_constant_is_listed_once() -> None:
    """The page of constants and `unload why` leave none out and print none twice."""
    names = [constant.name for constant in K.constants()]
    assert [] == [name for name, count in Counter(names).items() if count > 1]
    assert sum(len(fields(stage)) for stage in STAGES.values()) == len(names)


def test_a_constant_bears_the_name_it_is_asked_by() -> None:
    """The field of the code and the table of the file agree."""
    named = constants_of(K.signals)
    assert [field.name for field in fields(SignalConstants)] == list(named)
    assert list(named) == [constant.name for constant in named.values()]
