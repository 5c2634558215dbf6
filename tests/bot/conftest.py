"""What the tests of the bot's outside may ask for."""

from pathlib import Path

import pytest

from tests.bot.shell import Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A folder to call kocbot in."""
    return Shell(tmp_path, capsys, monkeypatch)
