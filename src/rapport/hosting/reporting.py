"""Reporting something to the host, and what the host does about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from rapport.hosting.models import AuditLine, Report
from rapport.hosting.reportable import Reported, reported
from rapport.journal.write import record
from rapport.members.models import Member

A_DAY = 20
SHOWN = 200


class TooManyError(Exception):
    """The day's reports are used up."""


@dataclass(frozen=True)
class Matter:
    """All open reports of one subject."""

    subject: str
    reports: Sequence[Report]

    @property
    def first(self) -> Report:
        return self.reports[0]

    @property
    def kind(self) -> str:
        return self.subject.partition(":")[0]


@transaction.atomic
def report(*, by: Member, subject: str, why: str, now: datetime) -> Report | None:
    """Tell the host about something the member can see; None for what they cannot see, oneself included. Told again it
    changes the words only. Raises TooManyError."""
    found: Reported | None = reported(by, subject)
    if found is None or (found.author is not None and found.author.pk == by.pk):
        return None
    if Report.objects.filter(by=by, reported_at__gt=now - timedelta(days=1)).count() >= A_DAY:
        raise TooManyError
    given: dict[str, Any] = {"about": found.author, "said": found.text[:4000], "path": found.path, "why": why[:1000]}
    given |= {"state": "open", "reported_at": now}
    is_new = not Report.objects.filter(subject=subject, state="open").exists()
    made: Report = Report.objects.update_or_create(by=by, subject=subject, defaults=given)[0]
    if is_new:  # many reports of one thing are one matter, and whoever told is not named
        hosts = Member.objects.active().filter(is_host=True).exclude(pk=by.pk)
        record(actor=None, verb="host.report", subject=f"report:{made.pk}", towards=hosts, done_at=now)
    return made


def matters() -> list[Matter]:
    """What waits for the host, the oldest first; many reports of one thing are one matter."""
    rows = Report.objects.filter(state="open").select_related("by", "about").order_by("reported_at", "pk")[:SHOWN]
    found: dict[str, list[Report]] = {}
    for row in rows:
        found.setdefault(row.subject, []).append(row)
    return [Matter(subject, reports) for subject, reports in found.items()]


@transaction.atomic
def settle(*, subject: str, host: Member, is_dismissed: bool, why: str, now: datetime) -> None:
    """The matter is done with; the act stands where all can read it."""
    state = "dismissed" if is_dismissed else "settled"
    if Report.objects.filter(subject=subject, state="open").update(state=state):
        note(host=host, act=state, kind=subject.partition(":")[0], why=why, now=now)


def note(*, host: Member | None, act: str, kind: str, why: str, now: datetime) -> AuditLine:
    made: AuditLine = AuditLine.objects.create(host=host, act=act, kind=kind, why=why[:500], done_at=now)
    return made
