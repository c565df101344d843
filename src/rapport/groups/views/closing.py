"""An organiser closes a group, opens it again, or deletes an empty one."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport.groups import closing
from rapport.groups.page import led_by_viewer
from rapport.groups.views.acting import done
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members


@for_members
@require_POST
def close(request: MemberRequest, group: str) -> HttpResponse:
    of = led_by_viewer(request, group).group
    says = _("Closed. For a month you can open it again.")
    return done(request, lambda: closing.close(by=request.member, group=of, now=clock.now()), says, of.path)


@for_members
@require_POST
def reopen(request: MemberRequest, group: str) -> HttpResponse:
    of = led_by_viewer(request, group).group
    return done(
        request,
        lambda: closing.reopen(by=request.member, group=of, now=clock.now()),
        _("Open again."),
        of.path,
    )


@for_members
@require_POST
def delete(request: MemberRequest, group: str) -> HttpResponse:
    of = led_by_viewer(request, group).group
    return done(request, lambda: closing.delete(by=request.member, group=of), _("It is gone."), "/groups/")
