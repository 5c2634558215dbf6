"""kocbot called in a folder of its own, as from a shell."""

from pathlib import Path

import pytest

from bot.start import cli
from tests.stage import Stage

TOKEN = "42:sandbox"


class Shell:
    """A folder with a configuration, and kocbot called in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._capsys, self._monkeypatch = folder, capsys, monkeypatch
        self.database = folder / "var" / "kocbot.db"
        self.out = self.err = ""
        monkeypatch.chdir(folder)
        monkeypatch.setenv("KOCBOT_TOKEN", TOKEN)
        self.configure("")

    def configure(self, text: str, locale: str = "en") -> None:
        """What config.toml says; the brand's language stands at its end, so that lines keep their numbers."""
        brand = "" if "[brand]" in text else f'\n[brand]\nlocale = "{locale}"\n'
        (self.folder / "config.toml").write_text(text + brand, "utf-8")

    def run(self, *words: str) -> int:
        """`kocbot words...`; its exit code. What it said is in `out` and `err`."""
        self._monkeypatch.setattr("sys.argv", ["kocbot", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        self.out, self.err = self._capsys.readouterr()
        code = ended.value.code
        return code if isinstance(code, int) else 0

    def settle(self, stage: Stage) -> None:
        """The stage's brand is what the database holds."""
        self.database.parent.mkdir(exist_ok=True)
        stage.connection.execute("VACUUM INTO ?", (str(self.database),))
