"""What was reported is removed by the host; those whom it concerns hear why, and the act stands for all to read."""

from datetime import datetime

from django.db import transaction

from rapport.hosting.models import Report
from rapport.hosting.reporting import note
from rapport.journal.write import record
from rapport.members.models import Member
from rapport.members.removable import removables


class RefusedError(Exception):
    """No open report is about it, it is gone already, no reason is given, or no such part."""


@transaction.atomic
def remove(*, subject: str, host: Member, why: str, now: datetime, part: str = "") -> None:
    """Only what an open report is about, with a reason; `part` says which of a profile. Raises RefusedError."""
    kind, _, key = subject.partition(":")
    found = removables().get(kind)
    matter = Report.objects.select_for_update().filter(subject=subject, state="open")
    if found is None or not why.strip() or not matter.exists() or (found.parts and part not in found.parts):
        raise RefusedError
    part = part if found.parts else ""
    concerned = found.remove(key, part, host, now)
    if concerned is None:
        raise RefusedError
    matter.update(state="settled")
    line = note(host=host, act="removed", kind=part or kind, why=why, now=now)
    record(actor=host, verb="host.remove", subject=f"audit:{line.pk}", towards=concerned, done_at=now)
