"""Who knows whom as the owner believes, and introductions: who is asked, who agreed, what came of it."""

import secrets
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from rapport.kit.clock import now
from rapport.members.models import Block, Member
from rapport.people.models import BookRow, Person


def fresh_key() -> str:
    """Addresses of questions are not counted: nothing tells how many are asked here."""
    return secrets.token_urlsafe(9)


class Acquaintance(BookRow):
    """The owner believes that `first` and `second` know each other; `first` has the lower number."""

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    note = models.CharField(max_length=300, blank=True, default="")
    said_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["first", "second"], name="one_acquaintance"),
        )

    def __str__(self) -> str:
        return f"acquaintance {self.number}"


class Introduction(BookRow):
    """The owner brings `first` and `second` together. Each is asked in turn, privately; the second is asked only
    after the first agreed. `topic` is what both share; a confided topic appears in no draft."""

    STATES: ClassVar = [
        ("idea", "idea"),
        ("first_asked", "first asked"),
        ("first_agreed", "first agreed"),
        ("second_asked", "second asked"),
        ("agreed", "both agreed"),
        ("made", "made"),
        ("declined", "declined"),
        ("dropped", "dropped"),
    ]
    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=120, blank=True, default="")
    is_confided_first = models.BooleanField(default=False)
    is_confided_second = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=STATES, default="idea")
    declined_by = models.CharField(max_length=6, blank=True, default="")
    outcome = models.CharField(max_length=500, blank=True, default="")
    begun_at = models.DateTimeField(default=now)
    moved_at = models.DateTimeField(default=now)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["first", "second"], name="one_introduction"),
        )

    def __str__(self) -> str:
        return f"introduction {self.number}"

    @property
    def path(self) -> str:
        return f"/introductions/{self.number}/"


class ConsentQuerySet(models.QuerySet["Consent"]):
    def visible_to(self, viewer: Member | None) -> "ConsentQuerySet":
        """Questions put to the viewer. One by somebody who is blocked, or about somebody who is, waits unseen for ever:
        whoever brings them together learns nothing."""
        if viewer is None:
            return self.none()
        blocked = Block.of(viewer)
        gone = Q(introducer__in=blocked) | Q(other__in=blocked) | Q(introducer__account__is_active=False)
        return self.filter(asked=viewer).exclude(gone)


class Consent(models.Model):
    """One side of an introduction is asked, here or by mail (then there is no `asked`, but the digest of a word), in
    the introducer's `words`. `other` is the member on the other side, if it is one; who is asked never learns of it
    from this row."""

    STATES: ClassVar = [
        ("open", "open"),
        ("agreed", "agreed"),
        ("refused", "refused"),
        ("acquainted", "they know each other"),
        ("expired", "expired"),
    ]
    introduction = models.ForeignKey(Introduction, on_delete=models.CASCADE, related_name="consents")
    introducer = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    asked = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    other = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    key = models.CharField(max_length=16, unique=True, default=fresh_key)
    digest = models.CharField(max_length=64, blank=True, default="", db_index=True)
    side = models.CharField(max_length=6)
    words = models.TextField(max_length=2000)
    state = models.CharField(max_length=10, choices=STATES, default="open")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = ConsentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["introduction", "side"], condition=Q(state="open"), name="one_open_question_a_side"
            )
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}"

    @property
    def path(self) -> str:
        return f"/introductions/asked/{self.key}/"

    @property
    def reference(self) -> str:
        return f"consent:{self.key}"


class Reach(models.Model):
    """Whether others may find a way to a member, and through them, over connections. Not before they said so."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="+")
    is_open = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"reach {self.pk}"


class PathQuestionQuerySet(models.QuerySet["PathQuestion"]):
    def visible_to(self, viewer: Member | None) -> "PathQuestionQuerySet":
        """Those put to the viewer by somebody, about somebody, whom they see."""
        if viewer is None:
            return self.none()
        blocked = Block.of(viewer)
        gone = Q(asker__account__is_active=False) | Q(target__account__is_active=False)
        return self.filter(middle=viewer).exclude(gone | Q(asker__in=blocked) | Q(target__in=blocked))


class PathQuestion(models.Model):
    """`asker` asks a connection, privately, for an introduction to `target`. What is refused looks like waiting."""

    STATES: ClassVar = [("open", "open"), ("taken", "taken"), ("refused", "refused")]
    asker = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    middle = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    target = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=16, unique=True, default=fresh_key)
    words = models.TextField(max_length=1000, blank=True, default="")
    state = models.CharField(max_length=7, choices=STATES, default="open")
    asked_at = models.DateTimeField()

    objects: ClassVar[Any] = PathQuestionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["asker", "middle", "target"], name="one_path_question"),
        ]

    def __str__(self) -> str:
        return f"path question {self.pk}"

    @property
    def path(self) -> str:
        return f"/introductions/ways/{self.key}/"

    @property
    def reference(self) -> str:
        return f"path:{self.key}"
