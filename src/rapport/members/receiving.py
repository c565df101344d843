"""Files from outside, on their way to the disk: members alone send any, and no more than a page takes.

A form is read before its token is looked at, and so before any view has its say.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

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
        is_member = getattr(self.request, "member", None) is not None
        if content_length > (settings.UPLOAD_LIMIT if is_member else settings.DATA_UPLOAD_MAX_MEMORY_SIZE) + MARGIN:
            raise RequestDataTooBig
