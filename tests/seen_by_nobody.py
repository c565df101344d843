"""What somebody who is not signed in may see of Bo and of his post, and every act that changes it."""

from collections.abc import Callable
from io import BytesIO

from django.test import Client

import cast
from counting import count_on
from fullhub import profiles, talk
from rapport.help import thanking
from rapport.hosting.suspending import suspend
from rapport.members.audience import Audience
from rapport.members.leave import leave
from rapport.members.models import Hub, Member
from rapport.network.connect import disconnect
from rapport.profiles.links import link, show_way, take_away
from rapport.profiles.models import Expertise, Offer, OfferedFile, Portrait, ProfileLink, ShownInterest, Wanted, Way
from rapport.profiles.offered import offer
from rapport.profiles.portrait import reframe, take_down
from rapport.profiles.proofs import Looked, keep
from rapport.profiles.say import say, say_lines
from rapport.talk.commenting import change, comment, remove
from rapport.talk.models import Comment, Post, PostFile
from rapport.talk.posting import Wording, close, delete, edit, write
from rapport.trust.models import Testimonial, Vouch
from rapport.trust.vouching import show, take_back, testify, vouch
from talk.saying import connected

NOW, ALL, FEW = cast.MORNING, Audience.EVERYONE, Audience.MEMBERS
PROFILE, POST = "/members/bo/", "/posts/1/"


def showing_all() -> dict[str, Member]:
    """Bo shows all he can to everyone, and Ann says all she can of him."""
    count_on()
    members = cast.all_four()
    ann, bo = members["ann"], members["bo"]
    connected(ann, bo)
    profiles.fill(members)
    talk.fill(members)
    show(vouch(by=ann, about=bo, skill="Boilers", how="He mended mine.", now=NOW), is_shown=True)
    show(testify(by=ann, about=bo, context="as a client", text="Quick and dry.", now=NOW), is_shown=True)
    thanking.show(thanking.thank(by=ann, to=bo, text="For the pipes.", audience="public", now=NOW))
    say(member=ann, opens_for=ALL, place="Leeds", place_for=ALL)
    Portrait.objects.create(member=bo, picture=b"", mark="drawn", audience=ALL)
    show_way(member=bo, text="bo@harbour.example", audience=ALL, now=NOW)
    offer(member=bo, name="hours.pdf", file=BytesIO(b"%PDF-1.4 hours"), audience=ALL, now=NOW)
    return members


def bo() -> Member:
    return Member.objects.get(handle="bo")


def ann() -> Member:
    return Member.objects.get(handle="ann")


def mo() -> Member:
    return Member.objects.get(handle="mo")


def _lines(model: type, *texts: str, audience: int = ALL) -> None:
    say_lines(member=bo(), model=model, texts=texts, audience=audience)


def _narrowed(section: str, number: int) -> None:
    """On one's own page, for members alone from now on."""
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(bo().account)
    assert client.post(f"/profile/{section}/{number}/", {"audience": FEW}).status_code == 302


def _proven(means: str) -> None:
    keep(link=ProfileLink.objects.get(), looked=Looked(means), now=NOW)


def _reworded(body: str, audience: int = ALL) -> None:
    edit(post=Post.objects.get(pk=1), wording=Wording(body, "", audience), now=NOW)


Act = tuple[Callable[[], object], str, str]  # what is done, what is seen from then on, what is not
OF_A_MEMBER: dict[str, Act] = {
    "business": (lambda: say(member=bo(), business="Glazier"), "Glazier", "Plumber"),
    "business for fewer": (lambda: say(member=bo(), business_for=FEW), "", "Plumber"),
    "about for all": (lambda: say(member=bo(), about_for=ALL), "what drips", ""),
    "place for all": (lambda: say(member=bo(), place_for=ALL), "Port Amaranth", ""),
    "for search engines": (lambda: say(member=bo(), may_be_indexed=True), "", "noindex"),
    "the whole for members": (lambda: say(member=bo(), opens_for=FEW), "", "Plumber"),
    "an offer": (lambda: _lines(Offer, "Bathrooms"), "Bathrooms", "Emergency"),
    "offers for fewer": (lambda: _lines(Offer, "Emergency repairs", audience=FEW), "", "Emergency"),
    "wanted for all": (lambda: _lines(Wanted, "A workshop"), "A workshop", ""),
    "no expertise": (lambda: _lines(Expertise), "", 'id="expertise"'),
    "interests for all": (lambda: _lines(ShownInterest, "Lepidoptera"), "Lepidoptera", ""),
    "a link": (lambda: link(member=bo(), text="https://pipes.example/", audience=ALL), "pipes.example", ""),
    "a link for fewer": (lambda: _narrowed("links", ProfileLink.objects.get().pk), "", "bo-lindqvist.example"),
    "no link": (lambda: take_away(row=ProfileLink.objects.get()), "", "bo-lindqvist.example"),
    "a proof": (lambda: _proven("link"), "Proven since", ""),
    "a way for fewer": (lambda: _narrowed("ways", Way.objects.get().pk), "", "bo@harbour"),
    "no way": (lambda: take_away(row=Way.objects.get()), "", "bo@harbour"),
    "a file": (
        lambda: offer(member=bo(), name="a.txt", file=BytesIO(b"a"), audience=ALL, now=NOW),
        "a.txt",
        "",
    ),
    "a file for fewer": (lambda: _narrowed("files", OfferedFile.objects.get(name="hours.pdf").number), "", "hours.pdf"),
    "no file": (lambda: OfferedFile.objects.filter(name="hours.pdf").delete(), "", "hours.pdf"),
    "a photo for fewer": (lambda: reframe(member=bo(), audience=FEW), "", "u-photo"),
    "no photo": (lambda: take_down(member=bo()), "", "u-photo"),
    "another photo": (lambda: Portrait.objects.update(mark="another"), "another", ""),
    "a name": (lambda: Member.objects.filter(handle="bo").update(name="Bo Holm"), "Bo Holm", "Lindqvist<"),
    "another handle": (lambda: Member.objects.filter(handle="bo").update(handle="bo2"), "", "Plumber"),
    "suspended": (lambda: suspend(member=bo(), by=mo(), why="Spam", now=NOW), "", "Plumber"),
    "gone": (lambda: leave(bo(), now=NOW), "", "Plumber"),
    "a vouch hidden": (lambda: show(Vouch.objects.get(about=bo()), is_shown=False), "", "He mended"),
    "a vouch said anew": (
        lambda: vouch(by=ann(), about=bo(), skill="Boilers", how="Twice.", now=NOW),
        "",
        "He mended",
    ),
    "a vouch taken back": (lambda: take_back(Vouch.objects.get(about=bo())), "", "He mended"),
    "a testimonial hidden": (lambda: show(Testimonial.objects.get(about=bo()), is_shown=False), "", "Quick and"),
    "who vouches renamed": (lambda: Member.objects.filter(handle="ann").update(name="Ann Eze"), "Ann Eze", "Okafor"),
    "who vouches elsewhere": (lambda: say(member=ann(), place="York"), "York", "Leeds"),
    "who vouches unplaced": (lambda: say(member=ann(), place_for=FEW), "", "Leeds"),
    "who vouches closed": (lambda: say(member=ann(), opens_for=FEW), "", "Leeds"),
    "who vouches suspended": (lambda: suspend(member=ann(), by=mo(), why="Spam", now=NOW), "", "He mended"),
    "who vouches gone": (lambda: leave(ann(), now=NOW), "A former member", "Okafor"),
    "no longer connected": (lambda: disconnect(by=ann(), other=bo(), now=NOW), "no longer connected", ""),
    "thanks hidden": (lambda: thanking.hide(thanking.Thanks.objects.get(to=bo())), "", "For the pipes"),
    "a post": (lambda: write(author=bo(), wording=Wording("Open again", "", ALL), now=NOW), "Open again", ""),
    "a post reworded": (lambda: _reworded("Who builds boats?"), "Who builds", "Who paints old"),
    "a post for fewer": (lambda: _reworded("Who paints old boats?", FEW), "", "Who paints old"),
    "a post gone": (lambda: delete(post=Post.objects.get(pk=1)), "", "Who paints old"),
    "the hub's name": (lambda: Hub.objects.update_or_create(pk=1, defaults={"name": "Quay"}), "Quay", ""),
}
OF_A_POST: dict[str, Act] = {
    "reworded": (lambda: _reworded("Who builds boats?"), "Who builds", "Who paints old"),
    "for fewer": (lambda: _reworded("Who paints old boats?", FEW), "", "Who paints old"),
    "closed": (lambda: close(post=Post.objects.get(pk=1), is_closed=True, now=NOW), "", ""),
    "gone": (lambda: delete(post=Post.objects.get(pk=1)), "", "Who paints old"),
    "a comment": (
        lambda: comment(post=Post.objects.get(pk=1), author=mo(), body="So do I", now=NOW),
        "So do I",
        "",
    ),
    "a comment changed": (
        lambda: change(comment=Comment.objects.get(), body="Sam does", now=NOW),
        "Sam does",
        "I know",
    ),
    "a comment gone": (lambda: remove(comment=Comment.objects.get(), now=NOW), "", "I know"),
    "a file gone": (lambda: PostFile.objects.all().delete(), "", "boat.txt"),
    "the author renamed": (lambda: Member.objects.filter(handle="bo").update(name="Bo Holm"), "Bo Holm", "Lindqvist"),
    "the author suspended": (lambda: suspend(member=bo(), by=mo(), why="Spam", now=NOW), "", "Who paints old"),
    "who commented renamed": (lambda: Member.objects.filter(handle="ann").update(name="Ann Eze"), "Ann Eze", "Okafor"),
    "who commented suspended": (lambda: suspend(member=ann(), by=mo(), why="Spam", now=NOW), "", "I know"),
    "who commented gone": (lambda: leave(ann(), now=NOW), "", "Okafor"),
    "the hub's name": (lambda: Hub.objects.update_or_create(pk=1, defaults={"name": "Quay"}), "Quay", ""),
}
ACTS = [(PROFILE, name, *act) for name, act in OF_A_MEMBER.items()]
ACTS += [(POST, name, *act) for name, act in OF_A_POST.items()]
