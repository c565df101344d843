"""As deeds name them: acts of the host (`audit:12`), which every member may read; what was reported (`report:7`) and
who asks to come in (`joining:3`), which wait for the hosts alone."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from rapport.hosting.models import AuditLine, Report
from rapport.journal.referent import Referent, Shown
from rapport.members.models import JoinRequest, Member
from rapport.members.removable import removables

PART = _("a part of a profile")


def _find(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    if viewer is None:
        return {}
    rows = AuditLine.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    return {str(one.pk): Shown(f"{_what(one.kind)}: {one.why}", _way(one, viewer)) for one in rows}


def _way(line: AuditLine, viewer: Member) -> str:
    return "/host/" if line.act == "host" and viewer.is_host else "/about/what-the-host-did/"


def _what(kind: str) -> str:
    """Of a profile the line says which part went; of these only the photo has a word of its own."""
    known = {"photo": _("a photo")} | {name: one.says for name, one in removables().items()}
    return str(known.get(kind, PART))


def _reports(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    """As long as it waits: what is dealt with asks for nothing."""
    if viewer is None or not viewer.is_host:
        return {}
    rows = Report.objects.filter(pk__in=[key for key in keys if key.isdecimal()], state="open")
    return {str(one.pk): Shown(str(_("something reported")), "/host/reports/") for one in rows}


def _joining(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    """As long as it waits."""
    if viewer is None or not viewer.is_host:
        return {}
    rows = JoinRequest.objects.filter(pk__in=[key for key in keys if key.isdecimal()])
    return {str(one.pk): Shown(one.name, "/host/#asking") for one in rows}


JOINING = Referent("joining", _joining)
REPORTS = Referent("report", _reports)
AUDIT = Referent("audit", _find)
