"""Invitations, endorsements and recommendations, in the columns of their era."""

from datetime import timedelta

from rapport.town.chance import day_of
from rapport.town.doings import Invitation, Vouch
from rapport.town.render.sight import Sight, american
from rapport.town.render.tables import table
from rapport.town.shown import shown

_WITH_URLS = frozenset({"2023-10", "2025-08", "2026-03"})
_KEPT = timedelta(days=1_460)


def invitations(sight: Sight) -> str:
    """Requests of the last years, newest first."""
    me = sight.owner.person
    header = ["From", "To", "Sent At", "Message", "Direction"]
    if sight.paper.shape in _WITH_URLS:
        header += ["inviterProfileUrl", "inviteeProfileUrl"]
    taken = sight.paper.taken
    mine = [one for one in sight.town.invitations if me in (one.sender, one.receiver)]
    shown_here = [one for one in mine if taken - _KEPT < day_of(one.at) <= taken and _is_known(sight, one)]
    newest = sorted(shown_here, key=lambda one: (one.at, one.sender, one.receiver), reverse=True)
    return table(header, [_invitation(sight, one)[: len(header)] for one in newest])


def _is_known(sight: Sight, invitation: Invitation) -> bool:
    """One whose connection this download shows, or one still open."""
    if not invitation.is_accepted:
        return True
    me = sight.owner.person
    other = invitation.receiver if invitation.sender == me else invitation.sender
    return any(entry.person == other for entry in sight.entries)


def _invitation(sight: Sight, one: Invitation) -> list[str]:
    direction = "OUTGOING" if one.sender == sight.owner.person else "INCOMING"
    names = [sight.name(person, "linkedin") for person in (one.sender, one.receiver)]
    return [*names, american(one.at), one.text, direction, _url(sight, one.sender), _url(sight, one.receiver)]


def endorsements(sight: Sight, is_received: bool) -> str:
    """Skills vouched for; the profile stands without a scheme, and since 2023 only."""
    side = "Endorser" if is_received else "Endorsee"
    header = ["Endorsement Date", "Skill Name", f"{side} First Name", f"{side} Last Name"]
    has_url = sight.paper.shape in _WITH_URLS
    header += [f"{side} Public Url", "Endorsement Status"] if has_url else ["Endorsement Status"]
    rows = []
    for vouch in _vouches(sight, is_received, is_written=False):
        other = vouch.by if is_received else vouch.to
        form = shown(sight.person(other).name, "linkedin")
        url = [_url(sight, other).removeprefix("https://")] if has_url else []
        rows.append([f"{vouch.at:%Y/%m/%d %H:%M:%S} UTC", vouch.skill, form.given, form.family, *url, "ACCEPTED"])
    return table(header, rows)


def recommendations(sight: Sight, is_received: bool) -> str:
    """Written praise; it names people by name and firm only."""
    header = ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"]
    rows = []
    for vouch in _vouches(sight, is_received, is_written=True):
        person = sight.person(vouch.by if is_received else vouch.to)
        form = shown(person.name, "linkedin")
        work = person.work_on(sight.paper.taken)
        firm = [work.company, work.title] if work else ["", ""]
        rows.append([form.given, form.family, *firm, vouch.text, american(vouch.at, is_padded=True), "VISIBLE"])
    return table(header, rows)


def _vouches(sight: Sight, is_received: bool, is_written: bool) -> list[Vouch]:
    """Newest first, up to the day of the download, of connections that it shows."""
    me, there = sight.owner.person, {entry.person for entry in sight.entries if entry.connected_on}
    found = [vouch for vouch in sight.town.vouches if bool(vouch.text) == is_written]
    mine = [vouch for vouch in found if me == (vouch.to if is_received else vouch.by)]
    known = [vouch for vouch in mine if (vouch.by if is_received else vouch.to) in there]
    here = [vouch for vouch in known if day_of(vouch.at) <= sight.paper.taken]
    return sorted(here, key=lambda vouch: (vouch.at, vouch.by, vouch.to), reverse=True)


def _url(sight: Sight, person: str) -> str:
    profile = sight.person(person).handle_on("linkedin")
    return profile.url if profile else ""
