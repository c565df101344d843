"""Who shows in an owner's mail and calendars, and by which address: one entry for each address of each file."""

from collections.abc import Iterable

from rapport.town.contact import gatherings_of, meeting_contacts, shows_gathering, shows_talk, talks_of
from rapport.town.doings import Gathering, Talk
from rapport.town.folk import Person
from rapport.town.shown import shown
from rapport.town.talks import Writer
from rapport.town.truth import Entry, Owner, Paper


def mail_address(person: Person, talk: Talk, shared: frozenset[str]) -> str:
    """The address of somebody in a mail: the one the mail speaks of if it is theirs, else their first own one."""
    own = [email for email in person.emails if email not in shared]
    return talk.address if talk.address in own else own[0]


def calendar_address(person: Person, platform: str, shared: frozenset[str]) -> str:
    """How a calendar names a guest: by the last own mail address (at work, if there is one), on Facebook by profile."""
    if platform == "facebook":
        profile = person.handle_on("facebook")
        return profile.url if profile else ""
    return [email for email in person.emails if email not in shared][-1]


def correspondents(owner: Owner, talks: Iterable[Talk], writer: Writer) -> list[Entry]:
    """One entry for each address that mails were really exchanged with."""
    held = talks_of(owner, talks)
    found: list[Entry] = []
    for paper in owner.papers:
        seen: dict[str, str] = {}
        for talk in held:
            if paper.source == "mail" and shows_talk(paper, talk):
                for person in (talk.sender, *talk.receivers):
                    if person != owner.person:
                        seen.setdefault(mail_address(writer.people[person], talk, writer.shared), person)
        found += [_entry(paper, writer.people[person], address, "mail") for address, person in sorted(seen.items())]
    return found


def attendees(owner: Owner, gatherings: Iterable[Gathering], writer: Writer) -> list[Entry]:
    """One entry for each organizer and guest whom the owner met by a calendar, in a company that is no crowd."""
    held = gatherings_of(owner, gatherings)
    found: list[Entry] = []
    for paper in owner.papers:
        seen: dict[str, str] = {}
        for gathering in held:
            if shows_gathering(paper, gathering):
                for contact in meeting_contacts(owner.person, gathering):
                    address = calendar_address(writer.people[contact.person], gathering.platform, writer.shared)
                    seen.setdefault(address, contact.person)
        look = "facebook" if paper.shape == "facebook" else "calendar"
        found += [_entry(paper, writer.people[person], address, look) for address, person in sorted(seen.items())]
    return found


def _entry(paper: Paper, person: Person, address: str, look: str) -> Entry:
    form = shown(person.name, look)
    is_mail = "@" in address
    return Entry(
        owner=paper.owner,
        file=paper.path,
        source=paper.source,
        key=address.casefold(),
        person=person.id,
        name=form.text,
        given=form.given,
        family=form.family,
        emails=(address,) if is_mail else (),
        urls=() if is_mail else (address,),
    )
