"""What the chain hashes can be worked out anew by anybody, with the standard library of any language."""

import hashlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rules.ledger.ledger import GENESIS, canonical, link

SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=["Cs"]))
CONTENTS = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), SCALARS | st.lists(SCALARS, max_size=4))


def by_hand(content: dict[str, Any]) -> bytes:
    """The same bytes by Python's own encoder."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


@given(CONTENTS)
def test_what_is_hashed_is_plain_json(content: dict[str, Any]) -> None:
    assert canonical(content) == by_hand(content)


def test_the_order_in_which_it_was_told_says_nothing() -> None:
    assert canonical({"to": 7, "amount": 2}) == canonical({"amount": 2, "to": 7}) == b'{"amount":2,"to":7}'


def test_a_row_covers_all_before_it() -> None:
    row = {"id": 1, "reason": "教会三位新车友换轮胎"}
    assert link(GENESIS, row) == hashlib.sha256(GENESIS + by_hand(row)).digest()
    assert link(link(GENESIS, row), row) != link(GENESIS, row)
