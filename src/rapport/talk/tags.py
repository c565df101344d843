"""Tags: which a post bears, who follows them, who is active on one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rapport.kit.cleaning import one_line
from rapport.members.models import Member
from rapport.talk.findable import TAGS
from rapport.talk.models import Comment, Post, Tag, TagFollow, Tagging
from rapport.talk.refused import RefusedError
from rapport.talk.writing import LONGEST_TAG, tag_key

MOST_FOLLOWED = 100
ACTIVE = timedelta(days=180)  # what was said on it that lately counts


def label(post: Post, tags: Mapping[str, str]) -> None:
    """`post` bears exactly these tags (key to spelling)."""
    kept = {one.tag.key: one for one in post.taggings.select_related("tag")}
    gone = [one.pk for key, one in kept.items() if key not in tags]
    Tagging.objects.filter(pk__in=gone).delete()
    wanted = [key for key in tags if key not in kept]
    Tag.objects.bulk_create((Tag(key=key, shown=tags[key]) for key in wanted), ignore_conflicts=True)
    borne = list(Tag.objects.filter(key__in=wanted))
    TAGS.settle(tag.pk for tag in borne)
    Tagging.objects.bulk_create(Tagging(post=post, tag=tag, published_at=post.published_at) for tag in borne)
    Tagging.objects.filter(post=post).update(published_at=post.published_at)
    if gone:
        tidy()


def tidy() -> None:
    """Tags that no post bears and nobody follows are gone."""
    idle = Tag.objects.exclude(pk__in=Tagging.objects.values("tag")).exclude(pk__in=TagFollow.objects.values("tag"))
    gone = list(idle.values_list("pk", flat=True))
    TAGS.drop(gone)
    Tag.objects.filter(pk__in=gone).delete()


@transaction.atomic
def follow_tag(*, by: Member, word: str, now: datetime) -> Tag:
    """`by` reads from now on what bears this tag, however it is spelt."""
    shown = one_line(word).lstrip("#＃").strip()[:LONGEST_TAG]
    key = tag_key(shown)
    if not key or " " in shown:
        raise RefusedError(_("Write one word, of letters and digits: #eventprofs."))
    if TagFollow.objects.filter(member=by).exclude(tag__key=key).count() >= MOST_FOLLOWED:
        raise RefusedError(_("You follow %(most)s tags; that is all one can read.") % {"most": MOST_FOLLOWED})
    tag, is_new = Tag.objects.get_or_create(key=key, defaults={"shown": shown})
    if is_new:
        TAGS.settle([tag.pk])
    TagFollow.objects.get_or_create(member=by, tag=tag, defaults={"since": now})
    return tag


@transaction.atomic
def unfollow_tag(*, by: Member, tag: Tag) -> None:
    TagFollow.objects.filter(member=by, tag=tag).delete()
    tidy()


@dataclass(frozen=True)
class Lately:
    """What was said on a tag lately as far as a viewer may read it: how much, and by whom, the latest first."""

    posts: int
    comments: int
    active: list[Member]


def lately_on(tag: Tag, viewer: Member | None, *, now: datetime, limit: int = 8) -> Lately:
    """Posts that bear the tag, and what was answered to them: of nobody the viewer may not see or does not read."""
    since = now - ACTIVE
    bearing = Post.objects.visible_to(viewer).filter(pk__in=Tagging.objects.filter(tag=tag).values("post"))
    said = Comment.objects.filter(author__in=Member.objects.visible_to(viewer), is_removed=False)
    if viewer is not None:
        bearing, said = bearing.unmuted(viewer), said.unmuted(viewer)
    posts = bearing.filter(published_at__gt=since)
    comments = said.filter(post__in=bearing, written_at__gt=since)
    last: dict[int, datetime] = {}
    for rows, at in ((posts, "published_at"), (comments, "written_at")):
        latest = rows.order_by().values("author").annotate(last=Max(at)).order_by("-last", "author")[:limit]
        for row in latest:
            last[row["author"]] = max(row["last"], last.get(row["author"], row["last"]))
    who = sorted(last, key=lambda author: (-last[author].timestamp(), author))[:limit]
    found = Member.objects.in_bulk(who)
    return Lately(posts.count(), comments.count(), [found[pk] for pk in who])
