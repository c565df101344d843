"""One's own profile: each part is saved by itself, bad input gets a sentence, and nobody writes in another's."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

import cast
from profiles.showing import browser, words
from rapport.members.audience import Audience
from rapport.members.models import Member
from rapport.profiles.models import Expertise, Offer, OfferedFile, Profile, ProfileLink, ShownInterest, Way

pytestmark = pytest.mark.django_db
# One for each way in: markup, an attribute, a script's end, a template, a format, a scheme.
XSS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><svg/onload=alert(1)>",
    "<!--<script>",
    "{{7*7}}${7*7}%s{0.__class__}",
    "[x](javascript:alert(1))",
)


@pytest.fixture
def ann() -> Member:
    return cast.ann()


def send(member: Member, part: str, **told: object):
    return browser(member).post(f"/profile/{part}/", {"audience": "1", **told})


def test_a_part_is_kept_with_its_audience(ann: Member) -> None:
    answer = send(ann, "business", business="  Coach for \n small firms ", audience="2")
    assert answer["Location"] == "/profile/?open=business#business"
    kept = Profile.of(ann)
    assert (kept.business, kept.business_for) == ("Coach for small firms", Audience.CONNECTIONS)


def test_what_is_not_said_is_for_members_and_the_whole_too(ann: Member) -> None:
    profile = Profile.of(ann)
    assert {profile.opens_for, profile.business_for, profile.about_for, profile.place_for} == {Audience.MEMBERS}
    assert profile.is_listed
    assert not profile.may_be_indexed


def test_the_page_offers_every_part_and_unfolds_the_one_asked_for(ann: Member) -> None:
    send(ann, "offers", lines="Pricing workshops\nA second opinion")
    page = words(browser(ann).get("/profile/?open=offers"))
    assert page.count('class="section"') == 12
    assert page.count(" open>") == 1
    assert "Pricing workshops, A second opinion" in page


def test_a_line_that_stays_keeps_its_row(ann: Member) -> None:
    send(ann, "expertise", lines="Pricing\nGrants")
    before = Expertise.objects.get(member=ann, key="grants").pk
    send(ann, "expertise", lines="grants\nFunding\n\nFUNDING", audience="0")
    rows = list(Expertise.objects.filter(member=ann).order_by("position"))
    assert [(row.text, row.audience) for row in rows] == [("grants", 0), ("Funding", 0)]
    assert rows[0].pk == before


def test_an_interest_is_one_by_its_topic(ann: Member) -> None:
    send(ann, "interests", lines="Lepidoptera\nbutterflies\nChoir")
    assert [row.key for row in ShownInterest.objects.filter(member=ann).order_by("position")][0] == "butterflies"
    assert ShownInterest.objects.filter(member=ann).count() == 2


def test_no_more_lines_than_there_is_room_for(ann: Member) -> None:
    send(ann, "offers", lines="\n".join(f"offer {n}" for n in range(40)))
    assert Offer.objects.filter(member=ann).count() == 20


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("business", {"business": "x" * 201}),
        ("about", {"about": "x" * 8001}),
        ("place", {"place": "x" * 121}),
        ("offers", {"lines": "x" * 201}),
        ("interests", {"lines": "x" * 10_001}),
        ("links", {"address": "https://x.example/" + "x" * 2000}),
        ("ways", {"handle": "x" * 300}),
        ("business", {"business": "x", "audience": "7"}),
        ("whole", {"opens_for": "2"}),
        ("files", {}),
    ],
)
def test_what_is_too_long_or_no_choice_is_refused_with_a_sentence(ann: Member, part: str, told: dict[str, str]) -> None:
    answer = send(ann, part, **told)
    assert answer.status_code == 422
    assert "errorlist" in words(answer)
    assert not Profile.of(ann).business


@pytest.mark.parametrize("text", XSS)
def test_markup_is_shown_as_it_was_typed(ann: Member, text: str) -> None:
    for part in ("business", "about", "place"):
        send(ann, part, **{part: text}, audience="0")
    for part in ("offers", "wanted", "expertise", "interests"):
        send(ann, part, lines=text, audience="0")
    file = SimpleUploadedFile("x.pdf", b"%PDF-", "application/pdf")
    file.name = f"{text}.pdf"
    send(ann, "files", file=file, audience="0")
    Member.objects.filter(pk=ann.pk).update(name=text)
    for path in (ann.path, "/profile/", "/members/", f"/members/?q={text}", "/profile/seen/members/"):
        page = words(browser(ann).get(path)).lower()
        for live in ("<script>alert", "<img src=x", "<svg/onload", "<!--<script", 'href="javascript', "49$"):
            assert live not in page, path


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "vbscript:x", "//", "bo", "ftp://x.example"],
)
def test_a_link_leads_to_a_page_or_nowhere(ann: Member, address: str) -> None:
    answer = send(ann, "links", address=address)
    assert answer.status_code == 422
    assert "This is no address of a page" in words(answer)
    assert not ProfileLink.objects.exists()


def test_a_link_says_which_platform_it_is_on(ann: Member) -> None:
    for address in ("linkedin.com/in/Ann-Okafor?trk=x", "@ann@harbour.example", "https://ann.example/blog"):
        send(ann, "links", address=address)
    assert list(ProfileLink.objects.filter(member=ann).order_by("pk").values_list("key", flat=True)) == [
        "linkedin:ann-okafor",
        "mastodon:ann@harbour.example",
        "web:ann.example/blog",
    ]


def test_fifty_links_and_no_more(ann: Member) -> None:
    for n in range(50):
        url = f"https://{n}.example/"
        ProfileLink.objects.create(member=ann, platform="web", handle=f"{n}", url=url, key=f"web:{n}")
    assert "50 already" in words(send(ann, "links", address="https://one-more.example/"))
    assert ProfileLink.objects.count() == 50


def test_a_number_is_read_as_from_where_the_member_is(ann: Member) -> None:
    send(ann, "ways", handle="020 7946 0018")
    assert Way.objects.get().key == "phone:+442079460018"


def test_a_row_changes_its_audience_and_goes(ann: Member) -> None:
    send(ann, "links", address="https://ann.example/")
    row = ProfileLink.objects.get()
    browser(ann).post(f"/profile/links/{row.pk}/", {"audience": "3"})
    row.refresh_from_db()
    assert row.audience == Audience.LIVING_ROOM
    browser(ann).post(f"/profile/links/{row.pk}/", {"remove": "1"})
    assert not ProfileLink.objects.exists()


def test_nobody_changes_another_s_rows(ann: Member) -> None:
    send(ann, "links", address="https://ann.example/")
    send(ann, "files", file=SimpleUploadedFile("x.pdf", b"%PDF-"))
    cy = browser(cast.cy())
    link, file = ProfileLink.objects.get().pk, OfferedFile.objects.get().number
    for path in (f"links/{link}/", f"files/{file}/", "offers/1/", "x/1/"):
        assert cy.post(f"/profile/{path}", {"remove": "1"}).status_code == 404
    assert ProfileLink.objects.count() == OfferedFile.objects.count() == 1


def test_fields_that_were_not_asked_for_change_nothing(ann: Member) -> None:
    send(ann, "business", business="x", owner="2", is_listed="", about="y", is_host="1")
    assert (Profile.of(ann).about, Profile.of(ann).is_listed) == ("", True)
    assert not Member.objects.get(pk=ann.pk).is_host


@pytest.mark.parametrize("who", ["everyone", "members", "connections", "living-room"])
def test_the_preview_is_what_they_would_see(ann: Member, who: str) -> None:
    send(ann, "whole", opens_for="0", is_listed="on")
    for audience, part in enumerate(("business", "about", "place")):
        send(ann, part, **{part: f"shown to {audience}"}, audience=str(audience))
    page = words(browser(ann).get(f"/profile/seen/{who}/"))
    level = ["everyone", "members", "connections", "living-room"].index(who)
    assert [n for n in range(3) if f"shown to {n}" in page] == list(range(min(level, 2) + 1))


def test_the_preview_says_when_there_is_nothing_to_see(ann: Member) -> None:
    assert "as if it were not there" in words(browser(ann).get("/profile/seen/everyone/"))
    assert browser(ann).get("/profile/seen/mallory/").status_code == 404
