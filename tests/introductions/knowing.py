"""Ann's people and what they care for, for the tests of introductions."""

import cast
from rapport.members.models import Member
from rapport.people import keys
from rapport.people.models import Interest, Person


def cares(person: Person, topic: str, *, confided: bool = False, evidence: str = "your note", on: str = "2016") -> None:
    Interest.objects.create(
        book=person.book, person=person, key=keys.interest(topic, "note"), topic=topic, word=topic, platform="note",
        evidence=evidence, on=on, is_confided=confided, source="note",
    )  # fmt: skip


def two(topic: str = "butterflies") -> tuple[Member, Person, Person]:
    """Ann, and Bo and Brigid who both care for it, in a book of some more people."""
    ann = cast.ann()
    bo, brigid = cast.known(ann, "Bo Lindqvist"), cast.known(ann, "Brigid O'Daly")
    for name in ("Dee Ngata", "Rana Haddad", "Lars Holm", "Inés Peña"):
        cast.known(ann, name)
    cares(bo, topic)
    cares(brigid, topic)
    return ann, bo, brigid
