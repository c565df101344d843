"""Tags: which a post bears, who follows them, who is active on one."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rapport.kit.cleaning import one_line
from rapport.members.models import Member
from rapport.talk.findable import TAGS
from rapport.talk.models import Post, Tag, TagFollow, Tagging
from rapport.talk.refused import RefusedError
from rapport.talk.writing import LONGEST_TAG, tag_key

MOST_FOLLOWED = 100
ACTIVE = timedelta(days=180)  # who wrote on it that lately counts as active


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


def active_on(tag: Tag, viewer: Member | None, *, now: datetime, limit: int = 8) -> list[Member]:
    """Who wrote with this tag lately where `viewer` may read it, the latest first."""
    lately = Tagging.objects.filter(tag=tag, published_at__gt=now - ACTIVE).values("post")
    posts = Post.objects.visible_to(viewer).filter(pk__in=lately)
    if viewer is not None:
        posts = posts.unmuted(viewer)
    rows = posts.values("author").annotate(last=Max("published_at")).order_by("-last", "author")[:limit]
    who = [row["author"] for row in rows]
    found = Member.objects.in_bulk(who)
    return [found[pk] for pk in who]
