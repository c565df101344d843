"""The face of somebody, for their owner's eyes."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.claims import standing
from rapport.people.models import Photo

_KINDS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"RIFF", "image/webp"))


@for_members
@require_GET
def photo(request: MemberRequest, number: int) -> HttpResponse:
    shown = standing(list(Photo.objects.shown().filter(person=person_of(request, number))))
    picture = bytes(shown[0].picture) if shown else b""
    kind = next((kind for mark, kind in _KINDS if picture.startswith(mark)), None)
    if kind is None:
        raise Http404
    response = HttpResponse(picture, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    return response
