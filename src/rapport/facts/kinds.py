"""The kinds of facts an owner can write, change and take away by hand: `/people/7/facts/<word>/3/edit/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rapport.facts.asking.form import FactForm
from rapport.facts.asking.life import DayForm, HomeForm, JobForm, MetForm, RelationForm
from rapport.facts.asking.ways import WayForm
from rapport.facts.asking.words import FieldForm, InterestForm, NameForm, NoteForm
from rapport.people.models import Claim, Day, Extra, Home, Identity, Interest, Job, Met, Name, Note, Relation
from rapport.people.typed import work_of
from rapport.people.typed_days import split_day

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Kind:
    """`word` in addresses, `title` and `adds` ("Add a date") on pages, `asks` the label of its one field;
    `read(line, today)` turns what is typed there into the answers of the form, one per fact."""

    word: str
    model: type[Claim]
    form: type[FactForm]
    title: str | Promise
    adds: str | Promise
    asks: str | Promise
    read: Callable[[str, date], list[Answers]]


def _whole(name: str) -> Callable[[str, date], list[Answers]]:
    return lambda line, today: [{name: line}]


def _name(line: str, today: date) -> list[Answers]:
    return [{"text": line, "kind": "alias"}]


def _words(line: str, today: date) -> list[Answers]:
    return [{"word": word.strip()} for word in line.split(",") if word.strip()]


def _day(line: str, today: date) -> list[Answers]:
    kind, day = split_day(line, today)
    return [{"kind": kind or str(_("birthday")), "on": day.on or line}]


def _relation(line: str, today: date) -> list[Answers]:
    kind, _colon, name = line.partition(":") if ":" in line else line.partition(" ")
    return [{"kind": kind.strip(), "name": name.strip()}]


def _met(line: str, today: date) -> list[Answers]:
    how, day = split_day(line, today)
    return [{"how": how, "on": day.on, "channel": ""}]


def _job(line: str, today: date) -> list[Answers]:
    title, firm = work_of(line, "title") or (line, "")
    return [{"title": title, "firm": firm}]


KINDS: dict[str, Kind] = {
    kind.word: kind
    for kind in (
        Kind("notes", Note, NoteForm, _("Note"), _("Add a note"), _("Write a note"), _whole("text")),
        Kind("names", Name, NameForm, _("Name"), _("Add a name"), _("Another name"), _name),
        Kind("ways", Identity, WayForm, _("Way to reach them"), _("Add a way"), _("Address or number"), _whole("line")),
        Kind("interests", Interest, InterestForm, _("Interest"), _("Add an interest"), _("Butterflies, chess"), _words),
        Kind("days", Day, DayForm, _("Date"), _("Add a date"), _("Birthday 7 March 1970"), _day),
        Kind("relations", Relation, RelationForm, _("Relation"), _("Add somebody close"), _("Wife Mia"), _relation),
        Kind("met", Met, MetForm, _("How you met"), _("Add how you met"), _("At the chapter, May 2009"), _met),
        Kind("work", Job, JobForm, _("Work"), _("Add work"), _("Chef at Harbour Hotel"), _job),
        Kind("homes", Home, HomeForm, _("Place"), _("Add a place"), _("Town or address"), _whole("text")),
        Kind("fields", Extra, FieldForm, _("Something else"), _("Add something else"), _("What"), _whole("value")),
    )
}
