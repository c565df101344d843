"""What a place still lacks after its first evening: somebody to meet, somewhere to belong, a date, a first word."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from rapport.events.models import Event
from rapport.groups.models import Group
from rapport.members.models import Hub, Invitation, Member
from rapport.talk.models import Post


class Step(NamedTuple):
    """One thing to do, and the page where it is done."""

    says: str
    why: str
    path: str


def steps_left(host: Member) -> list[Step]:
    """What the host has not done yet, in the order in which it helps."""
    is_inviting = Invitation.objects.exists() or Member.objects.exclude(pk=host.pk).exists()
    steps = (
        (Hub.this().about, _("Say what this place is for"), _("Whoever is invited reads it first."), "/host/"),
        (is_inviting, _("Invite the first members"), _("An address for each; it works once."), "/host/"),
        (Group.objects.exists(), _("Start a group"), _("A chapter, a meet-up, an industry."), "/groups/start/"),
        (Event.objects.exists(), _("Invite to something"), _("A date gives people a reason to come."), "/events/new/"),
        (Post.objects.exists(), _("Write the first words"), _("Else newcomers find an empty page."), "/talk/write/"),
    )
    return [Step(says, why, path) for is_taken, says, why, path in steps if not is_taken]
