"""One post: its text, files and comments; what it said before."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_safe

from rapport.kit.kept import answered, is_plain_visit
from rapport.kit.panels import rendered
from rapport.kit.prepared import Prepared
from rapport.members.faces import show_faces
from rapport.members.models import Member
from rapport.talk.addressing import article_path, path_of
from rapport.talk.anonymous import state_of
from rapport.talk.discussion import discussion
from rapport.talk.forms import CommentForm
from rapport.talk.history import has_history, history
from rapport.talk.models import Post, PostFile, Slug, Tagging
from rapport.talk.views.finding import post_of, viewer_of


@require_safe
def post(request: HttpRequest, number: int) -> HttpResponse:
    """By its number; an article is read at its own address."""
    if is_plain_visit(request):
        state = state_of(number)
        if state is None:
            raise Http404
        if state.slug:
            return redirect(article_path(state.handle, state.slug) + _query(request))
        return answered(request, state, lambda: page(request, post_of(request, number)))
    try:
        found = post_of(request, number)
    except Http404:
        viewer = viewer_of(request)
        if viewer is not None and Post.objects.drafts_of(viewer).filter(pk=number).exists():
            return redirect(f"/posts/{number}/edit/")
        raise
    return redirect(path_of(found) + _query(request)) if found.slug else page(request, found)


@require_safe
def article(request: HttpRequest, handle: str, slug: str) -> HttpResponse:
    """By its title; a title it had before leads to the one it has now."""
    rows = Slug.objects.filter(author__handle=handle.lower(), slug=slug)
    number = rows.values_list("post", flat=True).first()
    if number is None:
        raise Http404
    if is_plain_visit(request):
        state = state_of(number)
        if state is None:
            raise Http404
        if (state.handle, state.slug) == (handle, slug):
            return answered(request, state, lambda: page(request, post_of(request, number)))
    found = post_of(request, number)
    if (found.author.handle, found.slug) != (handle, slug):
        return redirect(path_of(found) + _query(request), permanent=True)
    return page(request, found)


def page(request: HttpRequest, found: Post, form: CommentForm | None = None) -> HttpResponse:
    viewer: Member | None = viewer_of(request)
    show_faces(viewer, [found.author])
    return render(
        request,
        "talk/post.html",
        {
            "post": found,
            "path": path_of(found),
            "address": settings.BASE_URL + path_of(found),
            "viewer": viewer,
            "is_own": viewer is not None and viewer.pk == found.author_id,
            "files": _FILES.rows(post=found.pk),
            "tags": _TAGS.rows(post=found.pk),
            "has_history": has_history(found, viewer),
            "form": form or CommentForm(),
            "head": rendered("post", "head", request, found),
            **comments_shown(request, found),
            "mark": str(found.version),
        },
    )


def comments_shown(request: HttpRequest, found: Post) -> dict[str, Any]:
    """The comments of the page that is asked for."""
    viewer, wanted = viewer_of(request), request.GET.get("page", "")
    page = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 1
    beside = rendered("post", "comments", request, found)
    return {"post": found, "viewer": viewer, "talk": discussion(found, viewer, page), "beside": beside}


@require_GET
def before(request: HttpRequest, number: int) -> HttpResponse:
    """What it said before, as far as the viewer could read it then."""
    found = post_of(request, number)
    context: dict[str, Any] = {"post": found, "path": path_of(found), "revisions": history(found, viewer_of(request))}
    return render(request, "talk/history.html", context)


@require_safe
def file(request: HttpRequest, number: int, file: int) -> HttpResponseBase:
    """A file of a post, to who may read the post: to be kept, never to be run or shown as a page of ours."""
    found = post_of(request, number)
    kept: PostFile | None = found.files.filter(pk=file).first()
    if kept is None:
        raise Http404
    response = HttpResponse(bytes(kept.content), content_type=kept.kind)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=kept.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


def _query(request: HttpRequest) -> str:
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


def _files(post: int) -> Any:
    return PostFile.objects.filter(post=post).defer("content").order_by("pk")


def _tags(post: int) -> Any:
    return Tagging.objects.filter(post=post).order_by("pk").values_list("tag__shown", "tag__key")


_FILES, _TAGS = Prepared(_files, numbers=("post",)), Prepared(_tags, numbers=("post",))
