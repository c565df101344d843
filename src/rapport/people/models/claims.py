"""Facts about a person, each with its source. A fact is never overwritten: each differing value is a row."""

from typing import Any, ClassVar

from django.db import models

from rapport.people.models.book import Batch, BookRow
from rapport.people.models.person import Organization, Person


class ClaimSet(models.QuerySet[Any]):
    def shown(self) -> "ClaimSet":
        """What stands: not struck out by the owner. Hand first, then the newest."""
        return self.filter(struck_at=None)


class Claim(BookRow):
    """A sourced fact. `key` is the normal form of its value: the same value twice is one row and a sighting.

    `source` is the archive kind, or `hand`; `batch` the first batch that told it. `is_hand`: the owner wrote or
    changed it, so no undo takes it away. `struck_at`: the owner removed it; the row stays so that the next archive
    does not bring it back.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=400)
    source = models.CharField(max_length=24, default="hand")
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    is_hand = models.BooleanField(default=False)
    struck_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = ClaimSet.as_manager()

    class Meta(BookRow.Meta):
        abstract = True
        constraints: ClassVar[Any] = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["person", "key"], name="%(app_label)s_%(class)s_once"),
        )

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.number}"


class Record(Claim):
    """Which entry of which archive this person is: `key` is `source:archive owner:the source's own key`."""

    class Meta(Claim.Meta):
        indexes = (models.Index(fields=["book", "key"], name="record_by_key"),)


class Name(Claim):
    """A form of the name. `kind`: full, maiden, nickname, former, alias, phonetic."""

    text = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, default="full")

    class Meta(Claim.Meta):
        indexes = (models.Index(fields=["book", "key"], name="name_by_key"),)


class Identity(Claim):
    """A way to find or reach them; `key` is `platform:normal form`. E-mail and telephone are identities."""

    platform = models.CharField(max_length=24)
    handle = models.CharField(max_length=320)
    url = models.CharField(max_length=1000, blank=True, default="")
    context = models.CharField(max_length=60, blank=True, default="")
    since = models.CharField(max_length=25, blank=True, default="")
    since_precision = models.CharField(max_length=9, blank=True, default="")

    class Meta(Claim.Meta):
        indexes = (models.Index(fields=["book", "key"], name="identity_by_key"),)


class Job(Claim):
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    title = models.CharField(max_length=300, blank=True, default="")
    department = models.CharField(max_length=200, blank=True, default="")
    as_of = models.CharField(max_length=25, blank=True, default="")
    as_of_precision = models.CharField(max_length=9, blank=True, default="")


class Home(Claim):
    """A postal address or place."""

    text = models.CharField(max_length=600)
    kind = models.CharField(max_length=60, blank=True, default="")
    locality = models.CharField(max_length=200, blank=True, default="")
    country = models.CharField(max_length=100, blank=True, default="")


class Day(Claim):
    """A date in their life. `on` is ISO cut at its precision (`--03-07`); `month_day` (`03-07`) finds those coming."""

    kind = models.CharField(max_length=60)
    on = models.CharField(max_length=25)
    precision = models.CharField(max_length=9)
    month_day = models.CharField(max_length=5, blank=True, default="")

    class Meta(Claim.Meta):
        indexes = (models.Index(fields=["book", "month_day"], name="day_coming", condition=~models.Q(month_day="")),)


class Relation(Claim):
    """Spouse, child, assistant, introduced_by ... `other` where that person is in the book."""

    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    other = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")


class Note(Claim):
    text = models.TextField()
    written_on = models.CharField(max_length=25, blank=True, default="")
    precision = models.CharField(max_length=9, blank=True, default="")


class Interest(Claim):
    """A topic they care about, the word it was seen as, and the evidence. `is_confided`: never told to anybody."""

    topic = models.CharField(max_length=120)
    word = models.CharField(max_length=120)
    platform = models.CharField(max_length=24, blank=True, default="")
    evidence = models.CharField(max_length=300, blank=True, default="")
    on = models.CharField(max_length=25, blank=True, default="")
    precision = models.CharField(max_length=9, blank=True, default="")
    is_confided = models.BooleanField(default=False)

    class Meta(Claim.Meta):
        indexes = (models.Index(fields=["book", "topic"], name="interest_by_topic"),)


class Met(Claim):
    """How and when the owner came to know them. `channel`: online, in_person, or empty (first contact)."""

    how = models.TextField(blank=True, default="")
    on = models.CharField(max_length=25, blank=True, default="")
    precision = models.CharField(max_length=9, blank=True, default="unknown")
    channel = models.CharField(max_length=9, blank=True, default="")
    through = models.CharField(max_length=300, blank=True, default="")
    through_person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")


class Photo(Claim):
    """A small face, re-encoded; kept in the database so that backup, erasure and undo hold for it too."""

    picture = models.BinaryField()


class Extra(Claim):
    """A field Rapport has no name for, kept as it came and given back on export."""

    name = models.CharField(max_length=300)
    value = models.TextField()
