"""The name of every constant: one dataclass per stage, and Knowledge, which holds them all."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TypeVar

from unload.model.body import Blocker, Link, RedFlag, Region, Screen, Technique
from unload.model.comeback import Rung
from unload.model.evidence import Constant, Source


@dataclass(frozen=True, slots=True)
class LoadConstants:
    """What turns sessions into load and days into ran, rested or unknown."""

    trimp_a_male: Constant
    trimp_b_male: Constant
    trimp_a_female: Constant
    trimp_b_female: Constant
    pace_load_exponent: Constant
    pace_reference_days: Constant
    pace_effort_s_min: Constant
    tie_sessions_min: Constant
    efficiency_hr_share_max: Constant
    unknown_gap_days: Constant
    hard_rpe_min: Constant
    hard_hr_share_min: Constant
    ewma_acute_tau: Constant
    ewma_chronic_tau: Constant


@dataclass(frozen=True, slots=True)
class SignalConstants:
    """Windows, baselines and thresholds of the signals."""

    unloading_week_ratio: Constant
    unloading_week_release: Constant
    away_days_min: Constant
    odd_day_record_min: Constant
    unloading_reference_weeks: Constant
    partial_week_share_min: Constant
    step_back_ratio: Constant
    step_back_long_run_ratio: Constant
    build_weeks_before_down: Constant
    spot_pain_min: Constant
    spot_days_min: Constant
    spot_window_days: Constant
    spot_days_release: Constant
    spot_morning_rise: Constant
    spot_week_rise: Constant
    spot_baseline_days: Constant
    spot_return_days: Constant
    spot_return_days_min: Constant
    weekly_part_option: Constant
    weekly_option_min: Constant
    wellness_window_days: Constant
    wellness_entries_min: Constant
    wellness_amber_z: Constant
    wellness_items_min: Constant
    wellness_days_min: Constant
    wellness_recent_days: Constant
    wellness_days_release: Constant
    wellness_sd_floor: Constant
    efficiency_window_days: Constant
    efficiency_runs_min: Constant
    efficiency_drop: Constant
    efficiency_sessions: Constant
    efficiency_release: Constant
    session_spike_window: Constant
    session_spike_green_max: Constant
    session_spike_clear: Constant
    session_spike_large: Constant
    session_spike_recent_days: Constant
    session_spike_base_min: Constant
    hard_share_recent_days: Constant
    hard_share_window_days: Constant
    hard_share_rise: Constant
    rhr_amber_z: Constant
    rhr_days_min: Constant
    rhr_sd_floor: Constant
    hrv_swc: Constant
    hrv_readings_min: Constant
    monotony_amber: Constant
    monotony_sd_floor: Constant
    phase_end_days: Constant
    travel_days: Constant
    calendar_build_weeks: Constant


@dataclass(frozen=True, slots=True)
class VerdictConstants:
    """When the data suffice, when a taper begins, and how far ahead a verdict looks."""

    data_age_max_days: Constant
    history_weeks_min: Constant
    coverage_window_days: Constant
    coverage_min: Constant
    coverage_release: Constant
    runs_min: Constant
    runs_release: Constant
    taper_window_days: Constant
    flag_window_days: Constant
    soon_lead_weeks: Constant


@dataclass(frozen=True, slots=True)
class WeekConstants:
    """How deep a lighter week goes and how it is made."""

    down_week_volume_factor: Constant
    down_week_volume_factor_severe: Constant
    down_week_reference_weeks: Constant
    severe_pain_min: Constant
    step_back_factor: Constant
    step_back_long_run_factor: Constant
    down_week_long_run_factor: Constant
    long_run_window: Constant
    down_week_frequency_factor: Constant
    down_week_frequency_factor_pain: Constant
    down_week_rest_days: Constant
    down_week_quality_reps: Constant
    down_week_quality_pain: Constant
    down_weeks_all_easy_max: Constant
    plan_steps_back_factor: Constant
    strides_count: Constant
    strides_s: Constant
    usual_week_weeks: Constant
    long_run_share_min: Constant
    shortest_run_min: Constant
    season_building_weeks: Constant
    season_building_weeks_short: Constant
    season_return_share: Constant
    season_slow_share: Constant
    season_returns_min: Constant


@dataclass(frozen=True, slots=True)
class ComebackConstants:
    """When an unloading week is over, and how steep the way back may be."""

    gate_days: Constant
    gate_pain_green: Constant
    gate_pain_amber: Constant
    gate_heel_raises: Constant
    gate_heel_raises_share: Constant
    gate_wellness_z: Constant
    gate_wellness_items: Constant
    gate_extension_days: Constant
    gate_amber_weeks_max: Constant
    ramp_first_week: Constant
    ramp_easy_days: Constant
    ramp_longest_max: Constant
    ladder_rungs_per_week_max: Constant
    ladder_days_between: Constant
    ladder_sore_rest_days: Constant


@dataclass(frozen=True, slots=True)
class BodyConstants:
    """How contributors to a sore spot are ranked and when a spot goes to a specialist."""

    chain_prior_local: Constant
    chain_prior_adjacent: Constant
    chain_prior_remote: Constant
    thomas_test_weight: Constant
    findings_shown_max: Constant
    pain_amber_max: Constant
    pain_bone_site_max: Constant
    screen_supports: Constant
    screen_refutes: Constant
    complaint_window_days: Constant
    complaint_again_min: Constant
    complaint_long_days: Constant
    complaint_quiet_days: Constant
    course_days: Constant
    course_change: Constant
    onset_days: Constant
    onset_usual_days: Constant
    followed_days: Constant
    one_sided_min: Constant
    moving_sites_min: Constant
    moving_hops_max: Constant
    hand_over_before_days: Constant
    hand_over_days_max: Constant
    hand_over_spots_max: Constant


@dataclass(frozen=True, slots=True)
class RoutineConstants:
    """Seconds, sets and limits of the work-it-out session."""

    fr_sets: Constant
    fr_seconds: Constant
    fr_stroke_s: Constant
    fr_max_discomfort: Constant
    ball_seconds: Constant
    ball_spots_max: Constant
    sole_seconds: Constant
    routine_minutes: Constant
    change_tool_s: Constant
    gentle_max_discomfort: Constant
    exercise_pain_max: Constant
    exercise_seconds: Constant
    stretch_seconds: Constant
    hurt_eases: Constant
    trial_days: Constant
    trial_days_min: Constant
    trial_draws: Constant
    trial_chance_max: Constant
    trial_change_min: Constant


@dataclass(frozen=True, slots=True)
class FutureConstants:
    """What a lighter week, a forced stop and a race to come are worth."""

    speed_change_seen: Constant
    reduced_cut_seen: Constant
    reduced_weeks_seen: Constant
    maintained_weeks: Constant
    easy_month_cost: Constant
    easy_month_fat: Constant
    speed_change_kept_low: Constant
    speed_change_kept_high: Constant
    speed_change_easy_low: Constant
    speed_change_easy_high: Constant
    banister_tau1: Constant
    banister_tau2: Constant
    banister_k2_k1: Constant
    ffm_speed_scale: Constant
    ffm_cap_low: Constant
    ffm_cap_high: Constant
    vo2max_loss_rest_12d: Constant
    time_off_free_days: Constant
    time_off_daily_loss: Constant
    forced_stop_days: Constant
    marathon_gap_cost_low: Constant
    marathon_gap_cost_high: Constant
    marathon_taper_gain: Constant
    marathon_taper_days: Constant
    riegel_exponent: Constant
    riegel_exponent_marathon: Constant
    riegel_half_m: Constant
    riegel_longest_m: Constant
    race_day_sd: Constant
    effort_days: Constant
    effort_min_m: Constant
    effort_rank: Constant
    energy_cost_running: Constant
    fat_energy_density: Constant
    weight_half_time: Constant
    weight_noise: Constant
    reference_weight: Constant
    doubt_pounds: Constant
    futures_weeks: Constant
    futures_weeks_max: Constant
    draws: Constant
    band_low: Constant
    band_middle: Constant
    band_high: Constant


@dataclass(frozen=True, slots=True)
class BacktestConstants:
    """Windows, draws and limits of the tests on histories that have happened."""

    memory_days: Constant
    memory_sessions: Constant
    horizon_days: Constant
    report_quiet_days: Constant
    sore_max: Constant
    sore_quiet_days: Constant
    sore_answers_min: Constant
    stop_days: Constant
    reversal_days: Constant
    calendar_weeks: Constant
    bootstrap_draws: Constant
    interval_low: Constant
    interval_high: Constant
    shuffles: Constant
    reruns: Constant
    cell_min: Constant
    trials: Constant
    events_min: Constant
    plan_pace: Constant
    plan_answer: Constant
    agree_weeks: Constant
    audit_weeks: Constant
    audit_after_weeks: Constant
    audit_cases_min: Constant


# Every stage by its name: the table that holds its constants, and the field of Knowledge.
STAGES: Mapping[str, type] = MappingProxyType(
    {
        "load": LoadConstants,
        "signals": SignalConstants,
        "verdict": VerdictConstants,
        "week": WeekConstants,
        "comeback": ComebackConstants,
        "body": BodyConstants,
        "routine": RoutineConstants,
        "futures": FutureConstants,
        "backtest": BacktestConstants,
    }
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the program believes, read once, with the version that travels into advice."""

    version: str
    sources: Mapping[str, Source]
    load: LoadConstants
    signals: SignalConstants
    verdict: VerdictConstants
    week: WeekConstants
    comeback: ComebackConstants
    body: BodyConstants
    routine: RoutineConstants
    futures: FutureConstants
    backtest: BacktestConstants
    regions: Mapping[str, Region]
    links: tuple[Link, ...]
    screens: Mapping[str, Screen]
    techniques: tuple[Technique, ...]
    red_flags: tuple[RedFlag, ...]
    blockers: Mapping[str, Blocker]
    ladder: tuple[Rung, ...]
    text: Mapping[str, str]

    def constants(self) -> tuple[Constant, ...]:
        """Every constant of every stage, in the order of the stages."""
        stages = (getattr(self, name) for name in STAGES)
        return tuple(c for stage in stages for c in constants_of(stage).values())


Stage = TypeVar("Stage")


def constants_of(stage: object) -> dict[str, Constant]:
    """The constants of one stage, by name."""
    names = [f.name for f in fields(stage)]  # type: ignore[arg-type] # any stage dataclass
    return {name: getattr(stage, name) for name in names}
