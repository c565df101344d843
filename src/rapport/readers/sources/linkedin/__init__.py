"""LinkedIn's archive, basic or complete, of every year: who, since when, who asked, what was said and vouched for."""

from rapport.readers.source import Source
from rapport.readers.sources.linkedin.kinds import takes
from rapport.readers.sources.linkedin.reading import read

SOURCE = Source(kind="linkedin", label="LinkedIn archive", takes=takes, read=read, rank=10)
