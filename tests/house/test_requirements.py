"""What is installed is pinned, hashed and says nothing about where it came from."""

import re
from pathlib import Path

import pytest

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
