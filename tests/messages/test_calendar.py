"""Days and times are said as people say them: what stays by its date, what is answered now by today and tomorrow."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from messages.calendar import Scene
from messages.phrasebook import Phrasebook
from messages.renderer import Speech
from messages.stored import kept_words, put_words


def _at(day: int, hour: int, month: int = 11, year: int = 2026) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


WEDNESDAY = Scene(_at(18, 12))


def _said(folder: Path, locale: str, words: str, about: object, scene: Scene | None = WEDNESDAY) -> str:
    """How `words` over `about` read there, in Shanghai."""
    (folder / locale).mkdir(exist_ok=True)
    (folder / locale / "try.j2").write_text(words, "utf-8")
    return Speech("Asia/Shanghai", "星途汽车", Phrasebook(folder)).render(locale, "try", {"it": about}, scene)


@pytest.mark.parametrize(
    ("locale", "filter_", "value", "said"),
    [
        ("zh", "day", date(2026, 11, 18), "11月18日"),
        ("zh", "day", "2026-11-03", "11月3日"),
        ("zh", "day", date(2025, 11, 18), "2025年11月18日"),
        ("zh", "time", _at(18, 12), "11月18日 20:00"),
        ("zh", "until", _at(18, 12), "11月18日 20:00"),
        ("zh", "until('前')", _at(18, 12), "11月18日 20:00 前"),
        ("zh", "until", _at(18, 15) + 59 * 60, "11月18日"),
        ("zh", "soon", _at(18, 13), "今天 21:00"),
        ("zh", "soon", _at(18, 16), "明天 00:00"),
        ("zh", "soon", _at(17, 12), "昨天 20:00"),
        ("zh", "soon", _at(21, 12), "周六 20:00"),
        ("zh", "soon", _at(22, 12), "周日 20:00"),
        ("zh", "soon", _at(23, 12), "下周一 20:00"),
        ("zh", "soon", _at(24, 12), "下周二 20:00"),
        ("zh", "soon", _at(25, 12), "11月25日 20:00"),
        ("zh", "soon", date(2026, 11, 17), "昨天"),
        ("zh", "soon_until('前')", _at(24, 12), "下周二 20:00 前"),
        ("zh", "soon_until('前')", _at(24, 15) + 59 * 60, "下周二前"),
        ("zh", "weekday", date(2026, 11, 22), "周日"),
        ("en", "day", date(2026, 11, 18), "18 Nov"),
        ("en", "time", _at(18, 12), "18 Nov, 20:00"),
        ("en", "soon", _at(19, 12), "tomorrow, 20:00"),
        ("en", "soon", _at(21, 12), "Saturday, 20:00"),
        ("en", "soon", _at(24, 12), "Tuesday, 20:00"),
    ],
)
def test_a_day_is_said_in_words(tmp_path: Path, locale: str, filter_: str, value: object, said: str) -> None:
    assert _said(tmp_path, locale, f"{{{{ it|{filter_} }}}}", value) == said


def test_without_a_scene_a_moment_has_its_date(tmp_path: Path) -> None:
    assert _said(tmp_path, "zh", "{{ it|soon }}", _at(18, 13), None) == "11月18日 21:00"


def test_words_take_turns_from_day_to_day_and_from_reader_to_reader(tmp_path: Path) -> None:
    words = "{{ ['a', 'b', 'c']|turn }}{{ ['a', 'b', 'c']|turn(it) }}"
    days = [_said(tmp_path, "zh", words, 1, Scene(WEDNESDAY.now + 86_400 * n)) for n in range(3)]
    assert sorted(days) == ["ab", "bc", "ca"]
    assert _said(tmp_path, "zh", words, 1, Scene(WEDNESDAY.now, reader=1)) != days[0]


def test_what_is_put_into_words_later_is_said_as_of_then(tmp_path: Path) -> None:
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh/try.j2").write_text("{{ it|soon }}", "utf-8")
    speech = Speech("Asia/Shanghai", "星途汽车", Phrasebook(tmp_path))
    kept = kept_words("zh", "try", {"it": _at(19, 12)}, None, WEDNESDAY)
    assert put_words(speech, kept) == ("明天 20:00", None)
