"""Each long act on a small book, cut off at every save point in turn: what was left then, and what there is once the
act was called again. Told as JSON by `python -c "import killing; killing.tell(FOLDER)"`, in a process of its own."""

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

import cast
from rapport.archives.intake import commit, read, receive
from rapport.archives.models import Intake
from rapport.archives.undo import undo
from rapport.exports.whole import book_json
from rapport.members.leave import leave
from rapport.members.models import Member
from rapport.people.models import Batch, Book, Merge, Person
from rapport.rights.erase import erase
from rapport.sameness.merge import merge, unmerge

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = "{0},Walker,https://www.linkedin.com/in/{0}-w,{0}@far.example,Pipes,Plumber,01 Mar 2020\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:{0} Walker\nEMAIL:{0}@far.example\nNOTE:Loves orchids\nEND:VCARD\n"
MEET = "BEGIN:VEVENT\nUID:{0}\nDTSTART:20260301T090000Z\nSUMMARY:Walk\nATTENDEE:mailto:{0}@far.example\nEND:VEVENT\n"
NAMES = ("Bo", "Cy", "Dee")
# Queues, the index's own files, the versions of pages and the log of the job say nothing of the book.
APART = ("django_", "kit_found_", "kit_pageversion", "sqlite_", "archives_intake", "kit_cache")
SALTED = ("people_suppression",)  # with a new salt every time
MOST = 40  # save points of one act
Told = dict[str, Any]


def tell(folder: str) -> None:
    call_command("migrate", verbosity=0)
    whole = _book(Path(folder))
    found = {}
    for name, (prepare, act) in ACTS.items():
        whole()
        prepare()
        found[name] = _every_point(act)
    os.write(1, json.dumps(found).encode())


def _book(folder: Path) -> Callable[[], None]:
    """Ann's book with one archive in it and two files that were read; returns what brings this back."""
    book = Book.of(cast.ann())
    commit(_read(book, folder, {"Connections.csv": HEAD + "".join(map(ROWS.format, NAMES))}), **_now())
    walks = f"BEGIN:VCALENDAR\n{''.join(map(MEET.format, NAMES))}END:VCALENDAR\n"
    _read(book, folder, {"cards.vcf": "".join(map(CARD.format, NAMES)), "walks.ics": walks})
    return _kept(folder / "whole")


def _read(book: Book, folder: Path, texts: dict[str, str]) -> Intake:
    for name, text in texts.items():
        (folder / name).write_text(text)
    intake = receive(book, [folder / name for name in texts], now=cast.MORNING)
    read(intake, **_now())
    return intake


def _now() -> Told:
    return {"now": cast.MORNING, "told": lambda *_: None}


def _kept(folder: Path) -> Callable[[], None]:
    """Keep the whole data folder as it is now; returns what brings it back."""
    connection.close()
    shutil.copytree(settings.DATA, folder)

    def back() -> None:
        connection.close()
        shutil.rmtree(settings.DATA)
        shutil.copytree(folder, settings.DATA)

    return back


def _every_point(act: Callable[[], None]) -> Told:
    """`between`: what a kill at the first, second ... point left; `again`: what a second call made of it."""
    back = _kept(settings.DATA.with_name("before"))
    found: Told = {"before": _digest(), "between": [], "again": []}
    for at in range(1, MOST):
        back()
        if not _is_killed(act, at):
            break
        found["between"].append(_digest())
        _is_killed(act, 0)
        found["again"].append(_digest())
    found["after"] = _digest()
    shutil.rmtree(settings.DATA.with_name("before"))
    return found


def _is_killed(act: Callable[[], None], at: int) -> bool:
    """Do it in a child, which dies at that point if there is one. The child has passed no point yet."""
    connection.close()
    child = os.fork()
    if child == 0:
        settings.CRASH_AT = at
        try:
            act()
            connection.close()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True
    assert status == 0, "the act itself failed"
    return False


def _digest() -> dict[str, str]:
    """A digest of each table that holds anything."""
    found = {}
    with closing(sqlite3.connect(settings.DATA / "rapport.sqlite3")) as opened:
        tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table' order by 1")]
        for table in tables:
            rows = opened.execute(f'select * from "{table}"').fetchall()  # noqa: S608 - our own names
            if rows and not table.startswith(APART):
                whole = len(rows) if table in SALTED else sorted(map(repr, rows))
                found[table] = hashlib.sha256(repr(whole).encode()).hexdigest()
    return found


def _import() -> None:
    for intake in Intake.objects.exclude(state="done"):
        commit(intake, **_now())


def _undo() -> None:
    undo(Batch.objects.latest("pk"), now=cast.MORNING)


def _merge() -> None:
    here = list(Person.objects.here().order_by("pk"))
    if len(here) == len(NAMES):
        merge(here[0], here[1], code="by_hand", now=cast.MORNING)


def _unmerge() -> None:
    for done in Merge.objects.filter(code="by_hand"):
        unmerge(done, now=cast.MORNING)


def _erase() -> None:
    people = list(Person.objects.filter(name="Bo Walker"))
    if people:
        erase(people[0].book, people, suppressed=True, now=cast.MORNING)


def _leave() -> None:
    for member in Member.objects.all():
        leave(member, now=cast.MORNING)


def _moving_in() -> None:
    """Another member's book is empty, and Ann's export was read for it."""
    _import()
    ann = Book.objects.get()
    text = b"".join(book_json(ann, cast.MORNING.date())).decode()
    _read(Book.of(cast.bo()), settings.DATA.parent, {"book.json": text})


def _nothing() -> None:
    return None


ACTS: dict[str, tuple[Callable[[], None], Callable[[], None]]] = {
    "import": (_nothing, _import),
    "undo": (_import, _undo),
    "merge": (_nothing, _merge),
    "unmerge": (_merge, _unmerge),
    "erase": (_import, _erase),
    "leave": (_import, _leave),
    "restore": (_moving_in, _import),
}
