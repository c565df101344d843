"""Person, Organization, and the names and handles that are the owner's own."""

from typing import Any, ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Member
from rapport.people.models.book import Batch, Book, BookRow


class PersonSet(models.QuerySet["Person"]):
    def here(self) -> "PersonSet":
        """Those in the book: not in the trash, not merged into another."""
        return self.filter(trashed_at=None, merged_into=None)

    def in_trash(self) -> "PersonSet":
        return self.filter(trashed_at__isnull=False, merged_into=None)


class Person(BookRow):
    """Somebody the owner knows. What is known are claims; the columns here are the chosen view of them.

    `name` is the claim that stands (hand beats import, newer beats older), `folded` its form for matching and
    sorting, `place` and `headline` likewise. `faint`: only seen as sender or guest, not (yet) shown among people.
    """

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300, db_index=False)
    headline = models.CharField(max_length=400, blank=True, default="")
    place = models.CharField(max_length=200, blank=True, default="")
    zone = models.CharField(max_length=64, blank=True, default="")
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    is_hand = models.BooleanField(default=False)
    added_at = models.DateTimeField(default=now)
    died_on = models.CharField(max_length=10, blank=True, default="")
    is_deceased = models.BooleanField(default=False)
    trashed_at = models.DateTimeField(null=True)  # a column, because every list asks it
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="+")

    objects: ClassVar[Any] = PersonSet.as_manager()

    class Meta(BookRow.Meta):
        indexes = (
            models.Index(fields=["book", "folded", "number"], name="person_by_name"),
            models.Index(fields=["book", "-added_at"], name="person_latest"),
        )

    def __str__(self) -> str:
        return f"person {self.number}"

    @property
    def path(self) -> str:
        return f"/people/{self.number}/"


class Link(BookRow):
    """The owner says: this person is that member. The only bridge between a book and the hub, and only the owner knows
    of it."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    linked_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "member"], name="one_link_of_a_member"),
        )

    def __str__(self) -> str:
        return f"link {self.number}"


class Organization(BookRow):
    """A firm, school or body, once per book; `folded` without legal form."""

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "folded"], name="one_organization"),
        )

    def __str__(self) -> str:
        return f"organization {self.number}"

    @property
    def path(self) -> str:
        return f"/organizations/{self.number}/"


class MyIdentity(models.Model):
    """A name or handle that is the owner. `key` is `platform:normal form`, platform `name` for names."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=400)
    shown = models.CharField(max_length=400)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "key"], name="one_my_identity"),)

    def __str__(self) -> str:
        return f"my identity {self.pk}"
