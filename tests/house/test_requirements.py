"""What is installed is pinned, hashed and says nothing about where it came from."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILES = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = Path(name).read_text()
    pins = re.findall(r"^(\S+)==\S+ \\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    named = re.findall(r"^[a-z][^ \n]*", text, re.MULTILINE)
    assert len(pins) == len(named) > 20


@pytest.mark.parametrize("name", FILES)
def test_no_requirement_file_names_an_index(name: str) -> None:
    assert not re.search(r"://|--(extra-)?index|find-links", Path(name).read_text())


def test_what_runs_is_a_part_of_what_is_tested() -> None:
    run, tested = (set(re.findall(r"^(\S+==\S+) \\$", Path(name).read_text(), re.MULTILINE)) for name in FILES)
    assert run < tested


def test_everything_that_the_run_time_packages_need_is_pinned() -> None:
    pinned = {pin.split("==")[0] for pin in re.findall(r"^(\S+==\S+) \\$", Path(FILES[0]).read_text(), re.MULTILINE)}
    for name in sorted(pinned):
        for need in metadata.requires(name) or []:
            requirement = Requirement(need)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                assert canonicalize_name(requirement.name) in pinned, f"{name} needs {need}"


def test_what_a_server_needs_is_as_it_is_tested() -> None:
    asked, tested = (Path(name).read_text() for name in ("requirements-postgres.txt", FILES[1]))
    assert re.findall(r"^(\S+)==", asked, re.MULTILINE) == ["psycopg", "psycopg-binary"]
    assert asked in tested
