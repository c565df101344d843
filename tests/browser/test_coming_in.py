"""The door: the first-run link made Ann the host, once; then a password opens it, and signing out closes it."""

import pytest
from playwright.sync_api import Page, StorageState, expect

import cast

pytestmark = pytest.mark.browser


@pytest.mark.usefixtures("signed_in")
def test_the_first_run_link_opens_nothing_any_more(outside: Page, hub: tuple[str, str]) -> None:
    answer = outside.goto(hub[1])
    assert answer is not None
    assert answer.status == 404


def test_the_first_member_is_the_host(page: Page) -> None:
    page.goto("/host/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The host's page")


@pytest.mark.usefixtures("signed_in")
def test_who_is_outside_comes_in_by_the_password_and_goes_out_again(outside: Page) -> None:
    outside.goto("/people/")
    outside.get_by_label("Email").fill("ann@town.example")
    outside.get_by_label("Password").fill(cast.PASSWORD)
    outside.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(outside.get_by_role("heading", level=1)).to_have_text("Your people")
    outside.goto("/settings/")
    outside.get_by_role("link", name="Sign out").click()
    outside.locator("main").get_by_role("button", name="Sign out").click()
    outside.goto("/people/")
    expect(outside.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_wrong_password_and_a_wrong_address_are_told_the_same(outside: Page, signed_in: StorageState) -> None:
    said = set()
    for address in ("ann@town.example", "nobody@town.example"):
        outside.goto("/enter/login/")
        outside.get_by_label("Email").fill(address)
        outside.get_by_label("Password").fill("not the phrase")
        outside.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        said.add(outside.locator("main").inner_text())
    assert len(said) == 1
