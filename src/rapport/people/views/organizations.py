"""Organizations: who is there, who was."""

from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rapport.kit.cleaning import one_line
from rapport.kit.pages import page_of
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of, row_of
from rapport.people.choosing import current_job
from rapport.people.face import faces
from rapport.people.models import Job, Organization
from rapport.people.organizations import rename as renamed


@for_members
@require_GET
def organizations(request: MemberRequest) -> HttpResponse:
    rows = Organization.objects.filter(book=book_of(request))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ("folded", "number"), after=after, before=before)
    return render(request, "people/organizations.html", {"page": page, "counts": _counts(page.rows)})


def _counts(organizations: list[Organization]) -> dict[int, int]:
    """How many are or were at each, as its page lists them."""
    jobs = Job.objects.shown().filter(organization__in=organizations)
    here = jobs.filter(person__trashed_at=None, person__merged_into=None).order_by()
    found: Any = here.values_list("organization").annotate(people=Count("person", distinct=True))
    return dict(found)


@for_members
@require_GET
def organization(request: MemberRequest, number: int) -> HttpResponse:
    shown = row_of(request, Organization, number)
    jobs = Job.objects.shown().filter(organization=shown, person__trashed_at=None, person__merged_into=None)
    found = list(jobs.select_related("person", "organization").order_by("person__folded", "-as_of"))
    photos = faces([job.person for job in found])
    chosen = current_job([job.person_id for job in found])
    now: list[tuple[Job, str]] = []
    before: list[tuple[Job, str]] = []
    for job in found:
        (now if chosen.get(job.person_id) == job.pk else before).append((job, photos.get(job.person_id, "")))
    return render(request, "people/organization.html", {"organization": shown, "now": now, "before": before})


@for_members
@require_POST
def rename(request: MemberRequest, number: int) -> HttpResponse:
    """Another name; the name of another organization joins the two."""
    shown, name = row_of(request, Organization, number), one_line(request.POST.get("name", ""))
    if not name:
        messages.error(request, _("Write a name."))
        return redirect(shown.path)
    kept = renamed(organization=shown, name=name)
    if kept.pk != shown.pk:
        messages.success(request, _("The two are one now."))
    return redirect(kept.path)
