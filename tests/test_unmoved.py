"""What Ann writes down moves nothing on the hub: others get the same bytes whether her book is empty or full."""

import re
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

import cast
from counting import count_on
from rapport.events.schedules import LAPSE
from rapport.journal.work import read_all
from rapport.mailroom.models import Waiting
from rapport.members.models import Member
from rapport.network.schedules import NEIGHBOURS
from rapport.notices.models import Hearing
from rapport.notices.schedules import NEWS
from rapport.people.models import Interest, Link
from rapport.profiles.schedules import BOOKS
from rapport.rounds.morning import mail_to as mail_the_round
from rapport.ties.linking import link
from seen_by import peopled, rows
from tainted import MARK, tainted_book

pytestmark = pytest.mark.django_db
ONCE = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|"X-CSRFToken": ?"\w+"')
ASKED = [f"{page}?q={word}" for page in ("/members/", "/search/", "/asks/") for word in (MARK, "lepidoptera", "lind")]
ASKED += ["/talk/?show=everybody", "/connections/suggested/?all=1", "/members/?cares=lepidoptera", "/today/?list=1"]
Seen = dict[str, dict[str, bytes]]


def test_others_get_the_same_bytes_and_mails_with_and_without_ann_s_book(settings: Any) -> None:
    settings.CLOCK_FIXED, settings.EMAIL_BACKEND = cast.MORNING, "rapport.mailroom.tray.TrayBackend"
    viewers, numbers = peopled()
    known = {who: Member.objects.get(handle=who) for who in ("bo", "mo")}
    everybody = {"nobody": None, **viewers, **known}
    Member.objects.update(mail_hour=7)
    Hearing.objects.bulk_create(Hearing(member=member, way="at_once") for member in Member.objects.all())
    with transaction.atomic():
        without = told(everybody, numbers)
        transaction.set_rollback(True)
    count_on()  # pages carry the number of the newest notice
    assert fill_the_book() >= 5
    with_it = told(everybody, numbers)
    for who, pages in with_it.items():
        assert [page for page, body in pages.items() if without[who].get(page) != body] == [], who
    assert len(with_it["mails"]) == len(without["mails"]) > 0


def fill_the_book() -> int:
    """A row of each model; everybody is a person of hers, linked, and cares for things told in confidence."""
    ann = Member.objects.get(handle="ann")
    book = tainted_book(ann)
    assert Member.objects.exclude(name__contains=" ").count() == 0, "members came in with the book"
    Link.objects.filter(book=book).delete()
    for member in Member.objects.visible_to(ann).exclude(pk=ann.pk):
        person = cast.known_in(book, f"{MARK} {member.handle}")
        link(person=person, member=member, now=cast.MORNING)
        for word in ("Lepidoptera", "Boilers", MARK):
            Interest.objects.create(
                book=book, person=person, key=word, topic=word.casefold(), word=word, is_confided=True
            )
    return Link.objects.filter(book=book).count()


def told(everybody: dict[str, Member | None], numbers: dict[str, str]) -> Seen:
    """All that each of them is shown, and every mail to others, after all that goes by itself has gone."""
    read_all()
    for schedule in (BOOKS, NEIGHBOURS, LAPSE, NEWS):
        schedule.job.func({})
    for member in Member.objects.exclude(handle="ann"):
        mail_the_round(member, now=cast.MORNING)
    found = {who: pages(member, numbers) for who, member in everybody.items()}
    mails = Waiting.objects.exclude(address="ann@town.example").order_by("address", "subject")
    letters = {f"{mail.address} {mail.subject}": re.sub(r"/stop/\S+", "", mail.body).encode() for mail in mails}
    return {**found, "mails": letters}


def pages(member: Member | None, numbers: dict[str, str]) -> dict[str, bytes]:
    client = Client(HTTP_HOST="127.0.0.1")
    if member is not None:
        client.force_login(member.account)
    paths = [*(address.format_map(numbers) for address in rows()), *ASKED]
    return {path: ONCE.sub(b"", client.get(path).content) for path in paths}
