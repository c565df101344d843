"""What search engines may look at: nothing, until the host opens the place to them; then what is for everyone.

Whoever does not wish to be found is asked for by no such list: a member's own page says so itself (`profiles`).
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from rapport.members.models import Hub

FOR_EVERYONE = (
    "/$",
    "/about/$",
    "/about/what-the-host-can-see/$",
    "/articles/",
    "/events/$",
    "/events/*/$",
    "/groups/$",
    "/groups/*/$",
    "/members/$",
    "/members/*/$",
    "/posts/*/$",
    "/static/",
    "/tags/*/$",
)
SHUT = (
    "/",
    "/events/*/*/",
    "/events/calendar/",
    "/events/mine/",
    "/events/new/",
    "/groups/*/*/",
    "/groups/start/",
    "/members/*/*/",
    "/posts/*/*/",
    "/tags/*/*/",
)
"""By RFC 9309 the longest rule that fits counts: what is named nowhere stays shut."""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    hub = Hub.this()
    is_open = hub.settled_at is not None and hub.is_open_to_search
    open_, shut = (FOR_EVERYONE, SHUT) if is_open else ((), SHUT[:1])
    lines = ["User-agent: *", *(f"Allow: {path}" for path in open_), *(f"Disallow: {path}" for path in shut)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
