"""Featured discoveries and shares of a member, in few words and with where a channel shows them."""

from collections.abc import Iterable

from actions.daily.feature_shown import post_of
from rules.daily.feature import FeaturedPost
from rules.snippets import snippet
from rules.values import replace
from storage.engine.tx import Tx

WORDS_SHOWN, REASON_SHOWN = 40, 80


def in_short(tx: Tx, found: Iterable[FeaturedPost]) -> tuple[FeaturedPost, ...]:
    """As they stand in a list."""
    return tuple(
        replace(
            one,
            words=snippet(one.words, WORDS_SHOWN),
            reason=snippet(one.reason, REASON_SHOWN),
            post=post_of(tx, one.number),
        )
        for one in found
    )
