"""The folded words by which the directory finds a member, each with the audience of the part it stands in."""

from collections.abc import Collection, Iterator

from django.db import transaction

from rapport.kit import folding
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.models import Expertise, FindableWord, Offer, Profile, ShownInterest, Wanted

LONGEST = 120
MOST = 400  # words of one text
_LINES = (("offers", Offer), ("wanted", Wanted), ("expertise", Expertise))

Row = tuple[str, int, str]
"""Part, audience, word."""


@transaction.atomic
def index(members: Collection[Member]) -> None:
    """Bring the words of these members in line with what they show."""
    ids = [member.pk for member in members]
    profiles = {profile.member_id: profile for profile in Profile.objects.filter(member__in=ids)}
    rows: dict[int, set[Row]] = {
        member.pk: set(_texts(member, profiles.get(member.pk) or Profile())) for member in members
    }
    for part, model in _LINES:
        for line in model.objects.filter(member__in=ids):
            rows[line.member_id].update((part, line.audience, word) for word in words(line.text))
    for interest in ShownInterest.objects.filter(member__in=ids):
        told = {interest.key, *words(interest.key), *words(interest.text)}
        rows[interest.member_id].update(("interests", interest.audience, word[:LONGEST]) for word in told)
    FindableWord.objects.filter(member__in=ids).delete()
    FindableWord.objects.bulk_create(
        [
            FindableWord(member_id=who, part=part, audience=audience, word=word)
            for who, told in rows.items()
            for part, audience, word in sorted(told)
        ],
        batch_size=500,
    )


def _texts(member: Member, profile: Profile) -> Iterator[Row]:
    for part, audience, text in (
        ("name", Audience.MEMBERS.value, f"{member.name} {member.handle}"),
        ("business", profile.business_for, profile.business),
        ("about", profile.about_for, profile.about),
        ("place", profile.place_for, profile.place),
    ):
        yield from ((part, audience, word) for word in words(text))


def words(text: str) -> list[str]:
    """Folded, each once, in their order."""
    return list(dict.fromkeys(word[:LONGEST] for word in folding.words(text)))[:MOST]
