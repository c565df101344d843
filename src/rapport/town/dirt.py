"""What stands in the files besides the truth: hidden rows, spam, drafts, slips; counted, so that a report can be."""

from collections.abc import Mapping

from rapport.town.truth import Owner, Paper
from rapport.town.words import rows


def planned_dirt(owners: tuple[Owner, ...]) -> Mapping[str, Mapping[str, int]]:
    """Counts by kind for each file (its path); files without dirt are left out."""
    planned: dict[str, dict[str, int]] = {}
    for owner in owners:
        for paper in owner.papers:
            counts = {row[3]: int(row[4]) for row in rows("dirt.tsv") if _is_meant(paper, row)}
            if counts:
                planned[paper.path] = counts
    return planned


def _is_meant(paper: Paper, row: tuple[str, ...]) -> bool:
    owner, source, shape = row[:3]
    return paper.owner == owner and paper.source == source and shape in ("*", paper.shape)
