"""Adding somebody and what is worth keeping about them, each by one field."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_n_and_a_line_make_a_person(scripted: Page, somebody: str) -> None:
    scripted.goto("/imports/")
    scripted.keyboard.press("n")
    scripted.keyboard.type(f"{somebody}, plumber, met at the chapter")
    scripted.keyboard.press("Enter")
    expect(scripted.get_by_role("heading", level=1)).to_have_text(somebody)


def test_the_page_of_adding_does_the_same_and_your_people_show_them(page: Page, somebody: str) -> None:
    _add(page, f"{somebody}, florist")
    page.goto("/people/")
    page.get_by_role("link", name=somebody, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(somebody)


def test_a_note_and_an_interest_stand_on_the_page(page: Page, somebody: str) -> None:
    _add(page, somebody)
    page.get_by_label("Write a note").fill("Daughter starts school in May")
    page.locator("#notes").get_by_role("button", name="Keep").click()
    expect(page.locator("#notes .words")).to_have_text("Daughter starts school in May")
    page.get_by_text("Add an interest").click()
    page.locator("#add-interests").fill("butterflies")
    page.locator("#add-interests").press("Enter")
    expect(page.locator("#interests .topic").first).to_contain_text("butterflies")


def test_one_tap_notes_that_they_talked(page: Page, somebody: str) -> None:
    _add(page, somebody)
    page.get_by_role("button", name="We talked").click()
    expect(page.locator("#touch")).to_contain_text("Last in touch today")


def _add(page: Page, line: str) -> None:
    page.goto("/add/")
    page.locator("#id_line").fill(line)
    page.locator("#id_line").press("Enter")
    page.wait_for_url("**/people/**")
