import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.mutations import is_clean
from rapport.formats.handles import email, link_handle, linkedin_slug, linkedin_url, phone, profile, region_of, web_url


@pytest.mark.parametrize(
    ("text", "platform", "handle"),
    [
        ("https://www.linkedin.com/in/Bo-Lindqvist/", "linkedin", "bo-lindqvist"),
        ("www.linkedin.com/in/br%C3%ADgid", "linkedin", "brígid"),
        ("https://no.linkedin.com/in/bo/de?trk=mail", "linkedin", "bo"),
        ("https://twitter.com/Bo_L", "x", "bo_l"),
        ("x.com/bo_l?s=20", "x", "bo_l"),
        ("https://m.facebook.com/profile.php?id=123&ref=x", "facebook", "123"),
        ("facebook.com/bo.lindqvist", "facebook", "bo.lindqvist"),
        ("https://www.instagram.com/_u/bo", "instagram", "bo"),
        ("@Dee@Kiwi.example", "mastodon", "dee@kiwi.example"),
        ("https://kiwi.example/@dee", "mastodon", "dee@kiwi.example"),
        ("https://hub.example/@dee@kiwi.example", "mastodon", "dee@kiwi.example"),
        ("https://bsky.app/profile/cy.example", "bluesky", "cy.example"),
        ("cy.bsky.social", "bluesky", "cy.bsky.social"),
        ("at://did:plc:abc123", "bluesky", "did:plc:abc123"),
        ("https://github.com/Mo", "github", "mo"),
        ("https://wa.me/4930901820", "whatsapp", "+4930901820"),
        ("https://t.me/moderator", "telegram", "moderator"),
        ("https://www.ann.example/coach/", "web", "ann.example/coach"),
        ("https://www.linkedin.com/company/harbour", "web", "linkedin.com/company/harbour"),
        ("https://x.com/home", "web", "x.com/home"),
        ("https://github.com/mo/tools", "web", "github.com/mo/tools"),
        ("mailto:bo@pipes.example", "email", "bo@pipes.example"),
    ],
)
def test_a_link_says_platform_and_name(text, platform, handle):
    found = link_handle(text)
    assert (found.platform, found.handle) == (platform, handle)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "java\nscript:alert(1)", " \x01javascript:alert(1)", "data:text/html,x", "vbscript:x",
        "file:///etc/passwd", "https://bank.example@evil.example/", "https://bank.example\\@evil.example", "u", "12.50",
        "https://", "http://[::1", "https://a b.example", "https://" + "a" * 3000 + ".example", "", "https://bo",
    ],
)  # fmt: skip
def test_what_cannot_be_trusted_is_refused(text):
    assert link_handle(text) is None
    assert web_url(text) == ""


def test_tracking_goes_and_the_rest_stays():
    assert web_url("HTTP://Ann.Example/a?utm_source=x&b=2&fbclid=y#c") == "http://ann.example/a?b=2#c"


def test_a_foreign_host_is_written_as_on_the_wire():
    assert web_url("https://bråten.example/ø") == "https://xn--brten-nra.example/%C3%B8"
    assert email("Bo@BRÅTEN.example") == "Bo@xn--brten-nra.example"


def test_a_twice_encoded_name_is_decoded():
    assert linkedin_slug("https://www.linkedin.com/in/br%25C3%25ADgid") == "brígid"
    assert linkedin_slug("https://www.linkedin.com/in/..%2f..") == ""
    assert linkedin_slug(linkedin_url("brígid ní")) == ""


def test_a_member_id_keeps_its_case_in_the_link():
    assert profile("https://www.linkedin.com/in/ACoAAB1x").url.endswith("/ACoAAB1x")


@pytest.mark.parametrize(
    ("text", "region", "number"),
    [
        ("'+1 312 555 0142", "", "+13125550142"),
        ("(312) 555-0142", "us", "+13125550142"),
        ("0049 30 901820", "", "+4930901820"),
        ("030 901820 ext 12", "DE", "+4930901820;ext=12"),
        ("100", "US", ""),
        ("555 0142", "US", ""),
        ("at home", "US", ""),
        ("030 901820", "", ""),
    ],
)
def test_a_telephone_is_whole_or_nothing(text, region, number):
    assert phone(text, region) == number


@pytest.mark.parametrize("text", ["bo", "bo@", "@pipes.example", "a b@pipes.example", "bo@pipes", "bo@@pipes.example"])
def test_what_is_no_address_is_none(text):
    assert email(text) == ""


def test_a_time_zone_hints_at_a_country():
    assert region_of("Europe/Berlin") == "DE"
    assert region_of("UTC") == ""


@given(st.text() | st.text(st.sampled_from("htps:/@.%2e25CcfinA0 é\u202e\x00?&=#[]\\"), max_size=60))
def test_no_text_breaks_a_handle(text):
    for wrapped in (text, f"https://{text}", f"https://www.linkedin.com/in/{text}", f"@{text}@kiwi.example"):
        found = link_handle(wrapped)
        assert is_clean(found)
        assert found is None or (found.handle and "\n" not in found.handle)
        assert is_clean(phone(wrapped, "DE"))
