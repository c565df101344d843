"""Acts of the host as deeds name them: `audit:12`; every member may read them."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from rapport.hosting.models import AuditLine
from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member
from rapport.members.removable import removables

PART = _("a part of a profile")


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    if viewer is None:
        return {}
    rows = AuditLine.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    return {str(one.pk): Shown(f"{_what(one.kind)}: {one.why}", "/about/what-the-host-did/") for one in rows}


def _what(kind: str) -> str:
    """Of a profile the line says which part went; of these only the photo has a word of its own."""
    known = {"photo": _("a photo")} | {name: one.says for name, one in removables().items()}
    return str(known.get(kind, PART))


AUDIT = Referent("audit", _find)
