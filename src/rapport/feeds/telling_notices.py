"""What is new for a member, as entries of a feed: what the page of notices says, and no more."""

from datetime import UTC, datetime

from django.utils.html import format_html
from django.utils.translation import gettext as _

from rapport.feeds.atom import Entry, Feed
from rapport.feeds.telling import absolute
from rapport.members.models import Hub, Member
from rapport.notices.models import Notice
from rapport.notices.saying import Said, said

LONGEST = 40
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # the age of a feed without entries


def notices_of(member: Member, itself: str) -> Feed:
    """Their newest notices, without those of somebody they may not see or do not want to hear of."""
    rows = Notice.objects.of(member).select_related("deed__actor").order_by("-pk")[:LONGEST]
    entries = [_entry(one) for one in said(member, list(rows))]
    title = _("What is new at %(hub)s") % {"hub": Hub.this().name}
    updated = max((entry.updated for entry in entries), default=_NEVER)
    return Feed(absolute(itself), absolute("/notices/"), title, updated, entries)


def _entry(one: Said) -> Entry:
    link = absolute(one.path)
    return Entry(
        ident=absolute(f"/notices/#{one.number}"),
        href=link,
        title=one.says,
        html=format_html('<p><a href="{}">{}</a></p>', link, one.says),
        author=one.name,
        author_href="",
        published=one.at,
        updated=one.at,
    )
