"""What every test may ask for."""

import pytest

from tests.stage import Stage


@pytest.fixture
def stage() -> Stage:
    """A brand with its groups and people, on Monday at nine."""
    return Stage()
