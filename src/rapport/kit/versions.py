"""Two windows change the same thing: the second is told what stands there by now, and loses nothing."""

from collections.abc import Mapping
from hashlib import blake2b

from django.forms import Form


def version(form: Form) -> str:
    """What the form is filled from, as it stands now; the page sends it back as `was`."""
    told = repr(sorted((name, str(value)) for name, value in form.initial.items()))
    return blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()


def is_late(form: Form, sent: Mapping[str, str]) -> bool:
    """Whether it was changed elsewhere since the page that sent this was opened, to something else than is sent."""
    return sent.get("was", "") not in ("", version(form)) and form.has_changed()


def standing(form: Form) -> list[tuple[str, str]]:
    """What stands there now: labels and words."""
    said = []
    for name, field in form.fields.items():
        value = form.initial.get(name)
        words = dict(getattr(field, "choices", ())).get(value, value)
        if words not in (None, ""):
            said.append((str(field.label), str(words)))
    return said
