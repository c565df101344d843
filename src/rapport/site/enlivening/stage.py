"""What the acts of the hub stand on: the truth, the moment up to which it is told, and who and what is there by now."""

from dataclasses import dataclass, field
from datetime import datetime

from rapport.events.models import Event
from rapport.groups.models import Group
from rapport.members.models import Member
from rapport.talk.models import Comment, Post
from rapport.town.hub import Hub


@dataclass
class Stage:
    """By the truth's own keys. `comments` in the order in which they were written, by post."""

    hub: Hub
    now: datetime
    members: dict[str, Member] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    comments: dict[str, list[Comment]] = field(default_factory=dict)
