"""Acts of a hub that has two verbs, for tests of what comes of them."""

from collections.abc import Iterator
from unittest.mock import patch

import cast
from rapport.journal.models import Deed
from rapport.journal.verb import Verb
from rapport.journal.work import read_all
from rapport.journal.write import record
from rapport.members.models import Member

KNOWN = {
    "thank": Verb("thank", "%(actor)s thanks you"),
    "ask": Verb("ask", "%(actor)s asks you", is_pressing=True),
}


def two_verbs() -> Iterator[None]:
    with (
        patch("rapport.journal.write.verbs", lambda: KNOWN),
        patch("rapport.notices.reader.verbs", lambda: KNOWN),
        patch("rapport.notices.saying.verbs", lambda: KNOWN),
    ):
        yield


def act(actor: Member, other: Member, verb: str = "thank", subject: str = "") -> Deed:
    """`actor` did it, and everybody who reads has read of it."""
    deed = record(actor=actor, verb=verb, subject=subject, towards=[other], done_at=cast.MORNING)
    read_all()
    return deed
