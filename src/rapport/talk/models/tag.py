"""Hashtags: one spelling to find them by, the posts that bear them, and who follows them."""

from typing import ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Member
from rapport.talk.models.post import Post


class Tag(models.Model):
    """`key` is the folded spelling (eventprofs) and stands in the address; `shown` is how it was first written."""

    key = models.CharField(max_length=60, unique=True)
    shown = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.key

    @property
    def path(self) -> str:
        return f"/tags/{self.key}/"


class Tagging(models.Model):
    """A post bears a tag; the moment is the post's own, so that a tag's newest need no look at the posts."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="taggings", db_index=False)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+", db_index=False)
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["post", "tag"], name="one_tagging")]
        indexes = (models.Index(fields=["tag", "-published_at"], name="tagging_lately"),)

    def __str__(self) -> str:
        return f"tagging {self.pk}"


class TagFollow(models.Model):
    """A member reads what bears a tag; nobody else is shown that they do."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "tag"], name="one_tag_follow"),)

    def __str__(self) -> str:
        return f"tag follow {self.pk}"
