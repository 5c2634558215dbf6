"""One thing has one name, and nobody is spoken to in the words of the machine: words that no message may say.

The glossary holds the names; what people may type is wider (`words.toml`) and is not looked at.
"""

import re
from pathlib import Path

import pytest

INSTEAD = {
    "入群": "进群",
    "加入": "进群",
    "本季": "本赛季",
    "上季": "上赛季",
    "待答": "待解答",
    "旧解答": "旧回答",
    "条解答": "条回答",
    "投稿": "作品",
    "早安卡": "签到卡",
    "计分": "加分",
    "发放": "发出, 寄出",
    "预留": "占用",
    "冻结": "占用",
    "放下": "放回",
    "信任阶梯": "挑战资格",
    "工作人员": "版主, to staff 团队",
    "同事": "版主, to staff 团队",
    "被看见": "what was done",
    "在发光": "what was done",
    "✓": "✅",
}
# The one private message of the day; whatever else one would call it.
EVENING_NOTE = {
    "zh": ("当晚", "晚上那条", "那一条私信", "晚上的私信", "每日小结"),
    "en": ("evening message", "evening’s message", "evening's message", "message of the day"),
}
# 技术同事 is whoever runs the machine: neither members nor staff of the community. A team, a council and a channel
# are no groups.
ALLOWED = ("技术同事", "加入团队", "加入频道", "请你加入", "加入顾问委员会", "加入了顾问委员会")
MESSAGES = [
    path for path in sorted(Path("messages/zh").rglob("*")) if path.suffix == ".j2" or path.name == "labels.toml"
]


def said(path: Path) -> str:
    """The words of a file, without the names that are allowed and what Jinja reads."""
    text = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    for name in ALLOWED:
        text = text.replace(name, "")
    return text


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: "/".join(path.parts[2:]))
def test_a_thing_is_called_by_its_one_name(path: Path) -> None:
    found = {word: better for word, better in INSTEAD.items() if word in said(path)}
    assert not found, f"{path}: say instead {found}"


@pytest.mark.parametrize("locale", EVENING_NOTE)
def test_the_evening_note_has_one_name(locale: str) -> None:
    told = [*Path(f"messages/{locale}").rglob("*.j2"), *Path(f"messages/{locale}").rglob("labels.toml")]
    told += [Path("docs/operators.zh-CN.md"), Path("config.example.toml")]
    texts = {path: path.read_text("utf-8") for path in told}
    assert not [(str(path), name) for path, text in texts.items() for name in EVENING_NOTE[locale] if name in text]


def test_the_guard_sees_what_it_guards_against(tmp_path: Path) -> None:
    (tmp_path / "x.j2").write_text("{# 计分 #}入群满 7 天，请技术同事看看", "utf-8")
    assert [word for word in INSTEAD if word in said(tmp_path / "x.j2")] == ["入群"]


def test_dates_are_said_in_words() -> None:
    """No template cuts a date out of an ISO text; `day`, `time` and `soon` say it."""
    cut = [
        f"{path}"
        for path in Path("messages").rglob("*.j2")
        if re.search(r"\bday\[5:\]|strftime", path.read_text("utf-8"))
    ]
    assert not cut
