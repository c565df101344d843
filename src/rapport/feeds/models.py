"""Keys to a member's own feeds; blogs of people in a book, and what stood in them."""

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Member
from rapport.people.models import BookRow, Person


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


class Blog(BookRow):
    """The owner reads what a person of their book writes elsewhere; nobody is told. `feed` is where it is read (after
    what moved for good), `due_at` when it is asked next: None once it is gone for good. `trouble` says what is
    amiss."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    feed = models.CharField(max_length=500)
    title = models.CharField(max_length=200, blank=True, default="")
    etag = models.CharField(max_length=300, blank=True, default="")
    modified = models.CharField(max_length=80, blank=True, default="")
    trouble = models.CharField(max_length=200, blank=True, default="")
    misses = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["person", "url"], name="one_blog"),
        )

    def __str__(self) -> str:
        return f"blog {self.number}"


class Article(models.Model):
    """What stood in a blog: its title and where it is."""

    blog = models.ForeignKey(Blog, on_delete=models.CASCADE, related_name="articles", db_index=False)
    ident = models.CharField(max_length=64)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=500)
    published_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["blog", "ident"], name="one_article"),)
        indexes = (models.Index(fields=["blog", "-published_at"], name="article_lately"),)

    def __str__(self) -> str:
        return f"article {self.pk}"
