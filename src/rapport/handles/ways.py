"""Ways to reach somebody, in the one form in which they are compared: e-mail and telephone (profiles: profiles.py)."""

import re
from functools import cache
from importlib import resources

import phonenumbers

from rapport.handles.weblinks import ascii_host
from rapport.kit.cleaning import clean

_MAILBOX = re.compile(r"([^\s<>\"(),:;\[\]@\\]{1,64})@([^\s<>\"(),:;@\\/]{3,253})")
_POSSIBLE = phonenumbers.ValidationResult.IS_POSSIBLE


def email(text: str) -> str:
    """`text` as an address: local part as it is, domain in lower case and ASCII form; empty where it is none."""
    text = clean(text).strip()
    if text[:7].casefold() == "mailto:":
        text = text[7:].partition("?")[0]
    match = _MAILBOX.fullmatch(text.strip("<>\"' ").rstrip(".,;"))
    domain = ascii_host(match[2]) if match else ""
    return f"{match[1]}@{domain}" if match and domain else ""


def phone(text: str, region: str = "") -> str:
    """`text` as E.164, with `;ext=` where it names an extension; empty where it cannot be a whole number.

    `region` (ISO 3166, two letters) is where a number without country code is taken to be from.
    """
    text = clean(text).strip().lstrip("'").removeprefix("tel:")
    if not 5 <= len(text) <= 40:
        return ""
    if text.startswith("00"):
        text = "+" + text[2:]
    try:
        number = phonenumbers.parse(text, region.upper() or None)
    except phonenumbers.NumberParseException:
        return ""
    if phonenumbers.is_possible_number_with_reason(number) != _POSSIBLE:
        return ""
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{whole};ext={number.extension}" if number.extension else whole


def phone_said(number: str) -> str:
    """An E.164 number with its groups, as people write it; other text as it is."""
    try:
        parsed = phonenumbers.parse(number.replace(";ext=", " ext "))
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


@cache
def region_of(zone: str) -> str:
    """The country an IANA time zone lies in, as a guess for telephone numbers; empty for UTC and the like."""
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    for line in table.splitlines():
        country, _, rest = line.partition("\t")
        if not line.startswith("#") and rest.split("\t")[1] == zone:
            return country
    return ""
