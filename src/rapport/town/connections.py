"""The rows of an owner's LinkedIn connections, as each download shows them, with the private notes of the newest."""

from datetime import date

from rapport.town.bonds import Bond
from rapport.town.cards import Clerk
from rapport.town.owners import NO_PROFILES
from rapport.town.shown import shown
from rapport.town.truth import Entry, Owner, Paper

# Only since 2026 do notes come with the download.
_NOTES = frozenset({"2026-03"})


def connections(owner: Owner, bonds: list[Bond], clerk: Clerk) -> list[Entry]:
    """Newest first, as LinkedIn writes them."""
    found = []
    for paper in owner.papers:
        if paper.source == "linkedin":
            dated = [(day, bond.person, bond) for bond in bonds if (day := bond.connected_on) and day <= paper.taken]
            found += [_row(clerk, paper, bond, day) for day, _, bond in sorted(dated, key=lambda one: one[:2])[::-1]]
    return found


def _row(clerk: Clerk, paper: Paper, bond: Bond, day: date) -> Entry:
    """The employer is that of the day of the download; one row in thirty shows a mail address."""
    person = clerk.people[bond.person]
    form = shown(person.name, "linkedin")
    work = person.work_on(paper.taken)
    profile = person.handle_on("linkedin") if paper.shape not in NO_PROFILES else None
    note, noted_on = _note(clerk, bond) if paper.shape in _NOTES else ("", None)
    return Entry(
        owner=paper.owner,
        file=paper.path,
        source="linkedin",
        key=profile.handle.casefold() if profile else f"{form.text.casefold()}|{day}",
        person=person.id,
        name=form.text,
        given=form.given,
        family=form.family,
        emails=person.emails[:1] if clerk.rng.random() < 0.03 else (),
        urls=(profile.url,) if profile else (),
        organization=work.company if work else "",
        title=work.title if work else "",
        connected_on=day,
        note=note,
        noted_on=noted_on,
    )


def _note(clerk: Clerk, bond: Bond) -> tuple[str, date | None]:
    remark = clerk.remarks.get((bond.owner, bond.person, "linkedin"))
    if remark:
        return remark.text, remark.on
    if bond.connected_on and clerk.rng.random() < 0.06 and bond.connected_on >= date(2018, 1, 1):
        return clerk.how_met(bond, is_dated=False), bond.connected_on
    return "", None
