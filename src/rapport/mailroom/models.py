"""Mail on its way: every mail is written down before it is sent, so that nothing is lost when a server is away."""

from django.db import models

from rapport.kit.clock import now
from rapport.members.models import Account


class Waiting(models.Model):
    """One mail to one address. Only its recipient sees it; it goes once it is sent.

    `by` is in whose name it is written; `calendar` goes with the words as a part that calendars read. `kind` is "entry"
    for mails that open a door (codes, links), which are never shown on a page. `stop_path` is the page where such mails
    are stopped without signing in; empty for those that cannot be stopped.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    by = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    address = models.EmailField(max_length=254)
    subject = models.CharField(max_length=998)
    body = models.TextField()
    calendar = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=20, default="")
    stop_path = models.CharField(max_length=200, blank=True, default="")
    written_at = models.DateTimeField(default=now)
    failed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"mail {self.pk}"
