"""What every test may ask for."""

import asyncio
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvloop
from hypothesis import HealthCheck, settings

from storage.engine.tx import Tx
from tests.databases import opened
from tests.memory import place
from tests.stage import Stage

ROOT = Path(__file__).parent.parent
# A minute or more in one test: whoever comes to it last keeps everybody else waiting.
LONG = ("tests/chat/test_season.py", "tests/chat/test_killed.py", "tests/chat/test_demo.py")

# How long an example takes says nothing on a busy machine.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: somebody always waits for a browser, or for a bot that was killed."""
    return (os.cpu_count() or 1) + 1


def pytest_configure() -> None:
    """Folders of tests are in memory, unless somebody has said where they should be; the loop is what the product runs on."""
    if in_memory := place():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", in_memory)
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())


def pytest_collection_finish() -> None:
    """What is there before the first test stays: nobody has to look through it again for what can go."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first. A test's name is the same in every process that collects it: one with an address of
    memory is no name.
    """
    items.sort(key=lambda item: item.path.relative_to(ROOT).as_posix() not in LONG)
    for item in items:
        if "<function" in item.nodeid or " at 0x" in item.nodeid:
            raise pytest.UsageError(f"give these cases ids of their own: {item.nodeid}")


@pytest.fixture
def tx() -> Iterator[Tx]:
    """A transaction on an empty database."""
    connection = opened()
    yield connection.begin()
    connection.rollback()


@pytest.fixture
def stage() -> Stage:
    """A brand with its groups and people, on Monday at nine."""
    return Stage()
