"""Meetings of two and of many: one-to-ones, the groups' events, evenings on Facebook, listings on Meetup and Luma."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from rapport.town.bonds import Bond
from rapport.town.chance import TODAY, day_between, local, pick
from rapport.town.doings import Gathering, Rsvp
from rapport.town.folk import Group, Person
from rapport.town.sentences import called
from rapport.town.words import lines

_ANSWERS = (*("accepted",) * 8, "declined")
_NO_SHOWS, _WALK_INS = 0.12, 0.05
_CALENDARS_SINCE = date(2021, 1, 11)


@dataclass
class Diary:
    """Writes gatherings, numbering them as they come."""

    people: dict[str, Person]
    count: int = 0

    def one_to_one(self, rng: Random, bond: Bond, day: date, calendars: tuple[str, ...]) -> Gathering:
        host, guest = (bond.owner, bond.person) if rng.random() < 0.6 else (bond.person, bond.owner)
        title = rng.choice(lines("meetings.txt")).format(name=called(self.people[bond.person]))
        is_cancelled = rng.random() < 0.03
        return self.gathering(
            title=title,
            day=day,
            hour=rng.randrange(8, 17),
            place=rng.choice(lines("venues.txt")),
            organizer=host,
            guests=(Rsvp(guest, "accepted"),),
            calendars=calendars,
            is_cancelled=is_cancelled,
        )

    def gathering(
        self,
        *,
        title: str,
        day: date,
        hour: int,
        organizer: str,
        guests: tuple[Rsvp, ...],
        calendars: tuple[str, ...],
        place: str = "",
        minute: int = 0,
        minutes: int = 60,
        group: str = "",
        text: str = "",
        platform: str = "calendar",
        came: tuple[str, ...] = (),
        is_cancelled: bool = False,
        rule: str = "",
    ) -> Gathering:
        self.count += 1
        begins = local(day, hour, minute)
        ends = begins + timedelta(minutes=minutes)
        number = f"g{self.count:06}"
        return Gathering(
            number, title, begins, ends, place, organizer, guests, calendars, came, group, text, platform,
            is_cancelled, rule,
        )  # fmt: skip

    def event(self, rng: Random, group: Group, day: date, owner: str, pool: Sequence[str]) -> Gathering:
        """An evening or breakfast of a group with people of one owner's pool; no-shows and walk-ins included."""
        chosen = rng.sample(pool, min(len(pool), rng.randrange(4, 13)))
        guests = [Rsvp(person, rng.choice(_ANSWERS)) for person in chosen[1:]]
        asked = [owner, *chosen] if owner else chosen
        came = [person for person in asked if rng.random() > _NO_SHOWS]
        walk_ins = [member.person for member in group.members if rng.random() < _WALK_INS / 5]
        return self.gathering(
            title=group.name if rng.random() < 0.3 else rng.choice(lines("gatherings.txt")),
            day=day,
            hour=rng.choice((8, 12, 18, 19)),
            place=rng.choice(lines("venues.txt")),
            organizer=chosen[0],
            guests=((Rsvp(owner, "accepted"),) if owner else ()) + tuple(guests),
            calendars=(owner,) if owner else (),
            minutes=rng.choice((60, 90, 120)),
            group=group.id,
            came=tuple(dict.fromkeys(came + walk_ins)),
        )


def group_events(
    rng: Random, diary: Diary, groups: tuple[Group, ...], count: int, pools: dict[str, list[str]]
) -> list[Gathering]:
    """The town's events since 2008. Those of the last years stand in the calendar of one owner, whose pool comes."""
    hosts = [group for group in groups if group.kind != "hobby"]
    owners = [owner for owner in pools if len(pools[owner]) > 5]
    made: list[Gathering] = []
    while len(made) < count:
        group = rng.choice(hosts)
        day = _weekday(rng, day_between(rng, date(2008, 10, 1), TODAY - timedelta(days=30)))
        if day >= _CALENDARS_SINCE or rng.random() < 0.45:
            day = day if day >= _CALENDARS_SINCE else _weekday(rng, day_between(rng, _CALENDARS_SINCE, TODAY))
            day = min(day, TODAY - timedelta(days=30))
            owner = pick(rng, owners, [len(pools[owner]) for owner in owners])
            made.append(diary.event(rng, group, day, owner, pools[owner]))
        else:
            members = [member.person for member in group.members if member.since <= day]
            made += [diary.event(rng, group, day, "", members)] if len(members) > 5 else []
    return made


def evenings(rng: Random, diary: Diary, owner: str, pool: list[str], count: int, until: date) -> list[Gathering]:
    """Facebook events: the owner and guests who show by their profiles."""
    made = []
    for _ in range(count):
        chosen = rng.sample(pool, min(len(pool), rng.randrange(7, 11)))
        made.append(
            diary.gathering(
                title=rng.choice(
                    ("Quay Street Summer Party", "Harbour Lights Evening", "Midwinter Drinks", "Open House")
                ),
                day=day_between(rng, date(2022, 3, 1), until - timedelta(days=250)),
                hour=19,
                minutes=180,
                place=rng.choice(lines("venues.txt")),
                organizer=chosen[0],
                guests=(Rsvp(owner, "accepted"), *(Rsvp(person, "accepted") for person in chosen[1:])),
                calendars=(owner,),
                platform="facebook",
                came=tuple(chosen),
            )
        )
    return made


def listings(rng: Random, diary: Diary, owner: str, platform: str, count: int) -> list[Gathering]:
    """Events from Meetup or Luma: they name no guests."""
    return [
        diary.gathering(
            title=rng.choice(("Founders breakfast", "Hack Night", "Product people", "First Thursday", "Demo evening")),
            day=_weekday(rng, day_between(rng, date(2023, 1, 9), TODAY + timedelta(days=20))),
            hour=rng.choice((8, 18, 19)),
            minutes=120,
            place=rng.choice(lines("venues.txt")),
            organizer="",
            guests=(Rsvp(owner, "accepted"),),
            calendars=(owner,),
            platform=platform,
        )
        for _ in range(count)
    ]


def _weekday(rng: Random, day: date) -> date:
    return day - timedelta(days=rng.randrange(2, 5)) if day.weekday() > 4 else day
