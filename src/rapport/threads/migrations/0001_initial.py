"""Threads, their sides and messages; the tables are those that the room of talk made, under new names."""

import django.db.models.deletion
from django.db import migrations, models

import rapport.kit.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("members", "0005_open_to_search"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Thread",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("is_request", models.BooleanField(default=False)),
                        ("begun_at", models.DateTimeField(default=rapport.kit.clock.now)),
                        ("last_at", models.DateTimeField(default=rapport.kit.clock.now)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Side",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("last_at", models.DateTimeField(default=rapport.kit.clock.now)),
                        ("last", models.PositiveBigIntegerField(default=0)),
                        ("read_to", models.PositiveBigIntegerField(default=0)),
                        ("ignored_at", models.DateTimeField(null=True)),
                        (
                            "member",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                        (
                            "thread",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sides",
                                to="threads.thread",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["member", "-last_at"], name="side_lately")],
                        "constraints": [
                            models.UniqueConstraint(fields=("member", "other"), name="one_thread_of_two"),
                            models.UniqueConstraint(fields=("thread", "member"), name="one_side"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("body", models.TextField(max_length=5000, verbose_name="message")),
                        ("html", models.TextField()),
                        ("written_at", models.DateTimeField(default=rapport.kit.clock.now)),
                        (
                            "author",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="members.member",
                            ),
                        ),
                        (
                            "thread",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="messages",
                                to="threads.thread",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["thread", "-id"], name="message_lately"),
                            models.Index(fields=["author", "-written_at"], name="message_of"),
                        ],
                    },
                ),
            ],
        ),
    ]
