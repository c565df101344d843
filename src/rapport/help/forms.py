"""What can be written here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.groups.models import Group
from rapport.help.models import LONGEST
from rapport.kit.cleaning import clean
from rapport.members.forms import OneLineField


class TextField(forms.CharField):
    """Some lines of text, freed of what hides in it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": options.pop("rows", 5)}), **options)

    def to_python(self, value: Any) -> str:
        return clean(str(super().to_python(value)))


class AskForm(forms.Form):
    """A question, and to whom: `groups` are those of the asker."""

    title = OneLineField(label=_("Your question"), max_length=200)
    text = TextField(label=_("What one should know to answer it"), max_length=LONGEST, required=False)
    whom = forms.ChoiceField(label=_("Whom do you ask?"), widget=forms.RadioSelect)
    to = OneLineField(
        label=_("Those you ask"),
        max_length=400,
        required=False,
        help_text=_("If you chose a few: names or @handles, with commas between them."),
    )
    is_anonymous = forms.BooleanField(
        label=_("Without my name"), required=False, help_text=_("In a group only. Nobody learns who asked.")
    )

    def __init__(self, *args: Any, groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {f"group:{group.pk}": group for group in groups}
        named = [(key, group.name) for key, group in self.groups.items()]
        self.fields["whom"].choices = [("all", _("All members")), *named, ("few", _("A few people"))]  # type: ignore[attr-defined]
        self.fields["whom"].initial = "all"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        whom = given.get("whom", "")
        if given.get("is_anonymous") and whom not in self.groups:
            self.add_error("is_anonymous", _("Only a group can be asked without your name."))
        named = [part for each in str(given.get("to", "")).split(",") if (part := each.strip())]
        if whom == "few" and not named:
            self.add_error("to", _("Write the name or the handle of at least one member."))
        given["named"] = named if whom == "few" else []
        given["group"] = self.groups.get(whom)
        return given


class AnswerForm(forms.Form):
    text = TextField(label=_("Your answer"), max_length=LONGEST)


class ThankForm(forms.Form):
    """Thanks to a member of this name or handle, or by mail to somebody who is not here."""

    to = OneLineField(
        label=_("Whom do you thank?"), max_length=254, help_text=_("A name, a @handle, or a mail address.")
    )
    text = TextField(label=_("What for"), max_length=1000, rows=3)
    who = forms.ChoiceField(label=_("Who may see it, if they agree?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, groups: list[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {f"group:{group.pk}": group for group in groups}
        named = [(key, group.name) for key, group in self.groups.items()]
        between = ("private", _("Only the two of us"))
        self.fields["who"].choices = [between, *named, ("public", _("Everybody"))]  # type: ignore[attr-defined]
        self.fields["who"].initial = "private"
