"""What cannot be done now."""


class RefusedError(ValueError):
    """Nothing was written; the text is one plain sentence for who tried."""
