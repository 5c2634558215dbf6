"""Several of one title are told apart by how their words begin."""

from rules.snippets import told_apart


def test_only_titles_that_stand_there_twice_say_how_their_words_begin() -> None:
    told = told_apart(
        [("夜路", "先拍路面，\n再拍车窗里的灯光"), ("转场", "剪了三遍"), ("夜路", "三个镜头"), ("夜路", "")]
    )
    assert told == ["夜路 · 先拍路面， 再拍车窗里…", "转场", "夜路 · 三个镜头", "夜路"]
