"""A form that is sent twice is one act: by a double click, or by a browser that asks again because no answer came.

Each time a page is made its forms carry another token against forgery, so the same token with the same words is the
same form. What became of it is kept beside the act, in one transaction: killed in between, neither is there.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import blake2b
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase

KEPT = 3600  # seconds in which the same form is known again
P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - the name of a field


def once(view: Callable[Concatenate[R, P], HttpResponseBase]) -> Callable[Concatenate[R, P], HttpResponseBase]:
    """For a view that makes something and leads to it: the same form again leads there too, and makes nothing. What a
    view answers in any other way, a mistake in the form, may be sent again."""

    @wraps(view)
    def guarded(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.method != "POST" or not request.POST.get(_TOKEN):
            return view(request, *args, **kwargs)
        key = _key(request)
        with transaction.atomic():
            if not cache.add(key, request.path, KEPT):  # waits until the first of two in the same moment is done
                return HttpResponseRedirect(cache.get(key) or request.path)
            answer = view(request, *args, **kwargs)
            leads_to = answer.headers.get("Location", "")
            if leads_to:
                cache.set(key, leads_to, KEPT)
            else:
                cache.delete(key)
        return answer

    return guarded


def forget(member: int) -> None:
    """Where the forms of a member led, who is about to leave: an address may hold words of a title."""
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE cache_key LIKE %s", [f"%:once:{member}:%"])  # noqa: S608 - the name is our own


def _key(request: HttpRequest) -> str:
    """Who sends it, to where, and all that is in it."""
    member = getattr(getattr(request, "member", None), "pk", 0)
    said = [(name, request.POST.getlist(name)) for name in sorted(request.POST)]
    sent = cast(
        "list[UploadedFile[Any]]", [one for name in sorted(request.FILES) for one in request.FILES.getlist(name)]
    )
    files = [(one.name, one.size) for one in sent]
    told = repr((request.path, said, files))
    return f"once:{member}:{blake2b(told.encode('utf-8', 'surrogatepass'), digest_size=20).hexdigest()}"
