"""The book, its private numbering, and where its facts came from."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import F

from rapport.kit.clock import now
from rapport.kit.prepared import Prepared
from rapport.members.models import Member


class Book(models.Model):
    """Everything one member knows of others. Nobody else reads it, the host included."""

    owner = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    keeps_text = models.BooleanField(default=False)  # whether messages of third parties keep their words
    edited_at = models.DateTimeField(default=now)
    suppression_key = models.CharField(max_length=64, blank=True, default="")  # came along with the digests it made

    def __str__(self) -> str:
        return f"book {self.pk}"

    @classmethod
    def of(cls, member: Member) -> "Book":
        found: Book | None = _OF.first(owner=member.pk)
        return found or cls.objects.get_or_create(owner=member)[0]

    def next_numbers(self, kind: str, count: int = 1) -> range:
        """Numbers for `count` new rows of `kind`: per book, ascending, never given out again."""
        with transaction.atomic():
            Counter.objects.get_or_create(book=self, kind=kind)
            counter = Counter.objects.select_for_update().get(book=self, kind=kind)
            Counter.objects.filter(pk=counter.pk).update(last=F("last") + count)
        return range(counter.last + 1, counter.last + count + 1)


_OF = Prepared(lambda owner: Book.objects.filter(owner=owner), numbers=("owner",))


class Counter(models.Model):
    """The last number given out. Per book, so that an address such as /people/7/ tells nobody how much others hold."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=24)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "kind"], name="one_counter_per_kind"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.last}"


class BookRow(models.Model):
    """A private row: it carries its book, and a number of its own in it."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    number = models.PositiveIntegerField(editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[Any] = (
            models.UniqueConstraint(fields=["book", "number"], name="%(app_label)s_%(class)s_number"),
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.number is None:
            self.number = self.book.next_numbers(self._meta.model_name or "")[0]
        super().save(*args, **kwargs)


class Batch(BookRow):
    """One act of bringing something in. Undoing it takes away what only it told."""

    STATES: ClassVar = [("open", "open"), ("done", "done"), ("undoing", "undoing"), ("undone", "undone")]
    label = models.CharField(max_length=300)
    kinds = models.JSONField(default=list)  # the sources recognised in it
    account = models.CharField(max_length=300, blank=True, default="")  # whose archive it is, as the archive says
    files = models.JSONField(default=list)  # [{name, sha256, recognised_as, outcome, message ...}]
    counts = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=STATES, default="open")
    began_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)

    class Meta(BookRow.Meta):
        indexes = (models.Index(fields=["book", "-began_at"], name="batch_latest"),)

    def __str__(self) -> str:
        return f"batch {self.number}"


class Sighting(models.Model):
    """A later batch met the fact `row` of `kind`: with the first batch undone, the fact still stands on this one."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    row = models.BigIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["batch", "kind", "row"], name="one_sighting"),)
        indexes = (models.Index(fields=["kind", "row"], name="sighting_of"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"
