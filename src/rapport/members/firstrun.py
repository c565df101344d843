"""The first start: one link, printed on the console, makes the first member the host. Nobody else can claim the hub."""

import secrets
from datetime import datetime

from django.db import transaction

from rapport.members.invite import digest_of, make_member
from rapport.members.models import Hub, Member


def first_run_word() -> str | None:
    """A fresh word for the first-run link, or None once the hub has a host. The one before it ends."""
    hub = Hub.this()
    if hub.settled_at is not None or Member.objects.exists():
        return None
    word = secrets.token_urlsafe(24)
    hub.first_run_digest = digest_of(word)
    hub.save()
    return word


def may_begin(word: str) -> bool:
    """Whether `word` is the one on the console and the hub still waits for its host."""
    hub = Hub.this()
    return hub.settled_at is None and secrets.compare_digest(hub.first_run_digest, digest_of(word))


def settle(now: datetime) -> None:
    """The hub has its host: no first-run link opens any more."""
    Hub.objects.update_or_create(pk=1, defaults={"settled_at": now, "first_run_digest": ""})


@transaction.atomic
def begin(
    word: str, *, hub_name: str, email: str, password: str, handle: str, name: str, now: datetime, zone: str = "UTC"
) -> Member | None:
    """The host, who is the first member; None if the word is not (or no longer) the right one."""
    hub = Hub.objects.select_for_update().filter(pk=1).first()
    if hub is None or hub.settled_at is not None or not secrets.compare_digest(hub.first_run_digest, digest_of(word)):
        return None
    hub.name, hub.settled_at, hub.first_run_digest = hub_name, now, ""
    hub.save()
    return make_member(email=email, password=password, handle=handle, name=name, is_host=True, zone=zone)
