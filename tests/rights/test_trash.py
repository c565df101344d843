"""The trash and its month of grace."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django_tasks_db.models import DBTaskResult

import cast
from people.pages import as_member, words
from rapport.kit.jobs import later
from rapport.people.models import Person
from rapport.rights.schedules import empty_old_trash
from rapport.rights.trash import empty_trash, purge_trash, restore, trash

pytestmark = pytest.mark.django_db


def test_who_is_in_the_trash_is_left_out_of_lists() -> None:
    ann = cast.ann()
    sal = cast.known(ann, "Sal Moretti")
    browser = as_member(ann)
    browser.post(f"{sal.path}trash/", follow=True)
    assert "Moretti" not in words(browser.get("/people/"))
    assert "Moretti" in words(browser.get("/people/trash/"))


def test_who_is_taken_out_is_as_before() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    trash(people=[bo], now=cast.MORNING)
    bo.refresh_from_db()
    restore(people=[bo])
    bo.refresh_from_db()
    assert bo.trashed_at is None


def test_a_month_later_they_are_gone() -> None:
    bo = cast.known(cast.ann(), "Bo Lindqvist")
    trash(people=[bo], now=cast.MORNING)
    assert purge_trash(cast.MORNING + timedelta(days=29)) == 0
    assert purge_trash(cast.MORNING + timedelta(days=31)) == 1
    assert not Person.objects.exists()


def test_emptying_leaves_other_books_alone() -> None:
    bo, sal = cast.known(cast.ann(), "Bo Lindqvist"), cast.known(cast.cy(), "Sal Moretti")
    trash(people=[bo], now=cast.MORNING)
    trash(people=[sal], now=cast.MORNING)
    assert empty_trash(book=bo.book, now=cast.MORNING) == 1
    assert Person.objects.get() == sal


def test_a_job_queued_before_the_room_was_made_is_found_by_its_new_name() -> None:
    later(empty_old_trash)
    queued = DBTaskResult.objects.filter(task_path="rapport.rights.schedules.empty_old_trash")
    queued.update(task_path="rapport.people.schedules.empty_old_trash")
    import_module("rapport.people.migrations.0007_trash_job").rename_job(apps, None)
    assert queued.count() == 1
