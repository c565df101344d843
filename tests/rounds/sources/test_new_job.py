from datetime import timedelta

import pytest

import cast
from rapport.people.models import Batch, Book, Job, Organization, Person
from rounds.morning import card, kinds

pytestmark = pytest.mark.django_db


def batch(book: Book, days_ago: int) -> Batch:
    return Batch.objects.create(book=book, label="archive", began_at=cast.MORNING - timedelta(days=days_ago))


def works(person: Person, firm: str, told: Batch) -> None:
    where, _ = Organization.objects.get_or_create(book=person.book, folded=firm.casefold(), defaults={"name": firm})
    Job.objects.create(
        book=person.book, person=person, key=firm, organization=where, title="Chef", source="linkedin", batch=told
    )


def test_a_newer_archive_names_another_firm() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    works(sal, "Harbour Hotels", batch(sal.book, 400))
    works(sal, "Moretti's Table", batch(sal.book, 2))
    new = card(ann, "new_job")
    assert (new.act, new.reason) == ("Congratulate Sal Moretti", "New at Moretti's Table, as Chef.")


def test_the_first_archive_tells_no_news() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    works(sal, "Harbour Hotels", batch(sal.book, 2))
    assert "new_job" not in kinds(ann)


def test_what_the_owner_wrote_is_no_news_either() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    works(sal, "Harbour Hotels", batch(sal.book, 400))
    firm = Organization.objects.create(book=sal.book, name="Own", folded="own")
    Job.objects.create(book=sal.book, person=sal, key="own", organization=firm, is_hand=True)
    assert "new_job" not in kinds(ann)
