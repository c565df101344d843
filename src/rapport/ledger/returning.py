"""After a small form one is where one was."""

from django.utils.http import url_has_allowed_host_and_scheme

from rapport.members.may import MemberRequest


def back_to(request: MemberRequest, otherwise: str) -> str:
    """The page of ours that the form says it stood on, else `otherwise`."""
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else otherwise
