"""Acts of the host as deeds name them: `audit:12`; every member may read them."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from rapport.hosting.models import AuditLine
from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member

_WHAT = {
    "post": _("a post"),
    "comment": _("a comment"),
    "event": _("an event"),
    "group": _("a group"),
    "photo": _("a photo"),
}
PART = _("a part of a profile")


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    if viewer is None:
        return {}
    rows = AuditLine.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    return {str(one.pk): Shown(f"{_WHAT.get(one.kind, PART)}: {one.why}", "/about/what-the-host-did/") for one in rows}


AUDIT = Referent("audit", _find)
