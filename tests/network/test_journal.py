"""What the journal says of this room's acts, and to whom it leads."""

import pytest

import cast
from network.knitting import NOW, three
from rapport.journal.models import Deed
from rapport.journal.referent import resolve
from rapport.journal.verb import verbs
from rapport.journal.work import read_all
from rapport.members.blocking import block
from rapport.network.connect import accept, ask, ignore
from rapport.network.follow import follow
from rapport.network.models import Connection, Request
from rapport.ties.linking import link
from rapport.ties.models import Interaction

pytestmark = pytest.mark.django_db


def test_the_two_are_led_to_each_other_and_nobody_else_is_led_anywhere() -> None:
    ann, bo, cy = three()
    ask(by=ann, other=bo, now=NOW)
    follow(by=ann, other=bo, now=NOW)
    references = list(Deed.objects.values_list("subject", flat=True))
    assert {shown.title for shown in resolve(bo, references).values()} == {"Ann Okafor"}
    assert {shown.path for shown in resolve(ann, references).values()} == {"/members/bo/"}
    for viewer in (cy, None):
        assert resolve(viewer, references) == {}


@pytest.mark.parametrize("wrong", ["request:", "request:x", "request:9999999999999999999999", "follow:²"])
def test_what_is_no_reference_leads_nowhere(wrong: str) -> None:
    assert resolve(cast.ann(), [wrong]) == {}


def test_an_ignored_request_leads_only_its_asker() -> None:
    ann, bo, _ = three()
    ask(by=ann, other=bo, now=NOW)
    reference = Request.objects.get().reference
    ignore(by=bo, asker=ann, now=NOW)
    assert (len(resolve(ann, [reference])), resolve(bo, [reference])) == (1, {})


def test_a_block_leaves_no_deed_between_them() -> None:
    ann, bo, _ = three()
    follow(by=ann, other=bo, now=NOW)
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    block(by=ann, other=bo, now=NOW)
    assert (Deed.objects.count(), Connection.objects.count()) == (0, 0)


def test_being_connected_warms_no_tie() -> None:
    ann, bo, _ = three()
    link(person=cast.known(ann, "Bo Lindqvist"), member=bo, now=NOW)
    ask(by=ann, other=bo, now=NOW)
    accept(by=bo, asker=ann, now=NOW)
    read_all()
    assert not Interaction.objects.exists()
    assert {verbs()[name].warmth for name in ("connect.ask", "connect.accept", "follow")} == {0}
