"""Media kits: what of the official words and the tag a post lacks, and which words a button can copy."""

import pytest

from rules.links import holds_address
from rules.occasion import Occasion
from rules.programme.programme import Programme
from rules.reading.flaws import Flaw, Mistake
from rules.reading.form_fields import Field, Shape, Vocabulary, check
from rules.reading.hashtags import bears, tag_in
from rules.works.media_kit import KitCheck, KitIncomplete, fits_button, lines_missing, require_kit

WORDING = "第一句，写雪。\n\n第二句 Snow!\n❄️"


def test_lines_are_looked_for_by_their_letters_alone() -> None:
    assert lines_missing("……第一句 写雪 第二句snow", WORDING) == ()
    assert lines_missing("第一句写雪", WORDING) == ("第二句 Snow!",)
    assert lines_missing("", WORDING) == ("第一句，写雪。", "第二句 Snow!")


@pytest.mark.parametrize(
    "text", ["#星途露营", "雪好大 ＃星途露营#", "带上 #星途露营", "#星途露营真好", "看#星途露营 好看"]
)
def test_a_tag_is_found_in_any_width_also_where_it_is_spoken_of(text: str) -> None:
    assert bears(text, "星途露营")


@pytest.mark.parametrize("text", ["星途露营", "#星途", "https://a.example/#星途露营"])
def test_what_is_no_tag_is_none(text: str) -> None:
    assert not bears(text, "星途露营")


def test_all_that_is_missing_is_named_at_once_and_only_what_is_looked_for() -> None:
    with pytest.raises(KitIncomplete) as caught:
        require_kit("第二句snow", 1, "露营", WORDING, KitCheck.BOTH)
    assert (caught.value.tag, caught.value.lines) == ("露营", ("第一句，写雪。",))
    require_kit("#露营", 1, "露营", WORDING, KitCheck.TAG)
    require_kit(WORDING, 1, "露营", WORDING, KitCheck.WORDING)


def test_a_button_copies_what_telegram_takes() -> None:
    assert [fits_button("雪" * count) for count in (0, 1, 256, 257)] == [False, True, True, False]
    assert not fits_button("❄🏔" * 90)


@pytest.mark.parametrize(("written", "tag"), [("#星途露营", "星途露营"), ("＃Snow_1", "Snow_1"), ("露营#", "露营")])
def test_a_hashtag_is_kept_without_its_mark(written: str, tag: str) -> None:
    assert tag_in(written) == tag


@pytest.mark.parametrize("written", ["#a b", "#12", "#", "#a-b", "#" + "长" * 41])
def test_what_is_no_hashtag_is_a_mistake_of_its_field(written: str) -> None:
    found = check(Field("tag", Shape.TAG, most=40), written, Vocabulary({}), Occasion(1_794_790_800, Programme()))
    assert isinstance(found, Mistake)
    assert found.flaw is Flaw.TAG


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("发好了：https://weibo.example/123", True),
        ("看这里weibo.com/123/a", True),
        ("http://a", False),
        ("油耗 5.5/百公里", False),
        ("写给 me@mail.example/x", False),
    ],
)
def test_an_address_is_found_among_words(words: str, holds: bool) -> None:
    assert holds_address(words) is holds
