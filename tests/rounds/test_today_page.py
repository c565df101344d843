from urllib.parse import unquote

import pytest
from django.test import Client

import cast
from rapport.ledger.favours import favour
from rapport.network.models import Request
from rapport.people import keys
from rapport.people.models import Book, Identity
from rapport.rounds.models import Answer
from rapport.ties.models import Interaction
from rounds.morning import TODAY, acts, busy_book, connected

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_town_s_morning(settings: object) -> None:
    settings.CLOCK_FIXED = cast.MORNING  # type: ignore[attr-defined]


def signed_in(member: cast.Member) -> Client:
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(member.account)
    return client


def body(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode()


def thanks_owed() -> tuple[cast.Member, str]:
    """Ann owes Rana a thanks, and has her address; the card's key."""
    ann = cast.ann()
    rana = cast.known(ann, "Rana Haddad")
    Identity.objects.create(
        book=rana.book, person=rana, key=keys.identity("email", "rana@x.example"), platform="email",
        handle="rana@x.example",
    )  # fmt: skip
    done = favour(rana, what="Researched a grant", on=TODAY)
    return ann, f"thank:{rana.number}:{done.number}"


def test_nobody_sees_the_way_in_and_no_book() -> None:
    busy_book(2)
    page = body(Client(HTTP_HOST="127.0.0.1"))
    assert "Sign in" in page
    assert "Friend A" not in page


def test_the_page_greets_and_ends() -> None:
    ann, _ = busy_book()
    page = body(signed_in(ann))
    assert "Good morning, Ann" in page
    assert "Thursday 19 November" in page
    assert "That is all for today." in page
    assert "%" not in page.partition("<main")[2].partition("</main>")[0]


def test_one_press_writes_it_down_and_opens_the_mail_once() -> None:
    ann, key = thanks_owed()
    client = signed_in(ann)
    page = client.post("/today/answer/", {"key": key, "answer": "say"}, follow=True)
    assert unquote(page.headers["Refresh"]).startswith("0; url=mailto:rana@x.example?subject=Thank you&body=")
    assert Interaction.objects.get().kind == "thanks"
    assert "Refresh" not in client.get("/").headers
    assert "Done today" in body(client)


def test_an_answer_can_be_undone_from_the_page() -> None:
    ann, key = thanks_owed()
    client = signed_in(ann)
    client.post("/today/answer/", {"key": key, "answer": "wrote"})
    client.post("/today/undo/", {"key": key})
    assert not Interaction.objects.exists()
    assert "Not yet thanked" in body(client)


def test_a_stale_card_changes_nothing() -> None:
    ann, _ = thanks_owed()
    page = signed_in(ann).post("/today/answer/", {"key": "hello:77", "answer": "say"}, follow=True)
    assert "nothing was changed" in page.content.decode()
    assert not Answer.objects.exists()


def test_the_minutes_are_the_owner_s_to_change() -> None:
    ann, _ = busy_book()
    client = signed_in(ann)
    client.post("/today/minutes/", {"minutes": "5"})
    ann.refresh_from_db()
    assert ann.minutes == 5
    assert len(acts(ann, minutes=5)) == body(client).count('<li class="card"') == 1
    client.post("/today/minutes/", {"minutes": "5000"})
    ann.refresh_from_db()
    assert ann.minutes == 5


def test_an_empty_book_offers_the_first_step() -> None:
    page = body(signed_in(cast.ann()))
    assert "Begin with the people you met last" in page
    assert 'href="/met/"' in page


def test_choosing_who_matters() -> None:
    ann = cast.ann()
    people = [cast.known(ann, f"Person {n}") for n in range(6)]
    client = signed_in(ann)
    assert "Which five of these matter most" in body(client)
    client.post("/matters/", {"people": [people[0].number, people[1].number]})
    assert [act.people[0] for act in acts(ann)] == people[:2]
    assert "Which five" not in body(client)


def test_who_connected_lately_stands_beside() -> None:
    ann, _ = busy_book(1)
    connected(cast.known(ann, "Sal Moretti"), 6)
    assert "Connected lately" in body(signed_in(ann), "/today/beside/")


def test_another_member_cannot_answer_for_ann() -> None:
    ann, key = thanks_owed()
    signed_in(cast.mo()).post("/today/answer/", {"key": key, "answer": "wrote"})
    assert not Interaction.objects.filter(book=Book.of(ann)).exists()


def test_with_an_empty_book_what_members_ask_is_answered_on_today_too() -> None:
    cy, bo = cast.cy(), cast.bo()
    Request.objects.create(by=bo, other=cy, note="We met at the lantern.", asked_at=cast.MORNING)
    page = body(signed_in(cy))
    assert "We met at the lantern." in page
    assert "Begin with the people you met last" in page
    assert 'class="button is-main" href="/met/"' not in page, "one thing to do"
