"""What is sent here, on its way to memory and disk: members alone send much, and no more than a page takes.

A form is read before its token is looked at, and so before any view has its say.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest

from rapport.kit.cleaning import whole

OF_STRANGERS = 1 << 16  # bytes, more than any form outside needs: what is longer takes one of few places (site/door.py)
MARGIN = 1 << 20  # for what stands around the files


class FromMembers(TemporaryFileUploadHandler):
    """Raises RequestDataTooBig before anything is written."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        if content_length > settings.UPLOAD_LIMIT + MARGIN:
            raise RequestDataTooBig


def refuse_what_strangers_send_at_length(request: HttpRequest) -> None:
    """Raises RequestDataTooBig before any of it is read: else a few slow senders, whom nobody knows, would hold the
    places of all who have much to send."""
    if (whole(request.META.get("CONTENT_LENGTH") or "") or 0) > OF_STRANGERS:
        raise RequestDataTooBig
