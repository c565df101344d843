"""LinkedIn's archive, basic or complete, of every year: who, since when, who asked, what was said and vouched for."""

from rapport.archives.source import Source
from rapport.archives.sources.linkedin.kinds import takes
from rapport.archives.sources.linkedin.reading import read

SOURCE = Source(kind="linkedin", label="LinkedIn archive", takes=takes, read=read, rank=10)
