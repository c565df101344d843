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

from rapport.kit.bulk import chunks
from rapport.kit.wording import ago
from rapport.members.models import Member, Mute
from rapport.network.closeness import FIRST, Arcs, Ints, closest
from rapport.network.models import NotThisOne, Openness, Request
from rapport.network.mutual import packed_of, said
from rapport.network.packing import Packed, arcs, days, others, without
from rapport.network.voter import Voter, voters

LOOKED_AT = 100  # of the best, before those are taken out who do not want to be suggested
NEW_HERE = timedelta(days=60)
SENTENCES = 2
SPARE = 4  # asked for beyond the limit at first, as some do not want to be suggested
_CONSENTS, _OPEN = ("is_suggested", "is_named"), (True, True)


@dataclass(frozen=True)
class Suggested:
    member: Member
    reason: str


def suggested(member: Member, limit: int, *, now: datetime) -> list[Suggested]:
    """At most `limit` people, the likeliest first; on a hub where nothing is known yet, those who came lately."""
    packed = packed_of([member.pk]).get(member.pk, b"")
    mine = set(others(packed))
    out = {member.pk, *mine, *_sent_away(member, now)}
    near = _near(member, packed, now)
    ballots = [(voter, list(voter.vote(member))) for voter in voters()]
    order = _fused([near, *(ranked for _, ranked in ballots)], out)[:LOOKED_AT]
    found: list[Suggested] = []
    for part in chunks(order, limit + SPARE):
        found += _with_reasons(member, part, mine, ballots, set(near))
        if len(found) >= limit:
            return found[:limit]
    return found + _new_here(member, limit - len(found), out | {one.member.pk for one in found}, now)


def _near(member: Member, packed: Packed, now: datetime) -> list[int]:
    """Whom the graph leads to. Who does not want to be named leads to nobody."""
    if not packed:
        return []
    today = now.toordinal()
    span = float(max(1, today - int(days(packed).min())))
    unnamed = Openness.objects.filter(pk__in=others(packed), is_named=False).values_list("pk", flat=True)
    own = {member.pk: without(packed, list(unnamed))}

    def look(nodes: Ints) -> Arcs:
        numbers = nodes.tolist()
        rows = own if numbers == [member.pk] else packed_of(numbers)
        return arcs([rows.get(number, b"") for number in numbers], today, span)

    ids, _scores = closest(member.pk, look)
    near: list[int] = ids[: LOOKED_AT * 2].tolist()
    return near


def _sent_away(member: Member, now: datetime) -> set[int]:
    """Ids of all whom this member is not to be shown, whatever speaks for them; blocks are `visible_to`'s business."""
    away = NotThisOne.objects.filter(Q(until=None) | Q(until__gt=now), by=member).values_list("other_id")
    asked = Request.objects.filter(by=member).values_list("other_id")
    asking = Request.objects.filter(other=member).values_list("by_id")
    muted = Mute.objects.filter(by=member).values_list("other_id")
    return {who for (who,) in away.union(asked, asking, muted, all=True)}


def _fused(rankings: Iterable[Sequence[int]], out: set[int]) -> list[int]:
    score: defaultdict[int, float] = defaultdict(float)
    for ranked in rankings:
        for place, who in enumerate(who for who in ranked if who not in out):
            score[who] += 1 / (FIRST + place)
    return sorted(score, key=lambda who: (-score[who], who))


def _with_reasons(
    member: Member, order: Sequence[int], mine: set[int], ballots: Sequence[tuple[Voter, list[int]]], near: set[int]
) -> list[Suggested]:
    """Those of them who are here for this member, want to be suggested, and of whom there is something to say."""
    both = {who: mine.intersection(others(packed)) for who, packed in packed_of(order).items()}
    wanted = {*order, *(one for shared in both.values() for one in shared)}
    here = Member.objects.visible_to(member).in_bulk(wanted)
    closed = Openness.objects.filter(Q(is_suggested=False) | Q(is_named=False), pk__in=wanted)
    says = {pk: (is_suggested, is_named) for pk, is_suggested, is_named in closed.values_list("pk", *_CONSENTS)}
    found = []
    for one in (here[who] for who in order if who in here and says.get(who, _OPEN)[0]):
        named = sorted(here[who].name for who in both.get(one.pk, ()) if who in here and says.get(who, _OPEN)[1])
        spoken = [said(named), *(voter.reason(member, one) for voter, ranked in ballots if one.pk in ranked)]
        reason = " ".join([word for word in spoken if word][:SENTENCES])
        if not reason and one.pk in near:
            reason = _("People whom your connections know are connected with them.")
        if reason:
            found.append(Suggested(one, reason))
    return found


def _new_here(member: Member, limit: int, out: set[int], now: datetime) -> list[Suggested]:
    """Who came lately, the newest first."""
    closed = Openness.objects.filter(is_suggested=False).values("member")
    here = Member.objects.visible_to(member).exclude(pk__in=closed).exclude(pk__in=out)
    newest = here.select_related("account").order_by("-pk")[:limit]
    return [
        Suggested(one, _("Came here %(when)s.") % {"when": ago(one.account.joined_at, now)})
        for one in newest
        if now - one.account.joined_at < NEW_HERE
    ]
