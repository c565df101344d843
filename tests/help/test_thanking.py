"""Thanks are between two people, unless both wish others to see them."""

import re
from typing import Any

import pytest
from django.test import Client

import cast
from rapport.groups.models import Group
from rapport.help.asking import TooManyError
from rapport.help.models import Thanks
from rapport.help.thanking import LETTERS_A_DAY, hide, show, thank, thank_by_mail
from rapport.mailroom.models import Waiting
from rapport.members.blocking import block
from rapport.members.models import Account, Member

pytestmark = pytest.mark.django_db
Members = dict[str, Member]


def given(members: Members, **more: Any) -> Thanks:
    return thank(by=members["bo"], to=members["ann"], text="It held.", now=cast.MORNING, **more)


def readers(members: Members, thanks: Thanks) -> set[str]:
    everybody: dict[str, Member | None] = {**members, "nobody": None}
    return {who for who, one in everybody.items() if thanks in Thanks.objects.visible_to(one)}


def test_private_thanks_stay_between_the_two(members: Members) -> None:
    assert readers(members, given(members)) == {"ann", "bo"}


def test_public_thanks_are_public_when_who_was_thanked_agrees(members: Members) -> None:
    thanks = given(members, audience="public")
    assert readers(members, thanks) == {"ann", "bo"}
    show(thanks)
    assert readers(members, thanks) == {"ann", "bo", "cy", "mo", "nobody"}
    hide(thanks)
    assert readers(members, thanks) == {"ann", "bo"}


def test_thanks_before_a_group_are_the_group_s(members: Members, chapter: Group) -> None:
    thanks = given(members, audience="group", group=chapter)
    show(thanks)
    assert readers(members, thanks) == {"ann", "bo"}
    Member.objects.get(handle="cy")
    chapter.memberships.create(member=members["cy"])
    assert "cy" in readers(members, thanks)


def test_private_thanks_cannot_be_shown(members: Members) -> None:
    thanks = given(members)
    show(thanks)
    assert readers(members, thanks) == {"ann", "bo"}


def test_of_somebody_blocked_no_thanks_are_seen(members: Members) -> None:
    thanks = given(members, audience="public")
    show(thanks)
    block(by=members["cy"], other=members["bo"], now=cast.MORNING)
    assert "cy" not in readers(members, thanks)


def test_nobody_thanks_themselves(members: Members) -> None:
    with pytest.raises(ValueError, match="cannot be given"):
        thank(by=members["bo"], to=members["bo"], text="Well done.", now=cast.MORNING)


def test_somebody_who_is_not_here_gets_one_mail_and_no_account(members: Members, settings: Any) -> None:
    settings.EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
    accounts = Account.objects.count()
    thank_by_mail(by=members["bo"], name="dee", address="dee@far.example", text="The workbook!", now=cast.MORNING)
    mail = Waiting.objects.get()
    path = re.search(r"/thanks/letters/\S+", mail.body)
    assert path is not None
    assert "workbook" not in mail.body, "what for, only the page says"
    assert "The workbook!" in Client(HTTP_HOST="127.0.0.1").get(path[0]).content.decode()
    assert Account.objects.count() == accounts


def test_a_word_that_was_made_up_leads_nowhere() -> None:
    assert Client(HTTP_HOST="127.0.0.1").get("/thanks/letters/invented/").status_code == 404


def test_few_mails_a_day_go_to_strangers(members: Members) -> None:
    for number in range(LETTERS_A_DAY):
        thank_by_mail(by=members["bo"], name="d", address=f"d{number}@far.example", text="Hi.", now=cast.MORNING)
    with pytest.raises(TooManyError):
        thank_by_mail(by=members["bo"], name="d", address="d@far.example", text="Hi.", now=cast.MORNING)
