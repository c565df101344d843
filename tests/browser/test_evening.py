"""Eleven people met on one evening, none of them lost: they stand on Today's list, which takes answers back."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MET = "Aino,Bashir,Chiamaka,Dirk,Esra,Farid,Greta,Hamza,Ines,Jomo,Katya".split(",")


def test_eleven_people_are_met_and_followed_up(page: Page, somebody: str) -> None:
    surname = somebody.split()[-1]
    page.goto("/met/")
    for choice in page.get_by_text("Somewhere else:").all():
        choice.click()
    page.get_by_label("Event or place").fill(f"Supper of the {surname} family")
    page.get_by_label("Day", exact=True).fill((datetime.now(UTC) - timedelta(days=3)).date().isoformat())
    page.get_by_text("Or paste names, one a line").click()
    page.get_by_label("Names, one a line").fill("\n".join(f"{name} {surname}" for name in MET))
    page.get_by_role("button", name="Keep them all").click()
    page.goto("/people/?order=added")
    for name in MET:
        expect(page.get_by_role("link", name=f"{name} {surname}", exact=True)).to_have_count(1)


def test_an_answer_on_today_is_noted_and_taken_back(page: Page) -> None:
    page.goto("/")
    card = page.locator(".card", has_text="Follow up").first
    name = card.get_by_role("heading").inner_text()
    card.get_by_role("button", name="Later").click()
    expect(page.locator("#done .name")).to_have_text(name)
    expect(page.get_by_role("heading", name=name)).to_have_count(0)
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=name)).to_have_count(1)
    expect(page.get_by_text("That is all for today")).to_be_visible()


@pytest.mark.parametrize("are_scripts_on", [True], ids=["with scripts"], indirect=True)
def test_keys_walk_the_cards_and_answer_the_one_walked_to(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("l")  # nowhere yet: nothing is answered
    expect(page.locator("#done")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_text("On a card: later")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    card = page.locator(".card").first
    expect(card).to_be_focused()
    name = card.get_by_role("heading").inner_text()
    page.get_by_placeholder("Search").first.focus()
    page.keyboard.press("l")  # typed, not meant
    page.keyboard.press("Tab")
    page.locator(".card").first.focus()
    page.keyboard.press("l")
    expect(page.locator("#done .name")).to_have_text(name)
    expect(page.locator(".card").first).to_be_focused()
    page.locator("#done").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=name)).to_have_count(1)
