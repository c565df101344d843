"""What came of one file, in the contract's words: accept, partial or reject, counts, and one plain sentence."""

from collections.abc import Callable
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.formats.facts import PersonFact
from rapport.formats.files import Refused
from rapport.readers.staged import Staged

LISTED = 1000  # of dropped records
IsToCome = Callable[[PersonFact], bool]


def report_of(name: str, found: Staged | Refused, is_to_come: IsToCome = lambda _: True) -> dict[str, Any]:
    """The report row of a file that was read or refused. `owner` is whose archive it says it is; the examples are of
    those who are to come in."""
    if isinstance(found, Refused):
        return _row(name, "", "reject", str(found), {}, [], 0, 0)
    counts = found.total()
    kept = {kind: counts[kind] for kind in ("people", "interactions", "interests", "links")}
    kept |= {"gatherings": counts["gatherings"], "faint": counts["faint"]}
    sources = found.sources()
    refusals = [source.message for source in sources if source.message]
    readable = [source.kind for source in sources if not source.message]
    dropped = [{"where": fact.where, "why": fact.why} for fact in found.dropped()[:LISTED]]
    if not readable and refusals:
        return _row(name, "+".join(source.kind for source in sources), "reject", refusals[0], kept, dropped, 0, 0)
    outcome = "partial" if counts["dropped"] or refusals else "accept"
    row = _row(
        name, "+".join(readable), outcome, _sentence(counts, refusals), kept, dropped, counts["dropped"],
        counts["not_understood"],
    )  # fmt: skip
    return row | {"skipped": counts["skipped"]} | _preview(found, is_to_come)


def _preview(found: Staged, is_to_come: IsToCome) -> dict[str, Any]:
    """What the page shows before anything is brought in; never kept with the batch."""
    preview = found.preview()
    return {
        "skipped_why": [[fact.why, fact.count] for fact in preview.skipped],
        "unknown": [[fact.where, fact.what] for fact in preview.unknown[:50]],
        "says": [*preview.says, *_passing(found.total()["faint"])],
        "asks": [msgspec.structs.asdict(ask) for ask in preview.asks],
        "owner": next((own.handle for own in preview.mine if own.platform == "name"), ""),
        "examples": {
            "people": [_person(fact) for fact in preview.people if is_to_come(fact)],
            "interactions": [[fact.kind, fact.channel, fact.when.text] for fact in preview.talks],
            "gatherings": [[fact.title, fact.begins.text, fact.place] for fact in preview.gatherings],
        },
    }


def _row(
    name: str, kind: str, outcome: str, message: str, read: dict[str, int], dropped: list[Any], total: int, unknown: int
) -> dict[str, Any]:
    return {
        "name": name,
        "recognised_as": kind,
        "outcome": outcome,
        "message": message,
        "read": {"people": 0, "interactions": 0, "interests": 0, "links": 0, **read},
        "dropped": dropped,
        "dropped_total": total or len(dropped),
        "skipped": 0,
        "not_understood": unknown,
    }


def _sentence(counts: dict[str, int], refusals: list[str]) -> str:
    dropped, read = counts["dropped"], _read(counts)
    if refusals:
        return _("%(read)s; a part could not be: %(why)s") % {"read": read, "why": refusals[0]}
    if dropped:
        lost = ngettext("%(n)s record could not be kept whole", "%(n)s records could not be kept whole", dropped)
        return f"{read}; {lost % {'n': f'{dropped:,}'}}."
    return f"{read}."


def _read(counts: dict[str, int]) -> str:
    people, talks, gatherings = counts["people"] + counts["faint"], counts["interactions"], counts["gatherings"]
    said = [
        people and ngettext("%(n)s person", "%(n)s people", people) % {"n": f"{people:,}"},
        talks and ngettext("%(n)s moment between you", "%(n)s moments between you", talks) % {"n": f"{talks:,}"},
        gatherings and ngettext("%(n)s gathering", "%(n)s gatherings", gatherings) % {"n": f"{gatherings:,}"},
    ]
    *before, last = [str(each) for each in said if each] or [""]
    if not last:
        return _("There is nobody in it, and nothing that happened")
    if not before:
        return _("It holds %(what)s") % {"what": last}
    return _("It holds %(what)s and %(last)s") % {"what": ", ".join(before), "last": last}


def _passing(count: int) -> list[str]:
    """What becomes of those who are only named in it."""
    if not count:
        return []
    said = ngettext(
        "%(n)s of them only wrote to you, or is named in passing: in your book only where you were in touch.",
        "%(n)s of them only wrote to you, or are named in passing: in your book only where you were in touch.",
        count,
    )
    return [said % {"n": f"{count:,}"}]


def _person(fact: Any) -> list[str]:
    job = next((f"{job.title}, {job.organization}".strip(", ") for job in fact.jobs), "")
    way = next((handle.handle for handle in fact.handles), "")
    return [fact.name, job, way]
