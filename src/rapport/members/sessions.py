"""Sessions in the database as Django keeps them; the one that comes with every request is read by a prepared query."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from rapport.kit.prepared import Prepared


class SessionStore(DatabaseStore):
    def _get_session_from_db(self) -> Any:
        found = _OPEN.first(key=self.session_key, at=timezone.now())
        if found is None:
            self._session_key = None
        return found


_OPEN = Prepared(
    lambda key, at: Session.objects.filter(session_key=key, expire_date__gt=at).values_list("session_data"),
    words=("key",),
    moments=("at",),
)
