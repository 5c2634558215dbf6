"""What every test may ask for."""

import pytest
from hypothesis import HealthCheck, settings

from tests.stage import Stage

# How long an example takes says nothing on a busy machine.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture
def stage() -> Stage:
    """A brand with its groups and people, on Monday at nine."""
    return Stage()
