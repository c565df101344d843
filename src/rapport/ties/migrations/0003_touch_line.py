"""Touches bear their kind and channel, ties their firsts, so that a page of somebody is read from an index."""

from typing import Any

from django.db import migrations, models
from django.db.models import Case, F, Min, OuterRef, Q, Subquery, When

# As in rapport.ties.counting when this was written.
MEETINGS, NEITHER = ("meeting",), ("call",)


def copy_kinds(apps: Any, schema: Any) -> None:
    copied = apps.get_model("ties", "Interaction").objects.filter(pk=OuterRef("interaction"))
    apps.get_model("ties", "Touch").objects.update(
        kind=Subquery(copied.values("kind")), channel=Subquery(copied.values("channel"))
    )


def find_firsts(apps: Any, schema: Any) -> None:
    online = Case(When(~Q(kind__in=(*MEETINGS, *NEITHER)), then=F("day")))
    days = {
        "first_touch": Min("day"),
        "first_online": Min(online),
        "first_meeting": Min(Case(When(kind__in=MEETINGS, then=F("day")))),
    }
    touched = apps.get_model("ties", "Touch").objects.filter(person=OuterRef("person"), day__isnull=False)
    firsts = {name: touched.values("person").annotate(found=day).values("found") for name, day in days.items()}
    apps.get_model("ties", "Tie").objects.update(**{name: Subquery(first) for name, first in firsts.items()})


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_suppression_key"),
        ("ties", "0002_vouched"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="touch", name="touch_latest"),
        migrations.AddField("touch", "kind", models.CharField(default="", max_length=16), preserve_default=False),
        migrations.AddField("touch", "channel", models.CharField(default="", max_length=24), preserve_default=False),
        migrations.AddField("tie", "first_touch", models.IntegerField(null=True)),
        migrations.AddField("tie", "first_online", models.IntegerField(null=True)),
        migrations.AddField("tie", "first_meeting", models.IntegerField(null=True)),
        migrations.RunPython(copy_kinds, migrations.RunPython.noop),
        migrations.AddIndex(
            "touch",
            models.Index(fields=["person", "-day", "kind", "channel", "direction", "counts"], name="touch_line"),
        ),
        migrations.RunPython(find_firsts, migrations.RunPython.noop),
    ]
