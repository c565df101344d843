"""A card as a person."""

import base64
import binascii

from rapport.formats.facts import PersonFact
from rapport.formats.vcard import family_first
from rapport.readers.sources.vcards.life import days, homes, jobs, kin
from rapport.readers.sources.vcards.naming import display_name, name_forms
from rapport.readers.sources.vcards.sheet import Sheet
from rapport.readers.sources.vcards.ways import ways
from rapport.readers.sources.vcards.words import labels, met, remarks, tastes

MOST_PHOTO = 2_000_000
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*")


def portrait(sheet: Sheet, key: str) -> PersonFact:
    """Everything the card tells; what is to be said beside it stands in `sheet.said` afterwards."""
    name = display_name(sheet.card)
    _complain(sheet)
    _pass_over_the_usual(sheet, name)
    return PersonFact(
        key,
        name,
        names=name_forms(sheet, name),
        handles=ways(sheet),
        jobs=jobs(sheet, name),
        homes=homes(sheet),
        days=days(sheet),
        kin=kin(sheet),
        remarks=remarks(sheet),
        tastes=tastes(sheet),
        labels=labels(sheet),
        met=met(sheet),
        photo=_photo(sheet),
        extras=sheet.extras(),  # last: what none of the others took
    )


def _pass_over_the_usual(sheet: Sheet, name: str) -> None:
    """What an export writes by itself need not be kept."""
    for line in sheet.card.all("N"):
        if line.value.rstrip(";") == family_first(name).rstrip(";"):
            sheet.take("N")
    for line in sheet.card.all("KIND"):
        if line.text.casefold() == "individual":
            sheet.take("KIND")


def _complain(sheet: Sheet) -> None:
    card = sheet.card
    if not card.is_closed:
        sheet.drop("the card has no end; what stands before the next one was kept")
    for number in card.flaws:
        sheet.drop("this line of a contact could not be read", number)
    for name in card.cuts:
        if name == "PHOTO":
            sheet.skip("photo over 2 MB")
        elif name != "NOTE":
            sheet.drop(f"{name} is too long; its beginning was kept")


def _photo(sheet: Sheet) -> bytes:
    """The first picture that stands in the card itself. Nothing is fetched: an address stays a field."""
    for line in sheet.take("PHOTO"):
        text = line.text
        if text[:5].casefold() != "data:":
            sheet.leave(line)
            continue
        try:
            picture = base64.b64decode(text.partition(",")[2], validate=False)
        except (binascii.Error, ValueError):
            picture = b""
        if len(picture) > MOST_PHOTO:
            sheet.skip("photo over 2 MB")
        elif not picture.startswith(_PICTURES):
            sheet.skip("photo that is no picture")
        else:
            return picture
    return b""
