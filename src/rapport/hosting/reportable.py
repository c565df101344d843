"""What can be reported, as the one who reports it sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from rapport.events.models import Event
from rapport.groups.models import Group
from rapport.help.models import Answer, Question, Thanks
from rapport.members.models import Member
from rapport.talk.models import Comment, Post
from rapport.threads.models import Message, Thread
from rapport.trust.models import Testimonial, Vouch


@dataclass(frozen=True)
class Reported:
    """Who wrote it (None once they have left), how it reads, and where it stands."""

    author: Member | None
    text: str
    path: str


def reported(viewer: Member, subject: str) -> Reported | None:
    """What `subject` (`post:12`) is to this viewer; None for what they cannot see and for what is no such thing."""
    kind, _, key = subject.partition(":")
    load = _KINDS.get(kind)
    if load is None or len(key) > 40:
        return None
    return load(viewer, key) if kind in _BY_NAME or _is_number(key) else None


def _is_number(key: str) -> bool:
    """As it is written in addresses (not 012 or ١٢): all who report one thing say the same of it."""
    return key.isdecimal() and key == str(int(key))


def kinds() -> frozenset[str]:
    return frozenset(_KINDS)


def _member(viewer: Member, handle: str) -> Reported | None:
    found = Member.objects.visible_to(viewer).filter(handle=handle).first()
    return Reported(found, found.name, found.path) if found else None


def _post(viewer: Member, key: str) -> Reported | None:
    found = Post.objects.visible_to(viewer).select_related("author").filter(pk=int(key)).first()
    return Reported(found.author, f"{found.title}\n{found.body}".strip(), found.path) if found else None


def _comment(viewer: Member, key: str) -> Reported | None:
    found = Comment.objects.visible_to(viewer).select_related("author").filter(pk=int(key)).first()
    return Reported(found.author, found.body, found.path) if found else None


def _message(viewer: Member, key: str) -> Reported | None:
    """Of a conversation one takes part in; the host sees this one message."""
    rows = Message.objects.filter(thread__in=Thread.objects.visible_to(viewer)).select_related("author")
    found = rows.exclude(body="").filter(pk=int(key)).first()
    return Reported(found.author, found.body, f"/threads/{found.thread_id}/") if found else None


def _question(viewer: Member, key: str) -> Reported | None:
    """Who asked without a name stays without one, for the host too; whoever reports it is told nothing by trying."""
    found = Question.objects.visible_to(viewer).select_related("asker").filter(pk=int(key)).first()
    asker = found.named_to(viewer) if found else None
    return Reported(asker, f"{found.title}\n{found.text}".strip(), found.path) if found else None


def _answer(viewer: Member, key: str) -> Reported | None:
    rows = Answer.objects.visible_to(viewer).select_related("author", "question")
    found = rows.filter(pk=int(key)).first()
    return Reported(found.author, found.text, found.question.path) if found else None


def _vouch(viewer: Member, key: str) -> Reported | None:
    found = Vouch.objects.visible_to(viewer).select_related("by", "about").filter(pk=int(key)).first()
    return Reported(found.by, f"{found.skill}: {found.how}", found.about.path) if found else None


def _testimonial(viewer: Member, key: str) -> Reported | None:
    found = Testimonial.objects.visible_to(viewer).select_related("by", "about").filter(pk=int(key)).first()
    return Reported(found.by, found.text, found.about.path) if found else None


def _thanks(viewer: Member, key: str) -> Reported | None:
    found = Thanks.objects.visible_to(viewer).select_related("by").filter(pk=int(key)).first()
    return Reported(found.by, found.text, found.path) if found else None


def _group(viewer: Member, handle: str) -> Reported | None:
    found = Group.objects.visible_to(viewer).filter(handle=handle).first()
    return Reported(None, f"{found.name}\n{found.about}".strip(), found.path) if found else None


def _event(viewer: Member, key: str) -> Reported | None:
    found = Event.objects.visible_to(viewer).select_related("made_by").filter(pk=int(key)).first()
    maker = found.made_by if found else None
    return Reported(maker, f"{found.title}\n{found.about}".strip(), found.path) if found else None


_BY_NAME = ("member", "group")  # others are numbered
_KINDS: dict[str, Callable[[Member, str], Reported | None]] = {
    "member": _member,
    "post": _post,
    "comment": _comment,
    "message": _message,
    "question": _question,
    "answer": _answer,
    "vouch": _vouch,
    "testimonial": _testimonial,
    "thanks": _thanks,
    "group": _group,
    "event": _event,
}
