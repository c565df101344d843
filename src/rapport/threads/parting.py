"""What is taken back between two when one blocks the other: a first message that waits."""

from datetime import datetime

from rapport.journal.write import forget
from rapport.members.blocking import Parting
from rapport.members.models import Member
from rapport.threads.models import Side, Thread


def part(by: Member, other: Member, now: datetime) -> None:
    """A request of the blocker's is taken back; one to them is left unanswered. An open thread is closed by the block
    itself, and each keeps what they had."""
    side = Side.objects.filter(member=by, other=other, thread__is_request=True).select_related("thread").first()
    if side is None:
        return
    if side.thread.asked_by_id == by.pk:
        forget(f"thread:{side.thread_id}")
        Thread.objects.filter(pk=side.thread_id).delete()
    elif side.ignored_at is None:
        Side.objects.filter(pk=side.pk).update(ignored_at=now)


THREADS = Parting(part)
