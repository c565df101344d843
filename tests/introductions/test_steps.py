import re
from datetime import timedelta

import pytest
from django.test import Client

import cast
from introductions.knowing import cares, two
from rapport.introductions.letters import letter_of
from rapport.introductions.models import Introduction
from rapport.introductions.steps import BACK, NEXT, StepError, begin, by_need, move, step_back, tell_outcome
from rapport.people.models import Interest
from rapport.ties.models import Interaction, Tie

pytestmark = pytest.mark.django_db
WAY = ("first_asked", "first_agreed", "second_asked", "agreed", "made")


def begun(*, confided_first: bool = False, confided_second: bool = False) -> Introduction:
    _, bo, brigid = two()
    Interest.objects.filter(person=bo).update(is_confided=confided_first)
    Interest.objects.filter(person=brigid).update(is_confided=confided_second)
    return begin(first=bo, second=brigid, topic="butterflies", now=cast.MORNING)


def letters(introduction: Introduction) -> list[str]:
    written = []
    for state in WAY:
        letter = letter_of(introduction)
        written += [f"{letter.subject}\n{letter.body}"] if letter else []
        move(introduction, state, now=cast.MORNING)
    return written


def test_from_the_first_question_to_one_letter_to_both() -> None:
    to_first, to_second, to_both = letters(begun())
    assert "Brigid" not in to_first
    assert "butterflies" in to_first
    assert "Bo Lindqvist" in to_second
    assert "butterflies" in to_second
    assert "Dear Bo, dear Brigid" in to_both


def test_what_the_first_confided_is_named_to_nobody_else() -> None:
    to_first, *others = letters(begun(confided_first=True))
    assert "butterflies" in to_first
    assert not [letter for letter in others if "butterflies" in letter]


def test_what_the_second_confided_is_named_to_nobody_else() -> None:
    to_first, to_second, to_both = letters(begun(confided_second=True))
    assert "butterflies" not in to_first + to_both
    assert "butterflies" in to_second


def test_what_both_confided_stands_in_no_letter_that_the_other_reads() -> None:
    written = letters(begun(confided_first=True, confided_second=True))
    assert "butterflies" not in "".join(written)


def test_a_refusal_by_the_first_leaves_the_second_without_a_trace() -> None:
    introduction = begun()
    move(introduction, "first_asked", now=cast.MORNING)
    move(introduction, "declined", now=cast.MORNING)
    assert introduction.declined_by == "first"
    assert not Tie.objects.filter(person=introduction.second).exists()
    assert letter_of(introduction) is None
    with pytest.raises(StepError):
        move(introduction, "second_asked", now=cast.MORNING)


def test_asking_and_introducing_are_touches() -> None:
    introduction = begun()
    letters(introduction)
    assert sorted(Interaction.objects.values_list("kind", flat=True)) == ["introduction", "message", "message"]
    assert Interaction.objects.get(kind="introduction").touches.count() == 2


@pytest.mark.parametrize("state", [*BACK, "declined"])
def test_a_step_can_be_taken_back_with_its_touch(state: str) -> None:
    introduction = begun()
    for step in WAY[: WAY.index(state) + 1] if state in WAY else ("first_asked",):
        move(introduction, step, now=cast.MORNING)
    if state not in WAY:
        move(introduction, state, now=cast.MORNING)
    before = Interaction.objects.count()
    step_back(introduction, now=cast.MORNING)
    assert Interaction.objects.count() == before - (state in ("first_asked", "second_asked", "made"))
    assert state in NEXT[introduction.state] or state == "dropped"


def test_no_step_leads_past_a_question() -> None:
    introduction = begun()
    for state in ("first_agreed", "second_asked", "agreed", "made", "nonsense"):
        with pytest.raises(StepError):
            move(introduction, state, now=cast.MORNING)


def test_there_is_one_introduction_of_two_people() -> None:
    introduction = begun()
    assert begin(first=introduction.second, second=introduction.first, topic="", now=cast.MORNING) == introduction


def test_what_came_of_it_is_kept() -> None:
    introduction = begun()
    tell_outcome(introduction, "  They count together every August.  ")
    assert Introduction.objects.get().outcome == "They count together every August."


def test_nobody_is_introduced_to_themselves() -> None:
    _, bo, _ = two()
    cares(bo, "chess")
    with pytest.raises(StepError):
        begin(first=bo, second=bo, topic="chess", now=cast.MORNING)


def test_what_needs_the_owner_stands_first_then_what_waits_the_newest_before_the_older() -> None:
    ann, bo, *_ = two()
    states = ("first_asked", "idea", "agreed", "second_asked", "first_agreed", "idea")
    for number, state in enumerate(states, 1):
        other = cast.known(ann, f"Guest {number}")
        moved = cast.MORNING + timedelta(days=number)
        told = {"book": bo.book, "number": number, "first": bo, "second": other}
        Introduction.objects.create(**told, state=state, moved_at=moved)
    assert [one.number for one in by_need(Introduction.objects.all())] == [3, 5, 6, 2, 4, 1]
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(ann.account)
    shown = re.findall(r'href="/introductions/(\d+)/"', client.get("/introductions/").content.decode())
    assert shown == ["3", "5", "6", "2", "4", "1"]
