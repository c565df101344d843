"""Calendars: meetings with their guests, gatherings of event platforms, birthdays."""

from rapport.archives.source import Source
from rapport.archives.sources.ics.reading import read, takes

ICS = Source(kind="ics", label="Calendar (iCalendar)", takes=takes, read=read, rank=40)
