"""A book of before gets the columns that were added: as if they had always been kept."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

import cast
from rapport.ties.models import Tie, Touch
from rapport.ties.record import log

pytestmark = pytest.mark.django_db
FILLING = import_module("rapport.ties.migrations.0003_touch_line")
KEPT = ("first_touch", "first_online", "first_meeting")


def test_kinds_and_firsts_are_found_again() -> None:
    ann = cast.ann()
    bo, _dee = cast.known(ann, "Bo"), cast.known(ann, "Dee")
    for back, kind in enumerate(("mail", "meeting", "mail", "call")):
        on = date(2026, 11, 19) - timedelta(back)
        log(people=[bo], kind=kind, channel="email", direction="out", now=cast.MORNING, on=on)
    before = [list(Touch.objects.order_by("pk").values()), list(Tie.objects.order_by("pk").values())]
    Touch.objects.update(kind="", channel="")
    Tie.objects.update(**dict.fromkeys(KEPT))
    FILLING.copy_kinds(apps, None)
    FILLING.find_firsts(apps, None)
    assert [list(Touch.objects.order_by("pk").values()), list(Tie.objects.order_by("pk").values())] == before
    assert None not in Tie.objects.filter(person=bo).values_list(*KEPT)[0]
