"""Open questions that may be news to a reader."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rapport.help.open_for import open_for
from rapport.talk.newly import New, Newly, Reader

MOST = 50


def find(reader: Reader) -> Iterator[New]:
    """Those the reader could answer. Who asked without a name is told by the group alone, and never by a follow."""
    for question in open_for(reader.member, reader.now, MOST):
        if question.asked_at > reader.since:
            asker = question.named_to(reader.member)
            group = question.group.name if question.group else ""
            is_followed = asker is not None and asker.pk in reader.follows
            name = asker.name if asker else _("Somebody in %(group)s") % {"group": group}
            yield New(
                at=question.asked_at,
                who=f"member:{asker.pk}" if asker else question.path,
                name=name,
                title=question.title,
                href=question.path,
                text=question.text,
                reason=_("You follow %(name)s.") % {"name": name} if is_followed else "",
            )


QUESTIONS = Newly(find)
