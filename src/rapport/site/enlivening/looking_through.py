"""What somebody was told before yesterday they have seen."""

from datetime import timedelta

from rapport.notices.models import Notice
from rapport.site.enlivening.stage import Stage


def seen_before(stage: Stage) -> None:
    """Each notice came when its deed was done; only those since yesterday are new."""
    fresh = stage.now - timedelta(hours=36)
    told = list(Notice.objects.select_related("deed"))
    for notice in told:
        notice.made_at = notice.deed.done_at
        notice.seen_at = None if notice.made_at > fresh else notice.made_at + timedelta(hours=9)
    Notice.objects.bulk_update(told, ["made_at", "seen_at"], batch_size=400)
