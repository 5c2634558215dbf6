"""The example configuration says everything that can be said, and says what is so anyway."""

import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path

from bot.start import config
from bot.start.config import MACHINERY, Settings
from handlers import jobs
from rules.programme.programme import Programme
from rules.values import replace

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
TABLES_OF_MANY = {
    "levels": ("key", "title", "at"),
    "awards": ("key", "title", "given_for", "vote", "voters", "looks_at", "tag"),
    "badges": ("key", "title", "emoji", "words", "needs", "award", "rare"),
    "covenant": ("title", "text"),
}


def settings_that_exist() -> list[tuple[str, str]]:
    """Section and key of everything that a configuration may say."""
    defaults = Programme()
    found = [("words", "checkin"), *(("schedule", job.name) for job in jobs())]
    found += [(section, key) for section, keys in TABLES_OF_MANY.items() for key in keys]
    sections = {
        **{f.name: getattr(defaults, f.name) for f in fields(defaults)},
        **{n: k() for n, k in MACHINERY.items()},
    }
    for name, section in sections.items():
        if name in TABLES_OF_MANY:
            continue
        keys = [f.name for f in fields(section)] if is_dataclass(section) else list(section)
        found += [(name, key) for key in keys]
    return found


def test_the_example_is_the_defaults_word_for_word() -> None:
    settings = config.load(EXAMPLE)
    assert settings.programme.schedule == {job.name: job.cron for job in jobs()}
    assert replace(settings, programme=replace(settings.programme, schedule={})) == Settings()


def test_the_example_mentions_every_setting_in_its_section_with_a_comment_above() -> None:
    text = EXAMPLE.read_text("utf-8")
    lacking = []
    for section, key in settings_that_exist():
        header = rf"\[\[?{section}\]\]?"
        body = re.search(rf"^#? ?{header}$(.*?)(?=^#? ?\[|\Z)", text, re.M | re.S)
        if not body or not re.search(rf"^#? ?{key} = ", body[1], re.M):
            lacking.append(f"[{section}] {key}")
    assert not lacking, f"config.example.toml does not mention: {', '.join(lacking)}"


def test_the_example_invents_no_setting() -> None:
    known = settings_that_exist()
    for section, content in tomllib.loads(EXAMPLE.read_text("utf-8")).items():
        for key in content if isinstance(content, dict) else ():
            assert (section, key) in known
