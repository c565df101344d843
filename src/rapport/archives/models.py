"""An intake: files dropped, read in a child process, shown, and brought in on the owner's word."""

from typing import ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.people.models import Batch, BookRow


class Intake(BookRow):
    """From drop to done. `folder` is the job folder's random name; it and all in it vanish when the job ends."""

    STATES: ClassVar = [
        (word, word) for word in ("waiting", "reading", "preview", "committing", "done", "refused", "dropped")
    ]
    folder = models.CharField(max_length=64)
    names = models.JSONField(default=list)  # the files' names as the owner knows them
    paths = models.JSONField(default=list)  # where they lie; uploads lie in the job folder
    digests = models.JSONField(default=list)
    choices = models.JSONField(default=dict)  # what the owner answered
    state = models.CharField(max_length=10, choices=STATES, default="waiting")
    message = models.CharField(max_length=1000, blank=True, default="")
    progress = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    began_at = models.DateTimeField(default=now)
    beat_at = models.DateTimeField(default=now)  # the worker's last sign of life

    class Meta(BookRow.Meta):
        indexes = (models.Index(fields=["book", "-began_at"], name="intake_latest"),)

    def __str__(self) -> str:
        return f"intake {self.number}"

    @property
    def path(self) -> str:
        return f"/imports/{self.number}/"
