"""The mail that carries a date into a calendar: words for people, and a part for programs (RFC 5545, 5546, 6047).

The organizer it names is the hub by the address it writes from: nobody's own address is told to anybody. Answers by
mail are not read, which the words say, and the part asks for none.
"""

from __future__ import annotations  # what is imported later is named in signatures

from dataclasses import dataclass
from datetime import datetime

import icalendar
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext as _

from rapport.calendars import ics
from rapport.events.models import Appointment, Event, Occurrence
from rapport.events.saying import cost_said, short_when, when_said, where_said, zone_said
from rapport.kit.contentlines.decoding import harmless
from rapport.members.models import Hub, Member
from rapport.notices.calendar import stop_path


@dataclass(frozen=True)
class Mailed:
    uid: str
    sequence: int


def mailed(appointment: Appointment, *, is_coming: bool, is_known: bool, sequence: int, now: datetime) -> Mailed | None:
    """Write it: the date as it is now, or that it is no more in this calendar. None if it was not taken."""
    date, member = appointment.occurrence, appointment.member
    event = date.event
    uid = appointment.uid or (ics.uid(event, date.day) if event.rule else ics.uid(event))
    part = _part(event, date, member, now, is_coming=is_coming)
    part["UID"], part["SEQUENCE"] = icalendar.vText(uid), icalendar.vInt(sequence)
    method = "REQUEST" if is_coming else "CANCEL"
    message = EmailMultiAlternatives(
        _subject(event, date, is_coming=is_coming, is_known=is_known),
        _words(event, date, member, is_coming=is_coming),
        None,
        [member.account.email],
        headers={
            "X-Rapport-Kind": "calendar",
            "X-Rapport-To": str(member.account_id),
            "X-Rapport-Stop": stop_path(member),
        },
    )
    file = ics.message(part, method)
    message.attach_alternative(file.decode(), f"text/calendar; method={method}")
    return Mailed(uid, sequence) if message.send() else None


def _part(event: Event, date: Occurrence, member: Member, now: datetime, *, is_coming: bool) -> icalendar.Event:
    part = ics.entry(event, date, now, answer="yes" if is_coming else "", link=_link(event) if is_coming else "")
    if not is_coming:
        # For who is its one attendee the whole of it is cancelled, also when others still meet.
        part.pop("STATUS", None)
        part.add("status", "CANCELLED")
    part.add("organizer", _address(settings.DEFAULT_FROM_EMAIL, Hub.this().name), encode=False)
    who = _address(member.account.email, member.name)
    told = {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED" if is_coming else "DECLINED", "RSVP": "FALSE"}
    who.params.update(told)
    part.add("attendee", who, encode=False)
    return part


def _address(mail: str, name: str) -> icalendar.vCalAddress:
    made = icalendar.vCalAddress(f"mailto:{mail}")
    said = " ".join(harmless(name).replace('"', "'").split())
    if said:
        made.params["CN"] = said
    return made


def _subject(event: Event, date: Occurrence, *, is_coming: bool, is_known: bool) -> str:
    words = {"title": event.title, "when": short_when(date, event)}
    if is_coming:
        return (_("Changed: %(title)s, %(when)s") if is_known else _("%(title)s, %(when)s")) % words
    if event.cancelled_at or date.cancelled_at:
        return _("Cancelled: %(title)s, %(when)s") % words
    return _("You do not come: %(title)s, %(when)s") % words


def _words(event: Event, date: Occurrence, member: Member, *, is_coming: bool) -> str:
    if is_coming:
        said = _("You come. This mail puts it into your calendar.")
    elif event.cancelled_at or date.cancelled_at:
        said = _("It is not held. This mail takes it out of your calendar.")
    else:
        said = _("You do not come. This mail takes it out of your calendar.")
    zone = zone_said(date, event, member)
    when = f"{when_said(date, event)} ({zone})" if zone else when_said(date, event)
    told = [event.title, when, where_said(event), cost_said(event), _link(event) if is_coming else ""]
    answer = _("To answer otherwise, open %(link)s. Answers to this mail are not read.")
    link = f"{settings.BASE_URL}{date.path if event.rule else event.path}"
    return "\n\n".join([said, "\n".join(line for line in told if line), answer % {"link": link}]) + "\n"


def _link(event: Event) -> str:
    return event.link if event.mode != "rooms" else ""
