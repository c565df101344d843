"""What a post said before, for those who could read it then."""

from rapport.groups.models import Membership
from rapport.members.models import Member
from rapport.talk.models import Post, Revision
from rapport.talk.models.post import seen_in


def history(post: Post, viewer: Member | None) -> list[Revision]:
    """Earlier versions of a post that the viewer may read, the latest first: none that was for others than them, and
    of a group's post none from before they joined."""
    rows = Revision.objects.filter(post=post).order_by("-replaced_at", "-pk")
    if viewer is not None and viewer.pk == post.author_id:
        return list(rows)
    allowed = rows.filter(seen_in(viewer, prefix="post__"))
    if viewer is not None:
        joined = dict(Membership.objects.filter(member=viewer).values_list("group", "joined_at"))
        return [one for one in allowed if one.group_id is None or joined[one.group_id] <= one.replaced_at]
    return list(allowed)


def has_history(post: Post, viewer: Member | None) -> bool:
    return post.edited_at is not None and bool(history(post, viewer))
