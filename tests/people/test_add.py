"""Adding somebody by one line."""

import pytest

import cast
from people.pages import as_member, words
from rapport.ledger.models import ListEntry
from rapport.people.add import add, tell
from rapport.people.models import Book, Distinct, Identity, Interest, Job, Met, Name, Note, Person
from rapport.people.typed import read

pytestmark = pytest.mark.django_db


def line(book: Book, text: str) -> Person:
    return add(book=book, typed=read(text, "GB"), now=cast.MORNING)


def test_all_that_a_line_tells_is_kept() -> None:
    book = Book.of(cast.ann())
    rana = line(book, "Rana Haddad, grant researcher at Northlight, rana@x.example #eventprofs, met at the fair")
    rana.refresh_from_db()
    assert (rana.name, rana.headline, rana.is_hand) == ("Rana Haddad", "grant researcher, Northlight", True)
    assert Identity.objects.get(person=rana).key == "email:rana@x.example"
    assert Met.objects.get(person=rana).how == "met at the fair"
    assert ListEntry.objects.get(person=rana).list.name == "eventprofs"


def test_a_line_without_a_name_makes_nobody() -> None:
    with pytest.raises(ValueError, match="name"):
        line(Book.of(cast.ann()), " , ")
    assert not Person.objects.exists()


def test_the_same_word_is_one_list() -> None:
    book = Book.of(cast.ann())
    line(book, "Bo #EventProfs")
    line(book, "Dee #eventprofs")
    assert ListEntry.objects.values("list").distinct().count() == 1


def test_more_is_told_of_somebody_known() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    tell(person=bo, typed=read("Bo, plumber at Lindqvist & Sons"), now=cast.MORNING)
    assert Job.objects.get(person=bo).title == "plumber"
    assert not Name.objects.filter(person=bo).exists()


def test_a_note_tells_what_they_care_about() -> None:
    bo = line(Book.of(cast.ann()), "Bo: loves butterflies, not a word at the chapter")
    interest = Interest.objects.get(person=bo)
    assert (interest.topic, interest.evidence, interest.is_confided) == ("butterflies", "your note", True)


def test_a_bare_word_is_what_they_care_about() -> None:
    bo = line(Book.of(cast.ann()), "Bo Lindqvist, wine, met at the chapter")
    assert Interest.objects.get(person=bo).topic == "wine"
    assert not Job.objects.exists()


def test_enter_adds_and_leads_to_the_person() -> None:
    ann = as_member(cast.ann())
    response = ann.post("/add/", {"line": "Bo Lindqvist, plumber"}, follow=True)
    assert response.redirect_chain[-1][0] == "/people/1/"
    assert "Bo Lindqvist" in words(response)
    assert "Only you see this page." in words(response)


def test_a_namesake_is_asked_about_before_anything_is_written() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    response = as_member(ann).post("/add/", {"line": "Bo Lindqvist, baker"})
    assert "know already" in words(response)
    assert (Person.objects.count(), Job.objects.count()) == (1, 0)


def test_one_press_says_it_is_the_same() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    as_member(ann).post("/add/", {"line": "Bo Lindqvist, plumber", "as": str(bo.number)})
    assert Person.objects.count() == 1
    assert Job.objects.get().person == bo


def test_who_is_said_to_be_another_is_not_asked_about_again() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    as_member(ann).post("/add/", {"line": "Bo Lindqvist, baker", "as": "new"})
    assert (Person.objects.count(), Distinct.objects.count()) == (2, 1)


def test_the_same_address_is_asked_about_under_any_name() -> None:
    ann = cast.ann()
    line(Book.of(ann), "Rana Haddad, rana@x.example")
    response = as_member(ann).post("/add/", {"line": "R. H., RANA@x.example"})
    assert "has the same address" in words(response)


def test_a_note_goes_to_the_one_of_that_first_name() -> None:
    ann = cast.ann()
    bo = cast.known(ann, "Bo Lindqvist")
    as_member(ann).post("/add/", {"line": "Bo: daughter starts school"})
    assert Note.objects.get().person == bo


def test_a_note_asks_which_of_two_is_meant() -> None:
    ann = cast.ann()
    cast.known(ann, "Bo Lindqvist")
    cast.known(ann, "Bo Diddley")
    as_member(ann).post("/add/", {"line": "Bo: daughter starts school"})
    assert not Note.objects.exists()


def test_nothing_typed_is_said_plainly() -> None:
    assert "Write at least a name" in words(as_member(cast.ann()).post("/add/", {"line": "  "}))


def test_looking_writes_nothing() -> None:
    ann = as_member(cast.ann())
    ann.get("/add/", {"line": "Bo Lindqvist"})
    assert not Person.objects.exists()


def test_somebody_of_another_book_cannot_be_told_of() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    response = as_member(cast.cy()).post("/add/", {"line": "Bo Lindqvist, plumber", "as": str(bo.number)})
    assert response.status_code == 404


@pytest.mark.parametrize("typed", ["Brigid ODaly", "Brigid O’Dally", "Brigdi O'Daly"])
def test_a_slip_of_the_pen_is_asked_about_before_anything_is_written(typed: str) -> None:
    ann = cast.ann()
    line(Book.of(ann), "Brigid O'Daly")
    page = words(as_member(ann).post("/add/", {"line": f"{typed}, florist"}))
    assert "has almost the same name" in page
    assert Person.objects.count() == 1


@pytest.mark.parametrize("typed", ["Ana Li", "Brigid O'Hara", "Brigitta Daly"])
def test_another_name_is_nobody_s_slip(typed: str) -> None:
    ann = cast.ann()
    for name in ("Ana Lo", "Brigid O'Daly"):
        line(Book.of(ann), name)
    as_member(ann).post("/add/", {"line": typed})
    assert Person.objects.count() == 3


def test_a_note_is_not_kept_with_almost_the_same_name_unasked() -> None:
    ann = cast.ann()
    line(Book.of(ann), "Brigid O'Daly")
    as_member(ann).post("/add/", {"line": "Brigid ODaly: daughter starts school in May"})
    assert not Note.objects.exists()
