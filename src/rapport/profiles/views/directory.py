"""The directory of members."""

from datetime import timedelta
from urllib.parse import urlencode

from django.core.cache import cache
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rapport.kit.panels import rendered
from rapport.members.copying import listed_too_often
from rapport.members.models import Member
from rapport.profiles.directory import FILTERS, Listed, listed, listed_for_everyone

PAGES_A_DAY = 200
"""Pages behind the first that one member may turn in a day: a reader never comes near it, a copier does."""
_DAY = timedelta(days=1)


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    viewer: Member | None = getattr(request, "member", None)
    if viewer is None:
        return render(request, "profiles/directory.html", {"page": listed_for_everyone(), "asked": {}, "viewer": None})
    asked = {name: request.GET.get(name, "")[:120].strip() for name in FILTERS}
    after, before = request.GET.get("after", "")[:400], request.GET.get("before", "")[:400]
    is_worn = _is_worn(viewer) if after or before else any(asked.values()) and listed_too_often(request)
    page = Listed([]) if is_worn else listed(viewer, asked, after=after, before=before)
    return render(
        request,
        "profiles/directory.html",
        {
            "page": page,
            "asked": asked,
            "viewer": viewer,
            "is_worn": is_worn,
            "is_narrowed": any(asked.values()),
            "further": _address(asked, after=page.after) if page.after else "",
            "back": _address(asked, before=page.before) if page.before else "",
            "aside": rendered("members", "aside", request, viewer),
        },
        status=429 if is_worn else 200,
    )


def _is_worn(viewer: Member) -> bool:
    counter = f"directory:{viewer.pk}"
    try:
        with transaction.atomic():
            return not cache.add(counter, 1, _DAY.total_seconds()) and cache.incr(counter) > PAGES_A_DAY
    except OperationalError:  # a database that others keep busy keeps nobody from reading
        return False


def _address(asked: dict[str, str], **mark: str) -> str:
    return f"/members/?{urlencode({name: value for name, value in asked.items() if value} | mark)}"
