"""Of a profile the host removes one part, and the rest stays."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.members.removable import Removable
from rapport.profiles.models import Expertise, Line, Offer, OfferedFile, ProfileLink, ShownInterest, Wanted
from rapport.profiles.offered import withdraw
from rapport.profiles.portrait import take_down
from rapport.profiles.say import say, say_lines

LINES: dict[str, type[Line]] = {
    "offers": Offer,
    "wanted": Wanted,
    "expertise": Expertise,
    "interests": ShownInterest,
}
PARTS: dict[str, Any] = {
    "photo": _("the photo"),
    "business": _("the business in one line"),
    "about": _("what they say about themselves"),
    "place": _("the place"),
    "offers": _("what they offer"),
    "wanted": _("what they are after"),
    "expertise": _("what they are good at"),
    "interests": _("what they care about"),
    "links": _("the links"),
    "files": _("the files"),
}


def _part(handle: str, part: str, _host: Member, _now: datetime) -> list[Member] | None:
    member = Member.objects.filter(handle=handle).first()
    if member is None:
        return None
    if part == "photo":
        take_down(member=member)
    elif part in LINES:
        say_lines(member=member, model=LINES[part], texts=[], audience=1)
    elif part == "links":
        ProfileLink.objects.filter(member=member).delete()
    elif part == "files":
        withdraw(files=list(OfferedFile.objects.filter(member=member).defer("content")), member=member)
    else:
        say(member=member, **{part: ""})
    return [member]


MEMBER = Removable("member", _("a part of a profile"), _part, PARTS)
