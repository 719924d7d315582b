"""The tables of the web: whose the records are, how they come in, who knocked in vain."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from unload.model.week_start import MONDAY


class Owner(models.Model):
    """The account that the store belongs to, and how its runner wants to be told; there is one.

    Everything but the units may be left out. `never` are the weekdays that never have runs and
    `week_start` the one on which weeks begin, 0 = Monday; `language` is that of the sessions in
    files. `stays_on` is the day on which a demo stands still.
    """

    only = models.BooleanField(default=True, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE)
    units = models.CharField(max_length=2, default="km")
    zone = models.CharField(max_length=64, default="", blank=True)
    race_day = models.DateField(null=True, blank=True)
    race_m = models.FloatField(null=True, blank=True)
    weight_kg = models.FloatField(null=True, blank=True)
    keeps_weight = models.BooleanField(default=False)
    hr_rest = models.FloatField(null=True, blank=True)
    hr_max = models.FloatField(null=True, blank=True)
    tools = models.JSONField(null=True, blank=True)
    minutes = models.FloatField(null=True, blank=True)
    never = models.JSONField(null=True, blank=True)
    week_start = models.PositiveSmallIntegerField(default=MONDAY)
    language = models.CharField(max_length=2, default="en")
    stays_on = models.DateField(null=True, blank=True)

    class Meta:
        """No second owner, and none that is not the only one."""

        constraints = (
            models.CheckConstraint(condition=models.Q(only=True), name="owner_is_only_one"),
        )


class Feed(models.Model):
    """The calendar feed of the owner: the key in its address, as a hash, and since when."""

    owner = models.OneToOneField(Owner, models.CASCADE)
    hashed = models.CharField(max_length=64)
    since = models.DateTimeField()


class PhoneCodes(models.Model):
    """The secret behind the codes of a phone, sealed; asked for since a first code confirmed it.

    `last_step` is the half minute of the last code that was taken, so that none is taken twice.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE)
    sealed = models.TextField()
    since = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)


class RecoveryCode(models.Model):
    """One code that lets in once without the phone, as a hash."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    hashed = models.CharField(max_length=64)


class Passkey(models.Model):
    """A public key whose private half lives on a device; `uses` is what that device has counted.

    `handle` names the account to the device, and says nothing of whose it is.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    name = models.CharField(max_length=64)
    key_id = models.TextField(unique=True)
    public = models.BinaryField()
    handle = models.CharField(max_length=64)
    uses = models.BigIntegerField()
    made = models.DateTimeField()
    used = models.DateTimeField(null=True)


class WrongPassword(models.Model):
    """One attempt that failed, by a password or a code, under the name that was typed, hashed."""

    name = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()
