"""What newcomers should read: shown to all, chosen by the host."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from rapport.hosting.models import StarterLink
from rapport.hosting.starting import read_links, write_links
from rapport.members.may import MemberRequest, for_hosts, for_members


@for_members
@require_GET
def start(request: MemberRequest) -> HttpResponse:
    return render(request, "hosting/start.html", {"links": StarterLink.objects.all()})


@for_hosts
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest) -> HttpResponse:
    """One line each: address, title, and a note after a bar."""
    if request.method == "POST":
        wrong = write_links(request.POST.get("lines", ""))
        if not wrong:
            return redirect("/start/")
        context = {"lines": request.POST.get("lines", ""), "wrong": wrong}
        return render(request, "hosting/starting.html", context, status=422)
    return render(request, "hosting/starting.html", {"lines": read_links(), "wrong": []})
