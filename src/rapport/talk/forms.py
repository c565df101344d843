"""What can be typed in talk: posts and comments."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.groups.models import Group
from rapport.kit.cleaning import clean, one_line
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.talk.models import Post
from rapport.talk.models.comment import LONGEST as LONGEST_COMMENT
from rapport.talk.models.post import LONGEST as LONGEST_POST
from rapport.talk.posting import Wording

_IN_A_GROUP = "group-"


class Prose(forms.CharField):
    """Text as it was typed, freed of what hides in it; of one that is too long it is said how long it may be."""

    widget = forms.Textarea

    def __init__(self, *, longest: int, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.longest = longest
        self.widget.attrs |= {"rows": rows, "maxlength": longest, "dir": "auto"}

    def to_python(self, value: Any) -> str:
        typed = super().to_python(value) or ""
        if len(typed) > 2 * self.longest:
            raise forms.ValidationError(self._too_long())
        text = clean(typed).strip()
        if len(text) > self.longest:
            raise forms.ValidationError(self._too_long())
        return text

    def _too_long(self) -> str:
        return _("This is longer than %(most)s characters. Shorten it, or write it in parts.") % {
            "most": f"{self.longest:,}"
        }


class Line(forms.CharField):
    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class Uploads(forms.FileInput):
    allow_multiple_selected = True


class PostForm(forms.Form):
    """`audience` is one of Audience, or a group the author belongs to; one that was closed only for what stands there
    already (`within`)."""

    title = Line(
        label=__("Title"),
        max_length=200,
        required=False,
        help_text=__("With a title it is an article, at an address for good."),
    )
    body = Prose(label=__("What you want to say"), longest=LONGEST_POST, rows=8)
    audience = forms.ChoiceField(label=__("Who sees it"))

    def __init__(self, *args: Any, author: Member, within: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = Group.objects.of(author).filter(Q(closed_at=None) | Q(pk=within or 0)).order_by("name", "pk")
        self.groups = {f"{_IN_A_GROUP}{group.pk}": group for group in open_ones}
        wide = [(str(value), label) for value, label in Audience.choices]
        named = [(key, _("the group %(name)s") % {"name": group.name}) for key, group in self.groups.items()]
        field: Any = self.fields["audience"]
        field.choices = [*wide, *named]
        field.initial = str(Audience.MEMBERS.value)

    def wording(self) -> Wording:
        """Only after `is_valid()`."""
        typed = self.cleaned_data
        group = self.groups.get(typed["audience"])
        audience = Audience.MEMBERS if group is not None else Audience(int(typed["audience"]))
        return Wording(typed["body"], typed["title"], audience, group)

    @staticmethod
    def answers(post: Post) -> dict[str, Any]:
        """What the form would have been filled in with."""
        for_whom = f"{_IN_A_GROUP}{post.group_id}" if post.group_id else str(post.audience)
        return {"title": post.title, "body": post.body, "audience": for_whom}


class CommentForm(forms.Form):
    body = Prose(label=__("Your answer"), longest=LONGEST_COMMENT, rows=4)
