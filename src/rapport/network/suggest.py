"""People suggested: whom a member may want to meet, each with the reason, from the hub's graph and never from a book.

Listed unless they said otherwise (`Openness.is_suggested`); never who is blocked, muted, connected, asked or ignored
already, or sent away with "not this one".
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from rapport.kit.wording import ago
from rapport.members.models import Block, Member, MemberQuerySet, Mute
from rapport.network.closeness import FIRST, Arcs, Ints, closest
from rapport.network.models import Neighbours, NotThisOne, Openness, Request
from rapport.network.mutual import mutuals, nameable, said
from rapport.network.packing import Packed, arcs, days, only, others
from rapport.network.voter import Voter, voters

LOOKED_AT = 100  # of the best, before those are taken out who do not want to be suggested
NOT_NOW = timedelta(days=90)
NEW_HERE = timedelta(days=60)
SENTENCES = 2


@dataclass(frozen=True)
class Suggested:
    member: Member
    reason: str


def suggested(member: Member, limit: int, *, now: datetime) -> list[Suggested]:
    """At most `limit` people, the likeliest first; on a hub where nothing is known yet, those who came lately."""
    packed = _packed([member.pk]).get(member.pk, b"")
    out = {member.pk, *others(packed), *_sent_away(member, now)}
    near = _near(member, packed, now)
    ballots = [(voter, list(voter.vote(member))) for voter in voters()]
    order = _fused([near, *(ranked for _, ranked in ballots)], out)[:LOOKED_AT]
    here = _open_to_it(member).in_bulk(order)
    people = [here[who] for who in order if who in here][:limit]
    found = _with_reasons(member, people, ballots, set(near))
    if len(found) < limit:
        found += _new_here(member, limit - len(found), out | {one.member.pk for one in found}, now)
    return found


def _near(member: Member, packed: Packed, now: datetime) -> list[int]:
    """Whom the graph leads to. Who does not want to be named leads to nobody."""
    if not packed:
        return []
    today = now.toordinal()
    span = float(max(1, today - int(days(packed).min())))
    own = _leading(member, packed)

    def look(nodes: Ints) -> Arcs:
        numbers = nodes.tolist()
        rows: dict[int, Packed] = {member.pk: own} if numbers == [member.pk] else _packed(numbers)
        return arcs([rows.get(number, b"") for number in numbers], today, span)

    ids, _scores = closest(member.pk, look)
    near: list[int] = ids[: LOOKED_AT * 2].tolist()
    return near


def _leading(member: Member, packed: Packed) -> bytes:
    return only(packed, nameable(member).filter(pk__in=others(packed)).values_list("pk", flat=True))


def _packed(members: Sequence[int]) -> dict[int, Packed]:
    return dict(Neighbours.objects.filter(pk__in=members).values_list("pk", "packed"))


def _sent_away(member: Member, now: datetime) -> set[int]:
    """Ids of all whom this member is not to be shown, whatever speaks for them."""
    asked = Request.objects.filter(Q(by=member) | Q(other=member)).values_list("by_id", "other_id")
    still = Q(until=None) | Q(until__gt=now)
    return {
        *(who for pair in asked for who in pair),
        *NotThisOne.objects.filter(still, by=member).values_list("other_id", flat=True),
        *Mute.objects.filter(by=member).values_list("other_id", flat=True),
        *Block.of(member),
    }


def _fused(rankings: Iterable[Sequence[int]], out: set[int]) -> list[int]:
    score: defaultdict[int, float] = defaultdict(float)
    for ranked in rankings:
        for place, who in enumerate(who for who in ranked if who not in out):
            score[who] += 1 / (FIRST + place)
    return sorted(score, key=lambda who: (-score[who], who))


def _open_to_it(member: Member) -> MemberQuerySet:
    """Those who are here for this member, and have not said that they are not to be suggested."""
    closed = Openness.objects.filter(is_suggested=False).values("member")
    here: MemberQuerySet = Member.objects.visible_to(member).exclude(pk__in=closed)
    return here


def _with_reasons(
    member: Member, people: Sequence[Member], ballots: Sequence[tuple[Voter, list[int]]], near: set[int]
) -> list[Suggested]:
    both = mutuals(member, [one.pk for one in people])
    found = []
    for one in people:
        spoken = [said(both[one.pk]), *(voter.reason(member, one) for voter, ranked in ballots if one.pk in ranked)]
        reason = " ".join([word for word in spoken if word][:SENTENCES])
        if not reason and one.pk in near:
            reason = _("People whom your connections know are connected with them.")
        if reason:
            found.append(Suggested(one, reason))
    return found


def _new_here(member: Member, limit: int, out: set[int], now: datetime) -> list[Suggested]:
    """Who came lately, the newest first."""
    newest = _open_to_it(member).exclude(pk__in=out).select_related("account").order_by("-pk")[:limit]
    return [
        Suggested(one, _("Came here %(when)s.") % {"when": ago(one.account.joined_at, now)})
        for one in newest
        if now - one.account.joined_at < NEW_HERE
    ]


def not_this_one(*, by: Member, other: Member, for_good: bool, now: datetime) -> None:
    """Do not suggest `other` for ninety days, or ever again; nobody is told."""
    NotThisOne.objects.update_or_create(
        by=by, other=other, defaults={"said_at": now, "until": None if for_good else now + NOT_NOW}
    )
