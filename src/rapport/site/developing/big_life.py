"""A hub of 2,000 members with five years of life in every room, as Ann finds it on the morning of the demo."""

from datetime import date, time, timedelta
from random import Random
from typing import Any

from django.conf import settings
from django.db import transaction

from rapport.events.dates import lay_out
from rapport.events.models import Attendance, Event, Occurrence, Rsvp
from rapport.groups.models import Group
from rapport.help.models import Question, Thanks
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.models import Request
from rapport.profiles.findable import index
from rapport.profiles.models import Expertise, Offer, Profile, ProfileLink, ShownInterest, Wanted
from rapport.site.developing.big import NOW, TOPICS, fill_book
from rapport.site.developing.big_hub import big_hub
from rapport.site.developing.big_talk import fill_talk
from rapport.trust.models import Vouch

MEMBERS, CONNECTIONS, POSTS = 2_000, 60_000, 50_000
PEOPLE, INTERACTIONS = 150, 5_000  # of her book
EVENTS, ANSWERS = 300, 500


def big_life() -> Member:
    """Ann, from the middle of it. The clock stands at that morning from here on."""
    settings.CLOCK_FIXED = NOW
    ids = big_hub(MEMBERS, CONNECTIONS)
    Member.objects.filter(pk=ids[MEMBERS // 2]).update(handle="ann", name="Ann Okafor")
    ann: Member = Member.objects.get(handle="ann")
    random = Random(11)  # noqa: S311 - nothing secret
    with transaction.atomic():
        fill_book(ann, PEOPLE, INTERACTIONS)
        fill_talk(ann, ids, POSTS)
        _profiles(ids, random)
        _events(ids, random)
        _kindness(ann, ids, random)
    return ann


def shown_member(ann: Member) -> Member:
    """Somebody whose page is full, open to everyone, and near to Ann."""
    found: Member = Member.objects.get(pk=ann.pk + 1)
    return found


def full_event() -> Event:
    """Tonight's, with ANSWERS answers."""
    found: Event = Event.objects.get(title="Tonight")
    return found


def _profiles(ids: list[int], random: Random) -> None:
    places = ("Port Amaranth", "Leeds", "Lisbon", "Gdańsk")
    Profile.objects.bulk_create(
        Profile(
            member_id=who,
            opens_for=Audience.EVERYONE,
            business=f"{random.choice(TOPICS).title()} for hire",
            business_for=Audience.EVERYONE,
            about="I *mend* what drips. " * 10,
            place=random.choice(places),
        )
        for who in ids
    )
    lines: tuple[tuple[Any, str], ...] = ((Offer, "offer"), (Wanted, "wanted"), (Expertise, "skill"))
    for model, words in lines:
        told = [(who, n, f"{words} {random.randrange(200)} {n}") for who in ids for n in range(3)]
        model.objects.bulk_create(model(member_id=who, position=n, text=text, key=text) for who, n, text in told)
    cares = [(who, topic) for who in ids for topic in random.sample(TOPICS, 2)]
    ShownInterest.objects.bulk_create(ShownInterest(member_id=who, text=topic, key=topic) for who, topic in cares)
    ProfileLink.objects.bulk_create(
        ProfileLink(
            member_id=who, platform="site", handle="", url=f"https://m{who}.example/", key=f"site:m{who}.example"
        )
        for who in ids
    )
    index(list(Member.objects.filter(pk__in=ids)))


def _events(ids: list[int], random: Random) -> None:
    groups = list(Group.objects.order_by("pk"))
    for number in range(EVENTS):
        on = NOW.date() + timedelta(weeks=number - EVENTS + 20)
        who = random.sample(ids, 30)
        _answered(_event(f"Evening {number}", random.choice(groups), ids[number], on), who, on < NOW.date())
    tonight = _event("Tonight", groups[0], ids[0], NOW.date())
    _answered(tonight, random.sample(ids, ANSWERS), False)


def _event(title: str, group: Group, by: int, on: date) -> Occurrence:
    event = Event.objects.create(
        title=title,
        about="Come and *talk*.",
        group=group,
        made_by_id=by,
        zone="UTC",
        on=on,
        at=time(18, 30),
        minutes=120,
        audience="everyone",
        place="Harbour Hall",
    )
    lay_out(event, NOW)
    return Occurrence.objects.get(event=event)


def _answered(date: Occurrence, who: list[int], was: bool) -> None:
    Rsvp.objects.bulk_create(Rsvp(occurrence=date, member_id=one, answer="yes") for one in who)
    Occurrence.objects.filter(pk=date.pk).update(taken=len(who))
    if was:
        Attendance.objects.bulk_create(Attendance(occurrence=date, member_id=one) for one in who)


def _kindness(ann: Member, ids: list[int], random: Random) -> None:
    """Thanks, vouches, questions and requests."""
    pairs = [random.sample(ids, 2) for _ in range(5_000)]
    pairs += [[one, ann.pk + 1] for one in ids[:20]]
    words = "Thank you for all you did."
    Thanks.objects.bulk_create(
        Thanks(by_id=one, to_id=other, text=words, audience="public", state="shown", given_at=NOW)
        for one, other in pairs
    )
    given = sorted({(one, other) for one, other in pairs})
    Vouch.objects.bulk_create(
        Vouch(
            by_id=one,
            about_id=other,
            skill="Boilers",
            folded="boilers",
            how="We worked together.",
            state="shown",
            written_at=NOW,
        )
        for one, other in given
    )
    Question.objects.bulk_create(
        Question(
            asker_id=random.choice(ids),
            title=f"Who knows about {random.choice(TOPICS)}?",
            asked_at=NOW - timedelta(days=n),
        )
        for n in range(300)
    )
    Request.objects.bulk_create(Request(by_id=one, other=ann) for one in ids[:3])
