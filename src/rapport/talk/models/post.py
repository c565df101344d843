"""Posts and articles, what they said before, and the files attached to them."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group, Membership
from rapport.kit.clock import now
from rapport.members.audience import Audience
from rapport.members.models import Member, Mute
from rapport.network.models import Connection

LONGEST = 20_000  # signs of a post


def seen_in(viewer: Member | None, *, prefix: str = "") -> Q:
    """What the audience of a post, or of an earlier version of one (`prefix` leads to its author), lets `viewer` see.
    What was written in a group is for its members, whatever else is set."""
    here, at_large = f"{prefix}author", Q(group=None)
    if viewer is None:
        return at_large & Q(audience=Audience.EVERYONE)
    near = Connection.objects.filter(other=viewer)
    return Q(group__in=Membership.objects.filter(member=viewer).values("group")) | at_large & (
        Q(audience__lte=Audience.MEMBERS)
        | Q(audience=Audience.CONNECTIONS, **{f"{here}__in": near.values("member")})
        | Q(audience=Audience.LIVING_ROOM, **{f"{here}__in": near.filter(is_living_room=True).values("member")})
    )


class PostQuerySet(models.QuerySet["Post"]):
    def published(self) -> "PostQuerySet":
        return self.filter(published_at__isnull=False)

    def visible_to(self, viewer: Member | None) -> "PostQuerySet":
        """Published posts that `viewer` (None: nobody signed in) may read: by their audience, and never those of
        somebody suspended or on either side of a block. Drafts are in no list; see `drafts_of`."""
        allowed = seen_in(viewer)
        if viewer is not None:
            allowed |= Q(author=viewer)
        author = Member.objects.visible_to(viewer).filter(pk=OuterRef("author"))
        return self.published().filter(allowed, Exists(author))

    def unmuted(self, viewer: Member) -> "PostQuerySet":
        """For lists: without authors the viewer does not want to read for now."""
        return self.exclude(author__in=Mute.objects.filter(by=viewer).values("other"))

    def drafts_of(self, member: Member) -> "PostQuerySet":
        return self.filter(author=member, published_at=None)


class Post(models.Model):
    """What a member wrote for an audience, or in a group. Without `published_at` it is a draft of its author's.

    `html` is the body as it is shown, `lead` its beginning for lists (empty: the whole is short enough). `version` and
    `changed_at` change with everything its page shows, `comments` counts those that stand.
    """

    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    audience = models.PositiveSmallIntegerField(choices=Audience.choices, default=Audience.MEMBERS)
    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    slug = models.CharField(max_length=80, blank=True, default="")
    body = models.TextField(_("text"), max_length=LONGEST)
    html = models.TextField()
    lead = models.TextField(blank=True, default="")
    written_at = models.DateTimeField(default=now)
    published_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=now)
    is_closed = models.BooleanField(default=False)
    comments = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[Any] = PostQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["-published_at", "-id"], name="post_lately"),
            models.Index(fields=["author", "-published_at"], name="post_of"),
            models.Index(fields=["group", "-published_at"], name="post_in", condition=Q(group__isnull=False)),
        )

    def __str__(self) -> str:
        return f"post {self.pk}"

    @property
    def is_article(self) -> bool:
        return bool(self.slug)

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    @property
    def is_in_closed_group(self) -> bool:
        return self.group is not None and self.group.closed_at is not None

    @property
    def path(self) -> str:
        return f"/posts/{self.pk}/"

    @property
    def is_public(self) -> bool:
        return self.published_at is not None and self.group_id is None and self.audience == Audience.EVERYONE

    def touch(self, at: datetime, **columns: Any) -> None:
        """Its page has changed, these columns with it."""
        Post.objects.filter(pk=self.pk).update(version=F("version") + 1, changed_at=at, **columns)


class Slug(models.Model):
    """An address an article has, or once had: it leads there for as long as the article stands."""

    author = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    slug = models.CharField(max_length=80)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="slugs")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["author", "slug"], name="one_slug"),)

    def __str__(self) -> str:
        return f"slug {self.pk}"


class Revision(models.Model):
    """What a post said, and to whom, before it was changed at `replaced_at`."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions", db_index=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, related_name="+")
    audience = models.PositiveSmallIntegerField(choices=Audience.choices)
    title = models.CharField(max_length=200, blank=True, default="")
    html = models.TextField()
    replaced_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["post", "-replaced_at"], name="revision_of"),)

    def __str__(self) -> str:
        return f"revision {self.pk}"


class PostFile(models.Model):
    """A file attached to a post, kept in the row; a picture is one that was drawn anew."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=80, default="application/octet-stream")
    size = models.PositiveIntegerField()
    content = models.BinaryField()
    added_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"file {self.pk}"

    @property
    def said_size(self) -> str:
        return str(filesizeformat(self.size))

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")
