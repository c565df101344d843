"""Who is signed in: the account together with its member and the name of the place, in one query on every request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.models import EmailAddress
from django.db.models import Q, Subquery, Value
from django.db.models.functions import Coalesce

from rapport.kit.prepared import Prepared
from rapport.members.models import Account, Hub

TRIED = 2  # passwords at the least, so that the time taken does not tell whether one more member has the address


class Backend(AuthenticationBackend):  # type: ignore[misc]
    def _authenticate_by_email(self, email: str, password: str) -> Account | None:
        """All who have the address are tried, and as long for one as for two, whoever has proved that it is theirs:
        else who takes somebody's address for their own would learn by signing in whether they are here."""
        here = accounts_with(email)
        fitting = [account for account in here if self._check_password(account, password)]
        for _ in range(len(here), TRIED):
            self._mitigate_timing_attack(password)
        self._did_check_password = True
        return fitting[0] if fitting else None

    def get_user(self, user_id: Any) -> Account | None:
        """As Django does it; an account that may not sign in any more is nobody."""
        account: Account | None = _ACCOUNT.first(number=user_id)
        if account is not None and hasattr(account, "member"):
            account.member.account = account
        return account


def accounts_with(email: str) -> list[Account]:
    """Whose own address it is, and who has added it and proved it."""
    proved = EmailAddress.objects.filter(email=email.lower(), verified=True).values("user")
    return list(Account.objects.filter(Q(email=email.lower()) | Q(pk__in=proved)).order_by("-pk"))


_ACCOUNT = Prepared(
    lambda number: (
        Account.objects.select_related("member")
        .filter(pk=number, is_active=True)
        .annotate(hub_name=Coalesce(Subquery(Hub.objects.filter(pk=1).values("name")), Value(Hub().name)))
    ),
    numbers=("number",),
)
