"""A device that its owner has signed in from before is known by a signed cookie: strangers who try passwords for the
owner's address cannot lock it out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from rapport.members.models import Account

COOKIE, SALT, LASTS = "device", "members.device", 365 * 24 * 3600


def remember(response: HttpResponse, account: Account) -> None:
    """Let this browser be known as one of `account`'s."""
    response.set_signed_cookie(
        COOKIE,
        str(account.pk),
        salt=SALT,
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def is_known(request: HttpRequest, email: str) -> bool:
    """Whether the owner of `email` has signed in from this browser before."""
    number = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS) or ""
    return number.isdigit() and Account.objects.filter(pk=int(number), email=email.lower()).exists()
