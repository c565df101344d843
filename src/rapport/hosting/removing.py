"""What was reported is removed by the host; those whom it concerns hear why, and the act stands for all to read."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from rapport.events.appointments import take_out
from rapport.events.models import Event, Occurrence
from rapport.events.referents import about
from rapport.events.telling import answered
from rapport.groups.closing import close_by_host
from rapport.groups.models import Group
from rapport.hosting.models import Report
from rapport.hosting.reporting import note
from rapport.journal.write import forget, record
from rapport.members.models import Member
from rapport.profiles.models import Expertise, Line, Offer, OfferedFile, ProfileLink, ShownInterest, Wanted
from rapport.profiles.portrait import take_down
from rapport.profiles.say import say, say_lines
from rapport.talk import posting
from rapport.talk.commenting import remove_another_s
from rapport.talk.models import Comment, Post

KINDS = ("post", "comment", "event", "group", "member")
LINES: dict[str, type[Line]] = {
    "offers": Offer,
    "wanted": Wanted,
    "expertise": Expertise,
    "interests": ShownInterest,
}
PARTS = ("photo", "business", "about", "place", *LINES, "links", "files")
"""Of a profile: the parts that are removed each by itself."""


class RefusedError(Exception):
    """No open report is about it, it is gone already, no reason is given, or no such part."""


@transaction.atomic
def remove(*, subject: str, host: Member, why: str, now: datetime, part: str = "") -> None:
    """Only what an open report is about, with a reason; `part` says which of a profile. Raises RefusedError."""
    kind, _, key = subject.partition(":")
    matter = Report.objects.select_for_update().filter(subject=subject, state="open")
    if kind not in KINDS or not why.strip() or not matter.exists():
        raise RefusedError
    concerned = _profile_part(key, part) if kind == "member" else _REMOVALS[kind](key, host, now)
    matter.update(state="settled")
    line = note(host=host, act="removed", kind=part or kind, why=why, now=now)
    record(actor=host, verb="host.remove", subject=f"audit:{line.pk}", towards=concerned, done_at=now)


def _post(key: str, _host: Member, _now: datetime) -> list[Member]:
    post = Post.objects.filter(pk=key).select_related("author").first()
    if post is None:
        raise RefusedError
    posting.delete(post=post)
    return [post.author]


def _comment(key: str, _host: Member, now: datetime) -> list[Member]:
    comment = Comment.objects.filter(pk=key, is_removed=False).select_related("author").first()
    if comment is None:
        raise RefusedError
    remove_another_s(comment=comment, by="host", now=now)
    return [comment.author] if comment.author else []


def _event(key: str, _host: Member, now: datetime) -> list[Member]:
    """Gone with all that was said of it; whoever answered hears of it."""
    event = Event.objects.filter(pk=key).select_related("made_by").first()
    if event is None:
        raise RefusedError
    concerned = [*answered(event, now), *([event.made_by] if event.made_by else [])]
    for date in Occurrence.objects.filter(event=event):
        forget(about(event, date))
    forget(about(event))
    take_out(event, now)
    event.delete()
    return concerned


def _group(key: str, host: Member, now: datetime) -> list[Member]:
    """Closed for good and seen by its members alone, without the words about it: what they wrote is theirs."""
    group = Group.objects.filter(handle=key).first()
    if group is None:
        raise RefusedError
    return close_by_host(group=group, by=host, now=now)


def _profile_part(handle: str, part: str) -> list[Member]:
    member = Member.objects.filter(handle=handle).first()
    if member is None or part not in PARTS:
        raise RefusedError
    if part == "photo":
        take_down(member=member)
    elif part in LINES:
        say_lines(member=member, model=LINES[part], texts=[], audience=1)
    elif part in ("links", "files"):
        (ProfileLink if part == "links" else OfferedFile).objects.filter(member=member).delete()
    else:
        say(member=member, **{part: ""})
    return [member]


_REMOVALS: dict[str, Callable[[str, Member, datetime], list[Member]]] = {
    "post": _post,
    "comment": _comment,
    "event": _event,
    "group": _group,
}
