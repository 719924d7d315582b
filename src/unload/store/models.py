"""The tables: what each import brought, kept as it was read, and what the runner typed.

    Import --< Sighting >-- File --< StoredSession, StoredCheckIn, StoredProblem
    Revision      a check-in that was typed; the newest of a day counts, the older stay
    Apart         two tellings that the runner says are two sessions
    WeekChange    a lighter week that was accepted, in whole or in part, a move in it, or an undoing
    GateSaying    what the gate was told on a morning, and what it said
    StoredWorked  how sore a spot was before a session and after it
    StoredScreen  what was found in a self-test
    StoredHurt    one "that hurts" during a session, with its step
    Received      the key of a session that was sent, so that a repeat is known
    BodySaying    what was answered to the red-flag questions of a day
    VerdictTold   what was told of a day, word for word
    About         a few facts of the store itself

A file is kept once however often it is seen, and never as such: only a keyed hash of its content
and the rows that were read from it. Rows are never changed. Which of them tell of one session is
decided when the history is read; so taking an import back is exact by construction.
"""

from django.db import models
from django.db.models import Q

from unload.errors import Problem
from unload.model.body import ScreenResult
from unload.model.complaint import Worked
from unload.model.history import CheckIn, Session
from unload.model.play import Hurt
from unload.store.columns import columns_of, finite


class About(models.Model):
    """One fact of the store: the release that made its tables, the last backup."""

    key = models.TextField(primary_key=True)
    value = models.TextField()


class Import(models.Model):
    """One reading of one path; `place` is a keyed hash of the path and the zone it was read in."""

    name = models.TextField()
    place = models.TextField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    covered = models.PositiveIntegerField(default=0)
    others = models.JSONField(default=dict)

    class Meta:
        """At most one import of a place is under way: a second one joins it."""

        constraints = (
            models.UniqueConstraint(
                fields=["place"], condition=Q(finished_at__isnull=True), name="import_under_way"
            ),
        )


class File(models.Model):
    """What was read from one content; without `digest` nothing could be, and it is read anew."""

    digest = models.CharField(max_length=64, null=True, unique=True)


class Sighting(models.Model):
    """A file in an import, under the name it had there; `fresh` if this import brought it."""

    batch = models.ForeignKey(Import, models.CASCADE)
    file = models.ForeignKey(File, models.CASCADE)
    name = models.TextField()
    fresh = models.BooleanField()

    class Meta:
        """A name stands once in an import, so that reading on after a stop adds nothing twice."""

        constraints = (models.UniqueConstraint(fields=["batch", "name"], name="sighting_once"),)


class Row(models.Model):
    """A record of a file, in the order of reading."""

    file = models.ForeignKey(File, models.CASCADE)
    ordinal = models.PositiveIntegerField()
    objects = models.Manager()

    class Meta:
        """Only for its children."""

        abstract = True


class StoredSession(Row):
    """A session as it was read; its columns are the fields of the noun."""

    class Meta:
        """Numbers are numbers, and a row stands once."""

        constraints = (
            models.UniqueConstraint(fields=["file", "ordinal"], name="session_once"),
            *finite("session", Session),
        )


class StoredCheckIn(Row):
    """A check-in as it was read; its columns are the fields of the noun."""

    class Meta:
        """Numbers are numbers, and a row stands once."""

        constraints = (
            models.UniqueConstraint(fields=["file", "ordinal"], name="check_in_once"),
            *finite("check_in", CheckIn),
        )


class StoredProblem(Row):
    """A piece of bad data that was set aside; its columns are the fields of the noun."""

    class Meta:
        """A row stands once."""

        constraints = (models.UniqueConstraint(fields=["file", "ordinal"], name="problem_once"),)


class Revision(models.Model):
    """A check-in that the runner typed; `key` is the sender's own, so that a repeat is known.

    `follows` is the revision of the day that it was laid over, 0 for the first.
    """

    made_at = models.DateTimeField()
    key = models.TextField(null=True, unique=True)
    follows = models.BigIntegerField()

    class Meta:
        """Numbers are numbers, and no two follow the same."""

        constraints = (
            models.UniqueConstraint(fields=["runner", "day", "follows"], name="revision_in_turn"),
            *finite("revision", CheckIn),
        )


class Apart(models.Model):
    """Two sessions by their identities, the smaller first, that are not to be merged."""

    one = models.CharField(max_length=64)
    other = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        """A pair stands once."""

        constraints = (models.UniqueConstraint(fields=["one", "other"], name="apart_once"),)


class WeekChange(models.Model):
    """One entry of the book of changes; the week, its days and a move are the noun's, as JSON.

    Rows are added and never changed, and each is undone once at most.
    """

    made_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()
    decision = models.TextField()
    first_day = models.DateField()
    days = models.JSONField()
    week = models.JSONField()
    move = models.JSONField(null=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True)


class GateSaying(models.Model):
    """One asking of the gate: the answers beyond the check-in, and the outcome; added only."""

    made_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()
    walks_freely = models.BooleanField(null=True)
    limps = models.BooleanField(null=True)
    raises = models.JSONField(null=True)
    best_raises = models.JSONField(null=True)
    outcome = models.TextField()


class StoredWorked(models.Model):
    """One session on a sore spot; its columns are the fields of the noun. Added only."""

    made_at = models.DateTimeField()
    runner = models.TextField()
    objects = models.Manager()

    class Meta:
        """Numbers are numbers."""

        constraints = (*finite("worked", Worked),)


class StoredScreen(models.Model):
    """What was found in a self-test; its columns are the fields of the noun. Added only."""

    made_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()
    objects = models.Manager()

    class Meta:
        """Numbers are numbers."""

        constraints = (*finite("screen", ScreenResult),)


class StoredHurt(models.Model):
    """One "that hurts"; its columns are the fields of the noun. Added only."""

    made_at = models.DateTimeField()
    runner = models.TextField()
    objects = models.Manager()

    class Meta:
        """Numbers are numbers."""

        constraints = (*finite("hurt", Hurt),)


class Received(models.Model):
    """One session that a page sent, under the sender's own key; added with what it brought."""

    key = models.TextField(unique=True)
    made_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()


class BodySaying(models.Model):
    """Answers to red-flag questions by their keys, given at one moment; added only."""

    made_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()
    answers = models.JSONField()


class VerdictTold(models.Model):
    """One answer as it was told, as JSON; added only, and where it differs from the one before.

    `imports` are the numbers of those that were there, so that one taken back since is noticed.
    """

    told_at = models.DateTimeField()
    day = models.DateField()
    runner = models.TextField()
    program = models.TextField()
    kind = models.TextField()
    sentence = models.TextField()
    said = models.JSONField()
    imports = models.JSONField()

    class Meta:
        """Looked up by day."""

        indexes = (models.Index(fields=["runner", "day"], name="verdict_told_of"),)


NOUNS = {
    StoredSession: Session,
    StoredCheckIn: CheckIn,
    StoredProblem: Problem,
    Revision: CheckIn,
    StoredWorked: Worked,
    StoredScreen: ScreenResult,
    StoredHurt: Hurt,
}
for model, noun in NOUNS.items():
    for name, column in columns_of(noun):
        model.add_to_class(name, column)
