"""vCards: the contacts of telephones, mail programs and Google Takeout."""

from rapport.readers.source import Source
from rapport.readers.sources.vcards.reading import read, takes

VCARDS = Source(kind="vcard", label="Contacts (vCard)", takes=takes, read=read, rank=40)
