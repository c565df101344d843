"""A link by which a new password is chosen is used once, also by two in the same moment."""

from allauth.account.forms import ResetPasswordKeyForm, default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.core.exceptions import ImmediateHttpResponse
from django.db import transaction
from django.shortcuts import redirect

from rapport.members.models import Account


class ResetForm(ResetPasswordKeyForm):  # type: ignore[misc]
    def save(self) -> None:
        """Whoever comes second is led to the page that says that the link was used."""
        with transaction.atomic():
            fresh = Account.objects.select_for_update(no_key=True).get(pk=self.user.pk)
            if default_token_generator.check_token(fresh, self.temp_key):
                super().save()
                return
        used = redirect("account_reset_password_from_key", user_pk_to_url_str(fresh), "set-password")
        raise ImmediateHttpResponse(used)
