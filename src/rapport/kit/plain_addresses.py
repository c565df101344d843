"""Addresses without NUL: PostgreSQL breaks over one where SQLite takes it for a letter."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse


class PlainAddresses:
    """Middleware: a path with a NUL names nothing, and from what is asked for in the address it is left out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info:
            raise Http404
        asked = request.META.get("QUERY_STRING", "")
        if "%00" in asked or "\x00" in asked:
            request.META["QUERY_STRING"] = asked.replace("%00", "").replace("\x00", "")
        return self._get_response(request)
