"""Contacts as CSV from Outlook, outlook.com and Windows, in the language of the program that wrote them."""

from rapport.readers.source import Source
from rapport.readers.sources.outlook.layout import read, takes

SOURCE = Source(kind="outlook", label="Outlook contacts", takes=takes, read=read, rank=60)
