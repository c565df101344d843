"""Finding a member through permission."""

from django.http import Http404, HttpRequest

from rapport.members.models import Member


def member_of(request: HttpRequest, handle: str) -> Member:
    """The member of this handle, if whoever asks may know of them; 404 alike for all others."""
    viewer: Member | None = getattr(request, "member", None)
    found: Member | None = Member.objects.visible_to(viewer).filter(handle=handle.lower()).first()
    if found is None:
        raise Http404
    return found
