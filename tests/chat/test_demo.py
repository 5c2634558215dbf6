"""`kocbot demo` as a process of its own: it tells an address, serves the page, and ends cleanly."""

import asyncio
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo.demo import PortTaken, serving
from sandbox.world.world import World
from tests.lending import SERVER

ROOT = Path(__file__).parents[2]
always_sqlite = pytest.mark.skipif(bool(SERVER), reason="a demo keeps its database in a file, whatever tests do")


@contextmanager
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A demo in a process of its own, which no failure leaves behind."""
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--folder", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
        try:
            yield demo
        finally:
            demo.kill()


def address(demo: subprocess.Popen[str]) -> tuple[str, str]:
    """The address that it tells, and all that it has said by then."""
    assert demo.stdout
    said = ""
    while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
        line = demo.stdout.readline()
        assert line, demo.communicate()
        said += line
    return found[0], said


@always_sqlite
def test_the_demo_prints_one_address_and_ends_cleanly_on_ctrl_c(tmp_path: Path) -> None:
    with running(tmp_path) as demo:
        where, said = address(demo)
        with urllib.request.urlopen(where, timeout=30) as page:
            assert "<title>" in page.read().decode()
        with urllib.request.urlopen(where + "play/state", timeout=30) as state:
            assert "星途车友会" in state.read().decode()
        again = subprocess.run(demo.args, cwd=ROOT, capture_output=True, text=True, timeout=120, check=True)
        assert where in again.stdout, "a second one names the address of the first"
        demo.send_signal(signal.SIGINT)
        rest, complaints = demo.communicate(timeout=60)
    assert demo.returncode == 0
    assert complaints == ""
    assert not (tmp_path / "address").exists()
    assert len(re.findall(r"http://", said + rest)) == 1


@always_sqlite
def test_ctrl_c_while_it_prepares_ends_it_as_well(tmp_path: Path) -> None:
    with running(tmp_path) as demo:
        assert demo.stdout and demo.stdout.readline()
        demo.send_signal(signal.SIGINT)
        _, complaints = demo.communicate(timeout=60)
    assert demo.returncode == 0
    assert complaints == ""


def test_a_port_that_is_taken_is_named_and_without_a_wish_another_is_found(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(World(), 0) as first:
            port = int(first.url.rpartition(":")[2])
            with pytest.raises(PortTaken):
                async with serving(World(), port):
                    raise AssertionError("two on one port")
            async with serving(World(), None) as one, serving(World(), None) as other:
                assert one.url != other.url

    asyncio.run(story())
