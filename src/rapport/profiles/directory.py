"""The directory: members who let themselves be listed, narrowed by what they show to whoever looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from rapport.kit.pages import page_of
from rapport.kit.prepared import prepared
from rapport.members.audience import Audience, Level
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.faces import face_path
from rapport.profiles.findable import words
from rapport.profiles.models import FindableWord, Portrait, Profile
from rapport.profiles.showing import photo_path
from rapport.topics import shipped

SIZE = 50
MOST_WORDS = 6
_TOP = "z" * 40  # behind every word that begins alike, in every order of letters
FILTERS: Mapping[str, tuple[str, ...]] = {
    "q": (),
    "expertise": ("expertise",),
    "place": ("place",),
    "offers": ("offers", "business"),
    "wanted": ("wanted",),
    "interest": ("interests",),
}
"""What may be asked for, and in which parts it is looked for (none named: in all)."""


@dataclass(frozen=True, slots=True)
class Row:
    """A member as the list shows them: name, face, and one sentence of what they show."""

    member: Member
    photo: str
    says: str
    place: str


@dataclass(frozen=True, slots=True)
class Listed:
    """`after` and `before` are the marks of the neighbouring pages."""

    rows: list[Row]
    after: str = ""
    before: str = ""


def listed(viewer: Member, asked: Mapping[str, str], *, after: str = "", before: str = "") -> Listed:
    """The page of members whom `viewer` may find, by name. `asked`: words by the names of FILTERS."""
    members = findable_by(viewer)
    for name, parts in FILTERS.items():
        for found in fitting(viewer, parts, asked.get(name, "")):
            members = members.filter(found)
    page = page_of(_sorted(members), ("sorting", "pk"), after=after, before=before, size=SIZE)
    return Listed(rows_of(viewer, page.rows), page.after, page.before)


def listed_for_everyone() -> Listed:
    """What somebody who is not signed in sees: the first page of those who let search engines have them."""
    open_ones = Profile.objects.filter(opens_for=Audience.EVERYONE, may_be_indexed=True, is_listed=True)
    members = Member.objects.visible_to(None).filter(pk__in=open_ones.values("member"))
    return Listed(rows_of(None, list(_sorted(members)[:SIZE])))


def findable_by(viewer: Member) -> "QuerySet[Member]":
    """Members whom `viewer` may know to be here and who do not keep out of lists."""
    unlisted = Profile.objects.filter(is_listed=False).values("member")
    found: QuerySet[Member] = Member.objects.visible_to(viewer).exclude(pk__in=unlisted)
    return found


def _sorted(members: "QuerySet[Any]") -> "QuerySet[Any]":
    found: QuerySet[Any] = members.annotate(sorting=Lower("name")).order_by("sorting", "pk")
    return found


def fitting(viewer: Member, parts: tuple[str, ...], text: str) -> list[Q]:
    """A condition for each word. An interest may be asked for by any of its names: lepidoptera are butterflies."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return []
    topic = shipped().canonical(text) if not parts or "interests" in parts else ""
    if topic and parts:
        return [_one_of(viewer, Q(word=topic[:120], part="interests"))]
    each = [_one_of(viewer, _begins(word, parts)) for word in asked]
    if not parts:  # a name that was changed today is found by what it is now
        each = [found | Q(name__icontains=word) for found, word in zip(each, asked, strict=True)]
    if topic and topic != " ".join(asked):
        whole = each[0]
        for condition in each[1:]:
            whole &= condition
        return [whole | _one_of(viewer, Q(word=topic[:120], part="interests"))]
    return each


def _begins(word: str, parts: tuple[str, ...]) -> Q:
    begins = Q(word__gte=word, word__lte=word + _TOP)
    return begins & Q(part__in=parts) if parts else begins


def _one_of(viewer: Member, words_: Q) -> Q:
    return Q(pk__in=FindableWord.objects.filter(words_).shown_to(viewer).values("member"))


def rows_of(viewer: Member | None, members: list[Member]) -> list[Row]:
    """Members as `viewer` sees them in a list, in this order."""
    ids = [one.pk for one in members]
    shown = {one.id: one for one in _shown.rows(viewer=viewer.pk if viewer else 0, ids=ids)}
    return [_row(viewer, member, shown[member.pk]) for member in members if member.pk in shown]


def _row(viewer: Member | None, member: Member, shown: Any) -> Row:
    level = _LEVELS[shown.is_living_room] if viewer else Level.NOBODY
    address = face_path if viewer else photo_path
    if viewer is not None and member.pk == viewer.pk:
        level = Level.SELF
    return Row(
        member,
        photo=address(member.path, shown.mark) if shown.mark and shown.audience <= level else "",
        says=shown.business if shown.business and shown.business_for <= level else "",
        place=shown.place if shown.place and shown.place_for <= level else "",
    )


_LEVELS = {None: Level.MEMBER, False: Level.CONNECTION, True: Level.LIVING_ROOM}


@prepared(numbers=("viewer",), several=("ids",))
def _shown(viewer: int, ids: list[int]) -> Any:
    """What members have beside their names, and what the viewer is to them."""
    of = {"member": OuterRef("pk")}
    near = Connection.objects.filter(**of, other=viewer)
    told = {"is_living_room": Subquery(near.values("is_living_room"))}
    for rows, names in (
        (Profile.objects.filter(**of), ("business", "business_for", "place", "place_for")),
        (Portrait.objects.filter(**of), ("mark", "audience")),
    ):
        told |= {name: Subquery(rows.values(name)) for name in names}
    return Member.objects.filter(pk__in=ids).annotate(**told).values_list("id", *told)
