"""Complaints: check-ins and runs -> each sore spot over time, and the patterns among them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from unload.model.body import Region
from unload.model.complaint import Complaint, Course, Moving, OnsetLoad, SoreDay
from unload.model.constants import BodyConstants
from unload.model.history import History, Session, Side
from unload.science.body import Regions, region_of
from unload.science.sites import Site, sites_of

DAY = timedelta(days=1)
SIDES = (Side.LEFT, Side.RIGHT)


def complaints(
    history: History, today: date, regions: Regions, constants: BodyConstants
) -> tuple[Complaint, ...]:
    """Every complaint that was sore within the window, the newest onset first."""
    asked = _asked(history, today, regions)
    if not asked:  # most answers have none, and years of runs are much to go through for nothing
        return ()
    runs = [session for session in history.runs if session.day <= today]
    since = today - timedelta(days=constants.complaint_window_days.value)
    found = []
    for site, days in asked.items():
        episodes = _episodes(days, int(constants.complaint_quiet_days.value))
        for number, episode in enumerate(episodes):
            if _last_sore(episode) > since:
                earlier = episodes[:number]
                found.append(_complaint(site, episode, earlier, runs, (today, constants)))
    return tuple(sorted(found, key=lambda c: (-c.first.toordinal(), c.region, c.side)))


def told(found: Sequence[Complaint], constants: BodyConstants) -> tuple[str, ...]:
    """The keys of the questions that the record itself answers yes: rising, too long, again."""
    live = [complaint for complaint in found if complaint.course is not Course.QUIET]
    long = timedelta(days=constants.complaint_long_days.value)
    says = {
        "rising": any(c.course is Course.RISING for c in live),
        "too-long": any(c.eased is True and c.last - c.first > long for c in live),
        "again": any(c.returns >= constants.complaint_again_min.value for c in live),
    }
    return tuple(key for key, so in says.items() if so)


def one_side(found: Sequence[Complaint], constants: BodyConstants) -> Side | None:
    """The side that all complaints are on, where they are many enough to say so."""
    sided = [c.side for c in found if c.side in SIDES]
    alike = len(set(sided)) == 1 and len(sided) >= constants.one_sided_min.value
    return sided[0] if alike else None


def moving(found: Sequence[Complaint], regions: Regions, constants: BodyConstants) -> Moving | None:
    """The longest way along the chain, where sites and dates really say so.

    On one side, each place begun after the last one, always lower or always higher, and never
    more than a few neighbours away.
    """
    hops = int(constants.moving_hops_max.value)
    best: list[Complaint] = []
    for side in SIDES:
        mine = sorted((c for c in found if c.side in (side, Side.MIDDLE)), key=lambda c: c.first)
        for down in (True, False):
            way = _longest(mine, regions, hops, down)
            best = max(best, way, key=len)
    if len(best) < constants.moving_sites_min.value:
        return None
    heights = [regions[c.region].height for c in best]
    side = next((c.side for c in best if c.side in SIDES), Side.MIDDLE)
    names, days = tuple(c.region for c in best), tuple(c.first for c in best)
    return Moving(side, names, days, heights[-1] < heights[0])


def _asked(history: History, today: date, regions: Regions) -> dict[Site, list[SoreDay]]:
    """Every day that was asked about, for every site that was ever sore; unnamed is quiet."""
    days: dict[date, dict[Site, SoreDay]] = {}
    for check_in in history.check_ins:
        if check_in.spots is None or check_in.day > today:
            continue
        named = days.setdefault(check_in.day, {})
        for spot in check_in.spots:
            for site in sites_of(region_of(spot, regions), spot.side):
                sore = SoreDay(check_in.day, spot.pain, spot.next_morning)
                named[site] = max(named.get(site, sore), sore, key=lambda s: s.worst)
    sites = dict.fromkeys(site for named in days.values() for site in named)
    return {s: [named.get(s, SoreDay(day, 0)) for day, named in days.items()] for s in sites}


def _episodes(days: Iterable[SoreDay], quiet_days: int) -> list[list[SoreDay]]:
    """One list per complaint, from its first sore day on; enough quiet days end it."""
    episodes: list[list[SoreDay]] = []
    quiet = quiet_days
    for day in days:
        if day.worst > 0 and quiet >= quiet_days:
            episodes.append([])
        quiet = 0 if day.worst > 0 else quiet + 1
        if episodes:
            episodes[-1].append(day)
    return episodes


def _last_sore(episode: Sequence[SoreDay]) -> date:
    return max(day.day for day in episode if day.worst > 0)


def _complaint(
    site: Site,
    episode: Sequence[SoreDay],
    earlier: Sequence[Sequence[SoreDay]],
    runs: Sequence[Session],
    frame: tuple[date, BodyConstants],
) -> Complaint:
    today, constants = frame
    first = episode[0].day
    window = timedelta(days=constants.complaint_window_days.value)
    near = timedelta(days=constants.followed_days.value)
    sore = [day for day in episode if day.worst > 0]
    ran = {run.day for run in runs}
    followed = [day for day in sore if {day.day, day.day - DAY} & ran]
    onset = _onset(first, runs, constants)
    mornings = [d.next_morning - d.pain for d in sore if d.next_morning is not None]
    return Complaint(
        region=site[0],
        side=site[1],
        days=tuple(episode),
        course=_course(episode, today, constants),
        returns=sum(_last_sore(old) > first - window for old in earlier),
        onset=onset,
        followed=tuple(run for run in runs if first - near <= run.day <= first),
        after_runs=_mean([day.worst for day in followed]),
        after_rest=_mean([day.worst for day in sore if day not in followed]),
        morning_change=_mean(mornings),
        eased=_eased(onset, today, runs, constants),
    )


def _course(episode: Sequence[SoreDay], today: date, constants: BodyConstants) -> Course:
    """Its last week against the week before; a week of quiet days ends it."""
    week = timedelta(days=constants.course_days.value)
    quiet = int(constants.complaint_quiet_days.value)
    tail = episode[-quiet:]
    if len(tail) == quiet and not any(day.worst for day in tail):
        return Course.QUIET
    now = _mean([day.worst for day in episode if today - week < day.day])
    before = _mean([d.worst for d in episode if today - week - week < d.day <= today - week])
    if episode[0].day > today - week:
        return Course.NEW
    if before is None or now is None or abs(now - before) < constants.course_change.value:
        return Course.STEADY
    return Course.RISING if now > before else Course.EASING


def _onset(first: date, runs: Sequence[Session], constants: BodyConstants) -> OnsetLoad:
    """The days up to the first sore day against the usual of the weeks before those."""
    week, usual = constants.onset_days.value, constants.onset_usual_days.value
    start = first - timedelta(days=week)
    long_ago = start - timedelta(days=usual)
    near = [run.distance_m or 0 for run in runs if start < run.day <= first]
    far = [run.distance_m or 0 for run in runs if long_ago < run.day <= start]
    return OnsetLoad(
        week_m=sum(near),
        usual_week_m=sum(far) * week / usual if far else None,
        longest_m=max(near, default=0),
        usual_longest_m=max(far, default=None),
    )


def _eased(
    onset: OnsetLoad, today: date, runs: Sequence[Session], constants: BodyConstants
) -> bool | None:
    """Whether the last days held less running than the usual of before; None without a usual."""
    if onset.usual_week_m is None:
        return None
    start = today - timedelta(days=constants.onset_days.value)
    return sum(run.distance_m or 0 for run in runs if start < run.day) < onset.usual_week_m


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _longest(mine: Sequence[Complaint], regions: Regions, hops: int, down: bool) -> list[Complaint]:
    """The longest row of complaints that goes one way along the chain."""
    ways: list[list[Complaint]] = []
    for complaint in mine:
        before = [way for way in ways if _goes_on(way[-1], complaint, regions, (hops, down))]
        ways.append([*max(before, key=len, default=[]), complaint])
    return max(ways, key=len, default=[])


def _goes_on(last: Complaint, here: Complaint, regions: Regions, frame: tuple[int, bool]) -> bool:
    hops, down = frame
    fall = regions[last.region].height - regions[here.region].height
    onward = fall > 0 if down else fall < 0
    return onward and last.first < here.first and here.region in _near(last.region, regions, hops)


def _near(key: str, regions: Mapping[str, Region], hops: int) -> set[str]:
    """Every region within a few neighbours of this one."""
    reached = {key}
    for _ in range(hops):
        reached |= {near for one in reached for near in regions[one].neighbours}
    return reached
