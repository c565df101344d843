"""Ways to reach somebody as readers yield them; their normal forms are the book's own (rapport/handles)."""

from rapport.formats.facts import Handle, When
from rapport.handles.profiles import Profile, linkedin_slug, linkedin_url, profile
from rapport.handles.ways import email, phone, region_of
from rapport.handles.weblinks import web_url

__all__ = [
    "Profile", "email", "email_handle", "linkedin_handle", "linkedin_slug", "linkedin_url", "link_handle", "phone",
    "phone_handle", "profile", "region_of", "web_url",
]  # fmt: skip


def email_handle(text: str, context: str = "") -> Handle | None:
    address = email(text)
    return Handle("email", address, context=context) if address else None


def phone_handle(text: str, region: str, context: str = "") -> Handle | None:
    number = phone(text, region)
    return Handle("phone", number, context=context) if number else None


def link_handle(text: str, context: str = "") -> Handle | None:
    """A web address or platform name as the handle it stands for; an e-mail address written as a link counts too."""
    if "@" in text and (address := email_handle(text, context)):
        return address
    found = profile(text)
    return Handle(found.platform, found.handle, found.url, context) if found else None


def linkedin_handle(slug: str, since: When | None = None) -> Handle:
    return Handle("linkedin", slug, linkedin_url(slug), since=since)
