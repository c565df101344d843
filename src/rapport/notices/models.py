"""Notices, which hold nothing but the deed, and how often a member wants them by mail."""

from typing import Any, ClassVar

from django.db import models

from rapport.journal.models import Deed
from rapport.members.models import Block, Member, Mute


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, member: Member) -> "NoticeQuerySet":
        """Theirs, without deeds of somebody they have blocked, muted or lost since."""
        actors = Member.objects.active().exclude(pk__in=Block.of(member))
        muted = Mute.objects.filter(by=member).values("other")
        return self.filter(member=member, deed__actor__in=actors).exclude(deed__actor__in=muted)

    def fresh(self) -> "NoticeQuerySet":
        return self.filter(seen_at=None)


class Notice(models.Model):
    """`member` is to hear of a deed."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    deed = models.ForeignKey(Deed, on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = NoticeQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "deed"], name="one_notice"),)
        indexes = (
            models.Index(fields=["member", "-id"], name="notice_latest"),
            models.Index(
                fields=["member"],
                name="notice_unmailed",
                condition=models.Q(seen_at__isnull=True, mailed_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"notice {self.pk}"


class Hearing(models.Model):
    """By which way (a file of `ways/`) a member hears by mail, and the day they last did."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=12)
    told_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"hearing {self.pk}"
