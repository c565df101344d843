"""The tables of the private book."""

from rapport.people.models.book import Batch, Book, BookRow, Counter, Sighting
from rapport.people.models.claims import (
    Claim,
    Day,
    Extra,
    Home,
    Identity,
    Interest,
    Job,
    Met,
    Name,
    Note,
    Photo,
    Record,
    Relation,
)
from rapport.people.models.gatherings import Circle, CircleMember, Occasion, Presence
from rapport.people.models.person import Link, MyIdentity, Organization, Person
from rapport.people.models.sameness import Distinct, Merge, Move, Rejudged, Review, Suppression

__all__ = [
    "Batch",
    "Book",
    "BookRow",
    "Circle",
    "CircleMember",
    "Claim",
    "Counter",
    "Day",
    "Distinct",
    "Extra",
    "Home",
    "Identity",
    "Interest",
    "Job",
    "Link",
    "Merge",
    "Met",
    "Move",
    "MyIdentity",
    "Name",
    "Note",
    "Occasion",
    "Organization",
    "Person",
    "Photo",
    "Presence",
    "Record",
    "Rejudged",
    "Relation",
    "Review",
    "Sighting",
    "Suppression",
]
