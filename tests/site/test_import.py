"""`rapport import`: what it prints, how it ends, and that no file makes it fall over."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

import cast
from formats.zipping import overlapping
from rapport.archives.intake import jobs
from rapport.archives.models import Intake
from rapport.archives.undo import undo
from rapport.kit.commands import CommandError
from rapport.members.models import Member
from rapport.people.models import Batch, Book, Person
from snapshot import changes, snapshot

pytestmark = pytest.mark.django_db(transaction=True)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{0} Walker\r\nEMAIL:{0}@far.example\r\nEND:VCARD\r\n"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def book() -> Book:
    return Book.of(cast.ann())


def run(*words: object) -> Any:
    """The JSON it prints."""
    said = io.StringIO()
    try:
        call_command("import", "--member", "ann", "--yes", "--json", *map(str, words), stdout=said)
    except CommandError as error:
        refusal = error
    else:
        refusal = CommandError("Fine.")
    assert (refusal.returncode, str(refusal)[-1:], str(refusal).count("\n")) == (1, ".", 0)
    return json.loads(said.getvalue()) if said.getvalue() else None


def cards(folder: Path, *names: str) -> Path:
    path = folder / "cards.vcf"
    path.write_text("".join(map(CARD.format, names)) + "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", newline="")
    return path


def test_the_json_is_the_contracts(book: Book, tmp_path: Path) -> None:
    found = run(cards(tmp_path, "Bo", "Cy"))
    assert set(found) >= {"batch", "files", "people", "interactions"}
    assert found["batch"] == Batch.objects.get().number
    (file,) = found["files"]
    assert (file["name"], file["recognised_as"]) == ("cards.vcf", "vcard")
    assert file["outcome"] in ("accept", "partial")
    assert set(file["read"]) >= {"people", "interactions", "interests", "links"}
    assert all(set(bad) == {"where", "why"} for bad in file["dropped"])
    assert isinstance(file["not_understood"], int)
    assert found["people"] == {"new": 2, "known": 0, "to_review": 0}
    assert found["interactions"] == {"new": 0, "known": 0}


def test_the_same_again_is_nothing_new(book: Book, tmp_path: Path) -> None:
    path = cards(tmp_path, "Bo")
    run(path)
    before = snapshot(book)
    again = run(path)
    assert (again["people"]["new"], again["interactions"]["new"], again["batch"]) == (0, 0, None)
    assert changes(before, snapshot(book)) == {}


def test_what_is_rejected_says_so_and_writes_nothing(book: Book, tmp_path: Path) -> None:
    before = snapshot(book)
    path = tmp_path / "login.zip"
    path.write_text("<html>Please sign in</html>")
    found = run(path)
    assert (found["batch"], found["files"][0]["outcome"]) == (None, "reject")
    assert found["files"][0]["message"].endswith(".")
    assert changes(before, snapshot(book)) == {}


def test_without_a_yes_nothing_comes_in(book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda: "n")
    with pytest.raises(CommandError, match="Nothing was brought in"):
        call_command(
            "import", "--member", "ann", str(cards(tmp_path, "Bo")), stdout=io.StringIO(), stderr=io.StringIO()
        )
    assert not Person.objects.exists()


def test_a_batch_is_taken_out_once_and_by_its_number(book: Book, tmp_path: Path) -> None:
    number = run(cards(tmp_path, "Bo"))["batch"]
    assert run("--undo", number)["gone"]["people.person"] == 1
    assert run("--undo", number)["gone"] == {}
    assert run("--undo", number + 1) is None
    assert not Person.objects.exists()


def test_an_open_batch_is_not_taken_out(book: Book) -> None:
    batch = Batch.objects.create(book=book, label="under way")
    assert run("--undo", batch.number) is None
    with pytest.raises(ValueError, match="under way"):
        undo(batch, now=cast.MORNING)


PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\n{},,,Potter,,,,,,,\n"
)


def archive_of(name: str, folder: Path, address: str = "cy@park.example") -> Path:
    """A LinkedIn archive; `name` as first name, last name, maiden name."""
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("Profile.csv", PROFILE.format(name))
        made.writestr("Email Addresses.csv", f"Email Address,Confirmed,Primary\n{address},Yes,Yes\n")
        made.writestr("Connections.csv", "First Name,Last Name,URL,Connected On\nBo,Walker,,01 Mar 2020\n")
    return path


def test_another_person_s_archive_is_refused_and_nothing_of_it_stays(book: Book, tmp_path: Path) -> None:
    before = snapshot(book)
    found = run(archive_of("Cy,Park,", tmp_path))
    assert (found["batch"], {file["outcome"] for file in found["files"]}) == (None, {"reject"})
    assert "belongs to Cy Park and not to Ann Okafor" in found["files"][0]["message"]
    intake = Intake.objects.get()
    assert (intake.state, (jobs() / intake.folder).exists()) == ("dropped", False)
    assert changes(before, snapshot(book)) == {}


def test_what_lies_beside_another_person_s_archive_comes_in(book: Book, tmp_path: Path) -> None:
    found = run(archive_of("Cy,Park,", tmp_path), cards(tmp_path, "Dee"))
    assert [file["outcome"] for file in found["files"]] == ["reject", "partial"]
    assert list(Person.objects.values_list("name", flat=True)) == ["Dee Walker"]


def test_said_to_be_hers_it_comes_in(book: Book, tmp_path: Path) -> None:
    assert run("--mine", archive_of("Cy,Park,", tmp_path))["people"]["new"] == 1


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Ann,Keane,", "cy@park.example"),  # before she married
        ("Anne Mary,Okafor,", "cy@park.example"),
        ("Анна,Окафор,", "cy@park.example"),
        ("Cy,Park,", "ann@town.example"),  # a stage name, under her own address
        ("Cy,,", "cy@park.example"),
    ],
)
def test_in_doubt_it_is_taken_as_hers(book: Book, tmp_path: Path, name: str, address: str) -> None:
    assert run(archive_of(name, tmp_path, address))["people"]["new"] == 1


def test_a_member_without_a_full_name_is_taken_at_her_word(book: Book, tmp_path: Path) -> None:
    Member.objects.update(name="ann")
    assert run(archive_of("Cy,Park,", tmp_path))["people"]["new"] == 1
    assert run(archive_of("Dee,Fox,", tmp_path, "dee@fox.example"))["batch"] is None


def hostile(folder: Path) -> dict[str, bytes]:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Connections.csv", b"0" * 30_000_000)
    slipping = io.BytesIO()
    with zipfile.ZipFile(slipping, "w") as made:
        made.writestr("../../Connections.csv", "First Name,Last Name,Connected On\nBo,Walker,01 Mar 2020\n")
    whole = slipping.getvalue()
    return {
        "empty.vcf": b"",
        "bomb.zip": bomb.getvalue(),
        "slipping.zip": whole,
        "cut.zip": whole[:-20],
        "overlap.zip": overlapping(folder / "made.zip").read_bytes(),
        "nul.csv": b"First Name,Last Name,Connected On\n\x00\xff\xfe,,\n",
        "quote.csv": b'First Name,Last Name,Connected On\n"Bo,Walker,01 Mar 2020\n' * 50,
        "deep.json": b"[" * 200_000,
        "photo.vcf": b"BEGIN:VCARD\nFN:Bo\nPHOTO;ENCODING=b:" + b"A" * 3_000_000 + b"\nEND:VCARD\n",
        "series.ics": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:00010101T000000Z\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n",
        "no_from.mbox": b"Subject: hello\n\nFrom here on\n",
        "bin.dat": bytes(range(256)) * 100,
    }


def test_no_file_makes_it_fall_over(book: Book, tmp_path: Path) -> None:
    paths = []
    for name, content in hostile(tmp_path).items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(content)
    found = run(*paths)
    assert [file["name"] for file in found["files"]] == [path.name for path in paths]
    for file in found["files"]:
        assert "stumbled" not in file["message"], file
        assert file["outcome"] in ("accept", "partial", "reject")
        assert file["message"].endswith(".")
    assert not (tmp_path.parent / "Connections.csv").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("--member", "ann"), 1), (("--member", "nobody", "x.vcf"), 1), (("--no-such-word",), 2)],
)
def test_how_it_ends(tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    surroundings = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "RAPPORT_DATA": str(tmp_path),
        "RAPPORT_SECRET_KEY": "for tests only",
    }
    command = [sys.executable, "-W", "ignore", "-m", "rapport", "import", *words]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)
