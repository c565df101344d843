"""The demo's switch of viewer: whose eyes the town is seen with. It exists in the demo only."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from rapport.members.models import Member


@require_POST
def view_as(request: HttpRequest) -> HttpResponse:
    """Become Ann, Bo, Mo, Cy, or nobody, and stay on the page if there is one for them."""
    if not settings.DEMO:
        raise Http404
    member = Member.objects.select_related("account").filter(handle=request.POST.get("viewer", "")).first()
    if member is None:
        logout(request)
    else:
        login(request, member.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    back = request.POST.get("next") or "/"
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if is_ours else "/")
