"""Two tellings of one person become one."""

from hypothesis import given
from hypothesis import strategies as st

from rapport.formats.facts import Handle, Job, NameForm, PersonFact
from rapport.readers.uniting import unite

BO = PersonFact("1", "Bo Lindqvist", handles=(Handle("email", "bo@x.example"),))


def test_parts_are_joined_in_order_without_repeats():
    other = PersonFact("1", "Bo Lindqvist", handles=(Handle("phone", "+46"), *BO.handles), jobs=(Job("Harbour"),))
    united = unite(BO, other)
    assert [handle.platform for handle in united.handles] == ["email", "phone"]
    assert united.jobs == (Job("Harbour"),)
    assert united.names == ()


def test_another_name_is_an_alias():
    assert unite(BO, PersonFact("1", "Bosse")).names == (NameForm("Bosse", "alias"),)
    assert unite(BO, PersonFact("1", "BO LINDQVIST")).names == ()


def test_a_name_is_better_than_none():
    united = unite(PersonFact("1", ""), BO)
    assert (united.name, united.names) == ("Bo Lindqvist", ())


def test_faint_only_if_both_are():
    faint = PersonFact("1", "Bo Lindqvist", is_faint=True)
    assert unite(faint, faint).is_faint
    assert not unite(faint, BO).is_faint
    assert not unite(BO, faint).is_faint


def test_endless_parts_are_cut():
    crowd = PersonFact("1", "Bo", labels=tuple(map(str, range(2000))))
    assert len(unite(BO, crowd).labels) == 500


names = st.sampled_from(["", "Bo", "Bosse", "bo"])
people = st.builds(
    PersonFact, st.just("1"), names, labels=st.lists(names, max_size=3).map(tuple), is_faint=st.booleans()
)


@given(people, people)
def test_uniting_again_changes_nothing(first, second):
    united = unite(first, second)
    assert unite(united, second) == united
