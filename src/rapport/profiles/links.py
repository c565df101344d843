"""Links to elsewhere, and ways to be reached: shown, shown to others than before, taken away."""

from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.handles import ways as handles
from rapport.handles.profiles import profile
from rapport.members.models import Member
from rapport.people import keys
from rapport.profiles.looking import look_soon
from rapport.profiles.models import ProfileLink, Proof, Way
from rapport.profiles.proofs import prove_by_mail

MOST_LINKS, MOST_WAYS = 50, 10
NO_LINK = _("This is no address of a page. It begins with https:// or is a name such as @bo@harbour.example.")
NO_WAY = _("This is neither a mail address nor a telephone number with its country code.")
TOO_MANY = _("There are %(most)s already. Take one away first.")


class NotShown(Exception):
    """`sentence` says why it cannot be shown."""

    def __init__(self, sentence: "str | Promise") -> None:
        super().__init__()
        self.sentence = sentence


@transaction.atomic
def link(*, member: Member, text: str, audience: int) -> ProfileLink:
    """Show this page, blog or profile elsewhere; one that is there already changes its audience. Whether it links back
    is looked at soon. Raises NotShown."""
    Member.objects.select_for_update().get(pk=member.pk)
    found = profile(text)
    if found is None or not found.url.startswith(("https://", "http://")) or len(found.url) > 1000:
        raise NotShown(NO_LINK)
    key = keys.identity(found.platform, found.handle)
    links = ProfileLink.objects.filter(member=member)
    if links.count() >= MOST_LINKS and not links.filter(key=key).exists():
        raise NotShown(TOO_MANY % {"most": MOST_LINKS})
    values = {"platform": found.platform, "handle": found.handle[:320], "url": found.url, "audience": audience}
    made: ProfileLink = ProfileLink.objects.update_or_create(member=member, key=key, defaults=values)[0]
    look_soon(made)
    return made


@transaction.atomic
def show_way(*, member: Member, text: str, audience: int, now: datetime) -> Way:
    """Show this mail address or number. An address that the member confirmed by mail is proven. Raises NotShown."""
    Member.objects.select_for_update().get(pk=member.pk)
    email, phone = handles.email(text), ""
    if not email:
        phone = handles.phone(text, member.region or handles.region_of(member.zone))
    platform, handle = ("email", email) if email else ("phone", phone)
    if not handle or len(handle) > 254:
        raise NotShown(NO_WAY)
    key = keys.identity(platform, handle)
    ways = Way.objects.filter(member=member)
    if ways.count() >= MOST_WAYS and not ways.filter(key=key).exists():
        raise NotShown(TOO_MANY % {"most": MOST_WAYS})
    values = {"platform": platform, "handle": handle, "audience": audience}
    made: Way = Way.objects.update_or_create(member=member, key=key, defaults=values)[0]
    if platform == "email":
        prove_by_mail(member=member, way=made, now=now)
    return made


@transaction.atomic
def take_away(*, row: ProfileLink | Way) -> None:
    """It is shown no more, and proves nothing."""
    Proof.objects.filter(member=row.member_id, key=row.key).delete()
    row.delete()
