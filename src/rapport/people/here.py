"""Which member a person is, as the owner said, if the owner may still see that member."""

from rapport.kit.prepared import Prepared
from rapport.members.models import Member
from rapport.people.models import Link, Person

_LINK = Prepared(
    lambda person, owner: Link.objects.filter(
        person=person, member__in=Member.objects.visible_to(Member(pk=owner))
    ).select_related("member"),
    numbers=("person", "owner"),
)


def link_of(person: Person) -> Link | None:
    """Asked once for all panels of a page: the answer stays with this `person` object."""
    kept = vars(person)
    if "link_here" not in kept:
        kept["link_here"] = _LINK.first(person=person.pk, owner=person.book.owner_id)
    found: Link | None = kept["link_here"]
    return found


def member_behind(person: Person) -> Member | None:
    link = link_of(person)
    return link.member if link else None


def forget_link(person: Person) -> None:
    """What was said about this person has changed."""
    vars(person).pop("link_here", None)
