"""Mail: mailboxes (mbox) of any program, and single mails (eml)."""

from rapport.readers.sources.mbox.reading import SOURCE

__all__ = ["SOURCE"]
