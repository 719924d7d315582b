"""The tables of the web: whose the records are, and who knocked with a wrong password."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Owner(models.Model):
    """The account that the store belongs to, and how its runner wants to be told; there is one.

    Everything but the units may be left out. `stays_on` is the day on which a demo stands still.
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
    stays_on = models.DateField(null=True, blank=True)

    class Meta:
        """No second owner, and none that is not the only one."""

        constraints = (
            models.CheckConstraint(condition=models.Q(only=True), name="owner_is_only_one"),
        )


class WrongPassword(models.Model):
    """One attempt that failed, under the name that was typed, hashed: it may be a password."""

    name = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()
