"""Connections asked for and made, degrees of trust, follows, and what members agree to: to be suggested, to be named,
to look and be seen looking."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from rapport.kit.clock import now
from rapport.members.models import Member


class RequestQuerySet(models.QuerySet["Request"]):
    def standing(self) -> "RequestQuerySet":
        """Those not withdrawn, of members that are here: what the one who asked sees waiting."""
        return self.filter(withdrawn_at=None, by__account__is_active=True, other__account__is_active=True)

    def waiting_for(self, member: Member) -> "RequestQuerySet":
        """What `member` has been asked and has not answered."""
        return self.standing().filter(other=member, ignored_at=None)


class Request(models.Model):
    """`by` asked `other` to connect. It goes when it is accepted; one that is ignored stays, and whoever asked sees it
    waiting for ever. One that is withdrawn is kept as well, unseen, so that who asks again and again is not heard
    again and again."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField(default=now)
    ignored_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = RequestQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["by", "other"], name="one_request"),
            models.CheckConstraint(condition=~Q(by=F("other")), name="request_of_another"),
        )

    def __str__(self) -> str:
        return f"request {self.pk}"

    @property
    def reference(self) -> str:
        """How the journal names it."""
        return f"request:{self.pk}"


class Connection(models.Model):
    """Two rows a connection, one for each side, so that whose side it is needs no asking. `is_living_room`: `member`
    lets `other` see what is for the living room."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)
    is_living_room = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "other"], name="one_connection"),
            models.CheckConstraint(condition=~Q(member=F("other")), name="connection_with_another"),
        ]
        indexes = (models.Index(fields=["member", "-since"], name="connection_lately"),)

    def __str__(self) -> str:
        return f"connection {self.pk}"

    @property
    def reference(self) -> str:
        """How the journal names it."""
        return f"connection:{self.pk}"


class Follow(models.Model):
    """`by` reads what `other` writes; one way, nobody is asked."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "other"], name="one_follow"),
            models.CheckConstraint(condition=~Q(by=F("other")), name="follow_of_another"),
        ]

    def __str__(self) -> str:
        return f"follow {self.pk}"

    @property
    def reference(self) -> str:
        """How the journal names it."""
        return f"follow:{self.pk}"


class Neighbours(models.Model):
    """A member's connections packed into one value (`packing.py`), so that a walk over the graph reads a row a member
    and not a row a connection. Derived from Connection, and kept in line with it by `wiring.py`."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="+")
    packed = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return f"neighbours of {self.pk}"


class Openness(models.Model):
    """What a member agrees to. Without a row, the defaults hold.

    `is_suggested`: may be suggested to others; `is_named`: others may be told that they both know this member.
    `looks`: what others learn of this member's looking at their profiles, and so what this member learns of theirs,
    from `looks_since` on.
    """

    LOOKS: ClassVar = [("off", "off"), ("counted", "counted"), ("named", "named")]
    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="+")
    is_suggested = models.BooleanField(default=True)
    is_named = models.BooleanField(default=True)
    looks = models.CharField(max_length=7, choices=LOOKS, default="off")
    looks_since = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"openness of {self.pk}"

    @classmethod
    def of(cls, member: Member) -> "Openness":
        """The member's row, unsaved as long as nothing was chosen: reading writes nothing."""
        return cls.objects.filter(pk=member.pk).first() or cls(member=member)


class ProfileView(models.Model):
    """`viewer` looked at the profile of `member` on this day, by the rule that held between them."""

    viewer = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    on = models.DateField()
    looked_at = models.DateTimeField()
    is_named = models.BooleanField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["viewer", "member", "on"], name="one_view_a_day")]
        indexes = (
            models.Index(fields=["member", "-looked_at"], name="view_of"),
            models.Index(fields=["looked_at"], name="view_ends"),
        )

    def __str__(self) -> str:
        return f"view {self.pk}"


class NotThisOne(models.Model):
    """`by` does not want `other` suggested: until a day, or for good (None)."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["by", "other"], name="one_not_this_one")]

    def __str__(self) -> str:
        return f"not this one {self.pk}"
