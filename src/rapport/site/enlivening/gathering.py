"""Groups are started, joined and greeted in; seats are applied for, visits asked for."""

from datetime import date, datetime, timedelta

from rapport.groups.guests import ask_to_visit, receive
from rapport.groups.joining import enter
from rapport.groups.kinds import kind_of
from rapport.groups.lately import welcome
from rapport.groups.models import Group, Membership
from rapport.groups.roles import name
from rapport.groups.starting import start
from rapport.members.models import Member
from rapport.seats.applying import apply, decide
from rapport.seats.filling import open_seats
from rapport.seats.models import Profession
from rapport.seats.professions import named
from rapport.site.enlivening.stage import Stage
from rapport.town.chance import local
from rapport.town.hub.shapes import Circle

# What the kinds of the truth are among those that one chooses from; the others begin with plain axes.
KINDS = {"mastermind": "circle"}
LATELY = timedelta(days=60)
GREETED = ("priya", "cy", "linkedamaranth", local(date(2026, 11, 18), 19, 12))


def join_groups(stage: Stage) -> None:
    for circle in stage.hub.groups:
        stage.groups[circle.key] = _start(stage, circle)
    for circle in stage.hub.groups:
        _join(stage, circle)
        _greet(stage, circle)
    _take_seats(stage)
    _visit(stage)


def _start(stage: Stage, circle: Circle) -> Group:
    kind = kind_of(KINDS.get(circle.kind, circle.kind))
    axes = dict(kind.axes) if kind is not None else {}
    axes |= {"meets": circle.meets, "place": circle.place, "industry": circle.industry, "fee": circle.fee,
             "is_paid": bool(circle.fee), "door": circle.door, "guest_visits": circle.guest_visits}  # fmt: skip
    group = Group(name=circle.name, about=circle.about, **axes)
    return start(by=stage.members[circle.leads], group=group, now=circle.at)


def _join(stage: Stage, circle: Circle) -> None:
    """Who joined long ago stands as a row; of whom joined lately the hub hears."""
    group = stage.groups[circle.key]
    people = [(stage.members[handle], at) for handle, at in circle.people]
    old = [(member, at) for member, at in people if stage.now - at > LATELY]
    paid = {"paid_until": date(2026, 12, 31)} if group.is_paid else {}
    Membership.objects.bulk_create(Membership(group=group, member=member, joined_at=at, **paid) for member, at in old)
    for member, at in people:
        if stage.now - at <= LATELY:
            enter(member=member, group=group, now=at)


def _greet(stage: Stage, circle: Circle) -> None:
    """Greeters are named, and those who came last month but not since yesterday were welcomed."""
    group, leads = stage.groups[circle.key], stage.members[circle.leads]
    for handle in circle.greeters:
        name(by=leads, member=stage.members[handle], group=group, role="greeter", now=circle.at + timedelta(days=30))
    for handle, at in circle.people:
        if timedelta(days=1) < stage.now - at <= LATELY:
            welcome(by=leads, member=stage.members[handle], group=group, now=at + timedelta(hours=3))
    by, newcomer, key, then = GREETED
    if circle.key == key:
        welcome(by=stage.members[by], member=stage.members[newcomer], group=group, now=then)


def _take_seats(stage: Stage) -> None:
    for chair in stage.hub.chairs:
        profession = _profession(chair.profession)
        group = stage.groups[chair.group]
        leads = stage.members[next(one.leads for one in stage.hub.groups if one.key == chair.group)]
        if not chair.holder:
            open_seats(by=leads, group=group, profession=profession)
            continue
        holder = stage.members[chair.holder]
        at = Membership.objects.get(group=group, member=holder).joined_at + timedelta(days=2)
        _apply(holder, leads, group, profession, min(at, stage.now - timedelta(days=3)))
    john, bo_s = stage.members["john"], stage.groups["harbour-chapter"]
    at = local(date(2026, 11, 11), 18, 20)
    line = "Adeyemi & Son, the son: heat pumps first, pipes second. I would share the big jobs with Bo."
    asked = apply(member=john, group=bo_s, profession=_profession("Plumber"), line=line, now=at)
    decide(by=stage.members["grace"], application=asked, is_allowed=True, now=at + timedelta(hours=15))


def _apply(holder: Member, leads: Member, group: Group, profession: Profession, at: datetime) -> None:
    asked = apply(member=holder, group=group, profession=profession, now=at)
    if asked.state == "waiting" and holder != leads:
        decide(by=leads, application=asked, is_allowed=True, now=at + timedelta(hours=5))


def _profession(text: str) -> Profession:
    found = named(text)
    if found is None:
        raise LookupError(f"The tree of professions has no {text}.")
    return found


def _visit(stage: Stage) -> None:
    """John came to the open morning, and comes again on Tuesday."""
    john, grace, group = stage.members["john"], stage.members["grace"], stage.groups["harbour-chapter"]
    for day, asked_on in ((date(2026, 11, 10), date(2026, 11, 6)), (date(2026, 11, 24), date(2026, 11, 17))):
        at = local(asked_on, 18, 40)
        line = "May I come and look, and listen?"
        ask_to_visit(member=john, group=group, line=line, day=day, now=at)
        receive(by=grace, member=john, group=group, now=at + timedelta(hours=14))
    cy, at = stage.members["cy"], local(date(2026, 11, 18), 21, 5)
    line = "I would like to see how it works. I come alone."
    ask_to_visit(member=cy, group=group, line=line, day=date(2026, 11, 24), is_alone=True, now=at)
