"""Interactions with their touches, the contact days they amount to, and the tie that follows from them."""

from typing import Any, ClassVar

from django.db import models

from rapport.people.models import Batch, Book, BookRow, Person


class Interaction(BookRow):
    """One message, mail, call, meeting, request ... with however many people: counted once.

    `key` is the source's natural key, so that the same archive again changes nothing. `at` is the instant, only
    from minute precision on; `on` the time as written. `day` is the contact day (date.toordinal()) as written, else
    in the owner's zone when recorded, and never recomputed. `origin` is a `kind:key` reference (`occasion:12`).
    """

    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    channel = models.CharField(max_length=24)
    at = models.DateTimeField(null=True)
    on = models.CharField(max_length=25, blank=True, default="")
    precision = models.CharField(max_length=9)
    day = models.IntegerField(null=True)
    subject = models.CharField(max_length=500, blank=True, default="")
    text = models.TextField(blank=True, default="")
    thread = models.CharField(max_length=300, blank=True, default="")
    is_mass = models.BooleanField(default=False)
    origin = models.CharField(max_length=80, blank=True, default="")
    source = models.CharField(max_length=24, default="hand")
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    is_hand = models.BooleanField(default=False)

    class Meta(BookRow.Meta):
        constraints = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["book", "key"], name="one_interaction"),
        )
        indexes: ClassVar[Any] = (
            models.Index(
                fields=["book", "kind"],
                name="interaction_vouched",
                condition=models.Q(kind__in=["endorsement", "recommendation"]),
            ),
        )

    def __str__(self) -> str:
        return f"interaction {self.number}"


class Touch(models.Model):
    """One participant of an interaction and the way it went, seen from the owner. `day`, `kind` and `channel` are
    copied, so that days in touch, firsts and the time line are read from the index alone, however long the story."""

    interaction = models.ForeignKey(Interaction, on_delete=models.CASCADE, related_name="touches", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    direction = models.CharField(max_length=4)
    day = models.IntegerField(null=True)
    kind = models.CharField(max_length=16)
    channel = models.CharField(max_length=24)
    counts = models.BooleanField(default=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["interaction", "person"], name="one_touch"),)
        indexes = (
            models.Index(fields=["person", "-day", "kind", "channel", "direction", "counts"], name="touch_line"),
        )

    def __str__(self) -> str:
        return f"touch {self.pk}"

    @classmethod
    def of(cls, interaction: Interaction, person: Person, direction: str, *, counts: bool = True) -> "Touch":
        """One not yet stored, with all that is copied."""
        copied = {"day": interaction.day, "kind": interaction.kind, "channel": interaction.channel}
        return cls(interaction=interaction, person=person, direction=direction, counts=counts, **copied)


class ContactDay(models.Model):
    """A day with at least one counting touch: the truth from which the tie's counters are a cache."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.IntegerField()
    was_out = models.BooleanField(default=False)
    was_in = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["person", "day"], name="one_contact_day"),)
        indexes = (models.Index(fields=["book", "day"], name="contact_day_lately"),)

    def __str__(self) -> str:
        return f"contact day {self.day}"


class Tie(models.Model):
    """Owner and person. Days are date.toordinal(); `lscore` is log2(sum of 2^(day/60)) over contact days.

    `began_day` is when a connection was made on some platform, `began_how` on which. `first_touch`, `first_online`
    and `first_meeting` are the first days of any touch, whether it counts or not. `cadence` is the owner's own wish in
    days, `cadence_most` how long it may get at most; `unanswered` counts the owner's tries in a row that the person
    did not answer.
    """

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    contact_days = models.PositiveIntegerField(default=0)
    first_day = models.IntegerField(null=True)
    last_day = models.IntegerField(null=True)
    last_out = models.IntegerField(null=True)
    last_in = models.IntegerField(null=True)
    last_touch = models.IntegerField(null=True)
    lscore = models.FloatField(null=True)
    unanswered = models.PositiveSmallIntegerField(default=0)
    began_day = models.IntegerField(null=True)
    began_how = models.CharField(max_length=24, blank=True, default="")
    first_touch = models.IntegerField(null=True)
    first_online = models.IntegerField(null=True)
    first_meeting = models.IntegerField(null=True)
    cadence = models.PositiveSmallIntegerField(null=True)
    cadence_most = models.PositiveSmallIntegerField(null=True)
    layer_pin = models.PositiveSmallIntegerField(null=True)
    matters = models.BooleanField(default=False)  # "which five of these matter to you?"
    is_hand = models.BooleanField(default=False)

    class Meta:
        indexes = (
            models.Index(fields=["book", "-lscore"], name="tie_by_strength"),
            models.Index(fields=["book", "-began_day"], name="tie_by_beginning"),
        )

    def __str__(self) -> str:
        return f"tie {self.pk}"


class Rest(models.Model):
    """The owner lets this tie rest (or says it has ended): it asks for nothing until woken."""

    STATES: ClassVar = [("resting", "resting"), ("ended", "ended")]
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=STATES, default="resting")
    since = models.DateTimeField()
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"


class Role(BookRow):
    """What they are to the owner: friend, peer, client, expert, supporter, or a word of the owner's own."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=60)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    source = models.CharField(max_length=24, default="hand")
    batch = models.ForeignKey(Batch, on_delete=models.SET_NULL, null=True, related_name="+")
    is_hand = models.BooleanField(default=True)

    class Meta(BookRow.Meta):
        constraints: ClassVar[Any] = (
            *BookRow.Meta.constraints,
            models.UniqueConstraint(fields=["person", "name"], name="one_role"),
        )

    def __str__(self) -> str:
        return f"role {self.number}"


class RoleCadence(models.Model):
    """How often the owner wants to be in touch with all of a role: holds for those without a wish of their own."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=60)
    cadence = models.PositiveSmallIntegerField()
    cadence_most = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["book", "role"], name="one_role_cadence"),)

    def __str__(self) -> str:
        return f"role cadence {self.pk}"
