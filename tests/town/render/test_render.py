"""Files come out the same, small, and as many as the truth says."""

import csv
import io
from pathlib import Path

import pytest

from rapport.town import Town, build, render
from rapport.town.cast import OWNERS
from rapport.town.truth import Entry

SIZE_AT_MOST = 15_000_000


def of(town: Town, path: str) -> list[Entry]:
    return [entry for entry in town.entries if entry.file == path]


def test_the_same_town_gives_the_same_bytes(archives: Path, tmp_path: Path) -> None:
    render(build(1), tmp_path, owners=["ann", "mo"])
    again = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert again == {path: (archives / path).read_bytes() for path in again}


def test_all_files_together_are_small(archives: Path) -> None:
    assert sum(path.stat().st_size for path in archives.rglob("*") if path.is_file()) < SIZE_AT_MOST


def test_each_owner_gets_their_files_in_a_folder(port_amaranth: Town, tmp_path: Path) -> None:
    written = render(port_amaranth, tmp_path, owners=["cy", "bo"])
    assert {owner: [path.name for path in paths] for owner, paths in written.items()} == {
        "cy": ["contacts.vcf"],
        "bo": ["google.csv", "00001.vcf", "bo-lindqvist.ics"],
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bo", "cy"]


def test_an_unknown_owner_is_refused(port_amaranth: Town, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        render(port_amaranth, tmp_path, owners=["nobody"])


@pytest.mark.parametrize("path", ["ann/contacts.csv", "bo/google.csv", "sal/google.csv", "mo/outlook-contacts.csv"])
def test_a_table_has_a_row_for_each_record_and_each_slip(port_amaranth: Town, archives: Path, path: str) -> None:
    text = (archives / path).read_text(encoding="utf-8-sig").replace("\0", "")
    rows = list(csv.DictReader(io.StringIO(text)))
    dirt = port_amaranth.dirt.get(path, {})
    assert len(rows) == len(of(port_amaranth, path)) + dirt.get("empty_rows", 0) + dirt.get("duplicate_rows", 0)
    assert sum(not any(row.values()) for row in rows) == dirt.get("empty_rows", 0)


@pytest.mark.parametrize("owner", OWNERS)
def test_an_address_book_has_a_card_for_each_record(port_amaranth: Town, archives: Path, owner: str) -> None:
    for paper in port_amaranth.owner(owner).papers:
        if paper.source == "vcard":
            encoding = "utf-16" if paper.shape == "utf16" else "utf-8"
            text = (archives / paper.path).read_text(encoding=encoding)
            dirt = port_amaranth.dirt.get(paper.path, {})
            extra = dirt.get("nameless", 0) + dirt.get("groups", 0)
            assert text.count("BEGIN:VCARD") == text.count("END:VCARD") == len(of(port_amaranth, paper.path)) + extra


def test_a_hobby_has_a_column_in_the_old_table(port_amaranth: Town, archives: Path) -> None:
    told = {
        one.words
        for one in port_amaranth.evidence
        if (one.owner, one.source, one.form) == ("brigid", "google", "hobby")
    }
    with (archives / "brigid/google.csv").open(encoding="utf-8", newline="") as stream:
        assert told == {row["Hobby"] for row in csv.DictReader(stream)} - {""}
