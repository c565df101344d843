"""Rapport's own export (`rapport-book/1`), from here or from another place."""

from rapport.readers.source import Source
from rapport.readers.sources.rapport.reading import read, takes

SOURCE = Source(kind="rapport", label="Rapport's own export", takes=takes, read=read, rank=5)
