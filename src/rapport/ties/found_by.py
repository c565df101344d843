"""People are found by what they are to the owner."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rapport.people.findable import Findable, Said
from rapport.ties.models import Role


def _roles(people: Sequence[int]) -> Said:
    return Role.objects.filter(person__in=people, ended_on=None).values_list("person_id", "name")


ROLE = Findable("role", _("To you"), _roles)
