"""Ground: the weeks and the spots, worked out once and the same as on their own."""

import numpy as np

from athletes import BEN, K, days_of
from unload.science.ground import ground
from unload.science.signals import signals
from unload.science.verdict import state


def test_what_is_at_hand_is_used() -> None:
    """Signals and state made from a given ground are those they would make themselves."""
    days = days_of(BEN)
    base = ground(days, K.signals)
    tracks = signals(days, K.signals, base)
    for name, track in signals(days, K.signals).items():
        np.testing.assert_array_equal(track.on, tracks[name].on, err_msg=name)
    now = state(days, tracks, K.signals, K.verdict, base)
    assert (base.weeks, base.spots) == (now.weeks, now.spots)
