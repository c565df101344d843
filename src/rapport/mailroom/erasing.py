"""Mails that wait and tell of somebody who is erased go with them: those to them, and the list of a morning."""

from collections.abc import Collection

from rapport.kit.bulk import chunks
from rapport.kit.erasing import Erasure
from rapport.mailroom.models import Waiting
from rapport.people.models import Book, Identity


def _erase(book: Book, people: Collection[int]) -> None:
    owner = book.owner.account_id
    Waiting.objects.filter(account=owner, kind="morning").delete()
    for part in chunks(people, 800):
        addresses = Identity.objects.filter(person__in=part, platform="email").values_list("handle", flat=True)
        Waiting.objects.filter(by=owner, address__in=list(addresses)).delete()


MAILS = Erasure(_erase)
