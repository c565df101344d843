"""The tree of professions: everybody may read it, the host tends it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rapport.groups.views.acting import done
from rapport.members.may import MemberRequest, for_hosts, for_members
from rapport.seats import professions as tree
from rapport.seats.models import Profession


@for_members
@require_safe
def professions(request: MemberRequest) -> HttpResponse:
    """Sector by sector; `in` opens one."""
    rows = list(Profession.objects.order_by("name"))
    below: dict[int | None, list[Profession]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    opened = next((row for row in below.get(None, []) if row.key == request.GET.get("in", "")), None)
    context = {"sectors": below.get(None, []), "below": below, "opened": opened}
    return render(request, "seats/professions.html", context)


@for_hosts
@require_POST
def tend(request: MemberRequest) -> HttpResponse:
    """`add` under, `rename` or `split` the profession of `key`."""
    found = Profession.objects.filter(key=request.POST.get("key", "")[:80]).first()
    if found is None:
        raise Http404
    name, act = request.POST.get("name", "")[:2000], request.POST.get("act", "")
    acts = {
        "add": lambda: tree.add(name=name, parent=found),
        "rename": lambda: tree.rename(profession=found, name=name),
        "split": lambda: tree.split(profession=found, into=name.splitlines()),
    }
    if act not in acts:
        raise Http404
    return done(request, acts[act], _("Kept."), "/professions/")
