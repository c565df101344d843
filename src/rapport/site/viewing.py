"""The demo's switch of viewer: whose eyes the town is seen with. It exists in the demo only."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from rapport.kit.returning import back_to
from rapport.members.models import Member


@require_POST
def view_as(request: HttpRequest) -> HttpResponse:
    """Become one of the switch, or nobody, and stay on the page if there is one for them.

    The session of before is left as it is: what the last page still asks for would else find none, and its answer take
    away the cookie of the new one.
    """
    if not settings.DEMO:
        raise Http404
    request.session = type(request.session)()
    member = Member.objects.select_related("account").filter(handle=request.POST.get("viewer", "")).first()
    if member is None:
        logout(request)
    else:
        login(request, member.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(back_to(request, "/"))
