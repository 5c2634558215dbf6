"""A version of the rules is kept once, and stays as it was."""

from storage.engine.tx import Tx
from storage.ledger import programmes


def test_a_version_is_kept_once_with_the_time_at_which_it_was_first_in_force(tx: Tx) -> None:
    assert programmes.keep(tx, "b", '{"points":{}}', 5)
    assert programmes.keep(tx, "a", "{}", 7)
    assert not programmes.keep(tx, "b", "something else", 9)
    assert list(programmes.everything(tx)) == [("b", '{"points":{}}'), ("a", "{}")]
    assert tx.value("SELECT since FROM programme WHERE version = 'b'") == 5
