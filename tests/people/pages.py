"""Browsers of the cast, for tests of pages."""

from typing import Any

from django.test import Client

from rapport.members.models import Member


def as_member(member: Member) -> Client:
    """A browser in which this member is signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(member.account)
    return client


def words(response: Any) -> str:
    """The page as text."""
    return str(response.content.decode())
