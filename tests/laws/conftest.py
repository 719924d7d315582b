"""How many states the laws are tried on: a few in every run, many with UNLOAD_LAWS=deep."""

import os

from hypothesis import HealthCheck, Phase, settings

PROFILES = {"fast": 40, "deep": 1000}
for name, states in PROFILES.items():
    settings.register_profile(
        f"laws-{name}",
        max_examples=states,
        phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
        deadline=None,  # a machine shared with others is no measure of a law
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
settings.load_profile(f"laws-{os.environ.get('UNLOAD_LAWS', 'fast')}")
