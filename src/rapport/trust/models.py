"""Vouches and testimonials; the subject shows or hides them and never writes them."""

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db import models
from django.db.models import F, Q

from rapport.members.models import Block, Member


class WordQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Member | None) -> "WordQuerySet":
        """Shown ones for everybody who may know of both; one's own always."""
        shown = Q(state="shown")
        gone = Q(by__account__is_active=False) | Q(about__account__is_active=False)
        if viewer is None:
            return self.filter(shown).exclude(gone)
        own = Q(by=viewer) | Q(about=viewer)
        blocked = Block.of(viewer)
        return self.filter(shown | own).exclude(Q(by__in=blocked) | Q(about__in=blocked) | gone)


class Word(models.Model):
    """What `by` says of `about`. It waits until `about` shows or hides it; when its author changes it, it waits again.
    `by` is None once the author has left: what they said stays, marked so."""

    STATES: ClassVar = [("asked", "asked"), ("shown", "shown"), ("hidden", "hidden")]
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.CharField(max_length=6, choices=STATES, default="asked")
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = WordQuerySet.as_manager()

    class Meta:
        abstract = True


class Vouch(Word):
    """`by` vouches for the `skill` of `about`, and says how they know."""

    skill = models.CharField(max_length=80)
    folded = models.CharField(max_length=80)
    how = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["about", "by", "folded"], name="one_vouch"),
            models.CheckConstraint(condition=~Q(by=F("about")), name="vouch_for_another"),
        ]
        indexes = (models.Index(fields=["about", "state", "folded"], name="vouch_for"),)

    def __str__(self) -> str:
        return f"vouch {self.pk}"

    @property
    def path(self) -> str:
        return f"/vouches/{self.pk}/"

    @property
    def change_path(self) -> str:
        return f"{self.about.path}vouch/?{urlencode({'skill': self.skill})}"

    @property
    def topic(self) -> str:
        return self.skill

    @property
    def words(self) -> str:
        return self.how


class Testimonial(Word):
    """What `by` writes of `about`, one a pair and context ("as a client", "in the chapter")."""

    context = models.CharField(max_length=80)
    folded = models.CharField(max_length=80)
    text = models.TextField(max_length=2000)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["about", "by", "folded"], name="one_testimonial"),
            models.CheckConstraint(condition=~Q(by=F("about")), name="testimonial_of_another"),
        ]
        indexes = (models.Index(fields=["about", "state"], name="testimonial_of"),)

    def __str__(self) -> str:
        return f"testimonial {self.pk}"

    @property
    def path(self) -> str:
        return f"/testimonials/{self.pk}/"

    @property
    def change_path(self) -> str:
        return f"{self.about.path}testimonial/?{urlencode({'context': self.context})}"

    @property
    def topic(self) -> str:
        return self.context

    @property
    def words(self) -> str:
        return self.text
