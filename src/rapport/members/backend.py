"""Who is signed in: the account together with its member and the name of the place, in one query on every request."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce

from rapport.kit.prepared import Prepared
from rapport.members.models import Account, Hub


class Backend(AuthenticationBackend):  # type: ignore[misc]
    def get_user(self, user_id: Any) -> Account | None:
        """As Django does it; an account that may not sign in any more is nobody."""
        account: Account | None = _ACCOUNT.first(number=user_id)
        if account is not None and hasattr(account, "member"):
            account.member.account = account
        return account


_ACCOUNT = Prepared(
    lambda number: (
        Account.objects.select_related("member")
        .filter(pk=number, is_active=True)
        .annotate(hub_name=Coalesce(Subquery(Hub.objects.filter(pk=1).values("name")), Value(Hub().name)))
    ),
    numbers=("number",),
)
