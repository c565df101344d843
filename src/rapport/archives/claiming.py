"""A person as an archive tells them, turned into claims: (model, key, column values)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rapport.formats.facts import PersonFact, When
from rapport.ledger.models import ListEntry
from rapport.people import keys
from rapport.people.models import (
    CircleMember,
    Claim,
    Day,
    Extra,
    Home,
    Identity,
    Interest,
    Job,
    Met,
    Name,
    Note,
    Record,
    Relation,
)
from rapport.topics import shipped


@dataclass(frozen=True, slots=True)
class Told:
    """One claim to be: `values` by database column; `named` names a row the claim points to, by its folded name."""

    model: type[Claim]
    key: str
    values: dict[str, Any]
    named: str = ""


def told(fact: PersonFact, source: str, account: str) -> Iterator[Told]:
    """All claims of one PersonFact, in a fixed order. Photo excepted: it is re-encoded elsewhere."""
    for key in (fact.key, *fact.also):
        yield Told(Record, keys.record(source, account, key), {})
    yield Told(Name, keys.folded(fact.name), {"text": fact.name[:300], "kind": "full"})
    for name in fact.names:
        yield Told(Name, keys.folded(name.text), {"text": name.text[:300], "kind": name.kind[:16]})
    yield from _ways(fact)
    yield from _work(fact)
    yield from _life(fact)
    yield from _words(fact)
    yield from _sets(fact)


def _ways(fact: PersonFact) -> Iterator[Told]:
    for handle in fact.handles:
        values = {
            "platform": handle.platform[:24],
            "handle": handle.handle[:320],
            "url": handle.url[:1000],
            "context": handle.context[:60],
            "since": _text(handle.since),
            "since_precision": _precision(handle.since),
        }
        yield Told(Identity, keys.identity(handle.platform, handle.handle), values)


def _work(fact: PersonFact) -> Iterator[Told]:
    for job in fact.jobs:
        values = {
            "title": job.title[:300],
            "department": job.department[:200],
            "as_of": _text(job.as_of),
            "as_of_precision": _precision(job.as_of),
        }
        yield Told(Job, keys.job(job.organization, job.title), values, named=job.organization[:300])


def _life(fact: PersonFact) -> Iterator[Told]:
    for home in fact.homes:
        values = {"text": home.text[:600], "kind": home.kind[:60]}
        values |= {"locality": home.locality[:200], "country": home.country[:100]}
        yield Told(Home, keys.folded(home.text, 400), values)
    for day in fact.days:
        values = {"kind": day.kind[:60], "on": day.when.text, "precision": day.when.precision}
        yield Told(Day, keys.day(day.kind, day.when.text), values | {"month_day": month_day(day.when)})
    for kin in fact.kin:
        yield Told(Relation, keys.relation(kin.kind, kin.name), {"kind": kin.kind[:60], "name": kin.name[:300]})


def _words(fact: PersonFact) -> Iterator[Told]:
    for remark in fact.remarks:
        values = {"text": remark.text, "written_on": _text(remark.when), "precision": _precision(remark.when)}
        yield Told(Note, keys.digest(remark.text), values)
    for taste in fact.tastes:
        topic = shipped().canonical(taste.word, taste.evidence)[:120] or keys.folded(taste.word, 120)
        yield Told(
            Interest,
            keys.interest(topic, taste.platform),
            {
                "topic": topic,
                "word": taste.word[:120],
                "platform": taste.platform[:24],
                "evidence": taste.evidence[:300],
                "on": _text(taste.when),
                "precision": _precision(taste.when),
                "is_confided": taste.is_confided,
            },
        )
    if fact.met is not None:
        values = {"how": fact.met.how, "on": _text(fact.met.when), "precision": _precision(fact.met.when) or "unknown"}
        values |= {"channel": fact.met.channel[:9], "through": fact.met.through[:300]}
        yield Told(Met, keys.met(fact.met.channel, fact.met.how, _text(fact.met.when)), values)


def _sets(fact: PersonFact) -> Iterator[Told]:
    for label in fact.labels:
        yield Told(ListEntry, keys.folded(label, 120), {}, named=label[:120])
    for circle in fact.circles:
        yield Told(CircleMember, keys.folded(circle), {}, named=circle[:300])
    for extra in fact.extras:
        yield Told(Extra, keys.field(extra.name, extra.value), {"name": extra.name[:300], "value": extra.value})


def month_day(when: When) -> str:
    """`03-07` of a date that has month and day, else empty."""
    if when.precision == "month-day":
        return when.text[-5:]
    return when.text[5:10] if when.precision in ("day", "minute", "second") else ""


def identities(facts: Iterable[PersonFact]) -> set[str]:
    """The identity keys that `facts` hold."""
    return {keys.identity(handle.platform, handle.handle) for fact in facts for handle in fact.handles}


def _text(when: When | None) -> str:
    return when.text[:25] if when is not None else ""


def _precision(when: When | None) -> str:
    return when.precision if when is not None else ""
