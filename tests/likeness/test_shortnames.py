import pytest

from rapport.likeness.shortnames import are_short_forms, full_forms


@pytest.mark.parametrize(
    ("one", "other"),
    [("bill", "william"), ("bill", "will"), ("pepe", "jose"), ("sasha", "aleksandr"), ("mo", "mohammed")],
)
def test_short_forms_go_both_ways(one: str, other: str) -> None:
    assert are_short_forms(one, other)
    assert are_short_forms(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("william", "robert"), ("emil", "emily"), ("samuel", "samantha"), ("bo", "bo")]
)
def test_a_common_short_form_does_not_join_two_full_names(one: str, other: str) -> None:
    assert not are_short_forms(one, other)


def test_an_unknown_name_is_its_own_full_form() -> None:
    assert full_forms("zorblax") == {"zorblax"}
