"""Somebody has left, whose words others keep: every page stands for those who stay."""

from typing import Any

import pytest
from django.test import Client

import cast
from rapport.members.leave import leave
from rapport.members.models import Member
from seen_by import peopled, rows

pytestmark = pytest.mark.django_db
BROKEN = 500


def test_every_page_stands_when_somebody_has_left(settings: Any) -> None:
    settings.CLOCK_FIXED = cast.MORNING
    numbers = peopled()[1]
    leave(Member.objects.get(handle="bo"), now=cast.MORNING)
    broken = []
    for reader in ("ann", "hal"):
        client = Client(HTTP_HOST="127.0.0.1", raise_request_exception=False)
        client.force_login(Member.objects.get(handle=reader).account)
        addresses = ["/", *(row.format_map(numbers) for row in rows())]
        broken += [f"{reader} {path}" for path in addresses if client.get(path).status_code >= BROKEN]
    assert broken == []
