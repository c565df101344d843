"""After a small form one is where one was."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

_LONGEST = 2000


def back_to(request: HttpRequest, otherwise: str) -> str:
    """The page of ours that the form says it stood on, else `otherwise`.

    It begins with a slash: what does not is no page, and Django would look for a view of that name."""
    wanted = request.POST.get("next", "")
    is_page = wanted.startswith("/") and wanted.isprintable() and len(wanted) <= _LONGEST
    return wanted if is_page and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else otherwise
