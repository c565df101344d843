"""Firms, schools and bodies: renamed, and two that are one joined."""

from django.db import transaction

from rapport.kit.aftermath import settle
from rapport.people import keys
from rapport.people.models import Job, Organization


@transaction.atomic
def rename(*, organization: Organization, name: str) -> Organization:
    """Another name; if the book has an organization of that name, the two become one. Returns the one that is left."""
    wanted = keys.organization_name(name)
    other = Organization.objects.filter(book=organization.book, folded=wanted).exclude(pk=organization.pk).first()
    if other is not None:
        join(kept=other, gone=organization)
        return other
    organization.name, organization.folded = name[:300], wanted
    organization.save(update_fields=["name", "folded"])
    _settle(organization)
    return organization


@transaction.atomic
def join(*, kept: Organization, gone: Organization) -> None:
    """All who are or were at `gone` are from now on at `kept`. Raises ValueError for two books, or one organization."""
    if kept.pk == gone.pk or kept.book_id != gone.book_id:
        raise ValueError("These cannot be one organization.")
    Job.objects.filter(organization=gone).update(organization=kept)
    gone.delete()
    _settle(kept)


def _settle(organization: Organization) -> None:
    people = Job.objects.filter(organization=organization).values_list("person_id", flat=True)
    settle(organization.book, sorted(set(people)))
