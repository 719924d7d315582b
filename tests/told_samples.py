"""What was told, for the tests of keeping and showing it."""

from datetime import UTC, datetime
from typing import Any

from athletes import BEN, TODAY, K, advice_of
from unload.model.told import ToldVerdict
from unload.report.told import verdict_dict
from unload.report.words import KM, Words

NAMES = {region.key: region.name for region in K.regions.values()}
WORDS = Words(K.text, KM, TODAY, NAMES)
MOMENT = datetime(2024, 11, 17, 7, 12, tzinfo=UTC)
ADVICE = advice_of(BEN)


def said(sentence: str = "") -> dict[str, Any]:
    """What Ben is told today, under another sentence if one is given."""
    told = verdict_dict(ADVICE, WORDS, K)
    if sentence:
        told["verdict"]["sentence"] = sentence
    return told


def told(sentence: str = "", imports_undone: int = 0) -> ToldVerdict:
    """The same as it is kept."""
    return ToldVerdict(TODAY, MOMENT, "0.1.0", said(sentence), imports_undone)
