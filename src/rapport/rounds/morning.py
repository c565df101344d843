"""The morning mail: the day's cards once, at the member's hour by the clock on their wall; none when nothing is due."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from rapport.kit.cleaning import one_line
from rapport.kit.clock import now as present
from rapport.kit.jobs import job, later
from rapport.kit.wording import weekday
from rapport.mailroom.letters import stop_path
from rapport.mailroom.send import send
from rapport.members.models import Member
from rapport.people.models import Book
from rapport.rounds.keeping import keep
from rapport.rounds.models import Mailed
from rapport.rounds.today import Act, Round, the_round


@job()
def mail_the_morning() -> None:
    """Whoever's hour has come today and who was not mailed yet; each by a job, so that no mail waits for another."""
    for member in due(present()):
        later(mail_one, member=member.pk)


@job()
def mail_one(member: int) -> None:
    found = Member.objects.active().select_related("account").filter(pk=member, mail_hour__isnull=False).first()
    if found is not None:
        mail_to(found, now=present())


def due(now: datetime) -> Iterator[Member]:
    """Members whose hour has struck on their wall today. An hour that a clock change leaves out has struck with the
    next one; one that comes twice counts once, because a day is mailed once."""
    for member in Member.objects.active().filter(mail_hour__isnull=False).select_related("account").order_by("pk"):
        local = now.astimezone(ZoneInfo(member.zone))
        is_mailed = Mailed.objects.filter(book__owner=member, day=local.date().toordinal()).exists()
        if local.hour >= (member.mail_hour or 0) and not is_mailed:
            yield member


@transaction.atomic
def mail_to(member: Member, *, now: datetime) -> bool:
    """Mail today's round and keep it; False if another worker was quicker or nothing is due."""
    on = now.astimezone(ZoneInfo(member.zone)).date()
    is_ours = Mailed.objects.get_or_create(book=Book.of(member), day=on.toordinal())[1]
    if not is_ours:
        return False
    with translation.override(member.language):
        found = the_round(member, on=on, minutes=member.minutes, now=now)
        if not found.acts:
            return False
        keep(member, on=on, minutes=member.minutes)
        send(
            to=member.account,
            subject=_subject(on),
            body=text_of(found),
            kind="morning",
            now=now,
            stop_path=stop_path(member.account),
        )
    return True


def _subject(on: date) -> str:
    return _("Your list for %(day)s") % {"day": weekday(on)}


def text_of(found: Round) -> str:
    """The cards as plain text, each with the address of the page it is about."""
    cards = [_card(act) for act in found.acts]
    return "\n\n".join([*cards, f"{found.closing}\n{settings.BASE_URL}/"]) + "\n"


def _card(act: Act) -> str:
    """A line for each, whatever stands in the names and words of others."""
    page = act.people[0].path if len(act.people) == 1 else act.url
    said, why, opener = map(one_line, (act.act, act.reason, act.opener))
    lines = [said, why, f"\u201c{opener}\u201d" if opener else "", f"{settings.BASE_URL}{page}"]
    return "\n".join(filter(None, lines))
