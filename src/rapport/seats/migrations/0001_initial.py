"""Seats, professions and what goes with them; the tables are those that the room of groups made, under new names."""

import django.db.models.deletion
from django.db import migrations, models

import rapport.kit.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("groups", "0007_seats_move_out"),
        ("members", "0005_open_to_search"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Profession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(max_length=80, unique=True)),
                        ("name", models.CharField(max_length=120, verbose_name="name")),
                        ("folded", models.CharField(db_index=True, max_length=160)),
                        (
                            "parent",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="seats.profession",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("n", models.PositiveSmallIntegerField(default=1)),
                        (
                            "group",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="groups.group",
                            ),
                        ),
                        (
                            "profession",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="seats.profession"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="SeatHolding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("since", models.DateTimeField(default=rapport.kit.clock.now)),
                        ("until", models.DateTimeField(null=True)),
                        ("ends_on", models.DateField(null=True)),
                        (
                            "why",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "holds it"),
                                    ("given up", "given up"),
                                    ("left", "left the group"),
                                    ("removed", "put out of the group"),
                                    ("absent", "absent for long"),
                                    ("ended", "time was over"),
                                    ("passed on", "passed on"),
                                    ("gone", "left this place"),
                                    ("closed", "the group was closed"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="groups.group"
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="holdings", to="seats.seat"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Application",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "line",
                            models.CharField(
                                blank=True, default="", max_length=300, verbose_name="a line about your business"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting"),
                                    ("offered", "offered"),
                                    ("taken", "taken"),
                                    ("declined", "declined"),
                                    ("withdrawn", "withdrawn"),
                                    ("lapsed", "lapsed"),
                                ],
                                default="waiting",
                                max_length=9,
                            ),
                        ),
                        ("applied_at", models.DateTimeField(default=rapport.kit.clock.now)),
                        ("allowed_at", models.DateTimeField(null=True)),
                        ("offered_at", models.DateTimeField(null=True)),
                        ("settled_at", models.DateTimeField(null=True)),
                        (
                            "allowed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="groups.group",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="members.member"
                            ),
                        ),
                        (
                            "profession",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="seats.profession"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["group", "state", "profession", "applied_at"], name="application_line")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ("waiting", "offered"))),
                                fields=("group", "profession", "member"),
                                name="one_open_application",
                            )
                        ],
                    },
                ),
                migrations.AddConstraint(
                    model_name="seat",
                    constraint=models.UniqueConstraint(fields=("group", "profession", "n"), name="one_seat"),
                ),
                migrations.AddConstraint(
                    model_name="seatholding",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("seat",), name="one_holder"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="seatholding",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("until", None)), fields=("group", "member"), name="one_seat_each"
                    ),
                ),
            ],
        ),
    ]
