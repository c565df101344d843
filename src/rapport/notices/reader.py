"""Whoever is to hear of a deed gets a notice; the mail goes its own way."""

from rapport.journal.models import Deed
from rapport.journal.verb import verbs
from rapport.kit import clock
from rapport.kit.jobs import later
from rapport.members.models import Member, Mute
from rapport.notices.mail import mail_what_is_new
from rapport.notices.models import Hearing, Notice


def tell(deed: Deed) -> None:
    """A reader of the journal. Nobody hears of somebody they have blocked or muted, nor of their own deeds; who is
    suspended hears nothing and is heard of by nobody."""
    verb = verbs().get(deed.verb)
    if verb is None or (deed.actor is not None and not deed.actor.account.is_active):
        return
    hear = Member.objects.visible_to(deed.actor).filter(pk__in=list(verb.tells(deed)))
    if deed.actor is not None:
        muting = Mute.objects.filter(other=deed.actor).values("by")
        hear = hear.exclude(pk=deed.actor.pk).exclude(pk__in=muting)
    told = [Notice(member=member, deed=deed, made_at=clock.now()) for member in hear]
    Notice.objects.bulk_create(told, ignore_conflicts=True)
    if Hearing.objects.filter(member__in=[notice.member_id for notice in told], way="at_once").exists():
        later(mail_what_is_new)
