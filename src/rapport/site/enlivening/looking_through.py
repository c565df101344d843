"""What somebody was told before yesterday they have seen."""

from datetime import timedelta

from rapport.notices.models import Notice
from rapport.site.enlivening.stage import Stage


def seen_before(stage: Stage) -> None:
    """Each notice came when its deed was done, one after the other; only those since yesterday are new."""
    fresh = stage.now - timedelta(hours=36)
    told = sorted(Notice.objects.select_related("deed"), key=lambda notice: (notice.deed.done_at, notice.pk))
    Notice.objects.all().delete()
    for notice in told:
        notice.pk = None
        notice.made_at = notice.deed.done_at
        notice.seen_at = None if notice.made_at > fresh else notice.made_at + timedelta(hours=9)
    Notice.objects.bulk_create(told, batch_size=500)
