"""What was dropped becomes members: files, folders, parts, and what only looks like an archive."""

import gzip
import zipfile
from pathlib import Path

import pytest

from formats.zipping import ROWS, zipped
from rapport.formats.facts import DroppedFact
from rapport.formats.files import Refused, drop, groups

PARTS = [f"takeout-20260101T000000Z-00{n}.zip" for n in (1, 2, 3)]


def test_one_file_is_one_member(tmp_path: Path) -> None:
    path = tmp_path / "Connections (1).csv"
    path.write_bytes(ROWS)
    dropped = drop([path])
    member = dropped.members[0]
    assert (dropped.name, member.path, member.name, member.size) == (path.name, path.name, "connections.csv", len(ROWS))


def test_the_owners_names_stand_for_stored_ones(tmp_path: Path) -> None:
    path = tmp_path / "b2f0"
    path.write_bytes(ROWS)
    assert drop([path], names=["Connections.csv"]).members[0].path == "Connections.csv"


def test_names_with_direction_marks_and_controls_are_cleaned(tmp_path: Path) -> None:
    path = tmp_path / "b2f0"
    path.write_bytes(ROWS)
    long = "\u202egnp.\x00" + "é" * 300 + "/../a.csv"
    assert drop([path], names=[long]).members[0].path == "gnp." + "é" * 300 + "/../a.csv"


def test_a_folder_gives_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/z.csv", "b/a.csv", "c.csv", ".DS_Store", "b/p.jpg"):
        (tmp_path / name).write_bytes(b"x")
    assert [member.path for member in drop([tmp_path]).members] == ["c.csv", "b/a.csv", "b/z.csv"]


def test_links_in_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "passwd").symlink_to("/etc/passwd")
    (tmp_path / "etc").symlink_to("/etc")
    dropped = drop([tmp_path])
    assert [member.path for member in dropped.members] == ["a.csv"]
    assert [fact.where for fact in dropped.said if isinstance(fact, DroppedFact)] == ["etc", "passwd"]


def test_a_zip_in_a_folder_is_opened_once(tmp_path: Path) -> None:
    zipped(tmp_path / "x.zip", {"a.csv": ROWS})
    assert [member.path for member in drop([tmp_path]).members] == ["x.zip/a.csv"]


def test_a_zip_called_csv_is_a_zip_and_the_reverse(tmp_path: Path) -> None:
    archive, table = zipped(tmp_path / "a.csv", {"Connections.csv": ROWS}), tmp_path / "b.zip"
    table.write_bytes(ROWS)
    assert drop([archive]).members[0].name == "connections.csv"
    assert drop([table]).members[0].head() == ROWS


@pytest.mark.parametrize(
    ("content", "name"),
    [(gzip.compress(ROWS, mtime=0), "gzip"), (b"7z\xbc\xaf\x27\x1c\x00", "7-Zip"), (b"Rar!\x1a\x07\x01", "RAR")],
)
def test_other_packings_are_named(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / "archive"
    path.write_bytes(content)
    with pytest.raises(Refused, match=name):
        drop([path])


def test_an_empty_file_tells_of_the_cloud(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    path.touch()
    with pytest.raises(Refused, match="iCloud"):
        drop([path])


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"gone\.csv cannot be opened: No such file"):
        drop([tmp_path / "gone.csv"])


def test_parts_of_a_takeout_are_one_tree(tmp_path: Path) -> None:
    first = zipped(tmp_path / PARTS[0], {"Takeout/index.html": b"x", "Takeout/Mail/a.mbox": b"x"})
    second = zipped(tmp_path / PARTS[1], {"Takeout/index.html": b"x", "Takeout/Contacts/a.vcf": b"x"})
    dropped = drop([first, second])
    assert [member.path for member in dropped.members] == [
        "Takeout/index.html", "Takeout/Mail/a.mbox", "Takeout/Contacts/a.vcf"
    ]  # fmt: skip
    assert dropped.said == ()


def test_a_missing_part_is_named(tmp_path: Path) -> None:
    dropped = drop([zipped(tmp_path / PARTS[n], {f"{n}.csv": b"x"}) for n in (0, 2)])
    assert [fact.where for fact in dropped.said if isinstance(fact, DroppedFact)] == [PARTS[1]]


def test_a_bad_file_among_good_ones_is_left_out(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.csv", tmp_path / "b.gz"
    good.write_bytes(ROWS)
    bad.write_bytes(gzip.compress(ROWS, mtime=0))
    dropped = drop([good, bad])
    assert [member.name for member in dropped.members] == ["a.csv"]
    assert [fact.where for fact in dropped.said if isinstance(fact, DroppedFact)] == ["b.gz"]


def test_files_from_several_zips_keep_apart(tmp_path: Path) -> None:
    paths = [zipped(tmp_path / name, {"a.csv": ROWS}) for name in ("x.zip", "y.zip")]
    assert [member.path for member in drop(paths).members] == ["x.zip/a.csv", "y.zip/a.csv"]


def test_parts_are_grouped_and_others_stand_alone() -> None:
    assert groups([PARTS[0], "Connections.csv", PARTS[1], "Connections.csv"]) == ((0, 2), (1,), (3,))


def test_a_zip_of_which_nothing_is_read_says_why(tmp_path: Path) -> None:
    for name, why in (("inner.zip", "an archive inside the archive"), ("../people.csv", "points outside the archive")):
        with zipfile.ZipFile(tmp_path / "export.zip", "w") as made:
            made.writestr(name, "x")
        with pytest.raises(Refused, match=why):
            drop([tmp_path / "export.zip"])
