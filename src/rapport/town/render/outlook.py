"""The contacts of Outlook for desktops as CSV: many columns, American dates, `0/0/00` for no birthday."""

from collections.abc import Mapping

from rapport.town.places import places
from rapport.town.render.google import national, spaced
from rapport.town.render.sight import Sight
from rapport.town.render.tables import columns, table
from rapport.town.truth import Entry

_HEADER = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,Anniversary,Location,Language,"
    "Internet Free Busy,Notes,E-mail Address,E-mail 2 Address,E-mail 3 Address,Primary Phone,Home Phone,Home Phone 2,"
    "Mobile Phone,Pager,Home Fax,Home Address,Home Street,Home City,Home State,Home Postal Code,Home Country,Spouse,"
    "Children,Manager's Name,Assistant's Name,Referred By,Company Main Phone,Business Phone,Business Phone 2,"
    "Business Fax,Assistant's Phone,Company,Job Title,Department,Office Location,Organizational ID Number,Profession,"
    "Account,Business Address,Business Street,Business City,Business State,Business Postal Code,Business Country,"
    "Other Phone,Other Fax,Other Address,Hobby,Nickname,Categories"
).split(",")


def outlook(sight: Sight) -> bytes:
    cells = [dict(_row(sight, entry)) for entry in sight.entries]
    for turn in sight.times("nul"):
        cells[6 + turn]["Notes"] = "Typed on the \x00train. " + cells[6 + turn]["Notes"]
    cells += [{} for _ in sight.times("empty_rows")]
    return table(_HEADER, columns(_HEADER, cells), end="\r\n").encode("utf-8-sig")


def _row(sight: Sight, entry: Entry) -> Mapping[str, str]:
    place = places()[sight.person(entry.person).home]
    phone = entry.phones[0] if entry.phones else ""
    return {
        "First Name": entry.given,
        "Last Name": entry.family,
        "Nickname": entry.nickname,
        "Web Page": entry.urls[0] if entry.urls else "",
        "Birthday": _day(entry),
        "Anniversary": "0/0/00",
        "Notes": entry.note,
        "E-mail Address": entry.emails[0] if entry.emails else "",
        "E-mail 2 Address": entry.emails[1] if len(entry.emails) > 1 else "",
        "Mobile Phone": spaced(phone) if phone.startswith("+1") else phone and national(phone),
        "Business City": place.city if entry.organization else "",
        "Business Country": place.country if entry.organization else "",
        "Spouse": entry.spouse,
        "Referred By": entry.through,
        "Company": entry.organization,
        "Job Title": entry.title,
        "Hobby": entry.hobby,
        "Categories": ";".join(entry.labels),
    }


def _day(entry: Entry) -> str:
    """`12/28/1969`; Outlook cannot leave the year out, so such a birthday is not there."""
    if not entry.birthday or not entry.has_birth_year:
        return "0/0/00"
    return f"{entry.birthday.month}/{entry.birthday.day}/{entry.birthday.year}"
