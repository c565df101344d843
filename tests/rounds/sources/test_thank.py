from datetime import timedelta

import pytest

import cast
from rapport.ledger.favours import favour
from rounds.morning import TODAY, card, kinds

pytestmark = pytest.mark.django_db


def test_a_favour_of_monday_not_thanked_for() -> None:
    ann = cast.ann()
    rana = cast.known(ann, "Rana Haddad")
    favour(rana, what="Researched a grant for me.", on=TODAY - timedelta(days=3))
    thank = card(ann, "thank")
    assert thank.reason == "Researched a grant for me, on Monday. Not yet thanked."
    assert thank.act == "Thank Rana Haddad"


def test_thanked_or_done_by_the_owner_or_long_ago_is_not_owed() -> None:
    ann = cast.ann()
    rana = cast.known(ann, "Rana Haddad")
    favour(rana, what="Thanked already", on=TODAY, thanked_on=TODAY)
    favour(rana, what="Mine to her", on=TODAY, way="mine")
    favour(rana, what="Last spring", on=TODAY - timedelta(days=200))
    favour(rana, what="Tomorrow", on=TODAY + timedelta(days=1))
    assert "thank" not in kinds(ann)
