"""Talk's first page: the newest of what a member chose to read, built from ids and kept fragments."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from rapport.groups.models import Membership
from rapport.kit.pages import Page
from rapport.kit.prepared import Prepared
from rapport.members.models import Member
from rapport.network.models import Connection, Follow
from rapport.talk.models import Post, PostFile, TagFollow, Tagging

SHOWS = ("all", "people", "groups", "tags", "everybody")
SIZE = 20
ORDER = ("-published_at", "-id")
# Who reads little finds it far back: so the first look is short, and grows where it finds too few.
LOOKS = (timedelta(days=30), timedelta(days=365), timedelta(days=36_500))
FIELDS = ("id", "title", "slug", "published_at", "edited_at", "comments", "audience", "author_id")


def newest(viewer: Member, *, show: str = "all", after: str = "", now: datetime) -> Page:
    """A page of what the viewer reads: `show` is one of SHOWS, `after` the mark of the page before."""
    at, number = _read(after) or (now + timedelta(days=1), 0)
    found: list[Any] = []
    for look in LOOKS:
        found = _asked(show).rows(viewer=viewer.pk, since=now - look, at=at, number=number)
        if len(found) > SIZE:
            last = found[SIZE - 1]
            return Page(found[:SIZE], f"{last.published_at.isoformat()}~{last.id}")
    return Page(found)


def _read(mark: str) -> tuple[datetime, int] | None:
    """A mark of an earlier page; one that cannot be read leads to the first page."""
    moment, _, number = mark.partition("~")
    try:
        at = datetime.fromisoformat(moment)
        return (at, int(number)) if at.tzinfo is not None and abs(int(number)) < 1 << 62 else None
    except ValueError:
        return None


@cache
def _asked(show: str) -> Prepared:
    def build(viewer: int, since: datetime, at: datetime, number: int) -> Any:
        reader = Member(pk=viewer)
        span = Q(published_at__gt=since, published_at__lte=at)
        behind = Q(published_at__lt=at) | Q(id__lt=number)
        rows = _chosen(reader, show, span).unmuted(reader).filter(span, behind)
        return as_rows(rows).order_by(*ORDER)[: SIZE + 1]

    return Prepared(build, numbers=("viewer", "number"), moments=("since", "at"))


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


def _chosen(viewer: Member, show: str, span: Q) -> Any:
    """`span` holds for the posts too: said of their tags, it spares a look at all that ever bore one of them."""
    people = (
        Q(author__in=Follow.objects.filter(by=viewer).values("other"))
        | Q(author__in=Connection.objects.filter(member=viewer).values("other"))
        | Q(author=viewer)
    )
    groups = Q(group__in=Membership.objects.filter(member=viewer).values("group"))
    followed = TagFollow.objects.filter(member=viewer).values("tag")
    tags = Q(pk__in=Tagging.objects.filter(span, tag__in=followed).values("post"))
    wanted = {"people": people, "groups": groups, "tags": tags, "all": people | groups | tags}
    return Post.objects.visible_to(viewer).filter(wanted.get(show, Q()))
