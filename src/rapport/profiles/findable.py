"""The words by which a member is found: in the directory, each with the audience of the part it stands in; by search,
on one shelf for each audience, with all that it may see."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q

from rapport.kit import folding
from rapport.kit.fts import Entry, Line
from rapport.kit.prose import markdown, plain
from rapport.kit.shelf import Shelf
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.people.findable import near
from rapport.profiles.models import Expertise, FindableWord, Offer, OfferedFile, Profile, ShownInterest, Wanted

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
    for shelf in SHELVES:
        shelf.settle(ids)


def listed() -> Any:
    """Members who do not keep out of lists, whoever looks."""
    return Member.objects.exclude(pk__in=Profile.objects.filter(is_listed=False).values("member"))


def _texts(member: Member, profile: Profile) -> Iterator[Row]:
    for part, audience, text in (
        ("name", Audience.MEMBERS.value, f"{member.name} {member.handle}"),
        *_single(profile),
    ):
        yield from ((part, audience, word) for word in words(text))


def words(text: str) -> list[str]:
    """Folded, each once, in their order."""
    return list(dict.fromkeys(word[:LONGEST] for word in folding.words(text)))[:MOST]


def _shelf(kind: int, audience: int) -> Shelf:
    return Shelf(kind, lambda: listed().filter(_shows_to(audience)), _entries(audience))


def _shows_to(audience: int) -> Q:
    """Members who show something to this audience that those further away do not see; their name is for all."""
    if audience == Audience.MEMBERS:
        return Q()
    single = Q(business_for=audience) | Q(about_for=audience) | Q(place_for=audience)
    found = Q(pk__in=Profile.objects.filter(single).values("member"))
    for _part, model in (*_LINES, ("interests", ShownInterest), ("files", OfferedFile)):
        found |= Q(pk__in=model.objects.filter(audience=audience).values("member"))
    return found


def _entries(audience: int) -> Callable[[Sequence[Member]], Iterator[Entry]]:
    """All that this audience may see of each."""

    def entries(members: Sequence[Member]) -> Iterator[Entry]:
        ids = [member.pk for member in members]
        profiles = {one.member_id: one for one in Profile.objects.filter(member__in=ids)} if ids else {}
        told: defaultdict[int, list[Line]] = defaultdict(list)
        for part, model in (*_LINES, ("interests", ShownInterest)) if ids else ():
            for line in model.objects.filter(member__in=ids).seen_at(audience).order_by("position", "pk"):
                told[line.member_id] += _said(part, line)
        files = OfferedFile.objects.filter(member__in=ids).seen_at(audience).order_by("number")
        for who, name in files.values_list("member", "name") if ids else ():
            told[who].append(Line("files", name))
        for member in members:
            profile = profiles.get(member.pk) or Profile()
            texts = [
                Line(part, plain(markdown(text)) if part == "about" else text)
                for part, whom, text in _single(profile)
                if whom <= audience
            ]
            yield Entry(member.pk, [member.name, member.handle], [*texts, *told[member.pk]], near([member.name]))

    return entries


def _single(profile: Profile) -> Iterator[Row]:
    yield "business", profile.business_for, profile.business
    yield "place", profile.place_for, profile.place
    yield "about", profile.about_for, profile.about


def _said(part: str, line: Any) -> list[Line]:
    """As it was written, and an interest by its topic too: whoever cares for lepidoptera is found by butterflies."""
    also = [Line(part, line.key)] if part == "interests" and line.key != line.text.casefold() else []
    return [Line(part, line.text), *also]


FOR_MEMBERS = _shelf(1, Audience.MEMBERS)
FOR_CONNECTIONS = _shelf(2, Audience.CONNECTIONS)
FOR_LIVING_ROOM = _shelf(3, Audience.LIVING_ROOM)
SHELVES = (FOR_MEMBERS, FOR_CONNECTIONS, FOR_LIVING_ROOM)
