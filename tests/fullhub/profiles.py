"""Bo shows himself: some to everyone, some to his connections, a file to those alone. Cy is for everyone to find."""

import io

import cast
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.links import link, show_way
from rapport.profiles.models import Expertise, Offer, Profile, ShownInterest, Wanted
from rapport.profiles.offered import offer
from rapport.profiles.say import say, say_lines

RANK = 15


def fill(members: dict[str, Member]) -> None:
    bo = members["bo"]
    say(member=bo, opens_for=Audience.EVERYONE, business="Plumber at the harbour", business_for=Audience.EVERYONE)
    say(member=bo, about="I mend *what drips*.", place="Port Amaranth")
    say_lines(member=bo, model=Offer, texts=["Emergency repairs"], audience=Audience.EVERYONE)
    say_lines(member=bo, model=Wanted, texts=["A workshop near the quay"], audience=Audience.MEMBERS)
    say_lines(member=bo, model=Expertise, texts=["Boilers"], audience=Audience.EVERYONE)
    say_lines(member=bo, model=ShownInterest, texts=["Lepidoptera"], audience=Audience.CONNECTIONS)
    link(member=bo, text="https://bo-lindqvist.example/", audience=Audience.EVERYONE)
    show_way(member=bo, text="bo@harbour.example", audience=Audience.CONNECTIONS, now=cast.MORNING)
    offer(
        member=bo,
        name="prices.pdf",
        file=io.BytesIO(b"%PDF-1.4 prices"),
        audience=Audience.CONNECTIONS,
        now=cast.MORNING,
    )
    say(member=members["cy"], opens_for=Audience.EVERYONE, may_be_indexed=True)
    assert Profile.objects.count() == 2
