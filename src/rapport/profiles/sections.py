"""The sections of one's own profile: what each asks, what is there, and what keeps the answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.members.models import Member
from rapport.profiles import forms, models
from rapport.profiles.links import link, show_way
from rapport.profiles.models import Line, Portrait, Profile
from rapport.profiles.offered import offer
from rapport.profiles.portrait import portray, reframe
from rapport.profiles.say import say, say_lines

Answers = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """`word` in addresses; `initial(profile)` what its form shows, `keep(member, answers, now)` writes it. `rows`:
    the section is a list to which the form adds, of rows of this model found by `number`."""

    word: str
    title: Promise
    hint: Promise | str
    form: type[Any]
    initial: Callable[[Profile], Answers]
    keep: Callable[[Member, Answers, datetime], object]
    rows: type[Any] | None = None
    number: str = "pk"


def _none(_profile: Profile) -> Answers:
    return {}


def _whole(profile: Profile) -> Answers:
    return {name: getattr(profile, name) for name in ("opens_for", "is_listed", "may_be_indexed")}


def _text(*names: str) -> Callable[[Profile], Answers]:
    return lambda profile: (
        {name: getattr(profile, name) for name in names} | {"audience": getattr(profile, f"{names[0]}_for")}
    )


def _say(name: str, *also: str) -> Callable[[Member, Answers, datetime], object]:
    def keep(member: Member, told: Answers, _now: datetime) -> object:
        values = {one: told[one] for one in (name, *also)}
        return say(member=member, **values, **{f"{name}_for": told["audience"]})

    return keep


def _lines(word: str, title: Promise, hint: Promise, model: type[Line]) -> Section:
    def initial(profile: Profile) -> Answers:
        rows = list(model.objects.filter(member=profile.member).order_by("position"))
        told: Answers = {"lines": "\n".join(row.text for row in rows)}
        return told | ({"audience": rows[0].audience} if rows else {})

    def keep(member: Member, told: Answers, _now: datetime) -> None:
        say_lines(member=member, model=model, texts=told["lines"], audience=told["audience"])

    return Section(word, title, hint, forms.LinesForm, initial, keep)


def _keep_whole(member: Member, told: Answers, _now: datetime) -> object:
    return say(member=member, **told)


def _photo(profile: Profile) -> Answers:
    found = Portrait.objects.filter(member=profile.member).only("audience").first()
    return {"audience": found.audience} if found else {}


def _keep_photo(member: Member, told: Answers, _now: datetime) -> None:
    if told["photo"] is None:
        reframe(member=member, audience=told["audience"])
    else:
        portray(member=member, file=told["photo"].file, audience=told["audience"])


def _keep_link(member: Member, told: Answers, _now: datetime) -> object:
    return link(member=member, text=told["address"], audience=told["audience"])


def _keep_way(member: Member, told: Answers, now: datetime) -> object:
    return show_way(member=member, text=told["handle"], audience=told["audience"], now=now)


def _keep_file(member: Member, told: Answers, now: datetime) -> object:
    file = told["file"]
    return offer(member=member, name=file.name, file=file.file, audience=told["audience"], now=now)


_SECTIONS = (
    Section("whole", _("The whole"), "", forms.WholeForm, _whole, _keep_whole),
    Section("photo", _("Photo"), "", forms.PhotoForm, _photo, _keep_photo),
    Section("business", _("Your business"), "", forms.BusinessForm, _text("business"), _say("business")),
    Section("about", _("About you"), "", forms.AboutForm, _text("about"), _say("about")),
    _lines("offers", _("What you offer"), _("Up to 20, each in a few words."), models.Offer),
    _lines("wanted", _("What you are after"), _("Clients, partners, advice: up to 20."), models.Wanted),
    _lines("expertise", _("Expertise"), _("By name, as others may vouch for it. Up to 30."), models.Expertise),
    _lines("interests", _("What you care about"), _("Butterflies, choir: up to 50."), models.ShownInterest),
    Section("place", _("Place"), "", forms.PlaceForm, _text("place", "shows_time"), _say("place", "shows_time")),
    Section("ways", _("Ways to reach you"), "", forms.WayForm, _none, _keep_way, rows=models.Way),
    Section(
        "links",
        _("Elsewhere"),
        _("One that links back here with rel=“me” is marked as yours."),
        forms.LinkForm,
        _none,
        _keep_link,
        rows=models.ProfileLink,
    ),
    Section(
        "files", _("Files on offer"), "", forms.FileForm, _none, _keep_file, rows=models.OfferedFile, number="number"
    ),
)
SECTIONS = {section.word: section for section in _SECTIONS}
