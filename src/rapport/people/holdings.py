"""What this room holds about people, and what becomes of it."""

from rapport.kit.holdings import Holding
from rapport.people import models as held


def _claim(model: type[held.Claim], export: str, *also: str) -> Holding:
    return Holding(model, "book", ("person", *also), equal_by=("key",), export=export, undo="always")


CLAIMS = (
    _claim(held.Record, "records"),
    _claim(held.Name, "other_names"),
    _claim(held.Identity, "identities"),
    _claim(held.Job, "organizations"),
    _claim(held.Home, "addresses"),
    _claim(held.Day, "dates"),
    _claim(held.Relation, "relations"),
    _claim(held.Note, "notes"),
    _claim(held.Interest, "interests"),
    _claim(held.Met, "met"),
    _claim(held.Photo, "photos"),
    _claim(held.Extra, "extras"),
    _claim(held.Presence, "occasions"),
    _claim(held.CircleMember, "circles"),
)
OTHERS = (
    Holding(held.Book, "self", export="book", erase="keep"),
    Holding(held.Counter, "book", export="not: numbering starts anew in another book", erase="keep"),
    Holding(held.Batch, "book", export="batches", erase="keep"),
    Holding(held.Sighting, "batch__book", export="sightings", erase="keep"),
    Holding(held.Person, "book", ("merged_into",), move="stay", export="people", undo="always"),
    Holding(held.Organization, "book", export="organizations", erase="keep", undo="unless_used"),
    Holding(held.Occasion, "book", export="occasions", erase="keep", undo="unless_used"),
    Holding(held.Circle, "book", export="circles", erase="keep", undo="unless_used"),
    Holding(held.MyIdentity, "book", export="mine", erase="keep", undo="always"),
    Holding(held.Link, "book", ("person",), equal_by=(), export="not: members of this hub are nobody elsewhere"),
    Holding(held.Review, "book", ("first", "second"), move="stay", export="reviews"),
    Holding(held.Rejudged, "review__book", export="not: questions are exported as they stand", erase="keep"),
    Holding(held.Distinct, "book", ("first", "second"), equal_by=("first", "second"), export="different"),
    Holding(held.Merge, "book", ("kept", "gone"), move="stay", export="not: merged people are exported as one"),
    Holding(held.Move, "merge__book", export="not: merged people are exported as one", erase="keep"),
    Holding(held.Suppression, "book", export="suppressed", erase="keep"),
)
# Other people's rows that only mention the person lose the mention.
MENTIONS = (
    Holding(held.Relation, "book", ("other",), erase="forget", forgets=("name",), export="relations"),
    Holding(held.Met, "book", ("through_person",), erase="forget", forgets=("through",), export="met"),
)
