"""Keys to a member's own feed."""

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Member


class FeedKey(models.Model):
    """Opens a member's own feed. Only the digest of its word is kept; a new one ends the old."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"feed key {self.pk}"
