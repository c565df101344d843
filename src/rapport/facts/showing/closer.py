"""Notes, how one met, ways to reach them, and what they care about."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.facts.kinds import KINDS
from rapport.facts.showing.around import around
from rapport.facts.showing.shown import Shown, day_said, edit_path, since_said, told_by
from rapport.handles.ways import phone_said
from rapport.kit.prepared import Prepared
from rapport.people.models import Identity, Interest, Met, Note, Person
from rapport.people.platforms import LABELS, href, platform_label
from rapport.people.showing.held import held


def notes(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Newest day first."""
    rows = [
        Shown(
            note.text,
            label=day_said(note.written_on, note.precision),
            source=told_by(note),
            edit=edit_path(person, "notes", note),
        )
        for note in sorted(held(person, Note), key=lambda note: (note.written_on[:10], note.pk), reverse=True)
    ]
    return {"person": person, "rows": rows, "kinds": KINDS}


def met(request: HttpRequest, person: Person) -> dict[str, Any]:
    """The earliest first; of each channel the first is marked as such."""
    known = sorted(held(person, Met), key=lambda claim: (not claim.on, claim.on, claim.pk))
    rows, seen = [], set()
    for claim in known:
        label = _FIRSTS[claim.channel]() if claim.channel not in seen else _AGAIN[claim.channel]()
        seen.add(claim.channel)
        guide = claim.through_person
        rows.append(
            Shown(
                claim.how or _("How is not written down."),
                label=label,
                more=day_said(claim.on, claim.precision),
                source=told_by(claim),
                edit=edit_path(person, "met", claim),
                extra={"through": guide.name if guide else claim.through, "guide": guide.path if guide else ""},
            )
        )
    return {"person": person, "rows": rows, "kinds": KINDS, "around": around(person)}


_FIRSTS = {
    "": lambda: _("First contact"),
    "online": lambda: _("First online"),
    "in_person": lambda: _("First in person"),
}
_AGAIN = {"": lambda: _("Also"), "online": lambda: _("Online"), "in_person": lambda: _("In person")}


def ways(request: HttpRequest, person: Person) -> dict[str, Any]:
    """E-mail and telephone first, then the platforms."""
    order = {platform: at for at, platform in enumerate(LABELS)}
    known = held(person, Identity)
    known.sort(key=lambda way: order.get(way.platform, len(order)))
    others = _held_by_others(person) if known else {}
    rows = [
        Shown(
            phone_said(way.handle) if way.platform == "phone" else way.handle,
            label=platform_label(way.platform),
            href=href(way.platform, way.handle, way.url),
            more=", ".join(filter(None, [way.context, since_said(way.since, way.since_precision)])),
            source=told_by(way),
            edit=edit_path(person, "ways", way),
            extra={"others": others.get(way.key, [])},
        )
        for way in known
    ]
    return {"person": person, "rows": rows, "kinds": KINDS}


def _held_by_others(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Number and name of who else in the book has one of these ways: a household, a shared mailbox, or the same person
    twice."""
    found: dict[str, list[dict[str, Any]]] = {}
    for key, number, name in _ALSO.rows(person=person.pk, book=person.book_id):
        found.setdefault(key, []).append({"number": number, "name": name})
    return found


def _also(person: int, book: int) -> Any:
    keys = Identity.objects.shown().filter(person=person).values("key")
    same = Identity.objects.shown().filter(book=book, key__in=keys).exclude(person=person)
    here = same.filter(person__trashed_at=None, person__merged_into=None)
    return here.order_by("person__folded").values_list("key", "person__number", "person__name")[:20]


_ALSO = Prepared(_also, numbers=("person", "book"))


def cares(request: HttpRequest, person: Person) -> dict[str, Any]:
    """Each topic once, with all that tells of it."""
    by_topic: dict[str, list[Interest]] = {}
    for interest in held(person, Interest):
        by_topic.setdefault(interest.topic.casefold(), []).append(interest)
    return {"person": person, "rows": [_topic(person, told) for told in by_topic.values()], "kinds": KINDS}


def _topic(person: Person, told: list[Any]) -> Shown:
    evidence = [
        {"says": _evidence(one), "source": told_by(one), "edit": edit_path(person, "interests", one)} for one in told
    ]
    return Shown(
        told[0].topic if told[0].topic.casefold() != told[0].word.casefold() else told[0].word,
        is_private=any(one.is_confided for one in told),
        extra={"evidence": evidence},
    )


def _evidence(interest: Interest) -> str:
    where = platform_label(interest.platform) if interest.platform not in ("", "note", "hand") else ""
    day = day_said(interest.on, interest.precision)
    return ", ".join(filter(None, [interest.evidence or where or _("you wrote it"), day]))
