"""Calendars: meetings with their guests, gatherings of event platforms, birthdays."""

from rapport.readers.source import Source
from rapport.readers.sources.ics.reading import read, takes

ICS = Source(kind="ics", label="Calendar (iCalendar)", takes=takes, read=read, rank=40)
