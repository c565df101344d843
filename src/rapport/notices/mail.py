"""What is new, by mail: as often as the member wishes, never twice, never an empty one."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.kit.clock import now as present
from rapport.kit.jobs import job
from rapport.members.models import Hub, Member
from rapport.notices.models import Hearing, Notice
from rapport.notices.saying import Said, said
from rapport.notices.stopping import stop_path
from rapport.notices.way import USUAL, ways

MORNING = 8
KEPT = timedelta(days=90)
ENDS = (".", "!", "?", "\u2026")  # a sentence that ends in somebody's own words may have its end already
AT_MOST = 30  # things named in one mail


@job()
def mail_what_is_new() -> None:
    """To everybody whose turn it is and for whom there is something."""
    for member in _with_news():
        mail_to(member, now=present())


def _with_news() -> Iterator[Member]:
    waiting = Notice.objects.fresh().filter(mailed_at=None).values("member")
    yield from Member.objects.active().filter(pk__in=waiting).select_related("account").order_by("pk")


@transaction.atomic
def mail_to(member: Member, *, now: datetime) -> bool:
    """Mail what is new to this member, if it is their turn and they are not suspended; False if nothing went."""
    if not member.account.is_active:
        return False
    Hearing.objects.get_or_create(member=member, defaults={"way": USUAL})
    hearing = Hearing.objects.select_for_update().get(member=member)
    rows = Notice.objects.of(member).fresh().filter(mailed_at=None)
    notices = list(rows.select_related("deed__actor").order_by("made_at", "pk"))
    if not notices or not _is_turn(member, hearing, since=notices[0].made_at, now=now):
        return False
    with translation.override(member.language):
        spoken = said(member, notices)
        if spoken and not _send(member, spoken):
            return False  # enough for one day: it goes with the next
    Notice.objects.filter(member=member, mailed_at=None).update(mailed_at=now)
    if spoken:
        Hearing.objects.filter(pk=hearing.pk).update(told_on=now.astimezone(ZoneInfo(member.zone)).date())
    return bool(spoken)


def _is_turn(member: Member, hearing: Hearing, *, since: datetime, now: datetime) -> bool:
    zone = ZoneInfo(member.zone)
    hour = MORNING if member.mail_hour is None else member.mail_hour
    way = ways().get(hearing.way)
    return way is not None and way.is_due(hearing.told_on, since.astimezone(zone), now.astimezone(zone), hour)


def _send(member: Member, spoken: list[Said]) -> bool:
    named, more = spoken[:AT_MOST], len(spoken) - AT_MOST
    lines = [f"{_sentence(one.says)}\n{settings.BASE_URL}{one.path}" for one in named]
    if more > 0:
        lines.append(ngettext("And %(n)s more thing.", "And %(n)s more things.", more) % {"n": more})
    subject = named[0].says if len(spoken) == 1 else _("What is new at %(hub)s") % {"hub": Hub.this().name}
    headers = {"X-Rapport-To": str(member.account_id), "X-Rapport-Stop": stop_path(member)}
    mail = EmailMessage(subject, "\n\n".join(lines) + "\n", None, [member.account.email], headers=headers)
    return bool(mail.send())


def _sentence(says: str) -> str:
    return says if says.endswith(ENDS) else f"{says}."


@job(retries=1)
def forget_old_notices() -> None:
    """What is older than three months is no news."""
    Notice.objects.filter(made_at__lt=present() - KEPT).delete()
