"""The routes: no address holds anything but names of pages, numbers, days and the feed's key."""

from unload.web.urls import urlpatterns


def test_addresses_say_nothing_of_health() -> None:
    """An address is kept in histories and logs; a number or a day is all that varies (S32).

    But for the key of the feed, which calendars keep and no page leads to.
    """
    varies = {name: r.name for r in urlpatterns for name in r.pattern.converters}
    assert ({"number", "day", "key"}, "feed") == (set(varies), varies["key"])


def test_every_route_has_one_name() -> None:
    """By which templates reach it."""
    names = [route.name for route in urlpatterns]
    assert len(names) == len({*names})
