"""Starting a group, and changing what it is."""

import re
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rapport.groups.findable import GROUPS
from rapport.groups.models import Group, Membership
from rapport.groups.refused import Refused
from rapport.groups.roles import is_organiser, locked_open
from rapport.groups.sequel import changed
from rapport.kit.folding import words
from rapport.members.models import Member

A_WEEK = 5  # groups that a member may start in a week
_OWN_PAGES = {"start"}  # addresses under /groups/ that are no group


@transaction.atomic
def start(*, by: Member, group: Group, now: datetime) -> Group:
    """Keep `group`, not saved so far, with `by` as its organiser. Refused when they started enough."""
    Member.objects.select_for_update().get(pk=by.pk)
    recent = Group.objects.filter(made_at__gt=now - timedelta(days=7))
    if Membership.objects.filter(member=by, role="organiser", group__in=recent).count() >= A_WEEK:
        raise Refused(_("That is enough for one week. Next week you can start another."))
    group.handle, group.made_at = _free_handle(group), now
    group.save()
    Membership.objects.create(group=group, member=by, role="organiser", joined_at=now)
    GROUPS.settle([group.pk])
    return group


@transaction.atomic
def change(*, by: Member, group: Group, now: datetime) -> None:
    """Keep what an organiser changed."""
    locked_open(group)
    if not is_organiser(by, group):
        raise Refused(_("That cannot be done here."))
    group.save()
    GROUPS.settle([group.pk])
    changed(group, by=by, now=now)


def _free_handle(group: Group) -> str:
    """An address made of the name. That of a hidden group cannot be guessed, so that trying names finds none."""
    stem = "-".join(words(group.name))[:32].strip("-") or "group"
    stem = stem if re.match(r"[a-z0-9]{2}", stem) else f"group-{stem}"[:32].strip("-")
    if group.is_hidden:
        return f"{stem[:24].strip('-')}-{secrets.token_hex(5)}"
    taken = set(Group.objects.filter(handle__startswith=stem).values_list("handle", flat=True)) | _OWN_PAGES
    return next(one for one in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)
