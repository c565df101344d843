"""The page of tonight's event, which 500 have answered; read by a member of its group."""

from rapport.site.developing.benchmark import Benchmark, Measured
from rapport.site.developing.big_life import big_life, full_event
from rapport.site.developing.visits import hub_page_ms, rows_ms


def run() -> Measured:
    ann = big_life()
    event = full_event()
    value = hub_page_ms(ann, event.path, holds="Tonight")
    itself = "select title, about, place from events_event where id = %s"
    coming = (
        "select m.handle, m.name from events_rsvp r join events_occurrence o on o.id = r.occurrence_id "
        "join members_member m on m.id = r.member_id where o.event_id = %s and r.answer = 'yes' order by 2 limit 25"
    )
    return Measured(value, floor=rows_ms((itself, [event.pk]), (coming, [event.pk])))


EVENT = Benchmark("event-500-answers", "ms cpu", 10, run)
