"""Reading in a process of its own: it answers, is refused, runs late, or dies, and this process goes on."""

import json
import os
import sys
from pathlib import Path

import pytest

from formats.zipping import ROWS, overlapping
from rapport.formats.files import Refused
from rapport.formats.limits import Limits
from rapport.readers import sandbox
from rapport.readers.scratch import FILE
from rapport.readers.staged import Staged
from readers.sources.mbox.letters import ANN, letter, mailbox


@pytest.fixture
def job(tmp_path: Path) -> Path:
    (tmp_path / "job").mkdir()
    return tmp_path / "job"


@pytest.fixture
def dropped(tmp_path: Path) -> Path:
    path = tmp_path / "b2f0"
    path.write_bytes(mailbox(letter("I love butterflies")))
    return path


def acting(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let the child do this instead of reading."""
    code = "\n".join(["import json, os, sys, time", "say = lambda word: os.write(1, word.encode() + b'\\n')", *lines])
    monkeypatch.setattr(sandbox, "COMMAND", (sys.executable, "-c", code))


def test_a_mailbox_comes_back_staged(job, dropped):
    told = []
    found = sandbox.read([dropped], ANN, job, told.append, names=["All mail.mbox"])
    assert isinstance(found, Staged)
    (bo,) = next(found.persons("mail"))
    assert [taste.evidence for taste in bo.tastes] == ["mail, 2020-01-06"]
    assert found.sources()[0].files == ("All mail.mbox",)
    assert [word.file for word in told][:1] == ["All mail.mbox"]
    assert found.notes()["network"]
    assert b"I love" not in (job / FILE).read_bytes()


def test_a_hostile_zip_comes_back_as_a_sentence(job, tmp_path):
    found = sandbox.read([overlapping(tmp_path / "a.zip")], ANN, job)
    assert isinstance(found, Refused)
    assert "over one another" in str(found)


def test_what_is_not_an_archive_comes_back_as_a_sentence(job, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    assert "a PDF document" in str(sandbox.read([tmp_path / "a.pdf"], ANN, job))


def test_a_second_reading_of_the_same_gives_the_same(job, dropped):
    first = sandbox.read([dropped], ANN, job).preview()
    assert sandbox.read([dropped], ANN, job).preview() == first


def test_the_child_knows_no_secret_of_this_process(job, dropped, monkeypatch):
    monkeypatch.setenv("RAPPORT_SECRET_KEY", "canary")
    acting(monkeypatch, "say(json.dumps({'type': 'outcome', 'refusal': json.dumps([dict(os.environ), os.getcwd()])}))")
    environment, folder = json.loads(str(sandbox.read([dropped], ANN, job)))
    assert "canary" not in str(environment)
    assert not {name for name in environment if name.startswith(("RAPPORT", "DJANGO"))}
    assert folder == str(job)


def test_the_child_has_no_input_and_no_open_files(job, dropped, monkeypatch):
    with dropped.open("rb") as file:
        os.set_inheritable(file.fileno(), True)
        fd = file.fileno()
        acting(monkeypatch, f"told = [sys.stdin.read(), os.path.exists('/proc/self/fd/{fd}')]",
               "say(json.dumps({'type': 'outcome', 'refusal': json.dumps(told)}))")  # fmt: skip
        assert json.loads(str(sandbox.read([dropped], ANN, job))) == ["", False]


def test_a_child_that_runs_late_is_ended(job, dropped, monkeypatch):
    monkeypatch.setattr(sandbox, "_GRACE", 0.0)
    acting(monkeypatch, "time.sleep(600)")
    assert str(sandbox.read([dropped], ANN, job, limits=Limits(cpu_seconds=0))) == sandbox.TOO_LONG


def test_a_child_that_spends_its_time_is_told_apart(job, dropped, monkeypatch):
    acting(monkeypatch, "import signal", "os.kill(os.getpid(), signal.SIGXCPU)")
    assert str(sandbox.read([dropped], ANN, job)) == sandbox.TOO_LONG


@pytest.mark.parametrize(
    "lines",
    [
        ("os.kill(os.getpid(), 9)",),
        ("os.abort()",),
        ("sys.exit(3)",),
        ("say('no json')", "time.sleep(600)"),
        ("say('{}')", "time.sleep(600)"),
        ("sys.stdout.write('x' * 10_000_000)", "sys.stdout.flush()", "time.sleep(600)"),
    ],
)
def test_a_child_that_dies_or_babbles_is_ended(job, dropped, monkeypatch, lines):
    monkeypatch.setattr(sandbox, "_LAST_WORD", 0.2)
    acting(monkeypatch, *lines)
    assert str(sandbox.read([dropped], ANN, job)) == sandbox.STOPPED


def test_when_this_process_gives_up_the_child_ends(job, dropped, monkeypatch):
    acting(monkeypatch, "open('pid', 'w').write(str(os.getpid()))",
           "say(json.dumps({'type': 'progress', 'file': 'a', 'done': 1, 'total': 2, 'what': 'x'}))",
           "time.sleep(600)")  # fmt: skip

    def give_up(progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sandbox.read([dropped], ANN, job, give_up)
    assert not Path(f"/proc/{(job / 'pid').read_text()}").exists()


def test_the_child_loads_no_django(job, dropped, monkeypatch):
    acting(monkeypatch, "import rapport.readers.child", "from rapport.readers.source import Source",
           "from rapport.kit.offers import offers", "offers('rapport.readers.sources', Source)",
           "names = sorted(name for name in sys.modules if name.split('.')[0] == 'django')",
           "say(json.dumps({'type': 'outcome', 'refusal': str(names)}))")  # fmt: skip
    assert str(sandbox.read([dropped], ANN, job)) == "[]"


def test_a_table_without_reader_is_refused_not_lost(job, tmp_path):
    (tmp_path / "x.bin").write_bytes(ROWS[:0] + b"\x00\x01")
    assert isinstance(sandbox.read([tmp_path / "x.bin"], ANN, job), Refused)
