"""Somebody asked to connect."""

import pytest

import cast
from rapport.members.blocking import block, mute
from rapport.network.models import Request
from rapport.people.models import Book
from rapport.rounds.answers import answer
from rounds.morning import TODAY, card, kinds

pytestmark = pytest.mark.django_db


def test_a_request_is_a_card_with_its_note() -> None:
    ann, cy = cast.ann(), cast.cy()
    Request.objects.create(by=cy, other=ann, note="We met at the lantern.", asked_at=cast.MORNING)
    assert card(ann, "request").reason == "They asked to connect today: “We met at the lantern.”"


def test_what_was_ignored_or_comes_from_somebody_blocked_is_none() -> None:
    ann, cy = cast.ann(), cast.cy()
    request = Request.objects.create(by=cy, other=ann, asked_at=cast.MORNING, ignored_at=cast.MORNING)
    assert "request" not in kinds(ann)
    Request.objects.filter(pk=request.pk).update(ignored_at=None)
    block(by=ann, other=cy, now=cast.MORNING)
    assert "request" not in kinds(ann)


def test_not_this_is_remembered_and_the_round_of_the_day_only_shrinks() -> None:
    ann, cy, bo = cast.ann(), cast.cy(), cast.bo()
    Request.objects.create(by=cy, other=ann, asked_at=cast.MORNING)
    answer(Book.of(ann), card(ann, "request").key, "not_this", on=TODAY, now=cast.MORNING)
    Request.objects.create(by=bo, other=ann, asked_at=cast.MORNING)
    assert "request" not in kinds(ann), "what came after the first answer waits for tomorrow"


def test_somebody_muted_is_no_card_of_today() -> None:
    ann, cy = cast.ann(), cast.cy()
    Request.objects.create(by=cy, other=ann, asked_at=cast.MORNING)
    mute(by=ann, other=cy, now=cast.MORNING)
    assert "request" not in kinds(ann)
