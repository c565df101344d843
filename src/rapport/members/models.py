"""Account (who signs in), Member (who takes part), invitations, and the hub's own settings."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.kit.prepared import Prepared

HANDLE = RegexValidator(r"^[a-z0-9][a-z0-9_]{1,29}\Z", _("Use 2 to 30 small letters, digits or underscores."))


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None) -> "Account":
        """An account that may sign in; without a password only by a code sent to the address."""
        account = self.model(email=self.normalize_email(email).lower())
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Who signs in. Carries nothing that another member may see.

    The address is not unique: else coming in would tell whether somebody else here has it. Only one account can prove
    that an address is its own (allauth keeps the proofs).
    """

    email = models.EmailField(_("e-mail"), max_length=254, db_index=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return f"account {self.pk}"


class MemberQuerySet(models.QuerySet["Member"]):
    def active(self) -> "MemberQuerySet":
        """Without those who are suspended: for others they are not there."""
        return self.filter(account__is_active=True)

    def visible_to(self, viewer: "Member | None") -> "MemberQuerySet":
        """Active members whom `viewer` (None: somebody who is not signed in) may know to be here: nobody who blocked
        the viewer or whom the viewer blocked."""
        if viewer is None:
            return self.active()
        return self.active().exclude(pk__in=Block.of(viewer))


class Member(models.Model):
    """Who takes part. `minutes` and `acts` bound the round, `mail_hour` is when the round is mailed (None: never)."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="member")
    handle = models.CharField(max_length=30, unique=True, validators=[HANDLE])
    name = models.CharField(_("name"), max_length=200)
    is_host = models.BooleanField(default=False)
    zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=12, default="en")
    region = models.CharField(_("country for telephone numbers"), max_length=2, default="", blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes for the morning"), default=15, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    mail_hour = models.PositiveSmallIntegerField(
        _("hour of the morning mail"), null=True, blank=True, default=None, validators=[MaxValueValidator(23)]
    )
    theme = models.CharField(max_length=5, default="", blank=True)

    objects: ClassVar[Any] = MemberQuerySet.as_manager()
    photo = ""  # where a list shows a face: see members/faces.py

    def __str__(self) -> str:
        return self.handle

    @property
    def path(self) -> str:
        return f"/members/{self.handle}/"


class Block(models.Model):
    """`by` and `other` do not exist for each other, on every page and in every list; `other` is not told."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["by", "other"], name="one_block"),)

    def __str__(self) -> str:
        return f"block {self.pk}"

    @classmethod
    def of(cls, member: Member) -> models.QuerySet["Block", int]:
        """Ids of all members on either side of a block with `member`, as a subquery."""
        mine = cls.objects.filter(by=member).values_list("other_id", flat=True)
        theirs = cls.objects.filter(other=member).values_list("by_id", flat=True)
        return mine.union(theirs, all=True)


class Mute(models.Model):
    """`by` does not want to read what `other` writes, for now; nobody is told, and `other` sees all as before."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["by", "other"], name="one_mute"),)

    def __str__(self) -> str:
        return f"mute {self.pk}"


class Invitation(models.Model):
    """A way in, used once. Only the digest of its word is kept."""

    digest = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254, blank=True, default="")
    invited_by = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    made_at = models.DateTimeField(default=now)
    expires_at = models.DateTimeField()
    used_by = models.OneToOneField(Member, on_delete=models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    def is_open(self, at: datetime) -> bool:
        """Not used, not too old, and not in the name of somebody who is suspended."""
        is_in_force = self.invited_by is None or self.invited_by.account.is_active
        return self.used_by_id is None and at < self.expires_at and is_in_force


class JoinRequest(models.Model):
    """Somebody would like to come in, where the host lets people in by request. Gone once it is answered."""

    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, unique=True)
    why = models.CharField(max_length=500, blank=True, default="")
    asked_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"join request {self.pk}"


class Suspension(models.Model):
    """The host has closed this place to a member, for a while or until further notice."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=500)
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"suspension {self.pk}"


class Hub(models.Model):
    """The hub's own settings: one row. `terms` are agreed to by whoever comes in; `invitations_a_week` is how many a
    member who is not the host may make; `is_open_to_search` opens the pages for everyone to search engines."""

    JOINING: ClassVar = [
        ("invitation", _("by invitation")),
        ("request", _("by request: the host answers")),
        ("open", _("open: whoever wants to")),
    ]
    name = models.CharField(_("name of this place"), max_length=120, default="Rapport")
    place = models.CharField(_("where it is"), max_length=120, blank=True, default="")
    language = models.CharField(_("language"), max_length=12, default="en")
    about = models.TextField(_("what it is for"), max_length=4000, blank=True, default="")
    terms = models.TextField(_("what everybody agrees to"), max_length=20_000, blank=True, default="")
    joining = models.CharField(_("how people come in"), max_length=10, choices=JOINING, default="invitation")
    invitations_a_week = models.PositiveSmallIntegerField(
        _("invitations each member may make in a week"), default=0, validators=[MaxValueValidator(100)]
    )
    is_open_to_search = models.BooleanField(_("search engines may list what is for everyone"), default=False)
    first_run_digest = models.CharField(max_length=64, blank=True, default="")
    objection_key = models.CharField(max_length=64, blank=True, default="")  # of digests of those not to be kept here
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="one_hub"),)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def this(cls) -> "Hub":
        """The hub's row, unsaved as long as nobody has settled anything: reading a page writes nothing."""
        found: Hub | None = _HUB.first()
        return found or cls(pk=1)


_HUB = Prepared(lambda: Hub.objects.filter(pk=1))
