"""Lists of posts: talk's first page, a tag, the tags one follows."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.kit import clock
from rapport.kit.pages import page_of
from rapport.kit.panels import rendered
from rapport.kit.prepared import Prepared
from rapport.members.faces import faces_of, show_faces
from rapport.members.may import MemberRequest, for_members
from rapport.talk.home import ORDER, SHOWS, SIZE, as_rows, newest
from rapport.talk.interests import PAGE, PAGE_FOR, PAGE_OF_ONE, updates
from rapport.talk.models import Post, Tag, TagFollow, Tagging
from rapport.talk.newly import Reader
from rapport.talk.refused import RefusedError
from rapport.talk.tags import follow_tag, lately_on, unfollow_tag
from rapport.talk.views.finding import viewer_of
from rapport.talk.writing import tag_key


@for_members
@require_GET
def home(request: MemberRequest) -> HttpResponse:
    """The newest of those one follows or is connected with, of one's groups and tags; `show` narrows it."""
    show, after = request.GET.get("show", "all"), request.GET.get("after", "")
    show = show if show in SHOWS else "all"
    page = newest(request.member, show=show, after=after, now=clock.now())
    context = {
        "page": page,
        "photos": faces_of(request.member, (row.author_id for row in page.rows)),
        "show": show,
        "after": after,
        "followed": _followed(request),
        "aside": rendered("talk", "aside", request, request.member),
    }
    return render(request, "talk/home.html", context)


@require_GET
def tag(request: HttpRequest, tag: str) -> HttpResponse:
    """Posts that bear a tag; there is no page for one that no post bears as far as the viewer sees."""
    key, viewer = tag_key(tag), viewer_of(request)
    found = Tag.objects.filter(key=key).first() if key else None
    if found is None:
        raise Http404
    posts: QuerySet[Post] = Post.objects.visible_to(viewer)
    if viewer is not None:
        posts = Post.objects.visible_to(viewer).unmuted(viewer)
    posts = posts.filter(pk__in=Tagging.objects.filter(tag=found).values("post"))
    page = page_of(as_rows(posts), ORDER, after=request.GET.get("after", ""), size=SIZE)
    is_followed = viewer is not None and TagFollow.objects.filter(member=viewer, tag=found).exists()
    if not page.rows and not is_followed:
        raise Http404
    if tag != key:
        return redirect(found.path)
    lately = lately_on(found, viewer, now=clock.now())
    context = {"tag": found, "page": page, "lately": lately, "is_followed": is_followed, "viewer": viewer}
    show_faces(viewer, lately.active)
    context["photos"] = faces_of(viewer, (row.author_id for row in page.rows)) if viewer is not None else {}
    context |= {place: rendered("tag", place, request, found) for place in ("head", "below")}
    return render(request, "talk/tag.html", context)


@for_members
@require_POST
def follow(request: MemberRequest, tag: str) -> HttpResponse:
    return _follow(request, tag)


@for_members
@require_POST
def unfollow(request: MemberRequest, tag: str) -> HttpResponse:
    found = Tag.objects.filter(key=tag_key(tag)).first()
    if found is not None:
        unfollow_tag(by=request.member, tag=found)
    return redirect("/talk/tags/")


@for_members
@require_http_methods(["GET", "POST"])
def tags(request: MemberRequest) -> HttpResponse:
    """The tags one follows; a word typed is one more."""
    if request.method == "POST":
        return _follow(request, request.POST.get("tag", "")[:200])
    return render(request, "talk/tags.html", {"followed": _followed(request)})


@for_members
@require_GET
def interests(request: MemberRequest) -> HttpResponse:
    """What is new on one's interests, of a fortnight, and then it ends."""
    rows = updates(request.member, now=clock.now(), back=PAGE_FOR, most=PAGE, of_one=PAGE_OF_ONE)
    cares = Reader(request.member, clock.now(), clock.now()).cares
    return render(request, "talk/interests.html", {"updates": rows, "cares": cares})


def _follow(request: MemberRequest, word: str) -> HttpResponse:
    try:
        return redirect(follow_tag(by=request.member, word=word, now=clock.now()).path)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("/talk/tags/")


def _followed(request: MemberRequest) -> list[Any]:
    return _FOLLOWED.rows(member=request.member.pk)


def _tags_of(member: int) -> Any:
    mine = TagFollow.objects.filter(member=member)
    return Tag.objects.filter(pk__in=mine.values("tag")).order_by("key").values_list("key", "shown")


_FOLLOWED = Prepared(_tags_of, numbers=("member",))
