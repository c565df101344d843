"""Pages for when something is not there, not allowed or not well. They name nobody."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rapport.kit.room_left import is_full


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "site/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "site/403.html", status=403)


def unsent(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token."""
    return render(request, "site/403.html", status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Somebody tries too often; the answer is the same whatever they try."""
    response = render(request, "site/429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    is_too_large = isinstance(exception, RequestDataTooBig)
    return render(request, "site/400.html", {"is_too_large": is_too_large}, status=413 if is_too_large else 400)


def broken(request: HttpRequest) -> HttpResponse:
    """Stands without database or session: either may be what is broken. A database that is busy or away is no mistake
    of ours: 503, and come back soon."""
    if is_full(sys.exception()):
        return HttpResponse(FULL, status=507, content_type="text/html; charset=utf-8")
    if isinstance(sys.exception(), OperationalError):
        return HttpResponse(BUSY, status=503, headers={"Retry-After": "30"}, content_type="text/html; charset=utf-8")
    return HttpResponse(BROKEN, status=500, content_type="text/html; charset=utf-8")


BROKEN = """<!doctype html><html lang="en"><title>Something went wrong</title>
<h1>Something went wrong here</h1><p>Nothing you had is lost. Please try again in a minute.</p></html>"""

BUSY = """<!doctype html><html lang="en"><title>Busy at the moment</title>
<h1>The database here is busy, or away for a moment</h1><p>Nothing you had is lost. If you just sent something, it was
probably not kept: go back, and send it again in a minute.</p></html>"""

FULL = """<!doctype html><html lang="en"><title>No room left</title>
<h1>There is no room left on the disk here</h1><p>Nothing you had is lost. What you just sent was not kept: go back, and
send it again when whoever looks after this place has made room.</p></html>"""
