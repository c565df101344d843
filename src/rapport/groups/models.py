"""Groups on their axes, and who belongs to them."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.members.models import Member

HANDLE = RegexValidator(r"^[a-z0-9][a-z0-9-]{1,39}\Z", _("Use 2 to 40 small letters, digits or hyphens."))


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, viewer: Member | None) -> "GroupQuerySet":
        """Listed groups for everybody, hidden ones for their members alone."""
        listed = Q(is_hidden=False)
        if viewer is None:
            return self.filter(listed)
        return self.filter(listed | Q(pk__in=Membership.objects.filter(member=viewer).values("group")))

    def of(self, member: Member) -> "GroupQuerySet":
        return self.filter(pk__in=Membership.objects.filter(member=member).values("group"))


class Group(models.Model):
    """A body of members. The axes are columns, so that each can be looked for; `handle` is its address for good."""

    PLACES: ClassVar = [("online", _("online")), ("rooms", _("in rooms")), ("both", _("online and in rooms"))]
    DOORS: ClassVar = [("open", _("open")), ("request", _("by request")), ("invitation", _("by invitation"))]
    handle = models.CharField(max_length=40, unique=True, validators=[HANDLE])
    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("what it is"), max_length=4000, blank=True, default="")
    meets = models.CharField(max_length=6, choices=PLACES, default="both")
    is_paid = models.BooleanField(default=False)
    fee = models.CharField(max_length=120, blank=True, default="")  # in words: "£120 a year"
    is_structured = models.BooleanField(default=False)
    industry = models.CharField(max_length=80, blank=True, default="")
    place = models.CharField(max_length=120, blank=True, default="")
    door = models.CharField(max_length=10, choices=DOORS, default="open")
    is_hidden = models.BooleanField(default=False)
    seats_per_profession = models.PositiveSmallIntegerField(default=0)  # 0: no seats
    guest_visits = models.PositiveSmallIntegerField(default=2)
    made_at = models.DateTimeField(default=now)

    objects: ClassVar[Any] = GroupQuerySet.as_manager()

    def __str__(self) -> str:
        return self.handle

    @property
    def path(self) -> str:
        return f"/groups/{self.handle}/"


class Membership(models.Model):
    """A member of a group. `is_shown`: others than its members may see it."""

    ROLES: ClassVar = [("member", _("member")), ("greeter", _("greeter")), ("organiser", _("organiser"))]
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=ROLES, default="member")
    joined_at = models.DateTimeField(default=now)
    is_shown = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member"], name="one_membership")]
        indexes = (models.Index(fields=["group", "-joined_at"], name="membership_lately"),)

    def __str__(self) -> str:
        return f"membership {self.pk}"
