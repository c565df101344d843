"""Keys to a member's own feed; blogs of people in a book and of members, and what stood in them."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from rapport.kit.clock import now
from rapport.members.audience import Audience
from rapport.members.models import Block, Member, Mute
from rapport.network.models import Connection, Follow
from rapport.people.models import BookRow, Person
from rapport.profiles.models import Profile, ProfileLink


class FeedKey(models.Model):
    """Opens a member's own feed. Only the digest of its word is kept; a new one ends the old."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"feed key {self.pk}"


class NoticesKey(models.Model):
    """Opens the feed of what is new for a member. Its word is made of `seed` and the hub's own secret, so that the page
    can show the address again and the database alone opens nothing; a new one ends the old."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    seed = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"notices key {self.pk}"


class Asked(models.Model):
    """Where something is read hour by hour. `feed` is where it is read (after what moved for good), `due_at` when it is
    asked next: None once it is gone for good. `trouble` says what is amiss. Rows of several readers with one `feed` are
    asked together."""

    feed = models.CharField(max_length=500)
    title = models.CharField(max_length=200, blank=True, default="")
    etag = models.CharField(max_length=300, blank=True, default="")
    modified = models.CharField(max_length=80, blank=True, default="")
    trouble = models.CharField(max_length=200, blank=True, default="")
    misses = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)

    READER: ClassVar[str]
    """The way to the member who has it read."""

    class Meta:
        abstract = True

    @property
    def begun_at(self) -> str:
        """The address that was given, which names the feed or is one."""
        raise NotImplementedError


class Written(models.Model):
    """What stood there: its title and where it is. `lead` is how it begins, in plain words; `tags` are the keys of its
    tags, each between two spaces."""

    ident = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=500)
    published_at = models.DateTimeField()
    lead = models.CharField(max_length=400, blank=True, default="")
    tags = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        abstract = True


class Blog(Asked, BookRow):
    """The owner reads what a person of their book writes elsewhere; nobody is told."""

    READER = "book__owner"
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["person", "url"], name="one_blog"),
        )
        indexes = (models.Index(fields=["feed"], name="blog_feed"),)

    def __str__(self) -> str:
        return f"blog {self.number}"

    @property
    def begun_at(self) -> str:
        return self.url


class Article(Written):
    """What stood in a blog that somebody reads for themselves."""

    blog = models.ForeignKey(Blog, on_delete=models.CASCADE, related_name="articles", db_index=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["blog", "ident"], name="one_article"),)
        indexes = (models.Index(fields=["blog", "-published_at"], name="article_lately"),)

    def __str__(self) -> str:
        return f"article {self.pk}"


class ShownBlog(Asked):
    """A member has what they write elsewhere shown here, to those who see the link of their profile that leads there:
    read once for all who look."""

    READER = "link__member"
    link = models.OneToOneField(ProfileLink, on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["feed"], name="shown_blog_feed"),)

    def __str__(self) -> str:
        return f"shown blog {self.pk}"

    @property
    def begun_at(self) -> str:
        return str(self.link.url)


class ShownArticleSet(models.QuerySet["ShownArticle"]):
    def visible_to(self, viewer: Member | None) -> "ShownArticleSet":
        """Of those whom `viewer` (None: nobody signed in) may see, what stands behind links that they show to them."""
        found = self.filter(blog__link__member__account__is_active=True)
        if viewer is None:
            opened = Profile.objects.filter(opens_for=Audience.EVERYONE).values("member")
            return found.filter(blog__link__audience=Audience.EVERYONE, blog__link__member__in=opened)
        links = ProfileLink.objects.shown_to(viewer).filter(pk=OuterRef("blog__link"))
        return found.filter(Exists(links)).exclude(blog__link__member__in=Block.of(viewer))

    def by_whom_i_read(self, viewer: Member) -> "ShownArticleSet":
        """Of those whom `viewer` follows or is connected with, without those they mute."""
        read = Q(blog__link__member__in=Follow.objects.filter(by=viewer).values("other"))
        read |= Q(blog__link__member__in=Connection.objects.filter(member=viewer).values("other"))
        return self.filter(read).unmuted(viewer)

    def unmuted(self, viewer: Member) -> "ShownArticleSet":
        return self.exclude(blog__link__member__in=Mute.objects.filter(by=viewer).values("other"))


class ShownArticle(Written):
    """What stood in a blog of a member."""

    blog = models.ForeignKey(ShownBlog, on_delete=models.CASCADE, related_name="articles", db_index=False)

    objects: ClassVar[Any] = ShownArticleSet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["blog", "ident"], name="one_shown_article"),)
        indexes = (
            models.Index(fields=["blog", "-published_at"], name="shown_article_of"),
            models.Index(fields=["-published_at"], name="shown_article_lately"),
        )

    def __str__(self) -> str:
        return f"shown article {self.pk}"
