"""Codes to sign in by, mailed to an address."""

from allauth.account.forms import RequestLoginCodeForm

from rapport.members.backend import accounts_with


class CodeForm(RequestLoginCodeForm):  # type: ignore[misc]
    def clean_email(self) -> str:
        """Where two have one address a code opens neither: it could open the account of whoever took another's address
        to that other, who would then write into a book that a stranger can read."""
        email: str = super().clean_email()
        here = [account for account in accounts_with(email) if account.is_active]
        self._user = here[0] if len(here) == 1 else None
        return email
