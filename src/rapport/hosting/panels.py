"""On Today of newcomers: what to read first; of a new host: the first steps. On the page of the host: what waits.
About the place: what was done."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest

from rapport.hosting.first_steps import steps_left
from rapport.hosting.models import AuditLine, StarterLink
from rapport.hosting.reporting import matters
from rapport.kit import clock
from rapport.kit.panels import Panel
from rapport.members.models import JoinRequest, Member, Suspension

NEW_FOR = timedelta(days=14)
SHOWN = 5


def _start(request: HttpRequest, round_: Any) -> dict[str, Any] | None:
    member: Member = request.member  # type: ignore[attr-defined]
    if member.account.joined_at < clock.now() - NEW_FOR:
        return None
    links = list(StarterLink.objects.all()[:SHOWN])
    return {"links": links} if links else None


def _first_steps(request: HttpRequest, round_: Any) -> dict[str, Any] | None:
    host: Member = request.member  # type: ignore[attr-defined]
    if not host.is_host or host.account.joined_at < clock.now() - NEW_FOR:
        return None
    steps = steps_left(host)
    return {"steps": steps} if steps else None


def _for_the_host(request: HttpRequest, round_: Any) -> dict[str, Any] | None:
    """What others wait for: on Today, because nobody opens the page of the host without a reason."""
    host: Member = request.member  # type: ignore[attr-defined]
    if not host.is_host:
        return None
    reports, asking = len(matters()), JoinRequest.objects.count()
    return {"reports": reports, "asking": asking} if reports or asking else None


def _waiting(request: HttpRequest, _: Any) -> dict[str, Any]:
    return {"count": len(matters()), "suspended": Suspension.objects.count(), "links": StarterLink.objects.count()}


def _suspend(request: HttpRequest, seen: Any) -> dict[str, Any] | None:
    """Of a profile: the host's way to close the place to whom nobody has reported."""
    may = seen.viewer is not None and seen.viewer.is_host and not seen.member.is_host
    return {"handle": seen.member.handle} if may else None


def _hosts(request: HttpRequest, _: Any) -> dict[str, Any]:
    return {"request": request, "hosts": list(Member.objects.active().filter(is_host=True).order_by("handle"))}


def _done(request: HttpRequest, _: Any) -> dict[str, Any] | None:
    return {"count": AuditLine.objects.count()} if getattr(request, "member", None) else None


FIRST_STEPS = Panel("today", 4, _first_steps, "hosting/panels/first_steps.html", "main")
FOR_THE_HOST = Panel("today", 6, _for_the_host, "hosting/panels/for_the_host.html", "aside")
START = Panel("today", 5, _start, "hosting/panels/start.html", "later")
SUSPEND = Panel("profile", 900, _suspend, "hosting/panels/suspend.html", "aside")
HOSTS = Panel("host", 20, _hosts, "hosting/panels/hosts.html")
WAITING = Panel("host", 5, _waiting, "hosting/panels/waiting.html")
DONE = Panel("about", 10, _done, "hosting/panels/done.html")
