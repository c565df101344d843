"""Talk's first page: the newest of what a member chose to read, built from ids and kept fragments."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from rapport.groups.models import Membership
from rapport.kit.pages import Page, page_of
from rapport.members.models import Member
from rapport.network.models import Connection, Follow
from rapport.talk.models import Post, PostFile, TagFollow, Tagging

SHOWS = ("all", "people", "groups", "tags", "everybody")
SIZE = 20
ORDER = ("-published_at", "-id")
# Who reads little finds it far back: so the first look is short, and grows where it finds too few.
LOOKS = (timedelta(days=30), timedelta(days=365), None)
FIELDS = ("id", "title", "slug", "published_at", "edited_at", "comments", "audience")


def newest(viewer: Member, *, show: str = "all", after: str = "", now: datetime) -> Page:
    """A page of what the viewer reads: `show` is one of SHOWS, `after` the mark of the page before."""
    rows = as_rows(_chosen(viewer, show).unmuted(viewer))
    page = Page([])
    for look in LOOKS:
        seen = rows if look is None else rows.filter(published_at__gt=now - look)
        page = page_of(seen, ORDER, after=after, size=SIZE)
        if page.after:
            break
    return page


def as_rows(posts: QuerySet[Post]) -> Any:
    """What a list of posts shows of each, without a model."""
    return posts.annotate(
        name=F("author__name"),
        handle=F("author__handle"),
        group_name=F("group__name"),
        group_handle=F("group__handle"),
        shown=Coalesce(NullIf("lead", Value("", output_field=TextField())), "html"),
        is_cut=~Q(lead=""),
        has_files=Exists(PostFile.objects.filter(post=OuterRef("pk"))),
    ).values_list(*FIELDS, "name", "handle", "group_name", "group_handle", "shown", "is_cut", "has_files", named=True)


def _chosen(viewer: Member, show: str) -> Any:
    people = (
        Q(author__in=Follow.objects.filter(by=viewer).values("other"))
        | Q(author__in=Connection.objects.filter(member=viewer).values("other"))
        | Q(author=viewer)
    )
    groups = Q(group__in=Membership.objects.filter(member=viewer).values("group"))
    followed = TagFollow.objects.filter(member=viewer).values("tag")
    tags = Q(pk__in=Tagging.objects.filter(tag__in=followed).values("post"))
    wanted = {"people": people, "groups": groups, "tags": tags, "all": people | groups | tags}
    return Post.objects.visible_to(viewer).filter(wanted.get(show, Q()))
