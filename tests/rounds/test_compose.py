from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.rounds.compose import EVERY_SIXTH, Candidate, Lane, Slot, compose, minutes_of, places_aside
from rapport.rounds.peace import Memory

TODAY = 740_000
QUIET = next(seed for seed in range(EVERY_SIXTH) if not places_aside(TODAY, seed, 5))
ASIDE_DAY = next(seed for seed in range(EVERY_SIXTH) if places_aside(TODAY, seed, 5))
WORTH_IT = (Slot.WORTH_IT, Slot.TOGETHER)


def act(person: int, slot: Slot = Slot.GET_BACK, worth: float = 0.5, minutes: int = 3) -> Candidate:
    lane: Lane = "worth_it" if slot in WORTH_IT else "likely"
    return Candidate(f"{slot.name}:{person}", slot.name.lower(), (person,), slot, lane, worth, minutes)


def a_round(*candidates: Candidate, memory: Memory = Memory(), acts: int = 5, minutes: int = 15) -> list[Slot]:  # noqa: B008
    chosen = compose(candidates, memory=memory, today=TODAY, seed=QUIET, acts=acts, minutes=minutes)
    return [each.slot for each in chosen]


def plenty() -> list[Candidate]:
    return [
        act(100 * slot + number, slot, 0.9 - number / 100)
        for slot in (Slot.GET_BACK, Slot.SLIPPING, Slot.WORTH_IT, Slot.TOGETHER)
        for number in range(10)
    ]


def test_nothing_to_do_is_an_empty_round() -> None:
    assert a_round() == []


def test_the_plan_of_a_plain_day() -> None:
    assert a_round(*plenty()) == [Slot.GET_BACK, Slot.GET_BACK, Slot.SLIPPING, Slot.WORTH_IT, Slot.TOGETHER]


def test_what_is_owed_comes_before_the_plan() -> None:
    owed = [act(1, Slot.OWED, 0.1), act(2, Slot.OWED, 0.2)]
    chosen = a_round(*plenty(), *owed)
    assert chosen[:2] == [Slot.OWED, Slot.OWED]
    assert set(chosen) & set(WORTH_IT)
    assert len(chosen) == 5


def test_a_newcomer_wins_by_worth_per_minute() -> None:
    assert Slot.OPEN in a_round(*plenty(), act(1, Slot.OPEN, 0.5, minutes=1))
    assert Slot.OPEN not in a_round(*plenty(), act(1, Slot.OPEN, 0.5, minutes=3))


def test_newcomers_do_not_fill_the_day() -> None:
    newcomers = [act(number, Slot.OPEN, 1.0, minutes=1) for number in range(9)]
    assert a_round(*plenty(), *newcomers).count(Slot.OPEN) == 2


def test_empty_places_go_to_the_next_best() -> None:
    assert a_round(*(act(number) for number in range(9))) == [Slot.GET_BACK] * 5


def test_the_minutes_are_kept() -> None:
    assert len(a_round(*plenty(), minutes=7)) == 2
    assert a_round(*plenty(), minutes=0) == []
    assert a_round(*plenty(), acts=0) == []


def test_nobody_stands_in_a_round_twice() -> None:
    both = Candidate("introduce:1-2", "introduce", (1, 2), Slot.TOGETHER, "worth_it", 0.9, 3)
    assert a_round(both, act(1), act(2), act(3)) == [Slot.GET_BACK, Slot.TOGETHER]


def test_the_owners_own_cadence_comes_before_chance() -> None:
    due = replace(act(1, worth=0.01), is_due=True)
    chosen = compose([*plenty(), due], memory=Memory(), today=TODAY, seed=QUIET)
    assert due in chosen


def test_nobody_again_within_fourteen_days() -> None:
    assert a_round(act(1), memory=Memory(shown={1: TODAY - 13})) == []
    assert a_round(act(1, Slot.OWED), memory=Memory(shown={1: TODAY - 1})) == []
    assert a_round(act(1), memory=Memory(shown={1: TODAY - 14})) == [Slot.GET_BACK]


def test_three_unanswered_tries_leave_in_peace() -> None:
    assert a_round(act(1), memory=Memory(unanswered={1: 2})) == [Slot.GET_BACK]
    assert a_round(act(1), memory=Memory(unanswered={1: 3})) == []
    assert a_round(act(1, Slot.OWED), memory=Memory(unanswered={1: 3})) == [Slot.OWED]


def test_snoozed_refused_and_resting_are_left_out() -> None:
    assert a_round(act(1), memory=Memory(asleep={1: TODAY + 1})) == []
    assert a_round(act(1), memory=Memory(asleep={1: TODAY})) == [Slot.GET_BACK]
    assert a_round(act(1), memory=Memory(refused=frozenset({"GET_BACK:1"}))) == []
    assert a_round(act(1, Slot.OWED), memory=Memory(resting=frozenset({1}))) == []


def test_once_shown_the_round_only_shrinks() -> None:
    shown = Memory(shown={1: TODAY, 2: TODAY}, answered=frozenset({2}))
    chosen = compose([act(1), act(2), act(3)], memory=shown, today=TODAY, seed=QUIET)
    assert [each.people for each in chosen] == [(1,)]


def test_the_place_aside_goes_to_somebody_unplanned() -> None:
    aside = [act(number, Slot.ASIDE, 0.01) for number in range(900, 910)]
    chosen = compose([*plenty(), *aside], memory=Memory(), today=TODAY, seed=ASIDE_DAY)
    assert [each.slot for each in chosen].count(Slot.ASIDE) == 1
    assert Slot.ASIDE not in a_round(*plenty(), *aside)


def test_debts_leave_the_place_aside_alone() -> None:
    owed = [act(number, Slot.OWED) for number in range(9)]
    chosen = compose([*owed, act(99, Slot.ASIDE)], memory=Memory(), today=TODAY, seed=ASIDE_DAY)
    assert [each.slot for each in chosen].count(Slot.ASIDE) == 1


CANDIDATES = st.lists(
    st.builds(
        act,
        st.integers(0, 30),
        st.sampled_from(Slot),
        st.floats(0, 1, allow_nan=False),
        st.integers(1, 9),
    ),
    max_size=40,
    unique_by=lambda each: each.key,
)


@given(CANDIDATES, st.integers(0, 8), st.integers(0, 40), st.integers(0, 9), st.randoms(use_true_random=False))
def test_any_candidates_keep_the_rules(
    candidates: list[Candidate], acts: int, minutes: int, seed: int, random: Random
) -> None:
    chosen = compose(candidates, memory=Memory(), today=TODAY, seed=seed, acts=acts, minutes=minutes)
    people = [person for each in chosen for person in each.people]
    assert len(chosen) <= acts
    assert minutes_of(chosen) <= minutes
    assert len(people) == len(set(people))
    shuffled = list(candidates)
    random.shuffle(shuffled)
    assert compose(shuffled, memory=Memory(), today=TODAY, seed=seed, acts=acts, minutes=minutes) == chosen


@settings(max_examples=25)
@given(st.integers(0, 1000), st.integers(700_000, 750_000), st.integers(1, 9))
def test_a_month_has_one_act_in_seven_aside_and_nobody_twice(seed: int, first: int, acts: int) -> None:
    shown: dict[int, int] = {}
    slots = []
    for today in range(first, first + 30):
        people = [number for number in range(300) if (number * 7 + today) % 3]
        pool = [act(number, Slot.ASIDE if number % 4 == 0 else Slot(number % 7), number % 11 / 11) for number in people]
        chosen = compose(pool, memory=Memory(shown=dict(shown)), today=today, seed=seed, acts=acts, minutes=99)
        for each in chosen:
            assert today - shown.get(each.people[0], 0) >= 14
            shown[each.people[0]] = today
        slots += [each.slot for each in chosen]
    assert len(slots) == 30 * acts
    assert slots.count(Slot.ASIDE) * 7 >= len(slots)
