"""What is new on what a member cares for: a few posts for Today, each with its reason."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from rapport.members.models import Member
from rapport.network.models import Follow
from rapport.talk.addressing import article_path
from rapport.talk.models import Post, TagFollow, Tagging
from rapport.talk.referents import begun

NEW_FOR, FEW = timedelta(days=4), 5


@dataclass(frozen=True)
class Update:
    name: str
    title: str
    path: str
    reason: str


def updates(member: Member, *, now: datetime) -> list[Update]:
    """The newest posts of others by people and on tags the member follows, at most FEW."""
    people = set(Follow.objects.filter(by=member).values_list("other_id", flat=True))
    tags = dict(TagFollow.objects.filter(member=member).values_list("tag_id", "tag__shown"))
    if not people and not tags:
        return []
    lately = Tagging.objects.filter(tag__in=tags, published_at__gt=now - NEW_FOR)
    posts = Post.objects.visible_to(member).unmuted(member).exclude(author=member)
    posts = posts.filter(Q(author__in=people) | Q(pk__in=lately.values("post")), published_at__gt=now - NEW_FOR)
    found = list(posts.select_related("author").order_by("-published_at", "-pk")[:FEW])
    why = {tagging.post_id: tags[tagging.tag_id] for tagging in Tagging.objects.filter(post__in=found, tag__in=tags)}
    return [_update(post, why.get(post.pk, "")) for post in found]


def _update(post: Post, tag: str) -> Update:
    author = post.author
    path = article_path(author.handle, post.slug) if post.slug else post.path
    reason = _("You follow #%(tag)s.") % {"tag": tag} if tag else _("You follow %(name)s.") % {"name": author.name}
    return Update(author.name, post.title or begun(post.body), path, reason)
