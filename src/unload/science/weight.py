"""Weight: what is not run, what it could weigh at the very most, and how long forty pounds take."""

from unload.model.advice import Doubt, Point
from unload.model.constants import FutureConstants
from unload.model.evidence import Constant
from unload.model.phrase import Phrase, Value
from unload.model.plan import UnloadingWeek
from unload.model.units import KG_PER_LB, M_PER_KM


def weight_doubt(
    weight_kg: float | None, week: UnloadingWeek | None, constants: FutureConstants
) -> Doubt:
    """ "Will I gain forty pounds?"; never a word of eating less."""
    k = constants
    used: tuple[Constant, ...]
    used = (k.energy_cost_running, k.fat_energy_density, k.weight_noise)
    if week is None:
        return Doubt("weight", "kg", None, None, None, (Phrase("weight.no_week"),), used)
    if week.before.distance_m <= week.after.distance_m:
        return Doubt("weight", "kg", 0.0, 0.0, 0.0, (Phrase("weight.nothing"),), used)
    values = _counted(week.before.distance_m - week.after.distance_m, weight_kg, k)
    most, middle = values["most_kg"], values["fat_kg"]
    key = "weight.reference" if weight_kg is None else "weight.own"
    points = _points(values, k, weight_kg is None)
    if weight_kg is None:
        used = (*used, k.reference_weight)
    says = (Phrase(key, values),)
    return Doubt("weight", "kg", 0.0, middle, most, says, used, points)


def energy_kcal(metres: float, weight_kg: float, kcal_per_kg_km: float) -> float:
    """What running so far costs: a kilocalorie per kilogram and kilometre at any speed."""
    return metres / M_PER_KM * weight_kg * kcal_per_kg_km


def _counted(
    less_m: float, weight_kg: float | None, constants: FutureConstants
) -> "dict[str, float]":
    """The numbers of the answer. The most: the dearest running and the lightest fat."""
    k = constants
    kg = k.reference_weight.value if weight_kg is None else weight_kg
    kcal = energy_kcal(less_m, kg, k.energy_cost_running.value)
    fat_kg = kcal / k.fat_energy_density.value
    most = energy_kcal(less_m, kg, k.energy_cost_running.high) / k.fat_energy_density.low
    return {
        "less_m": less_m,
        "kcal": round(kcal),
        "fat_kg": fat_kg,
        "most_kg": most,
        "noise_kg": k.weight_noise.value,
        "weeks": round(k.doubt_pounds.value * KG_PER_LB / fat_kg),
        "pounds": int(k.doubt_pounds.value),
        "reference_kg": kg,
    }


def _points(
    values: "dict[str, float]", constants: FutureConstants, reference: bool
) -> tuple[Point, ...]:
    k = constants
    body = (k.reference_weight,) if reference else ()
    measured: dict[str, Value] = {
        "cut": k.reduced_cut_seen.value,
        "weeks": k.reduced_weeks_seen.value,
        "fat": k.easy_month_fat.value,
    }
    seen = (k.reduced_cut_seen, k.reduced_weeks_seen, k.easy_month_fat)
    count = "weight.count_reference" if reference else "weight.count"
    return (
        Point(Phrase(count, values), (k.energy_cost_running, *body)),
        Point(Phrase("weight.fat", values), (k.fat_energy_density,)),
        Point(Phrase("weight.measured", measured), seen),
        Point(Phrase("weight.water", values), (k.weight_noise,)),
        Point(Phrase("weight.forty", values), (k.doubt_pounds, k.weight_half_time)),
        Point(Phrase("weight.eat"), (), ("mountjoy2023",)),
    )
