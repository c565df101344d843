"""The environment of our pages."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.test import RequestFactory
from jinja2 import Environment, UndefinedError

from rapport.kit.shell import Entry, Flash, Shell, Viewer

ANN = Shell(
    hub="LinkedAmaranth",
    places=[Entry("Today", "/", "today", True), Entry("People", "/people/", "people")],
    member="Ann Okafor",
    viewers=[Viewer("ann", "Ann", True), Viewer("", "nobody")],
    flashes=[Flash("Kept.", "success", "/undo/1/")],
)


@pytest.fixture
def env() -> Environment:
    found: Environment = engines.all()[0].env  # type: ignore[attr-defined]
    return found


@pytest.fixture
def sources(env: Environment) -> Iterator[tuple[str, str]]:
    assert env.loader is not None
    return ((name, env.loader.get_source(env, name)[0]) for name in env.list_templates())


def page(env: Environment, shell: Shell) -> str:
    return env.get_template("kit/base.html").render(shell=shell, request=RequestFactory().get("/"))


def test_names_are_escaped(env: Environment) -> None:
    template = env.from_string('{% from "kit/parts/face.html" import face %}{{ name }}{{ face(name) }}')
    assert "<b" not in template.render(name='<b onclick="x">')


def test_an_unknown_name_is_an_error_here(env: Environment) -> None:
    with pytest.raises(UndefinedError):
        env.from_string("{{ nobody }}").render()


def test_every_template_is_well_formed(env: Environment) -> None:
    assert [env.get_template(name) for name in env.list_templates(["html"])]


def test_no_page_carries_style_or_script_of_its_own(sources: Iterator[tuple[str, str]]) -> None:
    forbidden = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]* src=|[^>]* type=\"application/ld\+json\")")
    assert [name for name, source in sources if forbidden.search(source)] == []


def test_every_icon_named_is_in_the_sprite(sources: Iterator[tuple[str, str]]) -> None:
    sprite = finders.find("icons.svg")
    assert sprite
    drawn = set(re.findall(r'symbol id="([a-z]+)"', Path(sprite).read_text("utf-8")))
    named = {icon for _, source in sources for icon in re.findall(r'icon\("([a-z]+)"\)', source)}
    assert named <= drawn


def test_a_member_finds_the_places_and_adding(env: Environment) -> None:
    html = page(env, ANN)
    assert 'href="/people/"' in html
    assert 'id="quick-line"' in html
    assert 'aria-current="page"' in html


def test_nobody_finds_the_way_in_and_no_places(env: Environment) -> None:
    html = page(env, Shell(enter_path="/enter/login/"))
    assert "/enter/login/" in html
    assert "quick" not in html


def test_what_was_done_can_be_undone_from_the_top_of_the_page(env: Environment) -> None:
    assert re.search(r'notice is-good.*Kept\..*href="/undo/1/"', page(env, ANN), re.DOTALL)


def test_the_page_wears_the_theme_that_was_chosen(env: Environment) -> None:
    assert 'data-theme="dark"' in page(env, Shell(theme="dark"))


def test_a_page_asks_nobody_else_for_anything(env: Environment) -> None:
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', page(env, ANN)) == []


def test_static_addresses_carry_the_hash_of_the_content(env: Environment) -> None:
    assert re.fullmatch(r"/static/css/base\.css\?v=[0-9a-f]{12}", env.globals["static"]("css/base.css"))  # type: ignore[operator]


def test_a_static_file_that_is_missing_is_noticed_at_once(env: Environment) -> None:
    with pytest.raises(LookupError):
        env.globals["static"]("css/nothing.css")  # type: ignore[operator]


@pytest.mark.parametrize(
    ("value", "precision", "stamp"),
    [
        (date(2016, 9, 1), "month", "2016-09"),
        (date(2009, 1, 1), "year", "2009"),
        (date(1970, 5, 4), "month-day", "05-04"),
        (datetime(2026, 11, 18, 12, 0, tzinfo=UTC), "minute", "2026-11-18T12:00:00+00:00"),
    ],
)
def test_a_moment_claims_no_more_than_is_known(env: Environment, value: date, precision: str, stamp: str) -> None:
    html = env.from_string("{{ when(value, None, precision) }}").render(value=value, precision=precision)
    assert f'datetime="{stamp}"' in html
