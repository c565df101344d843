"""Zips that lie, hide, lock or explode."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from formats.mutations import mutated
from formats.zipping import ROWS, linked, locked, overlapping, zipped
from rapport.formats.facts import DroppedFact, SkippedFact, UnknownFact
from rapport.formats.files import Dropped, Refused, drop
from rapport.formats.limits import Limits
from rapport.formats.member import Meter


def whys(dropped: Dropped) -> dict[str, str]:
    return {fact.where: fact.why for fact in dropped.said if isinstance(fact, DroppedFact)}


def test_members_are_read_by_their_plain_names(tmp_path: Path) -> None:
    dropped = drop([zipped(tmp_path / "a.zip", {"Basic/Connections_2527.csv": ROWS})])
    assert [(member.path, member.name) for member in dropped.members] == [
        ("Basic/Connections_2527.csv", "connections.csv")
    ]
    assert dropped.members[0].head() == ROWS


def test_names_that_escape_are_named_and_not_read(tmp_path: Path) -> None:
    names = ["../../evil.csv", "/etc/cron.d/x", "a\\..\\..\\w.csv", "C:\\x.csv"]
    dropped = drop([zipped(tmp_path / "a.zip", dict.fromkeys([*names, "Connections.csv"], b"x"))])
    assert set(whys(dropped)) == set(names)
    assert [member.name for member in dropped.members] == ["connections.csv"]


def test_nothing_is_written_beside_the_zip(tmp_path: Path) -> None:
    dropped = drop([zipped(tmp_path / "a.zip", {"../b.csv": b"x", "c.csv": b"x"})])
    assert [member.head() for member in dropped.members] == [b"x"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_windows_separators_are_folders(tmp_path: Path) -> None:
    dropped = drop([zipped(tmp_path / "a.zip", {"Takeout\\Contacts\\All.vcf": b"x"})])
    assert dropped.members[0].path == "Takeout/Contacts/All.vcf"


def test_unflagged_utf8_names_are_read_as_utf8(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"Profilé.csv": b"x"})
    raw = path.read_bytes()
    path.write_bytes(
        raw.replace(b"\x14\x00\x00\x08", b"\x14\x00\x00\x00").replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    )
    assert drop([path]).members[0].name == "profilé.csv"


def test_a_bomb_is_refused_and_the_rest_kept(tmp_path: Path) -> None:
    files = {"Connections.csv": ROWS, "messages.csv": b" " * 50_000_000}
    dropped = drop([zipped(tmp_path / "a.zip", files)])
    assert whys(dropped) == {"messages.csv": "packed more than two hundredfold, which no real export is"}
    assert len(dropped.members) == 1


def test_a_member_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": b"x" * 2000, "b.csv": b"x"}, deflate=False)
    dropped = drop([path], meter=Meter(Limits(member_bytes=1000)))
    assert list(whys(dropped)) == ["a.csv"]


def test_counted_bytes_stop_where_declared_sizes_add_up(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.csv": b"x" * 600 for n in range(3)}, deflate=False)
    members = drop([path], meter=Meter(Limits(inflated_bytes=1000))).members
    assert members[0].head() == members[0].head()
    with pytest.raises(Refused, match="more than Rapport reads"):
        members[1].head()


def test_overlapping_entries_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="over one another"):
        drop([overlapping(tmp_path / "a.zip")])


def test_a_name_listed_twice_is_read_once(tmp_path: Path) -> None:
    dropped = drop([zipped(tmp_path / "a.zip", [("a.csv", b"first"), ("a.csv", b"second")])])
    assert [member.head() for member in dropped.members] == [b"first"]
    assert "twice" in whys(dropped)["a.csv"]


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="password"):
        drop([locked(tmp_path / "a.zip", {"a.csv": ROWS}, "a.csv")])


def test_one_locked_member_is_left_out(tmp_path: Path) -> None:
    dropped = drop([locked(tmp_path / "a.zip", {"a.csv": ROWS, "b.csv": ROWS}, "b.csv")])
    assert whys(dropped) == {"b.csv": "locked with a password"}


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.999])
def test_a_download_cut_short_is_named(tmp_path: Path, kept: float) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.csv": ROWS for n in range(20)})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept)])
    with pytest.raises(Refused, match="cut short"):
        drop([path])


def test_a_bad_checksum_is_damage(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": ROWS}, deflate=False)
    path.write_bytes(path.read_bytes().replace(b"Lindqvist", b"Lindqvisp", 1))
    with pytest.raises(Refused, match=r"a\.csv is damaged"):
        drop([path]).members[0].head()


def test_a_broken_body_is_damage(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": ROWS * 50})
    raw = bytearray(path.read_bytes())
    raw[40:60] = b"\xff" * 20
    path.write_bytes(raw)
    with pytest.raises(Refused, match="damaged"):
        drop([path]).members[0].head()


def test_too_many_entries_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.csv": b"" for n in range(30)})
    with pytest.raises(Refused, match="lists 30 files"):
        drop([path], meter=Meter(Limits(members_listed=20)))


def test_a_forged_count_of_entries_is_not_believed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.csv": b"" for n in range(30)})
    raw = bytearray(path.read_bytes())
    raw[-14:-10] = b"\x01\x00\x01\x00"
    path.write_bytes(raw)
    with pytest.raises(Refused, match="lists 30 files"):
        drop([path], meter=Meter(Limits(members_listed=20)))


def test_an_oversized_table_of_contents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="table of contents"):
        drop([zipped(tmp_path / "a.zip", {"a.csv": b"x"})], meter=Meter(Limits(directory_bytes=10)))


def test_zip64_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("a.csv", "w", force_zip64=True) as member:
        member.write(ROWS)
    raw = path.read_bytes()
    at = raw.rindex(b"PK\x05\x06")
    start, size = raw.index(b"PK\x01\x02"), at - raw.index(b"PK\x01\x02")
    record = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"\x2d\x00\x2d\x00" + bytes(8)
    record += b"".join(number.to_bytes(8, "little") for number in (1, 1, size, start))
    locator = b"PK\x06\x07" + bytes(4) + at.to_bytes(8, "little") + b"\x01\x00\x00\x00"
    path.write_bytes(raw[:at] + record + locator + b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2))
    assert drop([path]).members[0].head() == ROWS


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.csv": ROWS}).read_bytes()
    dropped = drop([zipped(tmp_path / "a.zip", {"inner.zip": inner, "b.csv": ROWS})])
    assert [member.name for member in dropped.members] == ["b.csv"]
    assert [fact.where for fact in dropped.said if isinstance(fact, UnknownFact)] == ["inner.zip"]


def test_a_member_without_a_name_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"x": ROWS, "a.csv": ROWS})
    path.write_bytes(path.read_bytes().replace(b"x", b"\x00"))
    assert whys(drop([path])) == {"": "it has no name"}


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing in it"):
        drop([linked(tmp_path / "a.zip", "a.csv", "/etc/passwd")])


def test_rubbish_is_passed_over_and_pictures_are_counted(tmp_path: Path) -> None:
    names = ["__MACOSX/._a.csv", "._a.csv", "b/.DS_Store", "p.jpg", "q.MP4", "a.csv"]
    dropped = drop([zipped(tmp_path / "a.zip", dict.fromkeys(names, b"x"))])
    assert [member.path for member in dropped.members] == ["a.csv"]
    assert dropped.said == (SkippedFact("pictures, sound and video", 2),)


def test_other_compressions_are_named(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.csv", ROWS)
        archive.writestr("b.csv", ROWS, zipfile.ZIP_STORED)
    assert whys(drop([path])) == {"a.csv": "packed in a way that Rapport does not read"}


def test_broken_zips_are_survived(tmp_path: Path, times: int) -> None:
    seed = zipped(tmp_path / "a.zip", {"Connections.csv": ROWS, "data/p.jpg": b"x", "../q.csv": b"x"}).read_bytes()
    path, read = tmp_path / "b.zip", 0
    for form in mutated(seed, times):
        path.write_bytes(form)
        with suppress(Refused):
            read += sum(1 for member in drop([path]).members if member.head())
    assert read > times / 25
