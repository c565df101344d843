"""Notes, names, interests and fields without a name of their own."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport import topics
from rapport.facts.asking.form import Fact, FactForm, Line, Text
from rapport.people import keys


class NoteForm(FactForm):
    text = Text(label=_("Note"))

    def fact(self) -> Fact:
        text = self.cleaned_data["text"]
        return keys.digest(text), {"text": text}

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"text": claim.text}


class NameForm(FactForm):
    KINDS: ClassVar = [
        ("full", _("the whole name")),
        ("nickname", _("what friends say")),
        ("maiden", _("at birth")),
        ("former", _("formerly")),
        ("alias", _("also")),
        ("phonetic", _("how it is said")),
    ]
    text = Line(label=_("Name"), max_length=300)
    kind = forms.ChoiceField(label=_("Which"), choices=KINDS, initial="full")

    def fact(self) -> Fact:
        return keys.folded(self.cleaned_data["text"]), dict(self.cleaned_data)

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"text": claim.text, "kind": claim.kind}


class InterestForm(FactForm):
    word = Line(label=_("What they care about"), max_length=120)
    evidence = Line(label=_("How you know"), max_length=300, required=False)
    is_confided = forms.BooleanField(
        label=_("Told in confidence"), help_text=_("Never used in words that others read."), required=False
    )

    def fact(self) -> Fact:
        word = self.cleaned_data["word"].lstrip("#")
        topic = topics.shipped().canonical(word) or word.casefold()
        return keys.interest(topic, ""), {**self.cleaned_data, "word": word, "topic": topic[:120], "platform": ""}

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"word": claim.word, "evidence": claim.evidence, "is_confided": claim.is_confided}


class FieldForm(FactForm):
    name = Line(label=_("What it is called"), max_length=300)
    value = Text(label=_("What it says"))

    def fact(self) -> Fact:
        return keys.field(self.cleaned_data["name"], self.cleaned_data["value"]), dict(self.cleaned_data)

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        return {"name": claim.name, "value": claim.value}
