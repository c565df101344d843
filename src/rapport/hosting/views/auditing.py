"""What the host did, for every member."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from rapport.hosting.models import AuditLine
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members

SAYS = {
    "suspended": _("A member was suspended."),
    "readmitted": _("A member was readmitted."),
    "settled": _("A report was acted upon."),
    "dismissed": _("A report was looked at and let go."),
    "removed": _("Something was removed."),
    "host": _("A member became a host."),
    "resigned": _("A host is a member like others again."),
    "objection": _("Somebody asked not to be kept here."),
    "withdrawn": _("Somebody may be kept here again, by their own word."),
}


@for_members
@require_GET
def audit(request: MemberRequest) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    rows = AuditLine.objects.select_related("host")
    page = page_of(rows, ["-done_at", "-pk"], after=after, before=before, size=50)
    return render(request, "hosting/audit.html", {"page": page, "says": SAYS})
