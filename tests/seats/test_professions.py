"""The tree of professions: brought along, and tended by the host alone."""

import pytest

import cast
from groups.harbour import body, signed_in
from rapport.groups.refused import Refused
from rapport.seats import professions
from rapport.seats.models import Profession
from seats.chairs import profession

pytestmark = pytest.mark.django_db


def test_a_few_hundred_are_brought_along_once() -> None:
    before = Profession.objects.count()
    professions.ship()
    assert before == Profession.objects.count() > 400
    assert profession("Plumber").parent.name == "Plumbing and heating"  # type: ignore[union-attr]


@pytest.mark.parametrize("typed", ["café owner", "CAFE OWNER", " Café  Owner "])
def test_it_is_found_as_it_is_typed(typed: str) -> None:
    found = professions.named(typed)
    assert found is not None
    assert found.name == "Café owner"


def test_the_host_adds_renames_and_splits() -> None:
    mo, plumber = signed_in(cast.mo()), profession("Plumber")
    mo.post("/professions/tend/", {"act": "rename", "key": plumber.key, "name": "Plumber and fitter"})
    mo.post("/professions/tend/", {"act": "split", "key": plumber.key, "name": "Ship's plumber\nKitchen plumber"})
    mo.post("/professions/tend/", {"act": "add", "key": plumber.key, "name": "Spa plumber"})
    plumber.refresh_from_db()
    assert plumber.name == "Plumber and fitter"
    assert sorted(child.name for child in plumber.children.all()) == [
        "Kitchen plumber",
        "Ship's plumber",
        "Spa plumber",
    ]


@pytest.mark.parametrize("name", ["", "   ", "baker", "!!!"])
def test_no_name_and_one_that_is_there_are_refused(name: str) -> None:
    with pytest.raises(Refused):
        professions.add(name=name, parent=profession("Plumber"))


def test_only_the_host_tends_it() -> None:
    ann, key = cast.ann(), profession("Plumber").key
    assert signed_in(ann).post("/professions/tend/", {"act": "rename", "key": key, "name": "x"}).status_code == 404
    assert "Rename" not in body(ann, "/professions/?in=building-trades")
    assert "Plumber" in body(ann, "/professions/?in=building-trades")
