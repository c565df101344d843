"""Reports with what was reported, the host's acts for all to read, and starter reading."""

from typing import ClassVar

from django.db import models

from rapport.members.models import Member


class Report(models.Model):
    """`by` reported `subject` (`post:12`). `said` is how it read then, as the reporter saw it: the host sees that and
    nothing more. Reports of one subject are one matter."""

    STATES: ClassVar = [("open", "open"), ("settled", "settled"), ("dismissed", "dismissed")]
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(max_length=80)
    said = models.TextField(max_length=4000, blank=True, default="")
    path = models.CharField(max_length=200, blank=True, default="")
    why = models.CharField(max_length=1000)
    state = models.CharField(max_length=9, choices=STATES, default="open")
    reported_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["by", "subject"], name="one_report_each"),)
        indexes = (models.Index(fields=["state", "subject"], name="reports_open"),)

    def __str__(self) -> str:
        return f"report {self.pk}"


class AuditLine(models.Model):
    """What the host did, for every member to read: the kind of act and why, no names of those concerned."""

    ACTS: ClassVar = [
        ("suspended", "suspended"),
        ("readmitted", "readmitted"),
        ("settled", "settled"),
        ("dismissed", "dismissed"),
        ("removed", "removed"),
        ("host", "host"),
        ("resigned", "resigned"),
        ("objection", "objection"),
        ("withdrawn", "withdrawn"),
    ]
    host = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    act = models.CharField(max_length=10, choices=ACTS)
    kind = models.CharField(max_length=20, blank=True, default="")  # of what: post, comment, message, member
    why = models.CharField(max_length=500, blank=True, default="")
    done_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["-done_at", "-id"], name="audit_latest"),)

    def __str__(self) -> str:
        return f"audit line {self.pk}"


class StarterLink(models.Model):
    """Something the host gives newcomers to read; one of our own pages or one elsewhere."""

    title = models.CharField(max_length=200)
    url = models.CharField(max_length=500)
    note = models.CharField(max_length=500, blank=True, default="")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"starter link {self.pk}"
