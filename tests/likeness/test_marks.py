from rapport.likeness.marks import (
    company_host,
    handle_words,
    is_host_of,
    is_role,
    local_words,
    plain_email,
    platform_of,
)


def test_role_boxes_are_nobodys_own() -> None:
    assert is_role("info@harbour.example")
    assert is_role("sales.team@harbour.example")
    assert is_role("no-reply@harbour.example")
    assert not is_role("ann@harbour.example")
    assert not is_role("ann.sales@harbour.example")


def test_an_address_is_read_without_tags() -> None:
    assert local_words("ann.okafor+list@town.example") == ("ann", "okafor")
    assert plain_email(" Ann@Town.Example ") == "ann@town.example"
    assert plain_email("ann at town") == ""


def test_a_handle_is_read_without_its_platform() -> None:
    assert handle_words("linkedin:oystein-braten-1a2b3c") == ("oystein", "braten")
    assert handle_words("linkedin:%C3%B8ystein-braten") == ("oystein", "braten")
    assert handle_words("mastodon:oystein_b@social.example") == ("oystein", "b")
    assert handle_words("bluesky:oystein.bsky.social") == ("oystein",)
    assert handle_words("bluesky:did:plc:abc123") == ()


def test_a_company_is_not_found_behind_a_public_host() -> None:
    assert company_host("ann@harbour.example") == "harbour.example"
    assert company_host("ann@gmail.com") == ""


def test_only_some_platforms_keep_one_page_each() -> None:
    assert platform_of("twitter:ann") == "x"
    assert platform_of("mastodon:ann@social.example") == ""


def test_a_host_is_made_of_the_companys_words() -> None:
    assert is_host_of("tideline.example", "Tideline Physio")
    assert is_host_of("ropeandtar.example", "Rope & Tar Outfitters")
    assert is_host_of("harbourhotels.example", "Harbour Hotel Group")
    assert not is_host_of("harbour.example", "Tideline Physio")
    assert not is_host_of("kelp.example", "Kelp")
