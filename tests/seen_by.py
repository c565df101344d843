"""Seven who look at the full hub, and what Ann keeps there for some of them: who gets which page is a table to read.

`seen_by.txt` has a row for each address and a column for each of them; a dot is "there is nothing here".
"""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from django.test import Client

import cast
from addresses import addresses
from fullhub import full_hub
from rapport.events.make import make
from rapport.events.models import Event
from rapport.groups.models import Group, Membership
from rapport.help.asking import ask
from rapport.help.thanking import thank
from rapport.members.audience import Audience
from rapport.members.blocking import block
from rapport.members.models import Member
from rapport.network.wiring import tie
from rapport.profiles.say import say
from rapport.talk.commenting import comment
from rapport.talk.posting import Wording, write

TABLE = Path(__file__).with_name("seen_by.txt")
VIEWERS = ("nobody", "stranger", "blocked", "connected", "member", "organiser", "host")
OF_POSTS = ("", "history/", "comments/", "comments.atom", "edit/")
OF_EVENTS = ("", "coming/", "brief/", "met/", "check-in/", "edit/", "event.ics")
OF_GROUPS = ("", "people/", "seats/", "waiting/", "edit/", "events.ics")
OF_MEMBERS = ("", "card.vcf", "photo/", "posts.atom", "ways/", "connection/", "keep/", "vouch/", "testimonial/")


def peopled() -> tuple[dict[str, Member], dict[str, str]]:
    """The full hub with its seven viewers, and what the words in braces stand for."""
    members = cast.all_four()
    members["bo"].name = "Bo Wendelbury"  # pages say "Bo Lindqvist" where they give an example
    members["bo"].save()
    full_hub(members)
    ann, bo, now = members["ann"], members["bo"], cast.MORNING
    chapter = Group.objects.get(handle="chapter")
    viewers = {"stranger": members["cy"], "host": cast.member("hal", "Hal Ferris", is_host=True)}
    for who, name in (
        ("blocked", "Eve Quillby"),
        ("connected", "Fay Lund"),
        ("member", "Gil Marsh"),
        ("organiser", "Ora Penn"),
    ):
        viewers[who] = cast.member(name.split()[0].lower(), name)
    for one in (ann, bo):
        block(by=one, other=viewers["blocked"], now=now)
        tie(one, viewers["connected"], now)
    for who in ("member", "organiser"):
        Membership.objects.create(group=chapter, member=viewers[who], role=who)
    return viewers, {**_posts(ann, chapter), **_events(ann, chapter), **_others(ann, bo, chapter)}


def _posts(ann: Member, chapter: Group) -> dict[str, str]:
    """A post of Ann's for each audience, with a comment of her own."""
    numbers = {}
    for name, audience in (("everyone", 0), ("members", 1), ("connections", 2), ("living-room", 3), ("chapter", 1)):
        wording = Wording(f"Said for {name}.", "", Audience(audience), chapter if name == "chapter" else None)
        post = write(author=ann, wording=wording, now=cast.MORNING)
        comment(post=post, author=ann, body="One more thing.", now=cast.MORNING)
        numbers[f"post for {name}"] = str(post.pk)
    draft = write(author=ann, wording=Wording("Half a thought."), is_draft=True, now=cast.MORNING)
    return numbers | {"draft": str(draft.pk)}


def _events(ann: Member, chapter: Group) -> dict[str, str]:
    begins = {"on": date(2026, 11, 20), "at": time(18), "minutes": 60, "zone": "Europe/London"}
    closed = Group.objects.create(handle="closed", name="The Closed Door", is_hidden=True, door="invitation")
    Membership.objects.create(group=closed, member=ann, role="organiser")
    made = {}
    for name, group, audience in (
        ("chapter", chapter, "group"),
        ("closed", closed, "members"),
        ("all", None, "everyone"),
    ):
        event = Event(title=f"Supper of {name}", group=group, audience=audience, **begins)
        made[f"event of {name}"] = str(make(event=event, by=ann, now=cast.MORNING).pk)
    return made


def _others(ann: Member, bo: Member, chapter: Group) -> dict[str, str]:
    say(member=ann, opens_for=Audience.MEMBERS, about="I price what others mend.")
    in_group = ask(asker=ann, title="Who has a key?", text="", group=chapter, now=cast.MORNING)
    to_few = ask(asker=ann, title="What did it cost?", text="", to=[bo], now=cast.MORNING)
    private = thank(by=ann, to=bo, text="For the boiler.", now=cast.MORNING)
    return {"question in chapter": str(in_group.pk), "question to bo": str(to_few.pk), "thanks to bo": str(private.pk)}


def rows() -> Iterator[str]:
    """Every address of the product, then what Ann keeps; words in braces are filled in when it is asked for."""
    yield from sorted(address.path for address in addresses())
    for name in ("everyone", "members", "connections", "living-room", "chapter"):
        yield from (f"/posts/{{post for {name}}}/{page}" for page in OF_POSTS)
    yield "/posts/{draft}/"
    yield "/posts/{draft}/comments.atom"
    for name in ("chapter", "closed", "all"):
        yield from (f"/events/{{event of {name}}}/{page}" for page in OF_EVENTS)
    yield from (f"/groups/closed/{page}" for page in OF_GROUPS)
    yield from (f"/members/ann/{page}" for page in OF_MEMBERS)
    yield from ("/asks/{question in chapter}/", "/asks/{question to bo}/", "/thanks/{thanks to bo}/")


def table() -> dict[str, list[str]]:
    """The allow-list as it is written: by address, what each viewer is answered."""
    lines = TABLE.read_text().splitlines()[1:]
    return {line[:60].strip(): line[60:].split() for line in lines}


def written(answers: dict[str, list[str]]) -> str:
    head = f"{'':60}" + "".join(f"{who:10}" for who in VIEWERS)
    body = (f"{address:60}" + "".join(f"{said:10}" for said in said_to) for address, said_to in answers.items())
    return "\n".join(line.rstrip() for line in (head, *body)) + "\n"


def said(client: Client, path: str, **options: str) -> str:
    status = client.get(path, **options).status_code
    return "." if status == 404 else str(status)
