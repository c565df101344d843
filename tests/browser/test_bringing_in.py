"""An address book is dropped, looked at, brought in and taken out again; who may be one person is asked."""

import time

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{last};{first};;;\r\nEMAIL:{address}\r\nEND:VCARD\r\n"
DROP = """words => { const carried = new DataTransfer(); carried.items.add(new File([words], "phone.vcf"));
document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: carried })) }"""


def test_a_dropped_address_book_is_shown_first_and_then_brought_in(scripted: Page, somebody: str) -> None:
    scripted.goto("/imports/")
    scripted.evaluate(DROP, _card(somebody, "one"))
    scripted.get_by_role("button", name="Look what is in it").click()
    expect(scripted.locator("#intake table").first).to_contain_text(somebody, timeout=20_000)
    scripted.get_by_role("button", name="Bring it in").click()
    expect(scripted.locator("#intake")).to_contain_text("1 person", timeout=20_000)
    scripted.goto("/people/")
    expect(scripted.get_by_role("link", name=somebody, exact=True)).to_have_count(1)


@pytest.mark.parametrize("are_scripts_on", [False])
def test_without_scripts_too_it_is_brought_in_and_taken_out_again(page: Page, somebody: str) -> None:
    _bring_in(page, _card(somebody, "one"))
    page.get_by_text("Take out again").first.click()
    page.get_by_role("button", name="Take it out").first.click()
    expect(page.locator("main")).to_contain_text("It is being taken out")
    _until_said(page, "/imports/", ", taken out again")
    page.goto("/people/?order=added")
    expect(page.get_by_role("link", name=somebody, exact=True)).to_have_count(0)


def test_two_of_one_name_are_asked_about_and_a_key_answers(page: Page, somebody: str, are_scripts_on: bool) -> None:
    _bring_in(page, _card(somebody, "work") + _card(somebody, "home"))
    page.goto("/same/")
    expect(page.locator("main")).to_contain_text(somebody)
    if are_scripts_on:
        page.keyboard.press("s")
    else:
        page.get_by_role("button", name="Same person").click()
    expect(page.locator(".flashes")).to_contain_text("is one person now")
    page.get_by_role("link", name="What was merged").click()
    expect(page.locator("main")).to_contain_text(somebody)


def _card(name: str, word: str) -> str:
    first, last = name.split()
    return CARD.format(name=name, first=first, last=last, address=f"{first}.{word}@{word}.example".lower())


def _bring_in(page: Page, words: str) -> None:
    page.goto("/imports/")
    page.set_input_files("#id_files", {"name": "phone.vcf", "mimeType": "text/vcard", "buffer": words.encode()})
    page.get_by_role("button", name="Look what is in it").click()
    _until_said(page, page.url, "Bring it in")
    page.get_by_role("button", name="Bring it in").click()
    _until_said(page, page.url, "To your people")


def _until_said(page: Page, address: str, words: str) -> None:
    """Come back to the page, as one may, until it says the words."""
    until = time.monotonic() + 20
    while words not in page.locator("main").inner_text():
        assert time.monotonic() < until, f"{address} never said {words!r}"
        time.sleep(0.2)
        page.goto(address)
