"""The face of somebody, for their owner's eyes: shown, changed, taken away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.pictures.redraw import ACCEPT, PictureRefusedError, redrawn
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import person_of
from rapport.people.claims import standing
from rapport.people.face import face_path
from rapport.people.models import Person, Photo
from rapport.people.portrait import portray, remove_photo

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


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    """A photo in place of the one that is shown, or the first."""
    person = person_of(request, number)
    if request.method == "GET":
        return _asked(request, person)
    file = request.FILES.get("photo")
    if file is None or file.file is None:
        return _asked(request, person, _("Choose a picture first."))
    try:
        picture = redrawn(file.file)
    except PictureRefusedError as refusal:
        return _asked(request, person, refusal.sentence)
    portray(person=person, picture=picture, now=clock.now())
    return redirect(person.path)


@for_members
@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    person = person_of(request, number)
    remove_photo(person=person, now=clock.now())
    messages.success(request, _("Taken away."))
    return redirect(person.path)


def _asked(request: MemberRequest, person: Person, error: str | Promise = "") -> HttpResponse:
    context = {"person": person, "photo": face_path(person), "accept": ACCEPT, "error": error}
    return render(request, "people/photo.html", context, status=422 if error else 200)
