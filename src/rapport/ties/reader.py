"""What happened between members on the hub warms the ties in the books of those who know each other."""

from collections.abc import Iterable

from rapport.journal.models import Deed
from rapport.journal.referent import resolve
from rapport.journal.verb import Verb, verbs
from rapport.members.models import Member
from rapport.people.models import Link, Person
from rapport.ties.record import log


def warm(deed: Deed) -> None:
    """A reader of the journal: a touch in the actor's book with those it was done towards, and one in the book of each
    of them with the actor, where the owner has said who is who. What an owner may not see warms nothing of theirs."""
    verb = verbs().get(deed.verb)
    if verb is None or not verb.warmth or deed.actor is None:
        return
    others = [toward.member for toward in deed.towards.select_related("member")]
    _touch(deed, verb, deed.actor, others, "both" if verb.is_mutual else "out")
    for other in others:
        _touch(deed, verb, other, [deed.actor], "both" if verb.is_mutual else "in")


def catch_up(link: Link) -> None:
    """What the two did towards each other before the owner said who this person is."""
    owner, member = link.book.owner, link.member
    warming = [name for name, verb in verbs().items() if verb.warmth]
    for actor, other in ((owner, member), (member, owner)):
        for deed in Deed.objects.filter(actor=actor, towards__member=other, verb__in=warming).order_by("done_at", "pk"):
            verb = verbs()[deed.verb]
            way = "both" if verb.is_mutual else "out" if actor.pk == owner.pk else "in"
            _touch(deed, verb, owner, [member], way)


def _touch(deed: Deed, verb: Verb, owner: Member, others: Iterable[Member], direction: str) -> None:
    """One interaction a person, so that a link made later adds its own and doubles nothing."""
    known = _known(owner, others)
    if not known or (deed.subject and not resolve(owner, [deed.subject])):
        return
    for person in known:
        log(
            people=[person],
            kind=verb.touch,
            channel="hub",
            direction=direction,
            now=deed.done_at,
            origin=f"deed:{deed.pk}",
            source="hub",
        )


def _known(owner: Member, others: Iterable[Member]) -> list[Person]:
    visible = Member.objects.visible_to(owner).filter(pk__in=[other.pk for other in others])
    links = Link.objects.filter(book__owner=owner, member__in=visible).select_related("person", "person__book__owner")
    return [link.person for link in links.order_by("pk")]
