"""What a template says, in the language of the page: a hundred short texts on each, the same for every reader."""

from functools import lru_cache
from typing import Any

from django.utils import translation
from jinja2.nodes import EvalContext
from jinja2.utils import pass_eval_context
from markupsafe import Markup

KEPT = 8_192


@pass_eval_context
def translated(page: EvalContext, text: str, **named: Any) -> str:
    """`_("With %(name)s", name=who)` of a template: as `jinja2.ext.i18n` has it in its newer style, so that a bare
    percent sign is written twice; what is named is escaped, the text itself is not."""
    if not page.autoescape:
        return translation.gettext(text) % named
    if named:
        return Markup(translation.gettext(text)) % named  # noqa: S704 - ours or the translators'
    return _said(translation.get_language(), str(text))


@lru_cache(KEPT)
def _said(language: str | None, text: str) -> Markup:
    """`language` is that of the page already; it is named to be kept apart."""
    return Markup(translation.gettext(text)) % {}  # noqa: S704 - ours or the translators'
