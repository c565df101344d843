"""What this room's acts are called, and who hears of them."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from rapport.journal.models import Deed
from rapport.journal.verb import Verb, nobody
from rapport.members.models import Member
from rapport.talk.commenting import ancestors
from rapport.talk.mentioning import not_muting, readers_among
from rapport.talk.models import Comment

MOST_TOLD = 30


def those_in_the_thread(deed: Deed) -> Iterable[int]:
    """The post's author and whoever wrote above in the same thread, as far as they may still read it and do not mute
    who commented."""
    number = deed.subject.partition(":")[2]
    comment = Comment.objects.filter(pk=number).select_related("post__author").first() if number else None
    if comment is None or deed.actor is None:
        return ()
    others = {comment.post.author_id: comment.post.author}
    others |= {above.author.pk: above.author for above in ancestors(comment) if above.author is not None}
    others.pop(deed.actor.pk, None)
    told: list[Member] = not_muting(deed.actor, list(others.values())[:MOST_TOLD])
    return [member.pk for member in readers_among(comment.post, told)]


POST = Verb("post", _("%(actor)s wrote %(subject)s"), tells=nobody)
COMMENT = Verb("comment", _("%(actor)s answered: %(subject)s"), warmth=1, touch="comment", tells=those_in_the_thread)
MENTION = Verb("mention", _("%(actor)s mentions you: %(subject)s"))
