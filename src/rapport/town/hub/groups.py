"""The groups of the hub on their axes, who belongs to them, and the chapters' seats."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rapport.town.chance import TODAY, local
from rapport.town.folk import Group, Person
from rapport.town.hub.reading import listed, moment, prose
from rapport.town.hub.shapes import Chair, Circle, Joiner
from rapport.town.truth import Town
from rapport.town.words import rows

# Who of the cast belongs to which group of the hub, besides those whom the truth puts there; Bo and Brigid share none.
_CAST = {
    "linkedamaranth": ("cy", "leon", "hamish", "alexkim", "tunde"),
    "eventprofs": ("leon", "zara"),
    "chamber": ("callum", "nadia", "harriet", "pete", "john", "laura", "weichen", "hamish"),
    "hospitality": ("sal", "mariagarcia", "hamish", "meiling"),
    "founders": ("alexkim", "oystein"),
    "builders": ("callum", "john", "john_sr"),
    "women": ("harriet", "nadia", "rana", "ines", "laura"),
    "naturalists": ("laura", "djones"),
    "harbour-trust": ("pete", "laura"),
    "alumni": ("djones", "alexkim_nurse"),
    "night-school": ("weichen", "cy"),
    "coast-tech": ("alexkim",),
}
_LATE = {("cy", "linkedamaranth"): "2026-11-13 12:30", ("cy", "night-school"): "2026-11-16 19:00"}


@dataclass(frozen=True)
class Roster:
    """Who a word of the tables means: a handle, or `group:eventprofs/3`, the third of a group who is not of the cast
    (from 1; -1 is the one who came last)."""

    members: tuple[Joiner, ...]
    people: dict[str, list[str]]

    def whom(self, word: str) -> str:
        if "/" not in word:
            return word
        group, _, number = word.removeprefix("group:").partition("/")
        crowd, place = self.people[group], int(number)
        return crowd[(place - 1) % len(crowd) if place > 0 else place]  # in a small group somebody speaks twice


def roster(town: Town, members: tuple[Joiner, ...]) -> Roster:
    """Of each group those who are not of the cast, the longest members first."""
    crowds = {}
    for group in town.groups:
        crowd = [(at, handle) for handle, at in _belong(group, members).items() if _is_crowd(handle, members)]
        crowds[group.id] = [handle for _, handle in sorted(crowd)]
    return Roster(members, crowds)


def circles(town: Town, members: tuple[Joiner, ...], known: Roster) -> tuple[Circle, ...]:
    names = {group.id: group for group in town.groups}
    return tuple(_circle(names[row[0]], row, members, known) for row in rows("hub/groups.tsv") if row[0] in names)


def _circle(group: Group, row: tuple[str, ...], members: tuple[Joiner, ...], known: Roster) -> Circle:
    key, kind, founded, leads, greeters, meets, place, industry, fee, door, visits, _hidden, about = row
    at = moment(f"{founded} 09:00")
    joined = _belong(group, members)
    for handle in _CAST.get(key, ()):
        joined.setdefault(handle, _joined(handle, key, members, at))
    first = known.whom(leads)
    joined.pop(first, None)
    soonest = at + timedelta(hours=2)
    people = sorted((max(when, soonest), handle) for handle, when in joined.items())
    greet = tuple(known.whom(one) for one in listed(greeters) if one != "-")
    return Circle(
        key, group.name, kind, at, first, greet, meets, place, industry, fee, door, int(visits), prose(about),
        tuple((handle, when) for when, handle in people),
    )  # fmt: skip


def _belong(group: Group, members: tuple[Joiner, ...]) -> dict[str, datetime]:
    """Handle -> since when on the hub; whoever was in the group before came into it here a day after the account."""
    accounts = {one.person: one for one in members}
    found: dict[str, datetime] = {}
    for one in group.members:
        account = accounts.get(one.person)
        if account is not None and one.until is None:
            since = local(one.since, 17, 10 + len(found) % 40)
            found[account.handle] = max(since, account.at + timedelta(days=1))
    return found


def _joined(handle: str, key: str, members: tuple[Joiner, ...], founded: datetime) -> datetime:
    if (handle, key) in _LATE:
        return moment(_LATE[handle, key])
    at = next(one.at for one in members if one.handle == handle)
    return max(at + timedelta(days=1), founded + timedelta(days=3))


def _is_crowd(handle: str, members: tuple[Joiner, ...]) -> bool:
    return next(one.person for one in members if one.handle == handle).startswith("p-")


def chairs(town: Town, groups: tuple[Circle, ...], members: tuple[Joiner, ...]) -> tuple[Chair, ...]:
    """Seats by hand, then by the trade of who belongs to a chapter; each profession once."""
    people = {one.handle: town.by_id[one.person] for one in members}
    found = [Chair(key, profession, "" if who == "-" else who) for key, who, profession in rows("hub/seats.tsv")]
    trades = {row[0]: row[1] for row in rows("hub/professions.tsv")}
    for circle in groups:
        if circle.kind == "chapter":
            here = [chair for chair in found if chair.group == circle.key]
            found += _by_trade(circle, {chair.profession for chair in here}, people, trades)
    return tuple(found)


def _by_trade(circle: Circle, taken: set[str], people: dict[str, Person], trades: dict[str, str]) -> list[Chair]:
    found = []
    for handle, _ in circle.people:
        profession = trades.get(_title(people[handle]), "")
        if handle not in people_by_hand(circle.key) and profession and profession not in taken:
            taken.add(profession)
            found.append(Chair(circle.key, profession, handle))
    return found


def people_by_hand(key: str) -> set[str]:
    return {who for group, who, _ in rows("hub/seats.tsv") if group == key}


def _title(person: Person) -> str:
    work = person.work_on(TODAY)
    return work.title if work is not None else ""
