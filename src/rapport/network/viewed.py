"""Who looked at whose profile, by one rule for both: of others one learns at most what they learn of oneself.

Nothing is kept unless both have agreed before. Hosts see much as hosts, so their looking is never kept, and of others'
they learn nothing either.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import OperationalError
from django.db.models import Count, Exists, Q, QuerySet, Subquery
from django.http import HttpRequest

from rapport.kit.clock import now as clock_now
from rapport.kit.jobs import job
from rapport.kit.prepared import prepared
from rapport.members.models import Member
from rapport.network.models import Openness, ProfileView

KEPT = timedelta(days=90)
A_DAY = 100  # profiles whose owners are told, of one viewer a day; more is no human looking
_ROBOTS = ("bot", "crawl", "spider", "preview", "slurp", "archiver", "monitor", "curl", "wget", "python", "headless")
OFF, COUNTED, NAMED = "off", "counted", "named"


def looked_at(*, viewer: Member | None, member: Member, request: HttpRequest, now: datetime) -> None:
    """The profile page of `member` was shown to `viewer`. Kept once a day, if both agree to it; the page itself is the
    same whatever happens here."""
    if viewer is None or viewer.pk == member.pk or viewer.is_host or member.is_host or not is_seen(request):
        return
    midnight = datetime.combine(now.date(), time(), now.tzinfo)
    rules = _rules.rows(viewer=viewer.pk, member=member.pk, midnight=midnight)
    if len(rules) < 2 or rules[0].is_kept or (rules[0].kept or 0) >= A_DAY:
        return
    view = ProfileView(
        viewer=viewer,
        member=member,
        on=now.date(),
        looked_at=now,
        is_named={rule.looks for rule in rules} == {NAMED},
    )
    with suppress(OperationalError):  # while somebody else writes for long
        ProfileView.objects.bulk_create([view], ignore_conflicts=True)


@prepared(numbers=("viewer", "member"), moments=("midnight",))
def _rules(viewer: int, member: int, midnight: datetime) -> Any:
    """Of each of the two who agreed to anything; beside it, what was kept of the viewer's looking since midnight."""
    views = ProfileView.objects.filter(viewer=viewer, looked_at__gte=midnight)
    kept = Subquery(views.order_by().values("viewer").annotate(count=Count("pk")).values("count"))
    agreed = Openness.objects.filter(pk__in=(viewer, member)).exclude(looks=OFF)
    return agreed.annotate(kept=kept, is_kept=Exists(views.filter(member=member))).values_list(
        "looks", "kept", "is_kept"
    )


def is_seen(request: HttpRequest) -> bool:
    """Whether eyes see the answer: no look ahead of a browser, no question for the head alone, no robot."""
    purposes = (request.headers.get(name, "").lower() for name in ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"))
    if request.method != "GET" or any("prefetch" in one or "preview" in one for one in purposes):
        return False
    agent = request.headers.get("User-Agent", "").lower()
    return not any(word in agent for word in _ROBOTS)


@dataclass(frozen=True)
class Lookers:
    """`named`: views with their viewers, the latest first. `counted`: how many others looked whose names stay
    their own."""

    named: QuerySet[ProfileView]
    counted: int
    rule: str


def lookers(member: Member, now: datetime) -> Lookers:
    """Who looked at the profile of `member` in ninety days, as far as the present rules of both allow."""
    mine = Openness.of(member)
    if mine.looks == OFF or member.is_host:
        return Lookers(ProfileView.objects.none(), 0, OFF)
    since = max(mine.looks_since, now - KEPT)
    views = ProfileView.objects.filter(member=member, looked_at__gte=since, looked_at__lte=now)
    here = views.filter(viewer__in=Member.objects.visible_to(member).filter(is_host=False))
    agreed = Openness.objects.exclude(looks=OFF)
    here = here.filter(viewer__in=agreed.values("member"))
    if mine.looks == COUNTED:
        return Lookers(ProfileView.objects.none(), _viewers(here), COUNTED)
    is_named = Q(is_named=True, viewer__in=agreed.filter(looks=NAMED).values("member"))
    named = here.filter(is_named).select_related("viewer")
    counted = here.exclude(viewer__in=named.values("viewer"))
    return Lookers(named.order_by("-looked_at", "-pk"), _viewers(counted), NAMED)


def _viewers(views: QuerySet[ProfileView]) -> int:
    return views.order_by().values("viewer").distinct().count()


@job()
def forget_old() -> None:
    """What is older than ninety days goes for good."""
    ProfileView.objects.filter(looked_at__lt=clock_now() - KEPT).delete()
