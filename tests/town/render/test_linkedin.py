"""LinkedIn downloads in the shapes of their eras."""

import csv
import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from rapport.town import Town, truth_of

ZIPS = {
    "ann": "Complete_LinkedInDataExport_11-18-2026.zip",
    "mo": "Basic_LinkedInDataExport_08-14-2025.zip",
    "brigid": "Basic_LinkedInDataExport_10-09-2023.zip",
    "john": "Complete_LinkedInDataExport_09-27-2022.zip",
    "sal": "Basic_LinkedInDataExport_05-25-2021.zip",
}
COLUMNS = {"ann": 13, "mo": 12, "brigid": 10, "john": 9, "sal": 9}


def member(archives: Path, owner: str, name: str) -> str:
    with ZipFile(archives / owner / ZIPS[owner]) as bundle:
        return bundle.read(name).decode()


def connections(archives: Path, owner: str) -> list[dict[str, str]]:
    text = member(archives, owner, "Connections.csv")
    return list(csv.DictReader(io.StringIO(text[text.index("First Name,") :])))


@pytest.mark.parametrize("owner", ZIPS)
def test_connections_are_the_records_and_the_dirt(port_amaranth: Town, archives: Path, owner: str) -> None:
    path = f"{owner}/{ZIPS[owner]}"
    dirt = port_amaranth.dirt.get(path, {})
    rows = connections(archives, owner)
    extra = sum(dirt.get(kind, 0) for kind in ("hidden_rows", "duplicate_rows", "bad_dates"))
    assert len(rows) == len([entry for entry in port_amaranth.entries if entry.file == path]) + extra
    assert sum(not row["First Name"] for row in rows) == dirt.get("hidden_rows", 0)


@pytest.mark.parametrize("owner", ZIPS)
def test_messages_have_the_columns_of_their_era(port_amaranth: Town, archives: Path, owner: str) -> None:
    rows = list(csv.reader(io.StringIO(member(archives, owner, "messages.csv"))))
    path = f"{owner}/{ZIPS[owner]}"
    dirt = port_amaranth.dirt.get(path, {})
    extra = sum(dirt.get(kind, 0) for kind in ("deleted_members", "sponsored", "spam", "drafts"))
    assert {len(row) for row in rows} == {COLUMNS[owner]}
    if owner != "mo":  # he has a newer download too
        assert len(rows) - 1 == truth_of(port_amaranth, owner).interactions["message"] + extra


def test_only_old_downloads_name_no_profile(archives: Path) -> None:
    assert {owner for owner in ZIPS if "URL" not in connections(archives, owner)[0]} == {"john", "sal"}


def test_the_newest_has_every_file_of_relationships(archives: Path) -> None:
    with ZipFile(archives / "ann" / ZIPS["ann"]) as bundle:
        names = set(bundle.namelist())
    wanted = "Connections messages Invitations Endorsement_Received_Info Endorsement_Given_Info Notes Events Profile"
    wanted += " Recommendations_Received Recommendations_Given ImportedContacts Member_Follows_252701747 Ad_Targeting"
    assert {f"{name}.csv" for name in wanted.split()} <= names


def test_the_newest_quotes_every_message_and_ends_connections_abruptly(archives: Path) -> None:
    assert member(archives, "ann", "messages.csv").startswith('"CONVERSATION ID","CONVERSATION TITLE"')
    assert not member(archives, "ann", "Connections.csv").endswith("\n")


def test_a_newer_download_of_mo_keeps_the_older_connections(port_amaranth: Town) -> None:
    old, new = (
        {entry.key for entry in port_amaranth.entries if entry.file == paper.path}
        for paper in port_amaranth.owner("mo").papers
        if paper.source == "linkedin"
    )
    assert old < new


def test_excel_leaves_its_marks(archives: Path) -> None:
    content = (archives / "zhanna/Connections.csv").read_bytes()
    assert content.startswith("\ufeffNotes:,,,,,,\r\n".encode())
    assert b"-19\r\n" in content


def test_a_spreadsheet_loses_letters(archives: Path) -> None:
    text = (archives / "rana/Connections.csv").read_bytes().decode("cp1252")
    assert text.startswith("First Name;Last Name;URL;")
    assert "Ø" in text
    assert "???" in text


def test_sal_asked_and_wrote_nothing(archives: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(member(archives, "ann", "Invitations.csv"))))
    sal = next(row for row in rows if row["From"] == "Sal Moretti")
    assert (sal["Direction"], sal["Message"], sal["Sent At"][:8]) == ("INCOMING", "", "11/11/26")
    assert "Sal Moretti" not in member(archives, "ann", "messages.csv")
