"""Events are announced and answered; of the past ones it is noted who was there."""

from datetime import date, datetime, timedelta

from rapport.events.calling_off import call_off
from rapport.events.checkin import close
from rapport.events.dates import lay_out
from rapport.events.make import make
from rapport.events.models import Attendance, Event, Occurrence, Rsvp
from rapport.events.rsvp import Wishes, answer
from rapport.events.speaking import agree, ask_to_speak, name_speaker
from rapport.site.enlivening.stage import Stage
from rapport.town.chance import ZONE
from rapport.town.hub.shapes import Evening

# Who wishes to be found tonight, and as what; nobody else is ever shown so.
FOUND = {"cy": Wishes(is_new=True, is_alone=True, is_glad=True)}
CANCELLED = "coast"
LATELY = timedelta(days=40)  # of what lies further back, nobody hears any more who met whom
BREAKFASTS = (date(2026, 10, 27), date(2026, 11, 3), date(2026, 11, 17))
EARLY = ("grace", "tunde", "bo", "ann")  # of the cast, who are there on Tuesdays


def hold_events(stage: Stage) -> None:
    for evening in stage.hub.evenings:
        event = stage.events[evening.key] = _make(stage, evening)
        _speakers(stage, evening, event)
        if evening.rule:
            _breakfasts(stage, event)
        elif evening.came:
            _past(stage, evening, event)
        else:
            _answers(stage, evening, event)
    event = stage.events[CANCELLED]
    call_off(event=event, by=stage.members["alexkim"], now=stage.now - timedelta(hours=20))


def _make(stage: Stage, evening: Evening) -> Event:
    event = Event(
        group=stage.groups.get(evening.group), title=evening.title, about=evening.about, mode=evening.mode,
        link=evening.link, place=evening.place, zone=ZONE, on=evening.on, at=evening.at, minutes=evening.minutes,
        rule=evening.rule, cost=evening.cost, is_paid_at_door=evening.is_paid_at_door, capacity=evening.capacity,
        audience=evening.audience,
    )  # fmt: skip
    return make(event=event, by=stage.members[evening.by], now=evening.made)


def _speakers(stage: Stage, evening: Evening, event: Event) -> None:
    maker, at = stage.members[evening.by], evening.made
    for name, line, has_agreed in evening.speakers:
        if name not in stage.members:
            name_speaker(event=event, name=name, line=line, now=at)
            continue
        asked = ask_to_speak(event=event, member=stage.members[name], by=maker, line=line, now=at)
        if has_agreed:
            agree(speaker=asked, now=at + timedelta(hours=6))


def _answers(stage: Stage, evening: Evening, event: Event) -> None:
    """One after the other since it was announced; one in nine is not sure."""
    date = Occurrence.objects.get(event=event)
    step = (stage.now - timedelta(hours=10) - evening.made) / (len(evening.comes) + 1)
    for place, handle in enumerate(evening.comes, 1):
        is_sure = place % 9 or handle in FOUND or evening.capacity
        answer(
            occurrence=date,
            member=stage.members[handle],
            says="yes" if is_sure else "maybe",
            wishes=FOUND.get(handle),
            now=evening.made + step * place,
        )


def _past(stage: Stage, evening: Evening, event: Event) -> None:
    """Answers and the list at the door as rows: they are long past; closing the list tells who met."""
    date = Occurrence.objects.get(event=event)
    members = [stage.members[handle] for handle in evening.comes]
    Rsvp.objects.bulk_create(
        Rsvp(occurrence=date, member=member, answer="yes", answered_at=evening.made + timedelta(days=1 + place // 3))
        for place, member in enumerate(members)
    )
    Occurrence.objects.filter(pk=date.pk).update(taken=len(members))
    _there(stage, evening.came, evening.by, date)


def _there(stage: Stage, came: tuple[str, ...], by: str, date: Occurrence) -> None:
    at = date.starts_at + timedelta(minutes=5)
    noting = stage.members[by]
    Attendance.objects.bulk_create(
        Attendance(occurrence=date, member=stage.members[handle], noted_by=noting, noted_at=at) for handle in came
    )
    if stage.now - at < LATELY:
        close(occurrence=date, now=date.ends_at + timedelta(hours=1))
    else:
        Occurrence.objects.filter(pk=date.pk).update(checked_at=date.ends_at)


def _breakfasts(stage: Stage, event: Event) -> None:
    """The last ones were held with a list at the door, and the next ones stand in the calendar."""
    lay_out(event, stage.now - timedelta(days=30))
    circle = next(one for one in stage.hub.groups if one.key == "harbour-chapter")
    crowd = [handle for handle, _ in circle.people if handle not in (*EARLY, "priya")]
    for number, day in enumerate(BREAKFASTS):
        date = Occurrence.objects.get(event=event, day=day)
        came = (*EARLY, *crowd[number % 3 :: 2])
        for place, handle in enumerate(came):
            answer(occurrence=date, member=stage.members[handle], says="yes", now=_before(date, place))
        _there(stage, came, "grace", date)
    lay_out(event, stage.now)
    coming = Occurrence.objects.filter(event=event, starts_at__gt=stage.now).order_by("starts_at").first()
    if coming is not None:
        for place, handle in enumerate((*EARLY, *crowd[::3])):
            answer(occurrence=coming, member=stage.members[handle], says="yes", now=_before(date, place))


def _before(date: Occurrence, place: int) -> datetime:
    return date.starts_at - timedelta(days=3, minutes=11 * place)
