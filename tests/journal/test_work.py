"""Deeds are written once, and every reader reads them for itself."""

from typing import Any

import pytest

import cast
from rapport.journal import work
from rapport.journal.models import Deed, Reading
from rapport.journal.verb import Verb
from rapport.journal.write import forget, record, take_back

pytestmark = pytest.mark.django_db
GREET = Verb("greet", "%(actor)s greets you")
read: list[int] = []


def quick(deed: Deed) -> None:
    read.append(deed.pk)


def failing(deed: Deed) -> None:
    raise RuntimeError


@pytest.fixture(autouse=True)
def readers(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    read.clear()
    settings.JOURNAL_READERS = [f"{__name__}.failing", f"{__name__}.quick"]
    monkeypatch.setattr("rapport.journal.write.verbs", lambda: {"greet": GREET})
    monkeypatch.setattr(work, "import_string", lambda name: globals()[name.rpartition(".")[2]])


def greeted() -> Deed:
    return record(actor=cast.ann(), verb="greet", towards=[cast.bo()], done_at=cast.MORNING)


def test_a_reader_that_fails_keeps_nobody_else_from_reading() -> None:
    deed = greeted()
    work.read_all()
    assert read == [deed.pk]
    assert [(one.reader.rpartition(".")[2], one.tries) for one in Reading.objects.all()] == [("failing", 1)]


def test_nobody_reads_twice() -> None:
    greeted()
    work.read_all()
    work.read_all()
    assert len(read) == 1


def test_a_reader_that_goes_on_failing_is_parked() -> None:
    greeted()
    for _ in range(work.TRIES + 1):
        work.read_all()
    assert Reading.objects.get().state == "parked"


def test_an_act_that_nobody_declared_is_refused() -> None:
    with pytest.raises(KeyError):
        record(actor=cast.ann(), verb="no such act", done_at=cast.MORNING)


def test_what_is_gone_leaves_no_deed() -> None:
    ann = cast.ann()
    for subject in ("post:1", "post:2", "post:3"):
        record(actor=ann, verb="greet", subject=subject, done_at=cast.MORNING)
    forget("post:1")
    take_back(actor=ann, verb="greet", subject="post:2")
    assert [deed.subject for deed in Deed.objects.all()] == ["post:3"]
