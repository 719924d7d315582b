"""The vocabulary: what each source calls a sport, and which of ours it is."""

from unload.importers.marks import SPORT_UNKNOWN, TREADMILL
from unload.model.history import Sport

_NAMES: dict[Sport, str] = {
    Sport.RUN: "run running trailrun trailrunning virtualrun virtualrunning treadmill "
    "treadmillrun treadmillrunning treadmill_running indoorrun indoorrunning trackrun "
    "trackrunning streetrunning streetrun roadrun roadrunning ultrarun ultrarunning ultra "
    "jog jogging outdoorrun outdoorrunning obstaclerunning crosscountryrunning race "
    "longrun easyrun temporun intervalrun parkrun obstaclerun trackandfieldrunning "
    "ultrarunningrunning",
    Sport.WALK: "walk walking hike hiking nordicwalking speedwalking casualwalking "
    "indoorwalking powerwalking trekking mountaineering snowshoe snowshoeing rucking",
    Sport.RIDE: "ride riding bike biking cycling cycle virtualride virtualcycling ebikeride "
    "ebiking ebikefitness ebikemountain mountainbikeride mountainbiking gravelride gravelcycling "
    "roadbiking roadcycling indoorcycling indoorride indoorbiking cyclocross trackcycling "
    "recumbentcycling velomobile emountainbikeride handcycle spinning spin bmx downhillbiking "
    "mountainbike roadbike mtnbike outdoorbike",
    Sport.SWIM: "swim swimming openwater openwaterswimming openwaterswim poolswim poolswimming "
    "lapswimming",
    Sport.STRENGTH: "strength strengthtraining weighttraining weights weightlifting crossfit "
    "gym lifting functionalstrengthtraining traditionalstrengthtraining",
}
SPORTS: dict[str, Sport] = {
    name.replace("_", ""): sport for sport, names in _NAMES.items() for name in names.split()
}
_TREADMILLS = frozenset(("treadmill", "treadmillrun", "treadmillrunning", "indoorrunning"))


def sport_of(name: str) -> tuple[Sport, tuple[str, ...]]:
    """Our sport and the marks for a source's word; a sport we do not know is kept as OTHER."""
    known = _seen.get(name)
    if known is None:
        known = _look_up(name)
        if len(_seen) < 1000:  # a hostile file may hold a new word per row
            _seen[name] = known
    return known


_seen: dict[str, tuple[Sport, tuple[str, ...]]] = {}


def _look_up(name: str) -> tuple[Sport, tuple[str, ...]]:
    word = "".join(c for c in name.lower() if c.isalnum())
    if not word or word in ("unknown", "uncategorized", "generic"):
        return Sport.OTHER, (SPORT_UNKNOWN,)
    return SPORTS.get(word, Sport.OTHER), (TREADMILL,) if word in _TREADMILLS else ()
