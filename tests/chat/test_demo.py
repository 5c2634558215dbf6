"""`kocbot demo` as a process of its own: it tells an address, serves the page, and ends cleanly."""

import asyncio
import re
import signal
import sqlite3
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
def running(folder: Path, *further: str) -> Iterator[subprocess.Popen[str]]:
    """A demo in a process of its own, which no failure leaves behind."""
    command = [sys.executable, "-m", "bot", "demo", "--port", "0", "--folder", str(folder), *further]
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


@always_sqlite
def test_a_brand_is_tried_with_its_own_configuration(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[brand]\nname = "晨曦单车"\n\n[points]\ncheckin = 7\n', "utf-8")
    with running(tmp_path, "--config", str(own)) as demo:
        where, said = address(demo)
        with urllib.request.urlopen(where + "play/state", timeout=30) as state:
            assert "晨曦单车" in state.read().decode()
        demo.send_signal(signal.SIGINT)
        _, complaints = demo.communicate(timeout=60)
    assert (demo.returncode, complaints) == (0, "")
    assert "晨曦单车" in said
    with sqlite3.connect(tmp_path / "kocbot.db") as connection:
        [least] = connection.execute("SELECT min(amount) FROM transfer WHERE rule = 'checkin'").fetchone()
    assert least == 7


def test_what_is_wrong_with_ones_own_configuration_is_said_at_its_line(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[brand]\nname = "晨曦单车"\nnmae = "x"\n', "utf-8")
    with running(tmp_path, "--config", str(own)) as demo:
        _, complaints = demo.communicate(timeout=60)
    assert demo.returncode == 2
    assert "own.toml:3" in complaints


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
