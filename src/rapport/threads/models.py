"""Messages between two members: the thread, each one's side of it, and what was written."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rapport.kit.clock import now
from rapport.members.models import Member

LONGEST = 5_000  # signs of a message


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, viewer: Member | None) -> "ThreadQuerySet":
        """Threads the viewer takes part in; to everybody else they are not there."""
        return self.none() if viewer is None else self.filter(sides__member=viewer)


class Thread(models.Model):
    """What two members write to each other. As long as `is_request`, `asked_by` has written once to somebody who has
    not accepted yet."""

    asked_by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    is_request = models.BooleanField(default=False)
    begun_at = models.DateTimeField(default=now)
    last_at = models.DateTimeField(default=now)

    objects: ClassVar[Any] = ThreadQuerySet.as_manager()

    def __str__(self) -> str:
        return f"thread {self.pk}"

    @property
    def path(self) -> str:
        return f"/threads/{self.pk}/"


class Side(models.Model):
    """One of the two in a thread. `read_to` is the last message they have had before them, which nobody else is told;
    `ignored_at` a request they do not answer. `other` is None once that member has left."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="sides", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    last_at = models.DateTimeField(default=now)
    last = models.PositiveBigIntegerField(default=0)
    read_to = models.PositiveBigIntegerField(default=0)
    ignored_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "other"], name="one_thread_of_two"),
            models.UniqueConstraint(fields=["thread", "member"], name="one_side"),
        ]
        indexes = (models.Index(fields=["member", "-last_at"], name="side_lately"),)

    def __str__(self) -> str:
        return f"side {self.pk}"


class Message(models.Model):
    """What one of the two wrote; it stays with the other when its author leaves."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages", db_index=False)
    author = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    body = models.TextField(_("message"), max_length=LONGEST)
    html = models.TextField()
    written_at = models.DateTimeField(default=now)

    class Meta:
        indexes = (
            models.Index(fields=["thread", "-id"], name="message_lately"),
            models.Index(fields=["author", "-written_at"], name="message_of"),
        )

    def __str__(self) -> str:
        return f"message {self.pk}"
