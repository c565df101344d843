"""A member's page, and the same as a card."""

from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_safe

from rapport.kit.clock import now
from rapport.kit.kept import answered, is_plain_visit
from rapport.kit.panels import rendered, styles
from rapport.members.copying import looked_too_often
from rapport.members.models import Member
from rapport.network.viewed import looked_at
from rapport.profiles.anonymous import state_of
from rapport.profiles.card import json_ld, vcard
from rapport.profiles.faces import seen as face_seen
from rapport.profiles.models import OfferedFile, Portrait, Profile
from rapport.profiles.offered import kind_of
from rapport.profiles.proofs import home_of
from rapport.profiles.seen import Seen, seen_by
from rapport.profiles.showing import Shown, shown


@require_safe
def profile(request: HttpRequest, handle: str) -> HttpResponse:
    refused = looked_too_often(request, handle.lower())
    if refused is not None:
        return refused
    if is_plain_visit(request):
        state = state_of(handle, now())
        if state is None:
            raise Http404
        return answered(request, state, lambda: _page(request, handle))
    page = _page(request, handle)
    return page if getattr(request, "member", None) else remembered(request, page)


def _page(request: HttpRequest, handle: str) -> HttpResponse:
    seen, whole = seen_by(request, handle)
    looked_at(viewer=seen.viewer, member=seen.member, request=request, now=now())
    page = drawn(request, seen, whole)
    if not whole.is_indexed:
        page["X-Robots-Tag"] = "noindex"
    return page


def drawn(request: HttpRequest, seen: Seen, whole: Profile, **more: object) -> HttpResponse:
    """The page as `seen` sees it."""
    found = shown(seen, whole, now())
    return render(
        request,
        "profiles/profile.html",
        {
            "seen": seen,
            "member": seen.member,
            "shown": found,
            "home": home_of(seen.member),
            "is_indexed": whole.is_indexed,
            "json_ld": json_ld(seen, found),
            "styles": dict.fromkeys(("css/profiles.css", *styles("profile"))),
            "near": rendered("profile", "near", request, seen),
            "main": rendered("profile", "main", request, seen),
            "aside": rendered("profile", "aside", request, seen),
            **more,
        },
    )


def remembered(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """For somebody who is not signed in: the same page is not sent twice, and never kept without asking again."""
    page["Cache-Control"] = "no-cache"
    page["Vary"] = "Cookie, Accept-Language"
    page["ETag"] = f'"{sha256(page.content).hexdigest()[:32]}"'
    return get_conditional_response(request, etag=page["ETag"], response=page) or page


@require_GET
def card(request: HttpRequest, handle: str) -> HttpResponse:
    refused = looked_too_often(request, handle.lower())
    if refused is not None:
        return refused
    seen, whole = seen_by(request, handle)
    found: Shown = shown(seen, whole, now())
    answer = HttpResponse(vcard(seen, found), content_type="text/vcard; charset=utf-8")
    return _to_take_away(answer, f"{seen.member.handle}.vcf")


@require_GET
def photo(request: HttpRequest, handle: str) -> HttpResponse:
    seen, _whole = seen_by(request, handle)
    found = Portrait.objects.filter(member=seen.member).seen_at(seen.level).first()
    if found is None:
        raise Http404
    return _picture(request, bytes(found.picture), found.mark, seen.viewer)


@require_GET
def face(request: HttpRequest, handle: str) -> HttpResponse:
    """The small photo of rows, for members."""
    viewer: Member | None = getattr(request, "member", None)
    found = face_seen(viewer, handle.lower()) if viewer else None
    if found is None:
        raise Http404
    return _picture(request, bytes(found.small or found.picture), found.mark, viewer)


def _picture(request: HttpRequest, picture: bytes, mark: str, viewer: Member | None) -> HttpResponse:
    """Another picture has another address, so a member's own browser may keep it for a day; nobody between may."""
    answer = HttpResponse(picture, content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    if viewer is None:
        return remembered(request, answer)
    answer["Cache-Control"] = "private, max-age=86400"
    answer["Vary"] = "Cookie"  # whoever signs in next at the same browser asks for themselves
    answer["ETag"] = f'"{mark}-{len(picture)}"'
    return get_conditional_response(request, etag=answer["ETag"], response=answer) or answer


@require_GET
def file(request: HttpRequest, handle: str, number: int) -> HttpResponse:
    seen, _whole = seen_by(request, handle)
    found = OfferedFile.objects.filter(member=seen.member, number=number).seen_at(seen.level).first()
    if found is None:
        raise Http404
    return _to_take_away(HttpResponse(bytes(found.content), content_type=kind_of(found.name)), found.name)


def _to_take_away(answer: HttpResponse, name: str) -> HttpResponse:
    """Never opened in the page, whatever is in it."""
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["X-Robots-Tag"] = "noindex"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
