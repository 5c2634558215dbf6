"""Challenges: whether one takes people and work, and what its form has to say."""

import pytest

from messages.vocabulary import vocabulary
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw
from rules.values import replace
from rules.works.challenge import (
    FORM,
    Brief,
    Challenge,
    ChallengeKind,
    SkillTrack,
    brief_of,
    read,
)
from rules.works.challenge_steps import kind_of, may_skip, next_to_ask

NOW = 1_794_790_800
WORDS = vocabulary("challenge", "zh")
BRIEF = Brief("夜景", ChallengeKind.STANDARD, SkillTrack.PHOTO, 20, NOW + 100, places=3)
CHALLENGE = Challenge(1, BRIEF, 1, NOW, joined=1)
TEXT = "标题：夜景\n类型：{}\n赛道：摄影\n积分：20\n截止：12-30\n"
EVERYTHING = "说明：拍一张夜景\n步骤：\n架好\n曝光\n要做的：\n早到\n不要做的：\n闪光\n"


def missing(text: str) -> list[str]:
    """The fields that a form still lacks."""
    filled = read(text, WORDS, Occasion(NOW, Programme()))
    assert {mistake.flaw for mistake in filled.mistakes} <= {Flaw.MISSING}
    return [mistake.name for mistake in filled.mistakes]


def test_places_are_counted_down_to_none_and_never_below() -> None:
    assert [replace(CHALLENGE, joined=n).left for n in (0, 3, 4)] == [3, 0, 0]
    assert replace(CHALLENGE, brief=replace(BRIEF, places=None)).left is None


def test_it_is_open_to_the_end_of_the_last_minute_unless_it_was_closed() -> None:
    assert CHALLENGE.is_open(NOW + 119)
    assert not CHALLENGE.is_open(NOW + 120)
    closed = replace(CHALLENGE, closed_at=NOW + 50)
    assert (closed.is_open(NOW + 49), closed.is_open(NOW + 50)) == (True, False)


@pytest.mark.parametrize(("kind", "lacking"), [("标准", ["步骤"]), ("框架", ["说明", "要做的"]), ("开放", ["说明"])])
def test_a_form_without_what_its_kind_needs_is_asked_for_it(kind: str, lacking: list[str]) -> None:
    assert missing(TEXT.format(kind)) == lacking
    assert missing(TEXT.format(kind) + EVERYTHING) == []


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("标准", (("架好", "曝光"), (), ())),
        ("框架", ((), ("早到",), ("闪光",))),
        ("开放", ((), (), ())),
    ],
)
def test_what_a_kind_does_not_use_is_left_out_of_its_brief(kind: str, kept: tuple[tuple[str, ...], ...]) -> None:
    brief = brief_of(read(TEXT.format(kind) + EVERYTHING, WORDS, Occasion(NOW, Programme())))
    assert (brief.steps, brief.dos, brief.donts) == kept
    assert (brief.title, brief.points, brief.about) == ("夜景", 20, "拍一张夜景")


def test_going_step_by_step_every_field_is_asked_for_but_those_that_the_kind_does_not_use() -> None:
    bare = {"steps", "dos", "donts", "tag", "wording", "check"}
    for word, unused in (("标准", {"dos", "donts"}), ("框架", {"steps"}), ("开放", bare)):
        written = {"kind": word}
        asked = set()
        while part := next_to_ask(written, ("places",), WORDS):
            asked.add(part.name)
            written[part.name] = "x"
        assert asked == {part.name for part in FORM} - unused - {"kind", "places"}


def test_only_what_neither_the_form_nor_the_kind_needs_may_be_skipped() -> None:
    fields = {part.name: part for part in FORM}
    assert not may_skip(fields["title"], ChallengeKind.OPEN)
    assert not may_skip(fields["steps"], ChallengeKind.STANDARD)
    assert may_skip(fields["steps"], ChallengeKind.FRAMEWORK)
    assert may_skip(fields["places"], ChallengeKind.STANDARD)


def test_until_a_kind_is_written_it_is_the_standard_one() -> None:
    assert kind_of({}, WORDS) is ChallengeKind.STANDARD
    assert kind_of({"kind": "随便"}, WORDS) is ChallengeKind.STANDARD
    assert kind_of({"kind": "开放"}, WORDS) is ChallengeKind.OPEN
