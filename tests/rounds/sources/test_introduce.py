from datetime import timedelta

import pytest

import cast
from introductions.knowing import two
from rapport.introductions.models import Introduction
from rapport.introductions.steps import begin, move
from rapport.people.models import Interest
from rounds.morning import TODAY, acts, card, kinds

pytestmark = pytest.mark.django_db


def test_two_who_both_love_butterflies() -> None:
    ann, bo, brigid = two()
    introduce = card(ann, "introduce")
    assert introduce.people == (bo, brigid)
    assert introduce.reason.startswith("Both care for butterflies, and they seem never to have met.")
    assert introduce.url == f"/introductions/{bo.number}/and/{brigid.number}/?topic=butterflies"


def test_who_confided_it_is_named_first() -> None:
    ann, bo, brigid = two()
    key = card(ann, "introduce").key
    Interest.objects.filter(person=brigid, topic="butterflies").update(is_confided=True)
    introduce = card(ann, "introduce")
    assert (introduce.people, introduce.key) == ((brigid, bo), key)
    assert introduce.act == "Introduce Brigid O'Daly and Bo Lindqvist"


def test_the_owner_s_turn_in_one_under_way() -> None:
    ann, bo, brigid = two()
    begun = begin(first=bo, second=brigid, topic="butterflies", now=cast.MORNING)
    move(begun, "first_asked", now=cast.MORNING)
    assert "introduce" not in kinds(ann)
    move(begun, "first_agreed", now=cast.MORNING)
    assert card(ann, "introduce").act == "Ask Brigid O'Daly"


def test_what_came_of_it_is_asked_a_month_later() -> None:
    ann, bo, brigid = two()
    begin(first=bo, second=brigid, topic="butterflies", now=cast.MORNING)
    Introduction.objects.update(state="made", moved_at=cast.MORNING - timedelta(days=31))
    assert card(ann, "introduce").act == "Ask what came of it"
    assert "introduce" not in kinds(ann, on=TODAY + timedelta(days=200))


def test_what_came_of_it_is_asked_though_there_are_ideas() -> None:
    ann, bo, brigid = two()
    begun = begin(first=cast.known(ann, "Sal"), second=cast.known(ann, "Rana"), topic="", now=cast.MORNING)
    Introduction.objects.update(state="made", moved_at=cast.MORNING - timedelta(days=31))
    first, *_ideas = [act for act in acts(ann) if act.kind == "introduce"]
    assert (first.act, first.url) == ("Ask what came of it", begun.path)
    begin(first=bo, second=brigid, topic="butterflies", now=cast.MORNING)
    Introduction.objects.exclude(pk=begun.pk).update(state="agreed")
    assert [act.act for act in acts(ann) if act.kind == "introduce"][
        0
    ] == "Bring Bo Lindqvist and Brigid O'Daly together"
