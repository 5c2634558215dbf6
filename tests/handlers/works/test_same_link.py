"""The same link in two works: nobody is refused, and the reviewers know."""

from tests.handlers.works.desk import STANDARD, card, published, replaced
from tests.handlers.works.test_own_work import withdrawn
from tests.stage import Stage

SHORT = "https://b23.tv/a1B2c3"


def given(stage: Stage, who: str, number: int, link: str) -> None:
    """A link that somebody hands in in the group."""
    getattr(stage, who).say(stage.group, f"#挑战{number} 我拍的 {link}")
    stage.play()


def shown(stage: Stage) -> str:
    """The latest card, without what parts names from the text around them."""
    return card(stage).text.replace("\u2068", "").replace("\u2069", "")


def test_the_link_of_another_is_taken_and_marked_on_the_card_and_in_the_list(stage: Stage) -> None:
    published(stage)
    given(stage, "lin", 1, SHORT)
    assert "同一个链接" not in shown(stage)
    given(stage, "zhou", 1, "http://b23.tv/a1B2c3/?share_medium=ios&ts=9")
    assert "⚠️ 同一个链接，林晓 在挑战 1“转场练习”里也交过（作品 1）" in shown(stage)
    stage.mo.say(stage.staff, "/reviews")
    stage.play()
    lines = [line for line in stage.last(stage.staff).text.splitlines() if line.startswith("· ")]
    assert ["⚠️ 别处交过一样的" in line for line in lines] == [True, True]


def test_ones_own_in_another_challenge_is_marked_until_one_takes_it_back_there(stage: Stage) -> None:
    published(stage)
    published(stage, STANDARD)
    given(stage, "lin", 1, "https://twitter.com/lin/status/17")
    given(stage, "lin", 2, "https://x.com/lin/status/17?s=20")
    assert "⚠️ 同一个链接，作者在挑战 1“转场练习”里也交过（作品 1）" in shown(stage)
    withdrawn(stage)
    given(stage, "zhou", 2, "e.com/2")
    given(stage, "lin", 2, "https://x.com/lin/status/17?s=21")
    replaced(stage, stage.lin)
    assert "同一个链接" not in shown(stage)


def test_a_link_that_the_challenge_gave_is_nobodys(stage: Stage) -> None:
    published(stage, STANDARD + "\n带上 https://brand.com/campaign")
    given(stage, "lin", 1, "https://brand.com/campaign e.com/1")
    given(stage, "zhou", 1, "https://brand.com/campaign/ e.com/2")
    assert "同一个链接" not in shown(stage)


def test_the_link_of_an_older_version_is_known_still(stage: Stage) -> None:
    published(stage)
    given(stage, "lin", 1, "e.com/1")
    stage.do(lambda tx: tx.run("UPDATE submission SET standing = 'returned'"))
    given(stage, "lin", 1, "e.com/2")
    given(stage, "zhou", 1, "e.com/1")
    assert "同一个链接，林晓" in shown(stage)
