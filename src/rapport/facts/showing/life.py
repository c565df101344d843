"""Work, dates, kin, places, further names, gatherings, circles, and what archives said that has no name here."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.facts.kinds import KINDS, Kind
from rapport.facts.showing.shown import Shown, day_said, edit_path, told_by
from rapport.people.fuller import fullest
from rapport.people.models import (
    CircleMember,
    Day,
    Extra,
    Home,
    Job,
    Name,
    Person,
    Presence,
    Relation,
)
from rapport.people.showing.held import held


@dataclass(frozen=True, slots=True)
class Block:
    """Facts of one sort under one heading; without `kind` they cannot be written by hand here."""

    title: str
    rows: list[Shown]
    kind: Kind | None = None


def life(request: HttpRequest, person: Person) -> dict[str, Any]:
    """All blocks, those that can be added to also when empty."""
    blocks = [
        Block(_("Work"), _work(person), KINDS["work"]),
        Block(_("Dates"), _days(person), KINDS["days"]),
        Block(_("People close to them"), _kin(person), KINDS["relations"]),
        Block(_("Places"), _homes(person), KINDS["homes"]),
        Block(_("Names"), _names(person), KINDS["names"]),
        Block(_("Seen at"), _gatherings(person)),
        Block(_("Circles you share"), _circles(person)),
        Block(_("Also in the archives"), _extras(person)),
    ]
    return {"person": person, "blocks": [block for block in blocks if block.rows or block.kind]}


def _work(person: Person) -> list[Shown]:
    return [
        Shown(
            job.title or (job.organization.name if job.organization else ""),
            more=", ".join(filter(None, [job.department, day_said(job.as_of, job.as_of_precision)])),
            source=told_by(job),
            edit=edit_path(person, "work", job),
            extra={"firm": job.organization if job.title else None},
            href="" if job.title or not job.organization else job.organization.path,
        )
        for job in sorted(held(person, Job), key=lambda job: job.as_of, reverse=True)
        if job.title or job.organization
    ]


def _days(person: Person) -> list[Shown]:
    return [
        Shown(
            day_said(day.on, day.precision) or day.on,
            label=day.kind,
            source=" ".join(dict.fromkeys(map(told_by, (day, *within)))),
            edit=edit_path(person, "days", day),
        )
        for day, within in fullest(held(person, Day))
    ]


def _kin(person: Person) -> list[Shown]:
    return [
        Shown(
            relation.name,
            label=relation.kind.replace("_", " "),
            href=relation.other.path if relation.other else "",
            source=told_by(relation),
            edit=edit_path(person, "relations", relation),
        )
        for relation in held(person, Relation)
    ]


def _homes(person: Person) -> list[Shown]:
    return [
        Shown(home.text, label=home.kind, source=told_by(home), edit=edit_path(person, "homes", home))
        for home in held(person, Home)
    ]


def _names(person: Person) -> list[Shown]:
    named = held(person, Name)
    if [name.text for name in named] == [person.name]:
        return []  # it stands at the head of the page
    labels = dict(KINDS["names"].form.base_fields["kind"].choices)  # type: ignore[attr-defined]
    return [
        Shown(
            name.text,
            label=str(labels.get(name.kind, name.kind)),
            source=told_by(name),
            edit=edit_path(person, "names", name),
        )
        for name in named
    ]


def _gatherings(person: Person) -> list[Shown]:
    seen = held(person, Presence)
    seen.sort(key=lambda one: (one.occasion.begins_on is not None, one.occasion.begins_on), reverse=True)
    return [
        Shown(
            one.occasion.title,
            href=one.occasion.path,
            more=day_said(one.occasion.begins_on.isoformat(), "day") if one.occasion.begins_on else "",
            source=told_by(one),
        )
        for one in seen
    ]


def _circles(person: Person) -> list[Shown]:
    return [Shown(one.circle.name, source=told_by(one)) for one in held(person, CircleMember)]


def _extras(person: Person) -> list[Shown]:
    return [
        Shown(one.value, label=one.name, source=told_by(one), edit=edit_path(person, "fields", one))
        for one in held(person, Extra)
    ]
