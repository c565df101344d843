"""Members come in and say who they are."""

from collections.abc import Iterator

from rapport.members.invite import make_member
from rapport.members.models import Account, Member
from rapport.people import keys
from rapport.profiles.findable import index
from rapport.profiles.links import link
from rapport.profiles.models import Expertise, Line, Offer, Profile, ShownInterest, Wanted
from rapport.profiles.say import say, say_lines
from rapport.site.enlivening.stage import Stage
from rapport.town.hub.shapes import Showing


def come_in(stage: Stage) -> None:
    """Those who are there already only get the day on which they came."""
    stage.members = {member.handle: member for member in Member.objects.all()}
    for one in stage.hub.members:
        member = stage.members.get(one.handle)
        if member is None:
            email = f"{one.handle}@amaranth.example"
            member = make_member(email=email, password=None, handle=one.handle, name=one.name, zone=one.zone)
            stage.members[one.handle] = member
        Account.objects.filter(pk=member.account_id).update(joined_at=one.at)
    by_hand: list[Showing] = []
    plain: list[Showing] = []
    cast = {one.handle for one in stage.hub.members if not one.person.startswith("p-")}
    for showing in stage.hub.showings:
        (by_hand if showing.handle in cast else plain).append(showing)
    for showing in by_hand:
        _say(stage.members[showing.handle], showing)
    _write_down(stage, [showing for showing in plain if showing.business])


def _lines(showing: Showing) -> Iterator[tuple[type[Line], tuple[str, ...], int]]:
    told = (showing.offers, showing.wanted, showing.expertise, showing.interests)
    yield from zip((Offer, Wanted, Expertise, ShownInterest), told, showing.audiences[4:], strict=True)


def _say(member: Member, showing: Showing) -> None:
    opens, business, about, place, *_ = showing.audiences
    say(
        member=member, opens_for=opens, business=showing.business, business_for=business, about=showing.about,
        about_for=about, place=showing.place, place_for=place,
    )  # fmt: skip
    for model, texts, audience in _lines(showing):
        if texts:
            say_lines(member=member, model=model, texts=texts, audience=audience)
    for address in showing.links:
        link(member=member, text=address, audience=opens)


def _write_down(stage: Stage, told: list[Showing]) -> None:
    """Nearly two hundred short profiles as rows: by hand each part of each would be found by the directory anew."""
    Profile.objects.bulk_create(
        Profile(
            member=stage.members[one.handle], opens_for=one.audiences[0], business=one.business,
            business_for=one.audiences[1], place=one.place, place_for=one.audiences[3],
        )
        for one in told
    )  # fmt: skip
    for one in told:
        member = stage.members[one.handle]
        for model, texts, audience in _lines(one):
            model.objects.bulk_create(
                model(member=member, audience=audience, text=text, key=keys.folded(text), position=place)
                for place, text in enumerate(texts)
            )
        for address in one.links:
            link(member=member, text=address, audience=one.audiences[0])
    index([stage.members[one.handle] for one in told])
