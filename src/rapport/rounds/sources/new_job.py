"""New job: a newer archive names another firm than the one known before."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.kit.prepared import Query, prepared
from rapport.people.calling import called, one_of
from rapport.people.models import Batch, Job
from rapport.rounds.compose import Candidate, Slot
from rapport.rounds.desk import Desk
from rapport.rounds.suggestion import Suggestion, Telling

LATELY = timedelta(days=120)
MOST = 8


def asks(desk: Desk) -> tuple[Query]:
    since = datetime.combine(desk.today - LATELY, time(), ZoneInfo(desk.member.zone))
    return (_changed.of(book=desk.book.pk, since=since),)


def find(desk: Desk) -> Iterator[Candidate]:
    (changed,) = asks(desk)
    for job in changed.rows():
        if job.person_id in desk.place:
            yield desk.about(
                job.person_id,
                "new_job",
                slot=Slot.WORTH_IT,
                lane="worth_it",
                worth=0.5,
                minutes=2,
                subject=job.number,
                kept=job,
            )


@prepared(numbers=("book",), moments=("since",))
def _changed(book: int, since: datetime) -> Any:
    """Jobs told by a batch of late, of people whom an earlier batch of the same kind had at another firm."""
    batches = Batch.objects.filter(book=book, began_at__gte=since)
    before = (
        Job.objects.shown()
        .filter(person=OuterRef("person"), source=OuterRef("source"), batch__lt=OuterRef("batch"))
        .exclude(organization=OuterRef("organization"))
    )
    again = Job.objects.filter(
        person=OuterRef("person"), organization=OuterRef("organization"), batch__lt=OuterRef("batch")
    )
    rows = Job.objects.shown().filter(
        Exists(before), ~Exists(again), book=book, batch__in=batches.values("pk"), organization__isnull=False
    )
    return rows.select_related("organization").order_by("-batch", "pk")[:MOST]


def tell(desk: Desk, chosen: Candidate) -> Telling:
    job: Job = desk.kept[chosen.key]
    person = desk.person(chosen.people[0])
    firm = job.organization.name if job.organization else ""
    words = {"name": called(person.name), "firm": firm, "title": job.title}
    choices = (
        _("Congratulations on %(firm)s, %(name)s. How are the first weeks?"),
        _("%(name)s, I see you are at %(firm)s now. How did it come about?"),
    )
    reason = _("New at %(firm)s, as %(title)s.") if job.title else _("New at %(firm)s.")
    return Telling(
        act=_("Congratulate %(name)s") % {"name": person.name},
        reason=reason % words,
        opener=one_of(choices, chosen.key) % words,
        subject=_("Your new job"),
        why=((_("Told by"), job.source),),
        icon="business",
    )


NEW_JOB = Suggestion("new_job", gettext_lazy("New job"), find, tell, rank=15, asks=asks)
