"""What is done later: looking whether links are still one's own, and telling books what somebody shows."""

from datetime import timedelta

from rapport.kit.clock import now
from rapport.kit.jobs import job, later
from rapport.members.models import Member
from rapport.people.models import Book, Link
from rapport.profiles.caring import drop_unlinked, take_over, take_over_all
from rapport.profiles.findable import index
from rapport.profiles.models import ProfileLink, Proof, Way
from rapport.profiles.proofs import home_of, keep, look, prove_by_mail

RECHECKED = timedelta(days=7)
_PART = 200


@job(retries=1, is_patient=True)
def check_link(*, link: int) -> None:
    """Look at one link, and keep what was found."""
    found = ProfileLink.objects.filter(pk=link).select_related("member").first()
    if found is not None:
        keep(link=found, looked=look(found.url, home_of(found.member)), now=now())


@job(retries=0)
def recheck() -> None:
    """Queue a look at every proof that is a week old."""
    old = Proof.objects.filter(checked_at__lte=now() - RECHECKED)
    for proof in old.exclude(means="mail"):
        link = ProfileLink.objects.filter(member=proof.member_id, key=proof.key).first()
        if link is not None:
            later(check_link, link=link.pk)
    for way in Way.objects.filter(platform="email").select_related("member"):
        prove_by_mail(member=way.member, way=way, now=now())


@job(retries=1)
def tell_books(*, member: int) -> None:
    """The member's interests, to the books of those who know them."""
    for link in Link.objects.filter(member=member).select_related("book__owner"):
        take_over(link)


@job(retries=1)
def refresh() -> None:
    """Once a day every book is brought in line with what its owner may see, and the directory with the names."""
    for book in Book.objects.filter(pk__in=Link.objects.values("book")).select_related("owner").iterator(_PART):
        take_over_all(book, list(Link.objects.filter(book=book)))
    drop_unlinked()
    members = list(Member.objects.order_by("pk"))
    for start in range(0, len(members), _PART):
        index(members[start : start + _PART])
