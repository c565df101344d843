"""Facts are staged once each, counted, and handed on in order; a killed run goes on where it was."""

from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest

from rapport.formats.facts import (
    AskFact,
    DroppedFact,
    GatheringFact,
    Handle,
    LinkFact,
    MineFact,
    NameForm,
    NoteFact,
    Party,
    PersonFact,
    Remark,
    SkippedFact,
    TalkFact,
    UnknownFact,
    When,
)  # fmt: skip
from rapport.readers import staging as module
from rapport.readers.scratch import FILE
from rapport.readers.staged import KINDS, MOST_TASTES, Staged
from rapport.readers.staging import Staging
from rapport.readers.tasting import shipped

NOON = When("2019-03-02T12:00:00+00:00", "second", "utc")
BO = PersonFact("bo", "Bo", handles=(Handle("email", "bo@x.example"),))


def talk(key: str, text: str = "", day: int = 2, direction: str = "in") -> TalkFact:
    when = When(datetime(2019, 3, day, 12, tzinfo=UTC).isoformat(), "second", "utc")
    return TalkFact(key, "message", "x", when, (Party("bo", direction),), "subject", text, "Chapter")


def staged(folder: Path, *facts, kind: str = "x", keep_text: bool = False) -> Staged:
    staging = Staging(folder, shipped(), keep_text=keep_text)
    assert staging.begin(kind, kind.upper(), ["a.csv"])
    for fact in facts:
        staging.add(fact)
    staging.end()
    staging.close()
    return Staged(folder / FILE)


def people(found: Staged) -> list[PersonFact]:
    return [person for batch in found.persons("x") for person in batch]


def talks(found: Staged) -> list[TalkFact]:
    return [fact for batch in found.talks("x", 2) for fact in batch]


def test_the_same_person_is_united_within_and_between_batches(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH_ROWS", 2)
    told = [PersonFact("bo", name) for name in ("Bo", "Bosse", "Bo", "B.")]
    found = staged(tmp_path, told[0], PersonFact("cy", "Cy"), *told[1:], BO)
    names = (NameForm("Bosse", "alias"), NameForm("B.", "alias"))
    assert people(found) == [PersonFact("bo", "Bo", names=names, handles=BO.handles), PersonFact("cy", "Cy")]


def test_a_talk_is_staged_once_and_comes_back_in_order(tmp_path):
    found = staged(tmp_path, talk("b"), talk("a"), talk("b"), talk("c"))
    assert [fact.key for fact in talks(found)] == ["b", "a", "c"]


def test_texts_stay_only_where_they_are_wanted(tmp_path):
    (told,) = talks(staged(tmp_path, talk("a", "hello")))
    assert (told.subject, told.text, told.thread) == ("", "", "Chapter")
    (tmp_path / "kept").mkdir()
    assert talks(staged(tmp_path / "kept", talk("a", "hello"), keep_text=True)) == [talk("a", "hello")]


def test_no_word_of_a_text_is_left_in_the_file(tmp_path):
    staged(tmp_path, talk("a", "Xylographic butterflies and quinces"))
    raw = (tmp_path / FILE).read_bytes()
    assert b"ylographic" not in raw
    assert b"quinces" not in raw


def test_interests_come_with_the_person_the_earliest_days_first(tmp_path):
    days = [talk(str(day), "I love butterflies", day) for day in range(30, 0, -1)]
    found = staged(tmp_path, BO, *days, talk("again", "butterflies and orchids", 3))
    (bo,) = people(found)
    butterflies = [taste for taste in bo.tastes if taste.word == "butterflies"]
    assert [taste.when.text[8:10] for taste in butterflies] == [f"{day:02}" for day in range(1, MOST_TASTES + 1)]
    assert found.counts()["x"]["interests"] == 2


def test_interests_in_notes_come_with_the_person(tmp_path):
    (bo,) = people(staged(tmp_path, PersonFact("bo", "Bo", remarks=(Remark("breeds orchids"),))))
    assert [taste.evidence for taste in bo.tastes] == ["your note"]


def test_a_nameless_person_is_called_by_the_handle(tmp_path):
    nameless = PersonFact("bo", "", handles=BO.handles)
    assert [person.name for person in people(staged(tmp_path, nameless, PersonFact("7", "")))] == ["bo@x.example", "7"]


def test_everything_is_counted_and_lists_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_LISTED", 3)
    dropped = [DroppedFact(f"a.csv:{n}", "date out of range") for n in range(5)]
    skipped = [SkippedFact("spam"), SkippedFact("spam", 4), SkippedFact("drafts")]
    links = [LinkFact("https://x.example")] * 2
    found = staged(tmp_path, BO, PersonFact("cy", "Cy", is_faint=True), *dropped, *skipped, *links,
                   UnknownFact("a.csv", "Column"), GatheringFact("g", "Fair", NOON))  # fmt: skip
    assert found.counts()["x"] == dict(zip(KINDS, (1, 1, 0, 1, 0, 2, 5, 6, 1), strict=True))
    assert [fact.where for fact in found.dropped()] == ["a.csv:0", "a.csv:1", "a.csv:2"]
    assert found.skipped() == (SkippedFact("drafts"), SkippedFact("spam", 5))


def test_the_preview_shows_a_few_of_each(tmp_path):
    ask, mine, say = AskFact("day_order", ("d/m", "m/d"), "d/m", "why"), MineFact("email", "ann@x"), NoteFact("Read.")
    crowd = [PersonFact(str(n), str(n)) for n in range(50)]
    preview = staged(tmp_path, *crowd, *(talk(str(n)) for n in range(50)), ask, ask, mine, mine, say).preview()
    assert (len(preview.people), len(preview.talks), preview.gatherings) == (20, 20, ())
    assert (preview.asks, preview.mine, preview.says) == ((ask,), (mine,), ("Read.",))
    assert [(source.kind, source.label, source.files) for source in preview.sources] == [("x", "X", ("a.csv",))]


def test_sources_keep_apart(tmp_path):
    staging = Staging(tmp_path, shipped())
    for kind in ("x", "y"):
        staging.begin(kind, kind, [])
        staging.add(PersonFact("bo", kind))
        staging.end()
    staging.close()
    assert [[person.name for person in next(Staged(tmp_path / FILE).persons(kind))] for kind in "xy"] == [["x"], ["y"]]


def test_a_refusal_stands_only_where_nothing_was_given(tmp_path):
    staging = Staging(tmp_path, shipped())
    for kind, fact in (("x", BO), ("y", SkippedFact("spam"))):
        staging.begin(kind, kind, [])
        staging.add(fact)
        staging.end("This is the HTML form.")
    staging.close()
    assert [source.message for source in Staged(tmp_path / FILE).sources()] == ["", "This is the HTML form."]


def half(folder: Path, *, is_marked: bool) -> Path:
    """What a run leaves behind that is killed in the middle of the third record, some of it written."""
    run = folder / "run"
    run.mkdir()
    staging = Staging(run, shipped(), task="same")
    staging.begin("x", "X", ["a.mbox"])
    for n in range(3):
        staging.add(talk(str(n)))
        staging.add(SkippedFact("spam"))
        if is_marked and n < 2:
            staging.mark("a.mbox", n + 1, 5)
    left = copytree(run, folder / "left")
    staging.close()
    return left


def rest(folder: Path, task: str = "same") -> Staged:
    staging = Staging(folder, shipped(), task=task)
    assert staging.begin("x", "X", ["a.mbox"])
    for n in range(staging.begun("a.mbox"), 5):
        staging.add(talk(str(n)))
        staging.add(SkippedFact("spam"))
        staging.mark("a.mbox", n + 1, 5)
    staging.end()
    staging.close()
    return Staged(folder / FILE)


@pytest.mark.parametrize("is_marked", [True, False])
@pytest.mark.parametrize("task", ["same", "other"])
def test_a_killed_run_ends_as_if_it_had_not_been(tmp_path, monkeypatch, is_marked, task):
    monkeypatch.setattr(module, "BATCH_ROWS", 1)
    found = rest(half(tmp_path, is_marked=is_marked), task)
    assert [fact.key for fact in talks(found)] == list("01234")
    assert found.skipped() == (SkippedFact("spam", 5),)


def test_only_the_same_task_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH_ROWS", 1)
    left = half(tmp_path, is_marked=True)
    staging = Staging(left, shipped(), task="same")
    assert staging.begun("a.mbox") == 2
    staging.close()
    staging = Staging(left, shipped(), task="other")
    assert staging.begun("a.mbox") == 0
    staging.close()


def test_a_source_read_to_its_end_is_not_read_again(tmp_path):
    staged(tmp_path, BO)
    staging = Staging(tmp_path, shipped())
    assert not staging.begin("x", "X", [])
    staging.close()


def test_a_file_that_is_no_database_is_begun_anew(tmp_path):
    (tmp_path / FILE).write_bytes(b"not a database at all" * 100)
    assert people(staged(tmp_path, BO)) == [BO]


def test_a_forged_precision_is_not_believed(tmp_path):
    found = staged(tmp_path, TalkFact("1", "message", "x", When("2019", "century"), ()))
    with pytest.raises(ValueError, match="century"):
        talks(found)
