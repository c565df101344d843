"""The page on which members take their books along, and the files themselves.

A file is made when it is asked for and given to the asker in the same answer: nothing of it is kept, so that there is
no link that somebody else could find later.
"""

import tempfile
from collections.abc import Iterable
from typing import IO

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from rapport.exports.forms import FORMS, written
from rapport.kit import clock
from rapport.members.may import MemberRequest, for_members
from rapport.people.book import book_of
from rapport.people.models import Person

# The form's word, its title, what it is good for, and whether private notes can stay at home.
OFFERED = (
    (
        "zip",
        _("Everything"),
        _("One zip: your book in Rapport's own form and all the forms below, with photos."),
        False,
    ),
    ("json", _("Your book"), _("One file that Rapport can bring in again, here or in another place."), False),
    ("vcf", _("Contacts"), _("vCards, for phones and address books."), True),
    ("csv", _("Table"), _("For spreadsheets, and for programs that read Google contacts."), True),
    ("ics", _("Calendar"), _("Gatherings and birthdays, for calendar programs."), False),
    (
        "hub",
        _("What you did here"),
        _("Profile, posts, answers, thanks and all else that others could see, as JSON."),
        False,
    ),
)


@for_members
@require_safe
def leaving_with_it(request: MemberRequest) -> HttpResponse:
    people = Person.objects.here().filter(book=book_of(request)).count()
    return render(request, "exports/export.html", {"offered": OFFERED, "people": people})


@for_members
@require_safe
def file(request: MemberRequest, form: str) -> FileResponse:
    """The book in one form; csv and vcf carry private notes only if asked (`?notes=1`)."""
    if form not in FORMS:
        raise Http404
    on = clock.today(request.member.zone)
    pieces = written(book_of(request), form, on=on, with_notes="notes" in request.GET)
    name = f"rapport-{request.member.handle}-{on.isoformat()}.{FORMS[form].ending}"
    return FileResponse(_held(pieces), as_attachment=True, filename=name, content_type=FORMS[form].media)


def _held(pieces: Iterable[bytes]) -> IO[bytes]:
    """All pieces in a file without a name, that vanishes once it was sent: a slow reader holds no database open, and
    what breaks does so before the first byte is out."""
    held = tempfile.TemporaryFile(dir=settings.DATA)  # noqa: SIM115 - closed by the response
    try:
        held.writelines(pieces)
    except BaseException:
        held.close()
        raise
    held.seek(0)
    return held
