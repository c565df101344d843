"""How often the readers of archives are tried with broken files."""

import pytest


@pytest.fixture
def times(request: pytest.FixtureRequest) -> int:
    """How many broken forms in all a reader meets: 5,000, and under --long 100,000."""
    return 100_000 if request.config.getoption("--long") else 5000
