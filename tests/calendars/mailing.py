"""What the mail about dates says, read as a mail program and its calendar read it."""

import email
from email.message import EmailMessage
from email.policy import default
from typing import Any

import icalendar

from rapport.calendars.appointments import mail_appointments
from rapport.mailroom.letters import letter
from rapport.mailroom.models import Waiting
from rapport.members.models import Member


def work() -> None:
    """The worker comes by."""
    mail_appointments.call({})


def letters(member: Member) -> list[EmailMessage]:
    """The mails that wait for a member, as they would arrive."""
    rows = Waiting.objects.filter(account=member.account, kind="calendar").order_by("pk")
    return [email.message_from_bytes(letter(row).message().as_bytes(), policy=default) for row in rows]


def calendars(member: Member) -> list[tuple[str, Any]]:
    """Of each mail the method and its one entry."""
    return [entry_of(one) for one in letters(member)]


def entry_of(mail: EmailMessage) -> tuple[str, Any]:
    part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    read = icalendar.Calendar.from_ical(part.get_content())
    (entry,) = read.walk("VEVENT")
    assert part.get_param("method") == read["METHOD"]
    return str(read["METHOD"]), entry


def methods(member: Member) -> list[str]:
    return [method for method, _ in calendars(member)]
