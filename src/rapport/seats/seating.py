"""The seats of a group as its page shows them: who holds which, what is free, who waits."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapport.groups.page import GroupPage
from rapport.members.faces import faces_of
from rapport.members.models import Member
from rapport.seats.models import Application, Profession, Seat, SeatHolding
from rapport.seats.overlap import overlaps
from rapport.seats.professions import parents

_HISTORY = 30


@dataclass(frozen=True)
class Holder:
    """`name` is empty where the viewer may not know who it is; `holding` is for acts on it."""

    holding: SeatHolding
    name: str
    path: str
    photo: str
    is_mine: bool


@dataclass(frozen=True)
class Waiting:
    """An application as far as the viewer may see it. `near`: names of the professions that come near it."""

    application: Application
    place: int
    is_mine: bool
    near: list[str]


@dataclass
class Row:
    """One profession. `in_line` is how many wait, `offered` to how many of them a seat is offered: for members."""

    profession: Profession
    holders: list[Holder] = field(default_factory=list)
    free: int = 0
    in_line: int = 0
    offered: int = 0
    waiting: list[Waiting] = field(default_factory=list)


def rows_of(page: GroupPage) -> list[Row]:
    """Every profession of the group with a seat or somebody in line, by name; in a fixed number of queries."""
    group = page.group
    seats = Seat.objects.filter(group=group).select_related("profession")
    rows = {seat.profession_id: Row(seat.profession) for seat in seats}
    held = _holders(page)
    for seat in seats:
        row = rows[seat.profession_id]
        if seat.pk in held:
            row.holders.append(held[seat.pk])
        elif seat.n <= group.seats_per_profession:
            row.free += 1
    near = _Near(row.profession for row in rows.values() if row.holders)
    for application in _applications(page):
        if application.profession_id not in rows and not _may_know(page, application):
            continue
        row = rows.setdefault(application.profession_id, Row(application.profession, free=group.seats_per_profession))
        _stand(row, application, page, near)
    return sorted((row for row in rows.values() if _is_worth(row)), key=lambda row: row.profession.name.casefold())


def past(page: GroupPage) -> list[tuple[SeatHolding, str]]:
    """Who held seats, the latest end first, with their names as far as the viewer may know them: for members."""
    if page.membership is None or page.viewer is None:
        return []
    over = SeatHolding.objects.filter(group=page.group).exclude(until=None)
    rows = list(over.select_related("seat__profession", "member").order_by("-until", "-pk")[:_HISTORY])
    visible = Member.objects.visible_to(page.viewer).filter(pk__in=[row.member_id for row in rows])
    names = dict(visible.values_list("pk", "name"))
    return [(row, names.get(row.member_id or 0, "")) for row in rows]


class _Near:
    """Which held professions come near one; the tree is read once, and only if somebody waits."""

    def __init__(self, held: Iterable[Profession]) -> None:
        self.held = {profession.pk: profession.name for profession in held}
        self.tree: dict[int, int | None] | None = None

    def names(self, profession: int) -> list[str]:
        if self.tree is None:
            self.tree = parents()
        return [self.held[other] for other in overlaps(self.tree, profession, self.held)]


def _holders(page: GroupPage) -> dict[int, Holder]:
    """By seat."""
    rows = list(SeatHolding.objects.filter(group=page.group, until=None).select_related("member", "seat__profession"))
    seen = set(page.people.filter(member__in=[row.member_id for row in rows]).values_list("member_id", flat=True))
    mine = page.viewer.pk if page.viewer is not None else 0
    photos = faces_of(page.viewer, seen) if page.viewer is not None else {}
    return {
        row.seat_id: Holder(
            row,
            row.member.name if row.member is not None and row.member_id in seen else "",
            row.member.path if row.member is not None and row.member_id in seen else "",
            photos.get(row.member_id, "") if row.member_id is not None else "",
            row.member_id == mine,
        )
        for row in rows
    }


def _applications(page: GroupPage) -> list[Application]:
    rows = Application.objects.filter(group=page.group, state__in=Application.OPEN)
    return list(rows.select_related("profession", "member").order_by("applied_at", "pk"))


def _may_know(page: GroupPage, application: Application) -> bool:
    """Whether the viewer may learn that somebody applied for this profession at all."""
    return page.membership is not None or (page.viewer is not None and application.member_id == page.viewer.pk)


def _stand(row: Row, application: Application, page: GroupPage, near: _Near) -> None:
    """Names only for organisers and for whoever waits; for members how many; for others nothing."""
    place = row.in_line + 1
    row.in_line = place
    if application.state == "offered":
        row.free = max(0, row.free - 1)
        row.offered += page.membership is not None
    is_mine = page.viewer is not None and application.member_id == page.viewer.pk
    if page.is_organiser or is_mine:
        found = near.names(row.profession.pk) if page.is_organiser else []
        row.waiting.append(Waiting(application, place, is_mine, found))


def _is_worth(row: Row) -> bool:
    return bool(row.holders or row.free or row.waiting or row.offered)


def visible_in_line(rows: list[Row], viewer: Member | None) -> None:
    """Take out of the lines whom a block keeps apart from the viewer; their places stay."""
    standing: defaultdict[int, list[Waiting]] = defaultdict(list)
    for row in rows:
        for waiting in row.waiting:
            standing[waiting.application.member_id].append(waiting)
    if not standing or viewer is None:
        return
    seen = set(Member.objects.visible_to(viewer).filter(pk__in=standing).values_list("pk", flat=True))
    for row in rows:
        row.waiting = [waiting for waiting in row.waiting if waiting.application.member_id in seen]
