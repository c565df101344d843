"""The sections of one's own profile as the page shows them: what stands there now, for whom, and the form."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.forms import RowForm
from rapport.profiles.models import OfferedFile, Profile
from rapport.profiles.sections import SECTIONS, Section

SHORT = 160


@dataclass(frozen=True, slots=True)
class Asked:
    """`says`: what stands there, in short; `audience`: for whom, where that is one for all of it; `rows` with the form
    of each."""

    section: Section
    form: Any
    rows: list[tuple[Any, RowForm]]
    says: str
    audience: str
    is_open: bool


def asked(member: Member, is_open: str, part: str = "", wrong: Any = None) -> list[Asked]:
    """All sections, the one of the word `is_open` unfolded; `wrong` is the form of `part` as it came in."""
    profile = Profile.of(member)
    profile.member = member
    return [
        _asked(section, section.initial(profile), member, is_open, wrong if section.word == part else None)
        for section in SECTIONS.values()
    ]


def _asked(section: Section, initial: dict[str, Any], member: Member, is_open: str, wrong: Any) -> Asked:
    rows = _rows(section, member)
    says = ", ".join(str(row) for row in map(_named, rows)) if section.rows else _says(section.word, initial)
    return Asked(
        section,
        wrong if wrong is not None else section.form(initial=initial, auto_id=f"id_{section.word}_%s"),
        [(row, RowForm(initial={"audience": row.audience}, auto_id=f"id_{section.word}_{row.pk}_%s")) for row in rows],
        says[:SHORT],
        str(Audience(initial["audience"]).label) if says and "audience" in initial else "",
        section.word == is_open,
    )


def _rows(section: Section, member: Member) -> list[Any]:
    if section.rows is None:
        return []
    found = section.rows.objects.filter(member=member).order_by("pk")
    return list(found.defer("content") if section.rows is OfferedFile else found)


def _named(row: Any) -> str:
    return str(getattr(row, "name", "") or getattr(row, "url", "") or row.handle)


def _says(word: str, initial: dict[str, Any]) -> str:
    if word == "photo":
        return _("There is one") if initial else ""
    if word == "whole":
        listed = _("in the directory") if initial["is_listed"] else _("not in the directory")
        return f"{Audience(initial['opens_for']).label}, {listed}"
    if word == "place":
        return str(initial["place"] or (_("your time") if initial["shows_time"] else ""))
    if "lines" in initial:
        return ", ".join(str(initial["lines"]).splitlines())
    return " ".join(str(initial.get(word, "")).split())
