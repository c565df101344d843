"""The files of a LinkedIn archive, told by their columns; their names only help where columns say too little."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from rapport.formats.dates import Order
from rapport.formats.facts import Zone
from rapport.formats.files import Dropped, Member, Refused
from rapport.formats.table import Heading, find_heading

_OWN_PART = re.compile(r"[^a-z_]")


@dataclass(frozen=True)
class Kind:
    """One kind of file. `needs` are the columns it cannot do without (any one of the sets); `is_telling` where no
    other platform writes these; `names` its basenames without ending, as `Member.name` has them."""

    word: str
    names: frozenset[str]
    needs: tuple[frozenset[str], ...]
    is_telling: bool = False
    dated_by: tuple[str, ...] = ()
    bare_zone: Zone = "floating"
    has_escapes: bool = False
    order: Order = "month_first"
    is_ahead: bool = False  # its dates may lie in the future
    is_old: bool = False  # and before there was LinkedIn

    def fits(self, stem: str, columns: frozenset[str]) -> bool:
        return (self.is_telling or self.is_called(stem)) and any(needed <= columns for needed in self.needs)

    def is_called(self, stem: str) -> bool:
        """Whether the name is one of the kind's, whatever was added to it: `comments-2026`."""
        return _OWN_PART.split(stem, maxsplit=1)[0].strip("_") in self.names


class Found(NamedTuple):
    """A member and the kind it is of; without heading where its name promises a kind its content does not keep."""

    member: Member
    kind: Kind
    heading: Heading | None


def _kind(
    word: str, names: str, *needs: str, telling: bool = False, dated: str = "", zone: Zone = "floating",
    escapes: bool = False, order: Order = "month_first", ahead: bool = False, old: bool = False,
) -> Kind:  # fmt: skip
    columns = tuple(frozenset(need.split(", ")) for need in needs)
    dated_by = tuple(dated.split(", ")) if dated else ()
    return Kind(word, frozenset(names.split()), columns, telling, dated_by, zone, escapes, order, ahead, old)


# In the order they are read: what tells who somebody is before what only mentions them.
KINDS = (
    _kind("profile", "profile", "first name, last name, headline, zip code", telling=True),
    _kind("addresses", "email_addresses", "email address, confirmed, primary", telling=True),
    _kind("numbers", "phonenumbers phone_numbers whatsapp_phone_numbers", "number"),
    _kind(
        "positions", "positions", "company name, title, started on, finished on",
        telling=True, dated="started on", order="unsaid", ahead=True, old=True,
    ),
    _kind(
        "education", "education", "school name, start date, end date, degree name",
        telling=True, dated="start date", order="unsaid", ahead=True, old=True,
    ),
    _kind(
        "connections", "connections", "first name, last name, connected on",
        telling=True, dated="connected on", order="unsaid",
    ),
    _kind("invitations", "invitations", "from, to, sent at, direction", telling=True, dated="sent at"),
    _kind("notes", "notes", "connection profile url, note", telling=True, dated="created on", zone="utc"),
    _kind(
        "endorsed by", "endorsement_received_info", "endorser first name, endorser last name, skill name",
        telling=True, dated="endorsement date", zone="utc",
    ),
    _kind(
        "endorsed", "endorsement_given_info", "endorsee first name, endorsee last name, skill name",
        telling=True, dated="endorsement date", zone="utc",
    ),
    _kind(
        "recommended", "recommendations_given", "first name, last name, text, creation date", dated="creation date"
    ),
    _kind(
        "recommended by", "recommendations_received recommendations", "first name, last name, text, creation date",
        telling=True, dated="creation date",
    ),
    _kind(
        "messages", "messages", "conversation id, from, to, date, content",
        "from, to, date, content, direction, folder",
        telling=True, dated="date", zone="utc",
    ),
    _kind(
        "address book", "importedcontacts imported_contacts contacts", "firstname, lastname, emails, phonenumbers",
        telling=True,
    ),
    _kind("member follows", "member_follows", "date, status, fullname", telling=True, dated="date", zone="utc"),
    _kind(
        "company follows", "company_follows", "organization, followed on", telling=True, dated="followed on", zone="utc"
    ),
    _kind("hashtags", "hashtag_follows", "hashtagurl", "hashtag", "name", dated="createdtime, date", zone="utc"),
    _kind("targeting", "ad_targeting", "member groups", telling=True),
    _kind("shares", "shares", "date, sharelink, sharecommentary", telling=True, dated="date", zone="utc"),
    _kind("comments", "comments", "date, link, message", dated="date", zone="utc", escapes=True),
    _kind("reactions", "reactions", "date, type, link"),
    _kind(
        "links", "instantreposts instant_reposts votes saved_items", "date, link", "saveditem",
        dated="date, createdtime", zone="utc",
    ),
    _kind("events", "events", "event name, event time, status", telling=True, ahead=True),
)  # fmt: skip

# Never opened: they say nothing of a relationship, and some much that nobody should have to trust a program with.
UNOPENED = frozenset(
    """
    ad_targeting_inferences ads_clicked adsclicked lan_ads_engagement logins registration security_challenges
    receipts receipts_v2 inferences_about_you searchqueries search_queries learning learningcoachmessages
    learning_coach_messages learning_role_play_messages guide_messages coach_messages job_applications
    job_applicant_saved_answers job_applicant_saved_screening_question_responses job_seeker_preferences
    saved_jobs saved_job_alerts online_job_postings private_identity_asset verifications identity_documents
    account_status_history device_info devices ip_addresses payments premium_subscriptions lead_gen_forms
    surveys providers engagements rich_media media skills languages certifications projects
    publications honors courses volunteering organizations causes_you_care_about test_scores patents
    profile_summary interests events_created articles talent_question_saved_answers companies_following_ads
    """.split()
)
_UNOPENED_FOLDERS = frozenset({"jobs", "verifications", "services marketplace", "learning", "articles"})
_TABLES = frozenset({".csv", ".txt", ".tsv", ""})


def takes(dropped: Dropped) -> list[Member]:
    """The members that are LinkedIn's. Those never opened go along, so that they are accounted for."""
    found = [member for member in dropped.members if find(member) is not None]
    if not found:
        return []
    return found + [member for member in dropped.members if is_unopened(member)]


def find(member: Member, encoding: str | None = None) -> Found | None:
    """What `member` is to a LinkedIn archive; None where it is nothing of it, or not to be opened."""
    name = PurePosixPath(member.name)
    if name.suffix not in _TABLES or is_unopened(member):
        return None
    promised = next((kind for kind in KINDS if kind.is_telling and kind.is_called(name.stem)), None)
    try:
        heading = find_heading(member, lambda columns: _kind_of(name.stem, columns) is not None, encoding)
        if heading is not None:
            kind = _kind_of(name.stem, frozenset(heading.names))
            return Found(member, kind, heading) if kind else None
        if (
            promised is None
            and name.suffix == ".csv"
            and member.head(64).removeprefix(b"\xef\xbb\xbf").startswith(b"Notes:")
        ):
            promised = _BY_WORD["connections"]
    except Refused:
        pass  # the reader meets the refusal again and tells it
    return Found(member, promised, None) if promised and promised.word in _TOLD_WHEN_BROKEN else None


def is_unopened(member: Member) -> bool:
    path, name = PurePosixPath(member.path.replace("\\", "/").casefold()), PurePosixPath(member.name)
    if name.suffix not in (".csv", ".html"):
        return False
    return name.stem in UNOPENED or not _UNOPENED_FOLDERS.isdisjoint(path.parts[:-1])


def _kind_of(stem: str, columns: frozenset[str]) -> Kind | None:
    return next((kind for kind in KINDS if kind.fits(stem, columns)), None)


_BY_WORD = {kind.word: kind for kind in KINDS}
_TOLD_WHEN_BROKEN = frozenset({"connections", "messages", "invitations"})
