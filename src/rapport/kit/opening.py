"""Opening a mail program, a telephone or a page elsewhere after a form was posted, without scripts.

A form may lead nowhere but here (form-action in the policy of every page), so the answer to the post leaves a signed
cookie, and the next page opens the way once.
"""

from datetime import timedelta

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

_COOKIE = "way"
_LASTS = timedelta(minutes=1)


def open_next(page: HttpResponse, request: HttpRequest, url: str) -> HttpResponse:
    """Let the page that follows `page` (a redirect) open `url`: mailto, tel, http or https."""
    if url.startswith(("mailto:", "tel:", "https://", "http://")) and len(url) < 3000:  # what a cookie holds
        page.set_signed_cookie(
            _COOKIE, url, max_age=_LASTS, httponly=True, samesite="Strict", secure=request.is_secure()
        )
    return page


def way_to_open(request: HttpRequest) -> str:
    """What the page now asked for is to open; empty if nothing."""
    try:
        return str(request.get_signed_cookie(_COOKIE, default="", max_age=_LASTS) or "")
    except BadSignature:
        return ""


def opening(page: HttpResponse, way: str) -> HttpResponse:
    """Open `way` over `page`, this once."""
    if way:
        page["Refresh"] = f"0; url={way}"
        page.delete_cookie(_COOKIE, samesite="Strict")
    return page
