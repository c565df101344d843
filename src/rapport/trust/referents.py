"""What `vouch:7` and `testimonial:7` lead to."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from rapport.journal.referent import Referent, Shown
from rapport.members.models import Member
from rapport.trust.models import Testimonial, Vouch


def _vouches(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Vouch.objects.visible_to(viewer).filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {str(vouch.pk): Shown(vouch.skill, "/vouches/") for vouch in rows}


def _testimonials(viewer: Member | None, keys: Collection[str]) -> Mapping[str, Shown]:
    rows = Testimonial.objects.visible_to(viewer).filter(pk__in=[int(key) for key in keys if key.isdecimal()])
    return {str(one.pk): Shown(_("A testimonial"), "/vouches/") for one in rows}


VOUCHES = Referent("vouch", _vouches)
TESTIMONIALS = Referent("testimonial", _testimonials)
