"""Thanks: given and received, and whether others may see them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.groups.models import Group, Membership
from rapport.help.asking import TooManyError
from rapport.help.forms import ThankForm
from rapport.help.models import Answer, Thanks
from rapport.help.thanking import hide, letter, show, thank, thank_by_mail
from rapport.kit import clock
from rapport.kit.cleaning import one_line
from rapport.kit.once import once
from rapport.kit.pages import page_of
from rapport.members.faces import show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.members.models import Member
from rapport.profiles.meant import UnclearError, meant


@for_members
@require_GET
def listed(request: MemberRequest) -> HttpResponse:
    member, is_given = request.member, request.GET.get("view") == "given"
    rows = Thanks.objects.visible_to(member).select_related("by", "to", "group")
    rows = rows.filter(by=member) if is_given else rows.filter(to=member)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = page_of(rows, ["-given_at", "-pk"], after=after, before=before, size=30)
    show_faces(member, [one.to if is_given else one.by for one in page.rows])
    return render(request, "help/thanks.html", {"page": page, "is_given": is_given})


@for_members
@require_http_methods(["GET", "POST"])
@once
def new(request: MemberRequest) -> HttpResponse:
    """`to` (a handle) is filled in, and then only groups are offered that they are in; `name` is what somebody is
    called who is not here; `answer` is the number of the answer that helped."""
    groups = _groups(request.member, request.GET.get("to", "") if request.method == "GET" else "")
    form = ThankForm(request.POST or None, groups=groups, initial={"to": request.GET.get("to", "")[:30]})
    context = {
        "form": form,
        "name": _name(request),
        "answer": request.GET.get("answer", "") or request.POST.get("answer", ""),
    }
    if request.method == "POST" and form.is_valid():
        try:
            if _given(request, form):
                messages.success(request, _("Said."))
                return redirect("/thanks/?view=given")
        except TooManyError:
            messages.error(request, _("That is enough for one day. Tomorrow you can thank again."))
            return render(request, "help/thank.html", context, status=429)
    return render(request, "help/thank.html", context, status=422 if form.errors else 200)


def _given(request: MemberRequest, form: ThankForm) -> bool:
    given = form.cleaned_data
    to, who = str(given["to"]), str(given["who"])
    if "@" in to.removeprefix("@") and " " not in to:
        return _given_by_mail(request, form, to.lower())
    group = form.groups.get(who)
    try:
        other = meant(request.member, to)
    except UnclearError as unclear:
        form.add_error("to", str(unclear))
        return False
    if other.pk == request.member.pk:
        form.add_error("to", _("That is you."))
        return False
    if group is not None and group not in _groups(request.member, other.handle):
        words = {"name": other.name, "group": group.name}
        form.add_error(
            "who", _("%(name)s is not in %(group)s, as far as you can see. Choose who else may see it.") % words
        )
        return False
    audience = "group" if group else who
    thank(
        by=request.member,
        to=other,
        text=given["text"],
        audience=audience,
        group=group,
        answer=_answer(request, other),
        now=clock.now(),
    )
    return True


def _groups(member: Member, handle: str) -> list[Group]:
    """Those the member is in; with a handle, those in which they see that member too."""
    groups = Group.objects.of(member).unclosed().order_by("name")
    if handle:
        led = Membership.objects.filter(member=member, role="organiser").values("group")
        seen = Membership.objects.filter(member__handle=handle.lower()).filter(Q(is_shown=True) | Q(group__in=led))
        groups = groups.filter(pk__in=seen.values("group"))
    return list(groups)


def _given_by_mail(request: MemberRequest, form: ThankForm, address: str) -> bool:
    """The same words whether or not somebody here has that address."""
    try:
        validate_email(address)
    except ValidationError:
        form.add_error("to", _("Write a name or handle, or a whole mail address."))
        return False
    name = _name(request) or address.partition("@")[0]
    thank_by_mail(by=request.member, name=name, address=address, text=form.cleaned_data["text"], now=clock.now())
    return True


def _name(request: MemberRequest) -> str:
    return one_line(request.POST.get("name", "") or request.GET.get("name", ""))[:200]


def _answer(request: MemberRequest, author: Member) -> Answer | None:
    number = request.POST.get("answer", "")
    rows = Answer.objects.filter(question__asker=request.member, author=author)
    return rows.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None


@require_GET
def one(request: HttpRequest, number: int) -> HttpResponse:
    """Public thanks have an address that everybody may read."""
    viewer: Member | None = getattr(request, "member", None)
    found = Thanks.objects.visible_to(viewer).select_related("by", "to", "group").filter(pk=number).first()
    if found is None:
        raise Http404
    return render(request, "help/one_thanks.html", {"thanks": found, "viewer": viewer})


@for_members
@require_POST
def showing(request: MemberRequest, number: int) -> HttpResponse:
    """`answer`: yes, others may see it; anything else: no. Either can be changed later."""
    found = Thanks.objects.visible_to(request.member).filter(pk=number, to=request.member).first()
    if found is None:
        raise Http404
    if request.POST.get("answer") == "yes":
        show(found)
    else:
        hide(found)
    return redirect(found.path)


@require_GET
def letter_page(request: HttpRequest, word: str) -> HttpResponse:
    """What a mail of thanks leads to. Whoever holds the mail may read it."""
    found = letter(word)
    if found is None:
        raise Http404
    return render(request, "help/letter.html", {"thanks": found})
