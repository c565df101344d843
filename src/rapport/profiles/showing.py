"""All that one viewer sees of one profile, in few questions to the database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.template.defaultfilters import filesizeformat

from rapport.handles.ways import phone_said
from rapport.kit.clock import elsewhere
from rapport.kit.prepared import Prepared
from rapport.people.platforms import href, platform_label
from rapport.profiles import models as held
from rapport.profiles.hosts import shown_url
from rapport.profiles.models import Profile, Proof
from rapport.profiles.seen import Seen


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a part as the page shows it. `number` is its own; `key` that of an identity or a topic."""

    kind: str
    number: int
    text: str
    key: str
    more: str
    audience: int

    @property
    def label(self) -> str:
        return platform_label(self.more)

    @property
    def href(self) -> str:
        """Where a way or a link leads."""
        return href(self.more, self.text, self.text)

    @property
    def says(self) -> str:
        """A link by its whole host, a number with its groups, a file by its size."""
        if self.kind == "link":
            return shown_url(self.text)
        if self.kind == "file":
            return filesizeformat(int(self.more))
        return phone_said(self.text) if self.more == "phone" else self.text


@dataclass(frozen=True, slots=True)
class Shown:
    """A profile as one viewer sees it; what is not for them is not in it."""

    business: str = ""
    about: str = ""
    place: str = ""
    there: datetime | None = None
    photo: str = ""
    parts: dict[str, list[Part]] = field(default_factory=dict)
    proofs: dict[str, Proof] = field(default_factory=dict)

    def of(self, kind: str) -> list[Part]:
        return self.parts.get(kind, [])

    def proof(self, key: str) -> Proof | None:
        """The proof of a link or way that holds."""
        found = self.proofs.get(key)
        return found if found and found.lost_at is None else None

    def lost(self, key: str) -> Proof | None:
        """A proof that was, and is no more."""
        found = self.proofs.get(key)
        return found if found and found.lost_at is not None else None


def shown(seen: Seen, profile: Profile, now: datetime) -> Shown:
    """What `seen` may see of `profile`."""
    parts = parts_of(seen)
    has_keys = "link" in parts or "way" in parts
    proofs = {proof.key: proof for proof in _PROOFS.rows(member=seen.member.pk)} if has_keys else {}
    has_place = seen.may_see(profile.place_for)
    return Shown(
        business=profile.business if seen.may_see(profile.business_for) else "",
        about=profile.about if seen.may_see(profile.about_for) else "",
        place=profile.place if has_place else "",
        there=_hour_there(seen, now) if has_place and profile.shows_time else None,
        photo=photo_path(seen.member.path, parts["photo"][0].key) if "photo" in parts else "",
        parts=parts,
        proofs=proofs,
    )


def _hour_there(seen: Seen, now: datetime) -> datetime | None:
    """Whoever has the same hour is not told it."""
    zone = seen.member.zone
    return elsewhere(now, zone, seen.viewer.zone) if seen.viewer else now.astimezone(ZoneInfo(zone))


_PROOFS = Prepared(lambda member: Proof.objects.filter(member=member), numbers=("member",))


def photo_path(path: str, mark: str) -> str:
    """The address of a photo; another picture is another address."""
    return f"{path}photo/?{mark}"


def parts_of(seen: Seen) -> dict[str, list[Part]]:
    """All rows that are shown, by kind, each kind in its order; one question."""
    found: dict[str, list[Part]] = {}
    for row in _asked(seen.level).rows(member=seen.member.pk):
        part = Part(row.shown_kind, row.shown_number, row.shown_text, row.shown_key, row.shown_more, row.shown_for)
        found.setdefault(part.kind, []).append(part)
    return found


@cache
def _asked(level: int) -> Prepared:
    def build(member: int) -> Any:
        arms = [arm(member, level) for arm in _ARMS]
        return arms[0].union(*arms[1:], all=True).order_by("shown_kind", "shown_at", "shown_number")

    return Prepared(build, numbers=("member",))


def _arm(kind: str, model: Any, text: str, key: str, more: str = "", at: str = "pk", number: str = "pk") -> Any:
    def of(member: int, level: int) -> "QuerySet[Any, dict[str, Any]]":
        rows: QuerySet[Any] = model.objects.filter(member=member).seen_at(level).order_by()
        return rows.values(
            shown_kind=Value(kind, CharField()),
            shown_number=F(number),
            shown_text=Cast(text, CharField()) if text else Value("", CharField()),
            shown_key=F(key) if key else Value("", CharField()),
            shown_more=Cast(more, CharField()) if more else Value("", CharField()),
            shown_for=F("audience"),
            shown_at=Cast(at, IntegerField()),
        )

    return of


_ARMS: tuple[Callable[[int, int], Any], ...] = (
    _arm("offer", held.Offer, "text", "key", at="position"),
    _arm("wanted", held.Wanted, "text", "key", at="position"),
    _arm("expertise", held.Expertise, "text", "key", at="position"),
    _arm("interest", held.ShownInterest, "text", "key", at="position"),
    _arm("way", held.Way, "handle", "key", "platform"),
    _arm("link", held.ProfileLink, "url", "key", "platform"),
    _arm("file", held.OfferedFile, "name", "", "size", number="number"),
    _arm("photo", held.Portrait, "", "mark"),
)
