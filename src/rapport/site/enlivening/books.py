"""The owners of books say which of their people are members: the cast only."""

from rapport.people import keys
from rapport.people.models import Book, Person
from rapport.profiles.same import yes
from rapport.site.enlivening.stage import Stage


def link_books(stage: Stage) -> None:
    """Asked "Is this the Bo you know?", they said yes."""
    for owner, handle in stage.hub.known:
        book, member = Book.of(stage.members[owner]), stage.members[handle]
        named = Person.objects.here().filter(book=book, folded=keys.folded(member.name))
        if named.count() == 1:  # of namesakes the owner would have to look who it is
            yes(person=named.get(), member=member, now=stage.now)
