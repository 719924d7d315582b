"""The first tables: imports, files, what was read from them, what was typed."""

import django.db.models.deletion
from django.db import migrations, models

import unload.store.columns


class Migration(migrations.Migration):
    """Written by Django from models.py."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="About",
            fields=[
                ("key", models.TextField(primary_key=True, serialize=False)),
                ("value", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="BodySaying",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
                ("answers", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, null=True, unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="GateSaying",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
                ("walks_freely", models.BooleanField(null=True)),
                ("limps", models.BooleanField(null=True)),
                ("raises", models.JSONField(null=True)),
                ("best_raises", models.JSONField(null=True)),
                ("outcome", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Received",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.TextField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Apart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("one", models.CharField(max_length=64)),
                ("other", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("one", "other"), name="apart_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("place", models.TextField()),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("covered", models.PositiveIntegerField(default=0)),
                ("others", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("finished_at__isnull", True)),
                        fields=("place",),
                        name="import_under_way",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("key", models.TextField(null=True, unique=True)),
                ("follows", models.BigIntegerField()),
                ("day", models.DateField()),
                ("sleep", models.FloatField(null=True)),
                ("fatigue", models.FloatField(null=True)),
                ("soreness", models.FloatField(null=True)),
                ("stress", models.FloatField(null=True)),
                ("mood", models.FloatField(null=True)),
                ("resting_hr", models.FloatField(null=True)),
                ("rmssd_ms", models.FloatField(null=True)),
                ("ill", models.BooleanField(null=True)),
                ("spots", models.JSONField(null=True)),
                ("sleep_s", models.FloatField(null=True)),
                ("weight_kg", models.FloatField(null=True)),
                ("runner", models.TextField(default="")),
                ("where", models.TextField(default="")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("runner", "day", "follows"), name="revision_in_turn"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sleep__isnull", True),
                            models.Q(("sleep__gte", 0.0), ("sleep__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="revision_sleep_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fatigue__isnull", True),
                            models.Q(
                                ("fatigue__gte", 0.0), ("fatigue__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="revision_fatigue_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soreness__isnull", True),
                            models.Q(
                                ("soreness__gte", 0.0), ("soreness__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="revision_soreness_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stress__isnull", True),
                            models.Q(("stress__gte", 0.0), ("stress__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="revision_stress_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mood__isnull", True),
                            models.Q(("mood__gte", 0.0), ("mood__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="revision_mood_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resting_hr__isnull", True),
                            models.Q(
                                ("resting_hr__gte", 0.0),
                                ("resting_hr__lte", 1.7976931348623157e308),
                            ),
                            _connector="OR",
                        ),
                        name="revision_resting_hr_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rmssd_ms__isnull", True),
                            models.Q(
                                ("rmssd_ms__gte", 0.0), ("rmssd_ms__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="revision_rmssd_ms_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sleep_s__isnull", True),
                            models.Q(
                                ("sleep_s__gte", 0.0), ("sleep_s__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="revision_sleep_s_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weight_kg__isnull", True),
                            models.Q(
                                ("weight_kg__gte", 0.0), ("weight_kg__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="revision_weight_kg_finite",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredHurt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("runner", models.TextField()),
                ("day", models.DateField()),
                ("step", models.IntegerField()),
                ("technique", models.TextField()),
                ("region", models.TextField()),
                ("side", models.TextField()),
                ("limit", models.FloatField(null=True)),
                ("alarming", models.BooleanField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("limit__isnull", True),
                            models.Q(("limit__gte", 0.0), ("limit__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="hurt_limit_finite",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredScreen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
                ("screen", models.TextField()),
                ("yes", models.BooleanField(null=True)),
                ("left", models.FloatField(null=True)),
                ("right", models.FloatField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left__isnull", True),
                            models.Q(("left__gte", 0.0), ("left__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="screen_left_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("right__isnull", True),
                            models.Q(("right__gte", 0.0), ("right__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="screen_right_finite",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredWorked",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("runner", models.TextField()),
                ("day", models.DateField()),
                ("region", models.TextField()),
                ("side", models.TextField()),
                ("before", models.FloatField(null=True)),
                ("after", models.FloatField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("before__isnull", True),
                            models.Q(("before__gte", 0.0), ("before__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="worked_before_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("after__isnull", True),
                            models.Q(("after__gte", 0.0), ("after__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="worked_after_finite",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictTold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("told_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
                ("program", models.TextField()),
                ("kind", models.TextField()),
                ("sentence", models.TextField()),
                ("said", models.JSONField()),
                ("imports", models.JSONField()),
            ],
            options={
                "indexes": [models.Index(fields=["runner", "day"], name="verdict_told_of")],
            },
        ),
        migrations.CreateModel(
            name="WeekChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("day", models.DateField()),
                ("runner", models.TextField()),
                ("decision", models.TextField()),
                ("first_day", models.DateField()),
                ("days", models.JSONField()),
                ("week", models.JSONField()),
                ("move", models.JSONField(null=True)),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="unload.weekchange",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sighting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("fresh", models.BooleanField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="unload.import"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="unload.file"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "name"), name="sighting_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredCheckIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveIntegerField()),
                ("day", models.DateField()),
                ("sleep", models.FloatField(null=True)),
                ("fatigue", models.FloatField(null=True)),
                ("soreness", models.FloatField(null=True)),
                ("stress", models.FloatField(null=True)),
                ("mood", models.FloatField(null=True)),
                ("resting_hr", models.FloatField(null=True)),
                ("rmssd_ms", models.FloatField(null=True)),
                ("ill", models.BooleanField(null=True)),
                ("spots", models.JSONField(null=True)),
                ("sleep_s", models.FloatField(null=True)),
                ("weight_kg", models.FloatField(null=True)),
                ("runner", models.TextField(default="")),
                ("where", models.TextField(default="")),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="unload.file"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("file", "ordinal"), name="check_in_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sleep__isnull", True),
                            models.Q(("sleep__gte", 0.0), ("sleep__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="check_in_sleep_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fatigue__isnull", True),
                            models.Q(
                                ("fatigue__gte", 0.0), ("fatigue__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="check_in_fatigue_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soreness__isnull", True),
                            models.Q(
                                ("soreness__gte", 0.0), ("soreness__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="check_in_soreness_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stress__isnull", True),
                            models.Q(("stress__gte", 0.0), ("stress__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="check_in_stress_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("mood__isnull", True),
                            models.Q(("mood__gte", 0.0), ("mood__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="check_in_mood_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resting_hr__isnull", True),
                            models.Q(
                                ("resting_hr__gte", 0.0),
                                ("resting_hr__lte", 1.7976931348623157e308),
                            ),
                            _connector="OR",
                        ),
                        name="check_in_resting_hr_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rmssd_ms__isnull", True),
                            models.Q(
                                ("rmssd_ms__gte", 0.0), ("rmssd_ms__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="check_in_rmssd_ms_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sleep_s__isnull", True),
                            models.Q(
                                ("sleep_s__gte", 0.0), ("sleep_s__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="check_in_sleep_s_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("weight_kg__isnull", True),
                            models.Q(
                                ("weight_kg__gte", 0.0), ("weight_kg__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="check_in_weight_kg_finite",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredProblem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveIntegerField()),
                ("where", models.TextField()),
                ("message", models.TextField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="unload.file"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("file", "ordinal"), name="problem_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordinal", models.PositiveIntegerField()),
                ("start", unload.store.columns.WallClock()),
                ("sport", models.TextField()),
                ("duration_s", models.FloatField()),
                ("distance_m", models.FloatField(null=True)),
                ("elapsed_s", models.FloatField(null=True)),
                ("avg_hr", models.FloatField(null=True)),
                ("max_hr", models.FloatField(null=True)),
                ("climb_m", models.FloatField(null=True)),
                ("rpe", models.FloatField(null=True)),
                ("hard_s", models.FloatField(null=True)),
                ("race", models.BooleanField(default=False)),
                ("runner", models.TextField(default="")),
                ("source", models.TextField(default="")),
                ("source_id", models.TextField(default="")),
                ("where", models.TextField(default="")),
                ("marks", models.JSONField(default=list)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="unload.file"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("file", "ordinal"), name="session_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("duration_s__isnull", True),
                            models.Q(
                                ("duration_s__gte", 0.0),
                                ("duration_s__lte", 1.7976931348623157e308),
                            ),
                            _connector="OR",
                        ),
                        name="session_duration_s_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("distance_m__isnull", True),
                            models.Q(
                                ("distance_m__gte", 0.0),
                                ("distance_m__lte", 1.7976931348623157e308),
                            ),
                            _connector="OR",
                        ),
                        name="session_distance_m_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("elapsed_s__isnull", True),
                            models.Q(
                                ("elapsed_s__gte", 0.0), ("elapsed_s__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="session_elapsed_s_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("avg_hr__isnull", True),
                            models.Q(("avg_hr__gte", 0.0), ("avg_hr__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="session_avg_hr_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("max_hr__isnull", True),
                            models.Q(("max_hr__gte", 0.0), ("max_hr__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="session_max_hr_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("climb_m__isnull", True),
                            models.Q(
                                ("climb_m__gte", 0.0), ("climb_m__lte", 1.7976931348623157e308)
                            ),
                            _connector="OR",
                        ),
                        name="session_climb_m_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rpe__isnull", True),
                            models.Q(("rpe__gte", 0.0), ("rpe__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="session_rpe_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hard_s__isnull", True),
                            models.Q(("hard_s__gte", 0.0), ("hard_s__lte", 1.7976931348623157e308)),
                            _connector="OR",
                        ),
                        name="session_hard_s_finite",
                    ),
                ],
            },
        ),
    ]
