"""Bo with a profile of which each part is for one audience, and everybody who may look at it."""

import io

from django.test import Client

import cast
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.network.models import Connection
from rapport.profiles.links import link, show_way
from rapport.profiles.models import Expertise, Offer, ShownInterest, Wanted
from rapport.profiles.offered import offer
from rapport.profiles.say import say, say_lines

FOR = {
    "everyone": Audience.EVERYONE,
    "members": Audience.MEMBERS,
    "connections": Audience.CONNECTIONS,
    "living room": Audience.LIVING_ROOM,
}
VIEWERS = {"nobody": 0, "stranger": 1, "connected": 2, "near": 3, "self": 4}
WORDS = {
    "business": "Plumber at the harbour",
    "about": "I mend what drips",
    "place": "Port Amaranth",
    "offers": "Emergency repairs",
    "wanted": "A workshop near the quay",
    "expertise": "Underfloor heating",
    "interests": "Lepidoptera",
    "ways": "bo@harbour.example",
    "links": "bo-lindqvist.example",
    "files": "prices.pdf",
}
"""A part and what stands in it."""


def bo(audience: Audience = Audience.EVERYONE) -> Member:
    """Bo, with every part for this audience, the whole open to everyone."""
    made = cast.bo()
    say(member=made, opens_for=Audience.EVERYONE)
    for part in WORDS:
        show(made, part, audience)
    return made


def show(member: Member, part: str, audience: Audience) -> None:
    text = WORDS[part]
    lines = {"offers": Offer, "wanted": Wanted, "expertise": Expertise, "interests": ShownInterest}
    if part in lines:
        say_lines(member=member, model=lines[part], texts=[text], audience=audience)
    elif part == "ways":
        show_way(member=member, text=text, audience=audience, now=cast.MORNING)
    elif part == "links":
        link(member=member, text=text, audience=audience)
    elif part == "files":
        offer(member=member, name=text, file=pdf(), audience=audience, now=cast.MORNING)
    else:
        say(member=member, **{part: text, f"{part}_for": audience})


def pdf() -> io.BytesIO:
    return io.BytesIO(b"%PDF-1.4 what it costs")


def connect(one: Member, other: Member, *, lets_in: Member | None = None) -> None:
    """Connected; `lets_in` has the other in the living room."""
    for member, them in ((one, other), (other, one)):
        Connection.objects.create(member=member, other=them, is_living_room=member == lets_in)


def looking(owner: Member, who: str) -> Client:
    """The browser of somebody who is this to the owner."""
    if who == "nobody":
        return browser(None)
    if who == "self":
        return browser(owner)
    viewer = cast.ann()
    if who in ("connected", "near"):
        connect(owner, viewer, lets_in=owner if who == "near" else None)
    return browser(viewer)


def browser(member: Member | None) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    if member:
        client.force_login(member.account)
    return client


def words(answer) -> str:
    return answer.content.decode()
