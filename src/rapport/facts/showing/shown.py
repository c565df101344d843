"""A fact as a row of a page: what it says, where from, and where it can be changed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rapport.kit import wording
from rapport.people.models import Claim, Person
from rapport.people.platforms import source_label


@dataclass(frozen=True, slots=True)
class Shown:
    """`label` is small, `says` is the fact; `href` leads on; `more` are further words; `edit` the address of change."""

    says: str
    label: str = ""
    href: str = ""
    more: str = ""
    source: str = ""
    edit: str = ""
    is_private: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def edit_path(person: Person, word: str, claim: Claim) -> str:
    return f"{person.path}facts/{word}/{claim.number}/edit/"


def told_by(claim: Claim) -> str:
    """Where a fact is from, in a few words."""
    if claim.source == "hand":
        return _("You wrote it.")
    if claim.source == "note":
        return _("From your note.")
    named = {"source": source_label(claim.source)}
    if claim.batch is not None:
        named["day"] = wording.day(claim.batch.began_at)
        said = _("From %(source)s, brought in on %(day)s.") % named
    else:
        said = _("From %(source)s.") % named
    return f"{said} {_('You confirmed or changed it.')}" if claim.is_hand else said


def day_said(on: str, precision: str) -> str:
    """A stored day in words: `2009-05` is May 2009; empty when unknown."""
    try:
        return wording.day(_date(on, precision), precision) if on and precision != "unknown" else ""
    except ValueError:
        return on


def since_said(on: str, precision: str) -> str:
    """'since May 2009', or nothing."""
    said = day_said(on, precision)
    return pgettext("a day, month or year", "since %(day)s") % {"day": said} if said else ""


def _date(on: str, precision: str) -> date:
    if precision == "month-day":
        return date(2000, int(on[-5:-3]), int(on[-2:]))
    parts = [int(part) for part in on[:10].split("-")]
    return date(*(parts + [1, 1])[:3])
