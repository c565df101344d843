"""The owner's own tables: profile, addresses, follows, posts, saved things, private notes, uploaded addresses."""

from datetime import UTC, datetime, time, timedelta

from rapport.town.folk import Work
from rapport.town.places import places
from rapport.town.render.sight import MONTHS, Sight
from rapport.town.render.tables import table
from rapport.town.shown import shown

_NUMBER = "252701747"
_LATEST = "2026-03"
_HAVE_UPLOADED = frozenset({"mo"})
_FULL = frozenset({"2022-09", _LATEST})
_UPLOADED_HEADER = (
    "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,PhoneNumbers,CreatedAt,"
    "UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location"
).split(",")


def own_tables(sight: Sight) -> dict[str, str]:
    """The tables that every download has, then those of a complete one, then those of 2026."""
    found = {"Profile.csv": _profile(sight), "Email Addresses.csv": _addresses(sight), "Positions.csv": _jobs(sight)}
    found["Skills.csv"] = table(["Name"], [["Mentoring"], ["Negotiation"]])
    if sight.paper.shape in _FULL:
        found |= _posts(sight)
        found["Company Follows.csv"] = _company_follows(sight)
    if sight.paper.shape == _LATEST:
        found |= _latest(sight)
    return found


def notes(sight: Sight) -> str:
    """The private notes on connections."""
    header = [
        "Connection First Name",
        "Connection Last Name",
        "Connection Profile URL",
        "Note",
        "Created On",
        "Edited On",
    ]
    noted = [entry for entry in sight.entries if entry.note]
    rows = []
    for entry in noted:
        at = datetime.combine(entry.noted_on or sight.paper.taken, time(18, 20), UTC)
        rows.append([entry.given, entry.family, entry.urls[0], entry.note, f"{at:%Y-%m-%d %H:%M:%S} UTC", ""])
    return table(header, rows)


def uploaded(sight: Sight) -> str:
    """The address book once handed to LinkedIn, of people who are connections too; for most owners its header alone."""
    rows = []
    has_uploaded = sight.owner.handle in _HAVE_UPLOADED
    for entry in sight.entries[3::8] if has_uploaded else ():
        person = sight.person(entry.person)
        form = shown(person.name, "google")
        cells = {"FirstName": form.given, "LastName": form.family, "Emails": person.emails[0]}
        cells |= {"PhoneNumbers": ",".join(person.phones), "CreatedAt": "3/2/15, 9:12 AM"}
        rows.append([cells.get(name, "") for name in _UPLOADED_HEADER])
    return table(_UPLOADED_HEADER, rows)


def _profile(sight: Sight) -> str:
    header = (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers"
    ).split(",")
    me = sight.me
    work = me.work_on(sight.paper.taken)
    headline = f"{work.title} at {work.company}" if work else ""
    x = me.handle_on("x")
    site = f"[PERSONAL:https://{me.emails[0].partition('@')[2]}]"
    row = [me.name.given, me.name.family, me.name.maiden, "", "", headline, "Line one\n\nLine two", "Services", ""]
    return table(header, [[*row, places()[me.home].city, f"[{x.handle}]" if x else "", site, ""]])


def _addresses(sight: Sight) -> str:
    rows = [
        [email, "Yes", "Yes" if turn == 0 else "No", "1/14/19, 9:12 AM"] for turn, email in enumerate(sight.me.emails)
    ]
    return table(["Email Address", "Confirmed", "Primary", "Updated On"], rows)


def _jobs(sight: Sight) -> str:
    header = ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"]
    held = [work for work in sight.me.works if work.since <= sight.paper.taken]
    return table(header, [_job(work) for work in reversed(held)])


def _job(work: Work) -> list[str]:
    until = f"{MONTHS[work.until.month - 1]} {work.until.year}" if work.until else ""
    return [work.company, work.title, "", "Port Amaranth", f"{MONTHS[work.since.month - 1]} {work.since.year}", until]


def _posts(sight: Sight) -> dict[str, str]:
    """Posts with LinkedIn's own way of writing line breaks and quotes, and what the owner liked and said."""
    at = datetime.combine(sight.paper.taken - timedelta(days=40), time(10), UTC)
    stamp, link = (
        f"{at:%Y-%m-%d %H:%M:%S}",
        "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A70000000000000000",
    )
    text = 'First line with ""quotes"".""\n""""\n""Second paragraph #eventprofs'
    if "overlong" in sight.dirt:
        text += " and on" * 22_000
    share = f'{stamp},{link}03,"{text}",https://gazette.example/post,,MEMBER_NETWORK\n'
    comment = f'{stamp},{link}05,"She said \\"at last\\" and left"\n'
    return {
        f"Shares_{_NUMBER}.csv": f"Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n{share}",
        f"Comments_{_NUMBER}.csv": f"Date,Link,Message\n{comment}",
        f"Reactions_{_NUMBER}.csv": table(["Date", "Type", "Link"], [[stamp, "EMPATHY", f"{link}01"]]),
    }


def _company_follows(sight: Sight) -> str:
    firms = [company.name for company in sight.town.companies[10:14]]
    year = sight.paper.taken.year - 1
    return table(["Organization", "Followed On"], [[firm, f"Tue Mar 04 10:22:33 UTC {year}"] for firm in firms])


def _latest(sight: Sight) -> dict[str, str]:
    year = sight.paper.taken.year - 1
    stamp = f"{year}-05-05 10:00:00"
    followed = [entry.name for entry in sight.entries if entry.connected_on][12:72:12]
    saved = "https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000009"
    event = ["Harbour Chamber Breakfast", f"Apr 08, {year} 07:00 AM - Apr 08, {year} 09:00 AM", "RELINQUISHED", ""]
    groups = "Port Amaranth Chamber; Hospitality Table"
    return {
        f"Member_Follows_{_NUMBER}.csv": table(
            ["Date", "Status", "FullName"], [[f"{year}/06/10 23:13:46 UTC", "Active", name] for name in followed]
        ),
        f"Hashtag_Follows_{_NUMBER}.csv": table(
            ["Hashtag", "CreatedTime"], [["eventprofs", stamp], ["smallbusiness", stamp]]
        ),
        f"Saved_Items_{_NUMBER}.csv": table(["savedItem", "CreatedTime"], [[saved, stamp]]),
        "Events.csv": table(["Event Name", "Event Time", "Status", "External Url"], [event]),
        "PhoneNumbers.csv": table(
            ["Extension", "Number", "Type"], [["", number, "Mobile"] for number in sight.me.phones]
        ),
        "Ad_Targeting.csv": table(
            ["Member Age", "Company Names", "Company Names", "Member Groups"], [["35-54", "", "", groups]]
        ),
        "SearchQueries.csv": table(["Time", "Search Query"], [[f"{year}/02/01 15:02:55 UTC", "grant writer"]]),
        "Articles/Articles/What-a-price-says.html": (
            '<html><body><h1><a href="https://www.linkedin.com/pulse/what-a-price-says">What a price says</a></h1>'
            "<p>It says who you work for.</p></body></html>\n"
        ),
    }
