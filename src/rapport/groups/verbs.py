"""What is done in groups, and who is told."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Membership
from rapport.journal.models import Deed
from rapport.journal.verb import Verb
from rapport.members.models import Block


def _hosts_of_the_door(deed: Deed) -> Iterable[int]:
    """Organisers, and greeters if the membership is shown; nobody whom a block keeps apart from who joined."""
    handle = deed.subject.removeprefix("group:")
    rows = Membership.objects.filter(group__handle=handle)
    mine = rows.filter(member=deed.actor_id).first()
    roles = ["organiser", "greeter"] if mine is not None and mine.is_shown else ["organiser"]
    told = rows.filter(role__in=roles).exclude(member=deed.actor_id)
    if deed.actor is not None:
        told = told.exclude(member__in=Block.of(deed.actor))
    return told.values_list("member_id", flat=True)


VERBS = (
    Verb("group.join", _("%(actor)s joined %(subject)s"), tells=_hosts_of_the_door),
    Verb("group.ask", _("%(actor)s asks to join %(subject)s"), is_pressing=True),
    Verb("group.admit", _("%(actor)s let you into %(subject)s")),
    Verb("group.invite", _("%(actor)s invites you into %(subject)s"), is_pressing=True),
    Verb("group.welcome", _("%(actor)s welcomes you to %(subject)s"), warmth=1, touch="greeting"),
    Verb("group.greeter", _("%(actor)s made you a greeter of %(subject)s")),
    Verb("group.organiser", _("%(actor)s made you an organiser of %(subject)s")),
    Verb("group.close", _("%(actor)s closed %(subject)s; what was written there stays to be read")),
    Verb("group.reopen", _("%(actor)s opened %(subject)s again")),
    Verb("group.visit", _("%(actor)s asks to visit %(subject)s as a guest"), is_pressing=True),
    Verb("group.receive", _("%(actor)s expects you as a guest of %(subject)s")),
)
