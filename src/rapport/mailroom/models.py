"""Mail that waits because no mail server is set, so that nothing is lost and the page can say so."""

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Account


class Waiting(models.Model):
    """One mail to one account. Only its recipient sees it."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    address = models.EmailField(max_length=254)
    subject = models.CharField(max_length=998)
    body = models.TextField()
    written_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"mail {self.pk}"
