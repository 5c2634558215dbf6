"""Pictures that are sent to the bot and lead nowhere: their author is shown where works go, and who looks at the rest."""

import pytest

from tests.stage import Stage


@pytest.mark.parametrize("words", ["", "这是我的作品", "早上六点的二环"])
@pytest.mark.parametrize("holds", ["photo", "video"])
def test_a_picture_is_shown_where_works_go(stage: Stage, words: str, holds: str) -> None:
    stage.lin.send(stage.world.private(stage.lin), caption=words, **{holds: b"the bridge"})
    stage.play()
    shown = stage.last(stage.lin)
    assert shown.text.startswith("收到啦")
    assert [button.text for row in shown.buttons for button in row] == ["进行中的挑战", "私下联系版主"]
