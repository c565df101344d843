"""A way to find or reach somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from rapport.facts.asking.form import Fact, FactForm, Line
from rapport.handles.profiles import Profile
from rapport.handles.ways import region_of
from rapport.people import keys
from rapport.people.platforms import LABELS
from rapport.people.typed import way_of


class WayForm(FactForm):
    line = Line(
        label=__("Address, number, profile or page"),
        max_length=1000,
        help_text=__("An e-mail address, a telephone number, or the address of their page somewhere."),
    )
    platform = forms.ChoiceField(
        label=__("Where"), choices=[("", __("see by the address")), *LABELS.items()], required=False
    )
    context = Line(
        label=__("In which part of life"), max_length=60, required=False, help_text=__("Work, home, the choir ...")
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("line"):
            told["way"] = self._way(told["line"], told.get("platform") or "")
        return told

    def _way(self, line: str, platform: str) -> Profile:
        owner = self.person.book.owner
        region = owner.region or region_of(owner.zone)
        way = way_of(line, region) or way_of("".join(line.split()), region) or way_of(f"https://{line}", region)
        if way is not None and platform in ("", way.platform):
            return way
        if platform in ("email", "phone"):
            raise forms.ValidationError(_("This could not be read as an address or number of that kind."))
        if platform:
            return Profile(platform, line[:320], way.url if way else "")
        raise forms.ValidationError(_("This could not be recognised. Say where it is, or write the whole address."))

    def fact(self) -> Fact:
        way: Profile = self.cleaned_data["way"]
        values = {"platform": way.platform, "handle": way.handle, "url": way.url}
        return keys.identity(way.platform, way.handle), values | {"context": self.cleaned_data["context"]}

    @staticmethod
    def answers(claim: Any) -> dict[str, Any]:
        platform = claim.platform if claim.platform in LABELS else ""
        return {"line": claim.url or claim.handle, "platform": platform, "context": claim.context}
