"""The key of the feed: one at a time, kept as a hash, gone with its account."""

import pytest
from django.db import IntegrityError, transaction

from pages import FEED_KEY, Site
from unload.web import feed_key
from unload.web.models import Feed, Owner


def test_a_new_key_ends_the_old_one(site: Site) -> None:
    """It opens its owner's feed, and no part of it is kept."""
    owner = Owner.objects.get()
    key = feed_key.new_key(owner.pk)
    assert (owner, None) == (feed_key.owner_of(key), feed_key.owner_of(FEED_KEY))
    assert 43 == len(key)
    assert key not in str(Feed.objects.values_list())
    assert feed_key.since(owner.pk) is not None


def test_turned_off_no_key_opens_anything(site: Site) -> None:
    """Twice is as good as once, and a hash of nothing is no key."""
    owner = Owner.objects.get()
    for _ in range(2):
        feed_key.turn_off(owner.pk)
    assert [None, None] == [feed_key.owner_of(key) for key in (FEED_KEY, "")]
    assert feed_key.since(owner.pk) is None


def test_a_closed_account_has_no_feed(site: Site) -> None:
    """However right the key is."""
    assert feed_key.owner_of(FEED_KEY) is not None
    site.gone()
    assert feed_key.owner_of(FEED_KEY) is None


def test_an_owner_has_one_feed(site: Site) -> None:
    """Two keys cannot both be good."""
    with pytest.raises(IntegrityError), transaction.atomic():
        Feed.objects.create(owner=Owner.objects.get(), hashed="x", since=Feed.objects.get().since)
