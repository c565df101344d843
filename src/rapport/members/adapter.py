"""What allauth may do here: nobody signs up without an invitation, guessing is slowed, and mails lead to this hub."""

from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import consume, respond_429
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from rapport.members.known_devices import is_known, remember
from rapport.members.models import Account, Hub
from rapport.members.whereabouts import client_address


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """The way in is an invitation's own page, never the open form."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Too many wrong passwords for an address, known or not, or from one place: 429, the same for all. A known
        device counts for itself."""
        if not is_known(request, _email(credentials)) and not consume(request, action="login_place"):
            raise ImmediateHttpResponse(respond_429(request))  # else it could fill the count with addresses
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as too_many:
            raise ImmediateHttpResponse(respond_429(request)) from too_many

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        email = _email(credentials)
        return f"{'known' if is_known(request, email) else 'strange'} {email}"

    def post_login(self, request: HttpRequest, user: Account, **options: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **options)
        remember(response, user)
        return response

    def get_reset_password_from_key_url(self, key: str) -> str:
        return _ours(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        return _ours(super().get_email_confirmation_url(request, emailconfirmation))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails name the hub by its settings, never by what a request called it. To an address that nobody here has,
        the same work is done, so that it takes as long, and taken back: nothing is sent."""
        site = SimpleNamespace(name=Hub.this().name, domain=urlsplit(settings.BASE_URL).netloc)
        mail = self.render_mail(template_prefix, email, {"email": email, "current_site": site, **context})
        mail.extra_headers["X-Rapport-Kind"] = "entry"
        if "user" in context:
            mail.extra_headers["X-Rapport-To"] = str(context["user"].pk)
        with transaction.atomic():
            mail.send()
            if template_prefix.endswith("unknown_account"):
                transaction.set_rollback(True)


def _email(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email", "")).lower()


def _ours(address: str) -> str:
    """The path of `address` on the hub's own host, whatever Host the request came with."""
    path: str = settings.BASE_URL + urlsplit(address).path
    return path
