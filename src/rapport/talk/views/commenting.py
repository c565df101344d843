"""Comments: writing one, its permanent address, answering, changing and taking back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport.kit import clock
from rapport.kit.live import live
from rapport.kit.once import once
from rapport.members.may import MemberRequest, for_members
from rapport.talk import commenting
from rapport.talk.addressing import path_of
from rapport.talk.discussion import page_with
from rapport.talk.forms import CommentForm
from rapport.talk.models import Comment, Post
from rapport.talk.refused import RefusedError
from rapport.talk.views.finding import comment_of, own_comment, post_of, viewer_of
from rapport.talk.views.reading import comments_shown, page


@for_members
@require_http_methods(["GET", "POST"])
@once
def comments(request: MemberRequest, number: int) -> HttpResponse:
    """What was answered, for a page that stays open; posting answers the post."""
    post, form = post_of(request, number), CommentForm(request.POST)
    if request.method == "GET":
        return live(request, str(post.version), "talk/_discussion.html", lambda: comments_shown(request, post))
    made = _said(request, form, post)
    return page(request, post, form) if made is None else redirect(_place(request, made))


@require_safe
def comment(request: HttpRequest, number: int, comment: int) -> HttpResponse:
    """The permanent address of a comment: it stands among the others."""
    found = comment_of(request, number, comment)
    return redirect(_place(request, found))


@for_members
@require_http_methods(["GET", "POST"])
@once
def answer(request: MemberRequest, number: int, comment: int) -> HttpResponse:
    """Answer a comment."""
    found = comment_of(request, number, comment)
    form = CommentForm(request.POST or None)
    made = _said(request, form, found.post, found) if request.method == "POST" else None
    if made is not None:
        return redirect(_place(request, made))
    return render(request, "talk/answer.html", {"comment": found, "path": path_of(found.post), "form": form})


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, number: int, comment: int) -> HttpResponse:
    found = own_comment(request.member, number, comment)
    form = CommentForm(request.POST or None, initial={"body": found.body})
    if request.method == "POST" and form.is_valid():
        commenting.change(comment=found, body=form.cleaned_data["body"], now=clock.now())
        return redirect(found.path)
    context = {"comment": found, "path": path_of(found.post), "form": form, "is_edit": True}
    return render(request, "talk/answer.html", context)


@for_members
@require_POST
def delete(request: MemberRequest, number: int, comment: int) -> HttpResponse:
    found = own_comment(request.member, number, comment)
    commenting.remove(comment=found, now=clock.now())
    messages.success(request, _("Your comment is gone."))
    return redirect(f"/posts/{number}/")


@for_members
@require_http_methods(["GET", "POST"])
def remove(request: MemberRequest, number: int, comment: int) -> HttpResponse:
    """The author of a post removes what another wrote on it."""
    found = comment_of(request, number, comment)
    if found.post.author_id != request.member.pk or found.author_id == request.member.pk:
        raise Http404
    if request.method == "POST":
        commenting.remove_another_s(comment=found, by="author", now=clock.now())
        return redirect(f"{path_of(found.post)}#comment-{found.pk}")
    return render(request, "talk/remove.html", {"comment": found, "path": path_of(found.post)})


def _said(request: MemberRequest, form: CommentForm, post: Post, parent: Comment | None = None) -> Comment | None:
    """What was written, or None with the reason in the form."""
    if not form.is_valid():
        return None
    body = form.cleaned_data["body"]
    try:
        return commenting.comment(post=post, author=request.member, body=body, parent=parent, now=clock.now())
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return None


def _place(request: HttpRequest, comment: Comment) -> str:
    page = page_with(comment.post, viewer_of(request), comment.pk)
    query = f"?page={page}" if page > 1 else ""
    return f"{path_of(comment.post)}{query}#comment-{comment.pk}"
