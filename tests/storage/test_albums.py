"""Albums: which message stands for all pieces, and what is remembered of them how long."""

from rules.files import File
from storage import albums
from storage.engine.tx import Tx

ONE, TWO = File("photo", "file-1", "u1"), File("photo", "file-2", "u2")


def test_every_piece_belongs_to_the_first_one_that_is_known(tx: Tx) -> None:
    assert albums.add(tx, -1, "a", 10, "", ONE, 0) == albums.Piece(10, None, "")
    assert albums.add(tx, -1, "a", 11, "两张", TWO, 0) == albums.Piece(10, None, "两张")
    assert albums.belongs(tx, -1, "a", 12, 0) == 10
    assert [albums.whole(tx, -1, message) for message in (10, 11, 12, 13)] == [10, 10, 10, 13]
    assert albums.whole(tx, -2, 11) == 11
    assert albums.files(tx, "a") == (ONE, TWO)


def test_an_edited_piece_tells_what_it_showed_before(tx: Tx) -> None:
    albums.add(tx, -1, "a", 10, "旧的", ONE, 0)
    assert albums.add(tx, -1, "a", 10, "新的", TWO, 0) == albums.Piece(10, "u1", "新的")
    assert albums.files(tx, "a") == (TWO,)


def test_an_edit_counts_when_it_changes_what_is_said_or_shown(tx: Tx) -> None:
    albums.add(tx, -1, "a", 10, "旧的", ONE, 0)
    albums.add(tx, -1, "a", 11, "", TWO, 0)
    assert albums.edited_at(tx, "a") is None
    albums.add(tx, -1, "a", 10, "新的", ONE, 7, edited_at=5)
    albums.add(tx, -1, "a", 10, "新的", ONE, 9, edited_at=8)
    assert albums.edited_at(tx, "a") == 5
    albums.add(tx, -1, "a", 11, "", ONE, 9, edited_at=9)
    assert albums.edited_at(tx, "a") == 9


def test_what_it_shows_and_says_is_forgotten_before_what_belongs_together(tx: Tx) -> None:
    albums.add(tx, -1, "a", 10, "两张", ONE, 0)
    albums.add(tx, -1, "a", 11, "", TWO, 0)
    assert albums.forget_contents(tx, 1) == 2
    assert albums.forget_contents(tx, 1) == 0
    assert albums.files(tx, "a") == ()
    assert albums.said(tx, "a") is None
    assert albums.whole(tx, -1, 11) == 10
    albums.forget(tx, 1)
    assert albums.whole(tx, -1, 11) == 11
