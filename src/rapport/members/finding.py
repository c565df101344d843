"""Finding a member through permission."""

from typing import Any

from django.http import Http404, HttpRequest

from rapport.kit.prepared import prepared
from rapport.members.models import Member


def member_of(request: HttpRequest, handle: str) -> Member:
    """The member of this handle, if whoever asks may know of them; 404 alike for all others."""
    viewer: Member | None = getattr(request, "member", None)
    asked = {"handle": handle.lower()}
    found: Member | None = _for.first(viewer=viewer.pk, **asked) if viewer else _for_everybody.first(**asked)
    if found is None:
        raise Http404
    return found


@prepared(numbers=("viewer",), words=("handle",))
def _for(viewer: int, handle: str) -> Any:
    return Member.objects.visible_to(Member(pk=viewer)).filter(handle=handle)


@prepared(words=("handle",))
def _for_everybody(handle: str) -> Any:
    return Member.objects.visible_to(None).filter(handle=handle)
