from datetime import timedelta

import pytest

import cast
from rapport.ledger.promises import promise, settle_promise
from rounds.morning import TODAY, card, kinds

pytestmark = pytest.mark.django_db


def test_a_promise_due_on_friday() -> None:
    ann = cast.ann()
    oystein = cast.known(ann, "Øystein Bråten")
    promise(oystein, what="Send the pricing workbook", on=TODAY - timedelta(days=7), due_on=TODAY + timedelta(days=1))
    promised = card(ann, "promised")
    assert promised.reason == "You promised last week: Send the pricing workbook, by Friday 20 November."
    assert "done" in promised.answers


def test_kept_or_far_ahead_is_not_asked_for() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    settle_promise(promise(bo, what="Kept", on=TODAY, due_on=TODAY), "kept", on=TODAY)
    promise(bo, what="Far ahead", on=TODAY, due_on=TODAY + timedelta(days=30))
    promise(bo, what="Of today, without a day", on=TODAY)
    assert "promised" not in kinds(ann)


def test_what_others_promised_is_asked_after_a_week() -> None:
    ann = cast.ann()
    lars = cast.known(ann, "Lars Holm")
    promise(lars, what="Freight figures", on=TODAY - timedelta(days=30), way="theirs", due_on=TODAY - timedelta(days=6))
    assert "promised" not in kinds(ann)
    assert card(ann, "promised", on=TODAY + timedelta(days=1)).act == "Ask after it with Lars Holm"
