"""Comments on posts."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.members.models import Member, Mute
from rapport.talk.models.post import Post

LONGEST = 5_000  # signs of a comment


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, viewer: Member | None) -> "CommentQuerySet":
        """Comments on posts the viewer may read, by members they may see or by somebody who left. What was removed
        is only a place in the thread and is not among them."""
        return self.filter(post__in=Post.objects.visible_to(viewer)).by_visible(viewer).filter(is_removed=False)

    def by_visible(self, viewer: Member | None) -> "CommentQuerySet":
        """Of a post that the viewer may read: those of members they may see, or of somebody who left."""
        return self.filter(models.Q(author=None) | models.Q(author__in=Member.objects.visible_to(viewer)))

    def unmuted(self, viewer: Member) -> "CommentQuerySet":
        """Without authors the viewer does not want to read for now."""
        return self.exclude(author__in=Mute.objects.filter(by=viewer).values("other"))


class Comment(models.Model):
    """An answer to a post, or to another comment (`parent`). One that was answered and then taken back stays as an
    empty place (`is_removed`), and so does every one that somebody else removed (`removed_by`)."""

    REMOVERS: ClassVar = [
        ("", _("removed")),
        ("author", _("removed by the author of the post")),
        ("host", _("removed by the host")),
    ]

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers", db_index=False)
    body = models.TextField(_("comment"), max_length=LONGEST)
    html = models.TextField()
    written_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(null=True)
    is_removed = models.BooleanField(default=False)
    removed_by = models.CharField(max_length=6, choices=REMOVERS, blank=True, default="")

    objects: ClassVar[Any] = CommentQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["author", "-written_at"], name="comment_of"),
            models.Index(fields=["parent"], name="comment_answers", condition=models.Q(parent__isnull=False)),
        )

    def __str__(self) -> str:
        return f"comment {self.pk}"

    @property
    def path(self) -> str:
        return f"/posts/{self.post_id}/comments/{self.pk}/"
