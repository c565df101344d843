"""Writing posts: new ones, drafts, changes; closing and deleting them."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rapport.groups.models import Group
from rapport.kit import clock
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.talk import posting
from rapport.talk.addressing import path_of
from rapport.talk.forms import PostForm
from rapport.talk.models import Post
from rapport.talk.refused import RefusedError
from rapport.talk.views.finding import own_post


@for_members
@require_http_methods(["GET", "POST"])
@once
def write(request: MemberRequest) -> HttpResponse:
    """A new post. `?group=handle` begins it in a group, `?tag=word` with a tag."""
    if request.method == "GET":
        return _page(request, PostForm(author=request.member, initial=_begun(request)))
    form = PostForm(request.POST, author=request.member)
    if not form.is_valid():
        return _page(request, form)
    is_draft = request.POST.get("keep") == "draft"
    try:
        made = posting.write(
            author=request.member,
            wording=form.wording(),
            files=request.FILES.getlist("files"),
            is_draft=is_draft,
            now=clock.now(),
        )
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return _page(request, form)
    return _kept_as_draft(request) if is_draft else redirect(path_of(made))


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int) -> HttpResponse:
    """Change a post; of a draft also: publish it."""
    post = own_post(request.member, number)
    if request.method == "GET":
        form = PostForm(author=request.member, within=post.group_id, initial=PostForm.answers(post))
        return _page(request, form, post)
    form = PostForm(request.POST, author=request.member, within=post.group_id)
    if form.is_valid():
        try:
            _change(request, post, form)
        except RefusedError as refused:
            form.add_error(None, str(refused))
    if form.errors:
        return _page(request, form, post)
    post = own_post(request.member, number)
    return _kept_as_draft(request) if post.is_draft else redirect(path_of(post))


@transaction.atomic
def _change(request: MemberRequest, post: Post, form: PostForm) -> None:
    now = clock.now()
    dropped = [one for one in request.POST.getlist("drop") if one.isdecimal() and len(one) < 18]
    post.files.filter(pk__in=dropped).delete()
    posting.edit(post=post, wording=form.wording(), files=request.FILES.getlist("files"), now=now)
    if post.is_draft and request.POST.get("keep") != "draft":
        posting.publish(post=own_post(request.member, post.pk), now=now)


@for_members
@require_POST
def delete(request: MemberRequest, number: int) -> HttpResponse:
    posting.delete(post=own_post(request.member, number))
    messages.success(request, _("Deleted, with its comments and files."))
    return redirect("/talk/")


@for_members
@require_POST
def close(request: MemberRequest, number: int) -> HttpResponse:
    """`is_closed` is 1 to take no more comments, 0 to take them again."""
    post = own_post(request.member, number)
    posting.close(post=post, is_closed=request.POST.get("is_closed") == "1", now=clock.now())
    return redirect(path_of(post))


@for_members
@require_GET
def drafts(request: MemberRequest) -> HttpResponse:
    rows = Post.objects.drafts_of(request.member).order_by("-written_at", "-pk")
    return render(request, "talk/drafts.html", {"drafts": list(rows[: posting.MOST_DRAFTS])})


def _begun(request: MemberRequest) -> dict[str, Any]:
    found = Group.objects.of(request.member).filter(handle=request.GET.get("group", "")).first()
    tag = request.GET.get("tag", "")
    begun: dict[str, Any] = {"audience": f"group-{found.pk}"} if found is not None else {}
    return begun | ({"body": f"#{tag} "} if tag.isalnum() and len(tag) <= 60 else {})


def _kept_as_draft(request: MemberRequest) -> HttpResponse:
    messages.success(request, _("Kept as a draft; only you see it."))
    return redirect("/talk/drafts/")


def _page(request: MemberRequest, form: PostForm, post: Post | None = None) -> HttpResponse:
    files = list(post.files.defer("content").order_by("pk")) if post is not None else []
    return render(request, "talk/write.html", {"form": form, "post": post, "files": files})
