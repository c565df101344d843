"""What members show of themselves: each part a row, or a column, with the audience it is for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.kit.prepared import Prepared
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.people.models import BookRow, Person

FOR_MEMBERS = Audience.MEMBERS


def audience_field() -> "models.PositiveSmallIntegerField[int, int]":
    return models.PositiveSmallIntegerField(choices=Audience.choices, default=FOR_MEMBERS)


class ShownSet(models.QuerySet[Any]):
    def seen_at(self, level: int) -> "ShownSet":
        """What somebody of this level sees of one member."""
        return self.filter(audience__lte=level)

    def shown_to(self, viewer: Member) -> "ShownSet":
        """Rows of any members that they show to `viewer`. Blocks are asked by `Member.visible_to`, not here."""
        near = Connection.objects.filter(other=viewer)
        return self.filter(
            Q(audience__lte=Audience.MEMBERS)
            | Q(audience=Audience.CONNECTIONS, member__in=near.values("member"))
            | Q(audience=Audience.LIVING_ROOM, member__in=near.filter(is_living_room=True).values("member"))
            | Q(member=viewer)
        )


class Profile(models.Model):
    """The whole: who may open it (everyone or members), whether the directory lists it, and its single texts. A
    member who never touched it has none, and `of` gives what that means."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    opens_for = models.PositiveSmallIntegerField(choices=Audience.choices[:2], default=FOR_MEMBERS)
    is_listed = models.BooleanField(default=True)
    may_be_indexed = models.BooleanField(default=False)  # by search engines
    business = models.CharField(_("your business in one line"), max_length=200, blank=True, default="")
    business_for = audience_field()
    about = models.TextField(_("about you"), max_length=8000, blank=True, default="")
    about_for = audience_field()
    place = models.CharField(_("place"), max_length=120, blank=True, default="")
    shows_time = models.BooleanField(default=True)
    place_for = audience_field()

    def __str__(self) -> str:
        return f"profile of {self.member_id}"

    @classmethod
    def of(cls, member: Member) -> "Profile":
        """Unsaved as long as the member has said nothing."""
        found: Profile | None = _OF.first(member=member.pk)
        return found or cls(member=member)

    @property
    def is_indexed(self) -> bool:
        """Whether search engines may keep the page: opted in, and open to everyone."""
        return self.may_be_indexed and self.opens_for == Audience.EVERYONE


_OF = Prepared(lambda member: Profile.objects.filter(member=member), numbers=("member",))


class ShownRow(models.Model):
    """A row that a member shows to an audience."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    audience = audience_field()

    objects: ClassVar[Any] = ShownSet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"


class Line(ShownRow):
    """One of several short texts, in the order they were written. `key`: its folded form."""

    text = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        constraints: ClassVar[Any] = (
            models.UniqueConstraint(fields=["member", "key"], name="%(app_label)s_%(class)s_once"),
        )


class Offer(Line):
    """What I offer."""


class Wanted(Line):
    """What I am after."""


class Expertise(Line):
    """What I am good at, by name; what others vouch for."""


class ShownInterest(Line):
    """What I care about. `key` is the topic (topics/table.py), `text` the word as it was written."""

    class Meta(Line.Meta):
        indexes = (models.Index(fields=["key"], name="shown_interest_by_topic"),)


class Way(ShownRow):
    """A mail address or telephone number that is shown. `key` as that of an Identity in a book."""

    KINDS: ClassVar = [("email", _("E-mail")), ("phone", _("Telephone"))]
    platform = models.CharField(max_length=5, choices=KINDS)
    handle = models.CharField(max_length=320)
    key = models.CharField(max_length=400, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "key"], name="one_shown_way"),)


class ProfileLink(ShownRow):
    """A blog, a site, a profile elsewhere. `key` as that of an Identity in a book. `looked_at`: when a proof was last
    looked for; `was_silent`: the other side did not answer then."""

    platform = models.CharField(max_length=24)
    handle = models.CharField(max_length=320)
    url = models.CharField(max_length=1000)
    key = models.CharField(max_length=400, db_index=True)
    looked_at = models.DateTimeField(null=True)
    was_silent = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "key"], name="one_profile_link"),)


class Proof(models.Model):
    """That a link or address (by its `key`) is the member's own: since when, when last looked, when it was lost."""

    MEANS: ClassVar = [
        ("link", _("it links back here")),
        ("file", _("a file on the site")),
        ("dns", _("a record of the domain")),
        ("mail", _("by mail")),
    ]
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=400)
    means = models.CharField(max_length=4, choices=MEANS)
    proved_at = models.DateTimeField()
    checked_at = models.DateTimeField(db_index=True)
    misses = models.PositiveSmallIntegerField(default=0)  # times in a row that the other side could not be asked
    lost_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "key"], name="one_proof"),)

    def __str__(self) -> str:
        return f"proof {self.pk}"


class OfferedFile(ShownRow):
    """A document to take away. Kept in the database, so that backup and leaving hold for it too; `number` counts per
    member."""

    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    offered_at = models.DateTimeField(default=now)
    content = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "number"], name="one_offered_file"),)


class Portrait(ShownRow):
    """A small face, drawn anew; `mark` changes with the picture. `small` is for rows of lists; empty for one kept
    before there were any."""

    picture = models.BinaryField()
    small = models.BinaryField(default=b"")
    mark = models.CharField(max_length=16)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member"], name="one_portrait"),)


class FindableWord(ShownRow):
    """A folded word of a part, by which the directory finds the member for those who may see that part."""

    part = models.CharField(max_length=10)
    word = models.CharField(max_length=120)

    class Meta:
        indexes = (
            models.Index(fields=["word", "part", "audience", "member"], name="findable_word"),
            models.Index(fields=["member"], name="findable_member"),
        )


class NotSame(BookRow):
    """The owner said: this person is not that member. It is not asked again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["person", "member"], name="said_not_same"),
        )

    def __str__(self) -> str:
        return f"not same {self.number}"
