"""What was promised and done for one another, whom one wants to know, and private lists."""

from typing import Any, ClassVar

from django.db import models

from rapport.kit.clock import now
from rapport.people.models import Batch, BookRow, Claim, Person


class Promise(BookRow):
    """Mine to them, or theirs to me. `state`: open, kept, broken, released. `is_follow_up`: nothing was promised, the
    owner wants to write to somebody just met."""

    WAYS: ClassVar = [("mine", "mine"), ("theirs", "theirs")]
    STATES: ClassVar = [("open", "open"), ("kept", "kept"), ("broken", "broken"), ("released", "released")]
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=6, choices=WAYS, default="mine")
    what = models.CharField(max_length=500)
    made_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    every_days = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=STATES, default="open")
    settled_on = models.DateField(null=True)
    is_follow_up = models.BooleanField(default=False)

    class Meta(BookRow.Meta):
        indexes = (models.Index(fields=["book", "due_on"], name="promise_open", condition=models.Q(state="open")),)

    def __str__(self) -> str:
        return f"promise {self.number}"


class Favour(BookRow):
    """Something done for one another, of any size. Never shown to the other side."""

    KINDS: ClassVar = [
        ("research", "research"),
        ("door opened", "door opened"),
        ("advice", "advice"),
        ("greeting", "greeting"),
        ("referral", "referral"),
        ("other", "other"),
    ]
    WAYS: ClassVar = [("theirs", "they did it for me"), ("mine", "I did it for them")]
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=6, choices=WAYS, default="theirs")
    kind = models.CharField(max_length=12, choices=KINDS, default="other")
    size = models.PositiveSmallIntegerField(default=1)  # 1 small, 2 middling, 3 large, as felt
    what = models.CharField(max_length=500)
    done_on = models.DateField()
    thanked_on = models.DateField(null=True)

    class Meta(BookRow.Meta):
        indexes = (
            models.Index(
                fields=["book", "done_on"],
                name="favour_unthanked",
                condition=models.Q(thanked_on=None, way="theirs"),
            ),
        )

    def __str__(self) -> str:
        return f"favour {self.number}"


class Wish(BookRow):
    """Somebody the owner wants to know; `person` where they are in the book already."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=300)
    why = models.CharField(max_length=500, blank=True, default="")
    wished_at = models.DateTimeField(default=now)
    met_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"wish {self.number}"


class List(BookRow):
    """A private set of people; a word on a person is a list."""

    name = models.CharField(max_length=120)
    folded = models.CharField(max_length=120)
    cadence = models.PositiveSmallIntegerField(null=True)  # days, for all on it without a wish of their own
    cadence_most = models.PositiveSmallIntegerField(null=True)
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta(BookRow.Meta):
        constraints: ClassVar[Any] = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "folded"], name="one_list"),
        )

    def __str__(self) -> str:
        return f"list {self.number}"

    @property
    def path(self) -> str:
        return f"/lists/{self.number}/"


class ListEntry(Claim):
    list = models.ForeignKey(List, on_delete=models.CASCADE, related_name="+")


class Filter(BookRow):
    """A kept filter of the people page: its query string under a name."""

    name = models.CharField(max_length=120)
    query = models.CharField(max_length=2000)

    def __str__(self) -> str:
        return f"filter {self.number}"
