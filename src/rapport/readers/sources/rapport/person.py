"""Somebody in an export, as any archive tells of somebody."""

import base64
import binascii
from typing import Any

from rapport.formats.facts import Day, Extra, Handle, Home, Job, Kin, Met, NameForm, PersonFact, Remark, Taste
from rapport.kit.pictures.small import is_plain, small_face
from rapport.readers.sources.rapport.values import line, link, rows, text, when

Row = dict[str, Any]


def person_fact(person: Row, key: str) -> PersonFact:
    """`person` as one object of the export's list; what the owner had struck out is not told."""
    return PersonFact(
        key,
        line(person, "name"),
        also=tuple(line(row, "key") for row in rows(person, "records") if line(row, "key")),
        names=_names(person),
        handles=tuple(_handle(row) for row in rows(person, "identities") if line(row, "handle")),
        jobs=tuple(
            Job(line(row, "name"), line(row, "title"), line(row, "department"), when(line(row, "as_of")))
            for row in rows(person, "organizations")
        ),
        homes=tuple(
            Home(text(row, "text"), line(row, "kind"), line(row, "locality"), line(row, "country"))
            for row in rows(person, "addresses")
        ),
        days=tuple(Day(line(row, "kind"), on) for row in rows(person, "dates") if (on := when(line(row, "on")))),
        kin=tuple(Kin(line(row, "kind"), line(row, "name")) for row in rows(person, "relations")),
        remarks=tuple(Remark(text(row, "text"), when(line(row, "written_on"))) for row in rows(person, "notes")),
        tastes=tuple(_taste(row) for row in rows(person, "interests")),
        labels=tuple(line(row, "name") for row in rows(person, "lists") if line(row, "name")),
        roles=tuple(line(row, "name") for row in rows(person, "roles") if line(row, "name")),
        circles=tuple(line(row, "name") for row in rows(person, "circles") if line(row, "name")),
        met=_met(rows(person, "met_told")),
        extras=tuple(Extra(line(row, "name"), text(row, "value")) for row in rows(person, "extras")),
        photo=next((_picture(row) for row in rows(person, "photos")), b""),
    )


def _names(person: Row) -> tuple[NameForm, ...]:
    shown = line(person, "name")
    told = [(line(row, "text"), line(row, "kind")) for row in rows(person, "names")]
    return tuple(NameForm(name, "alias" if kind == "full" else kind) for name, kind in told if name not in ("", shown))


def _handle(row: Row) -> Handle:
    platform = line(row, "platform").casefold() or "web"
    return Handle(platform, line(row, "handle"), link(row), line(row, "context"), when(line(row, "since")))


def _taste(row: Row) -> Taste:
    word = line(row, "word") or line(row, "topic")
    is_confided = row.get("confided") is not False  # in doubt it was told in confidence
    return Taste(word, line(row, "platform"), line(row, "evidence"), when(line(row, "on")), is_confided)


def _met(told: list[Row]) -> Met | None:
    if not told:
        return None
    row = told[0]
    return Met(text(row, "how"), when(line(row, "on")), line(row, "through"), line(row, "channel"))


def plain_picture(row: Row) -> str:
    """The picture of a row as base64: as it is where it is as plain as those we make, else made anew."""
    picture = _picture(row)
    return base64.b64encode(picture if is_plain(picture) else small_face(picture)).decode()


def _picture(row: Row) -> bytes:
    try:
        return base64.b64decode(line(row, "picture"), validate=True)
    except (binascii.Error, ValueError):
        return b""
