"""Groups on their axes, who belongs to them, who did, and who is invited."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.members.models import Member

HANDLE = RegexValidator(r"^[a-z0-9][a-z0-9-]{1,39}\Z", _("Use 2 to 40 small letters, digits or hyphens."))


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, viewer: Member | None) -> "GroupQuerySet":
        """Listed groups for everybody, hidden ones for their members and for those invited alone."""
        listed = Q(is_hidden=False)
        if viewer is None:
            return self.filter(listed)
        within = Membership.objects.filter(member=viewer).values("group")
        invited = GroupInvitation.objects.filter(member=viewer, declined_at=None).values("group")
        return self.filter(listed | Q(pk__in=within) | Q(pk__in=invited))

    def unclosed(self) -> "GroupQuerySet":
        """Those that take something new."""
        return self.filter(closed_at=None)

    def of(self, member: Member) -> "GroupQuerySet":
        return self.filter(pk__in=Membership.objects.filter(member=member).values("group"))


class Group(models.Model):
    """A body of members. The axes are columns, so that each can be looked for; `handle` is its address for good."""

    PLACES: ClassVar = [("online", _("online")), ("rooms", _("in rooms")), ("both", _("online and in rooms"))]
    DOORS: ClassVar = [("open", _("open")), ("request", _("by request")), ("invitation", _("by invitation"))]
    handle = models.CharField(max_length=40, unique=True, validators=[HANDLE])
    name = models.CharField(_("name"), max_length=120)
    about = models.TextField(_("what it is"), max_length=4000, blank=True, default="")
    meets = models.CharField(_("meets"), max_length=6, choices=PLACES, default="both")
    is_paid = models.BooleanField(_("has a membership fee"), default=False)
    fee = models.CharField(_("the fee, in words"), max_length=120, blank=True, default="")  # "£120 a year"
    is_structured = models.BooleanField(_("meetings follow an agenda"), default=False)
    industry = models.CharField(_("industry"), max_length=80, blank=True, default="")
    place = models.CharField(_("place"), max_length=120, blank=True, default="")
    door = models.CharField(_("how one comes in"), max_length=10, choices=DOORS, default="open")
    is_hidden = models.BooleanField(_("hidden from all but its members"), default=False)
    may_members_invite = models.BooleanField(_("members may invite"), default=False)
    seats_per_profession = models.PositiveSmallIntegerField(_("seats per profession"), default=0)  # 0: no seats
    guest_visits = models.PositiveSmallIntegerField(_("visits as a guest"), default=2)
    made_at = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True, blank=True)  # from then on it is only read
    is_removed = models.BooleanField(default=False)  # the host closed it, for good

    objects: ClassVar[Any] = GroupQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["is_hidden", "name", "id"], name="group_listed"),
            models.Index(Lower("place"), name="group_place"),
            models.Index(Lower("industry"), name="group_industry"),
        )

    def __str__(self) -> str:
        return self.handle

    @property
    def path(self) -> str:
        return f"/groups/{self.handle}/"

    @property
    def reference(self) -> str:
        """How deeds name it."""
        return f"group:{self.handle}"


class Membership(models.Model):
    """A member of a group. `is_shown`: others than its organisers may see it. `is_back`: was in it not long ago, so is
    no newcomer. `is_new_until`: shown as "new here" until then, by own wish. `paid_until`: as an organiser noted it."""

    ROLES: ClassVar = [("member", _("member")), ("greeter", _("greeter")), ("organiser", _("organiser"))]
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, choices=ROLES, default="member")
    joined_at = models.DateTimeField(default=now)
    is_shown = models.BooleanField(default=True)
    is_back = models.BooleanField(default=False)
    is_new_until = models.DateTimeField(null=True)
    paid_until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member"], name="one_membership")]
        indexes = (
            models.Index(fields=["group", "-joined_at"], name="membership_lately"),
            models.Index(fields=["group", "role"], name="membership_role"),
        )

    def __str__(self) -> str:
        return f"membership {self.pk}"


class Former(models.Model):
    """Somebody who was in the group. `is_removed`: an organiser put them out, and only an organiser lets them in."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(default=now)
    is_removed = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member"], name="one_former")]

    def __str__(self) -> str:
        return f"former {self.pk}"


class GroupInvitation(models.Model):
    """`by` invites `member`. Declined, it stays without a word; who invited sees no difference."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+", db_index=False)
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField(default=now)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["group", "member"], name="one_group_invitation")]

    def __str__(self) -> str:
        return f"group invitation {self.pk}"
