"""What the import pages say."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.archives.models import Intake
from rapport.people.models import Batch

ASKED = {
    "owner": gettext_lazy("Which of these is you?"),
    "day_order": gettext_lazy("Which comes first in its dates?"),
    "encoding": gettext_lazy("Do the names look right?"),
    "zone": gettext_lazy("Which time zone were its times written in?"),
}


def what_is_done(intake: Intake) -> tuple[str, int, int]:
    """A line, how much is done, and of how much (0 while the end is unknown)."""
    progress = intake.progress or {}
    what, done, total = str(progress.get("what", "")), int(progress.get("done", 0)), int(progress.get("total", 0))
    if intake.state == "waiting":
        return _("Waiting for its turn"), 0, 0
    if intake.state == "reading":
        return (_("Reading %(file)s") % {"file": what.removeprefix("reading ")} if what else _("Reading")), done, total
    lines = {
        "people": _("Bringing in people"),
        "interactions": _("Bringing in messages and meetings"),
        "settling": _("Counting days in touch"),
        "same person": _("Looking for doubles"),
    }
    return lines.get(what, _("Bringing it in")), done, total


def counted(batch: Batch) -> str:
    """'1,204 people, 318 you knew already, 37 to look at'."""
    people = (batch.counts or {}).get("people", {})
    if not people:
        return ""
    new, known = people.get("new", 0), people.get("known", 0)
    line = ngettext("%(new)s new person", "%(new)s new people", new) % {"new": f"{new:,}"}
    return _("%(line)s, %(known)s you knew already") % {"line": line, "known": f"{known:,}"}
