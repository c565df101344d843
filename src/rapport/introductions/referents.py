"""What `consent:KEY` and `path:KEY` lead to: for who was asked the question, for who asked the introduction."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from rapport.introductions.bringing import thread_of_two
from rapport.introductions.models import Consent, PathQuestion
from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member


def _consents(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    if viewer is None:
        return {}
    put = Consent.objects.visible_to(viewer).filter(key__in=keys)
    own = Consent.objects.filter(introducer=viewer, key__in=keys).select_related("introduction")
    found = {consent.key: Shown(_("An introduction"), consent.path) for consent in put}
    return found | {consent.key: Shown(_("An introduction"), consent.introduction.path) for consent in own}


def _paths(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    if viewer is None:
        return {}
    put = PathQuestion.objects.visible_to(viewer).filter(key__in=keys)
    own = PathQuestion.objects.filter(asker=viewer, key__in=keys).select_related("target")
    found = {question.key: Shown(question.asker.name, question.path) for question in put.select_related("asker")}
    return found | {question.key: Shown(question.target.name, _way_to(question)) for question in own}


def _way_to(question: PathQuestion) -> str:
    """Where the two write to each other; before they are introduced, the page of whom the asker would like to know."""
    return thread_of_two(question.asker, question.target) or question.target.path


CONSENTS = Referent("consent", _consents)
PATHS = Referent("path", _paths)
