"""Find a place on the body by whatever a runner calls it."""

from __future__ import annotations

from difflib import SequenceMatcher

from unload.errors import UnloadError
from unload.knowledge import load_knowledge
from unload.model.body import Region

# What runners say that stands in no name of a region.
SAID = {
    "quad": "thigh-front", "quads": "thigh-front", "thigh": "thigh-front", "butt": "glute",
    "bum": "glute", "buttock": "glute", "hamstrings": "hamstring", "ham": "hamstring",
    "itb": "it-band", "it band": "it-band", "plantar": "sole", "arch": "sole",
    "adductor": "thigh-inner", "adductors": "thigh-inner", "back": "low-back", "hips": "outer-hip",
    "kneecap": "knee-front", "runner's knee": "knee-front", "forefoot": "ball-of-foot",
    "instep": "top-of-foot", "stomach": "belly", "peroneal": "calf-outer", "calves": "calf",
}  # fmt: skip
ALIKE = 0.72  # below it two words are no slip of the pen of each other
ANATOMICAL = 0.95
SHOWN = 8


def places() -> tuple[Region, ...]:
    """Every place, from the crown to the toes."""
    return tuple(sorted(load_knowledge().regions.values(), key=lambda region: -region.height))


def by_area() -> tuple[tuple[str, tuple[Region, ...]], ...]:
    """The places by the name of their body area, from the crown to the toes."""
    found: dict[str, list[Region]] = {}
    for region in places():
        found.setdefault(load_knowledge().text[f"area.{region.osiics}"], []).append(region)
    return tuple((area, tuple(regions)) for area, regions in found.items())


def places_like(text: str) -> tuple[Region, ...]:
    """The places that a word may mean, the best first; one alone where it is plainly that one."""
    said = " ".join(text.lower().replace("-", " ").replace("_", " ").split())
    if not said:
        return ()
    known = load_knowledge().regions
    plain = [region for region in known.values() if said == region.name.lower()]
    if plain:
        return tuple(plain)
    meant = SAID.get(said)
    ranks = {key: 1.0 if key == meant else _alike(said, region) for key, region in known.items()}
    found = [key for key, rank in ranks.items() if rank >= ALIKE]
    found.sort(key=lambda key: (key != meant, -ranks[key], said not in known[key].name))
    return tuple(known[key] for key in found[:SHOWN])


def place_named(text: str) -> Region:
    """The one place of that name; UnloadError with what is near where there is none."""
    known = load_knowledge().regions
    if text in known:
        return known[text]
    found = places_like(text)
    if len(found) == 1:
        return found[0]
    near = ", ".join(region.key for region in found) or ", ".join(known)
    raise UnloadError(f"There is no place {text!r} on the body; there are {near}.")


def _spaced(key: str) -> str:
    return key.replace("-", " ")


def _alike(said: str, region: Region) -> float:
    """1 where every word begins a word of a name, nearly 1 for a muscle; else by the letters."""
    own = [_spaced(region.key), region.name.lower()]
    latin = region.anatomical.lower().replace(",", "")
    for names, rank in ((own, 1.0), ([latin], ANATOMICAL)):
        words = [word for name in names for word in name.split()]
        if all(any(word.startswith(part) for word in words) for part in said.split()):
            return rank
    near = (SequenceMatcher(None, said, name).ratio() for name in [*own, *own[1].split()])
    return min(max(near), ANATOMICAL)
