"""Questions, whom they are put to, answers, and thanks."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q

from rapport.groups.models import Group, Membership
from rapport.members.models import Block, Member

LONGEST = 8000


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, viewer: Member | None) -> "QuestionQuerySet":
        """The viewer's own; those put to all members, to a group of theirs, or to them. Nobody who is not signed in
        sees any, and of somebody blocked or suspended none is seen, by whatever name it was asked."""
        if viewer is None:
            return self.none()
        theirs = Membership.objects.filter(member=viewer).values("group")
        put_to_me = Exists(QuestionTo.objects.filter(question=OuterRef("pk"), member=viewer))
        to_all = Q(group=None, is_to_chosen=False)
        open_to = Q(withdrawn_at=None) & (to_all | Q(group__in=theirs) | Q(put_to_me, is_to_chosen=True))
        gone = Q(asker__in=Block.of(viewer)) | Q(asker__account__is_active=False)
        return self.filter(Q(asker=viewer) | open_to).exclude(gone)

    def open(self) -> "QuestionQuerySet":
        return self.filter(withdrawn_at=None, closed_at=None, taken=None)


class Question(models.Model):
    """`asker` is None once they have left. `is_anonymous`: only the asker knows who asked; for a group alone."""

    asker = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=LONGEST, blank=True, default="")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, related_name="+")
    is_to_chosen = models.BooleanField(default=False)
    is_anonymous = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    taken = models.ForeignKey("Answer", on_delete=models.SET_NULL, null=True, related_name="+")
    is_resource = models.BooleanField(default=False)

    objects: ClassVar[Any] = QuestionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(is_anonymous=False) | Q(group__isnull=False), name="anonymous_in_group"),
        )
        indexes = (models.Index(fields=["-asked_at", "-id"], name="question_latest"),)

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def path(self) -> str:
        return f"/asks/{self.pk}/"

    def named_to(self, viewer: Member) -> Member | None:
        """Who asked, as far as `viewer` is to know."""
        return None if self.is_anonymous and self.asker_id != viewer.pk else self.asker


class QuestionTo(models.Model):
    """Somebody a question is put to."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="chosen", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["question", "member"], name="one_question_to"),)

    def __str__(self) -> str:
        return f"question to {self.pk}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, viewer: Member | None) -> "AnswerQuerySet":
        """Those to questions the viewer sees, without those of somebody blocked or suspended."""
        if viewer is None:
            return self.none()
        gone = Q(author__in=Block.of(viewer)) | Q(author__account__is_active=False)
        return self.filter(question__in=Question.objects.visible_to(viewer)).exclude(gone)


class Answer(models.Model):
    """`author` is None once they have left; what they advised stays with who asked."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers", db_index=False)
    author = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    text = models.TextField(max_length=LONGEST)
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = AnswerQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["question", "id"], name="answer_in_order"),)

    def __str__(self) -> str:
        return f"answer {self.pk}"

    @property
    def path(self) -> str:
        return f"/asks/{self.question_id}/#answer-{self.pk}"


class ThanksQuerySet(models.QuerySet["Thanks"]):
    def visible_to(self, viewer: Member | None) -> "ThanksQuerySet":
        """Between the two always; in a group or in public once who is thanked agreed. Nothing of somebody blocked."""
        shown = Q(state="shown", audience="public")
        if viewer is None:
            return self.filter(shown).filter(by__account__is_active=True, to__account__is_active=True)
        theirs = Membership.objects.filter(member=viewer).values("group")
        may = shown | Q(state="shown", audience="group", group__in=theirs) | Q(by=viewer) | Q(to=viewer)
        blocked = Block.of(viewer)
        gone = Q(by__account__is_active=False) | Q(to__account__is_active=False)
        return self.filter(may).exclude(Q(by__in=blocked) | Q(to__in=blocked) | gone)


class Thanks(models.Model):
    """`by` thanks `to`: between the two, before a group, or in public; before others only if `to` agrees. Somebody who
    is not here is thanked by mail: then there is an address and the digest of the word in the mail, and no `to`."""

    AUDIENCES: ClassVar = [("private", "private"), ("group", "group"), ("public", "public")]
    STATES: ClassVar = [("given", "given"), ("asked", "asked"), ("shown", "shown"), ("hidden", "hidden")]
    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", db_index=False)
    to = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="")
    text = models.CharField(max_length=1000)
    audience = models.CharField(max_length=7, choices=AUDIENCES, default="private")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, null=True, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=6, choices=STATES, default="given")
    given_at = models.DateTimeField()

    objects: ClassVar[Any] = ThanksQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(by=models.F("to")), name="thanks_to_another"),
            models.UniqueConstraint(fields=["digest"], name="one_thanks_letter", condition=~Q(digest="")),
        )
        indexes = (models.Index(fields=["by", "-given_at"], name="thanks_given"),)

    def __str__(self) -> str:
        return f"thanks {self.pk}"

    @property
    def path(self) -> str:
        return f"/thanks/{self.pk}/"
